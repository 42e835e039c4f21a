(* Differentials of the elementwise functions. *)
From mathcomp Require Import all_ssreflect all_algebra.
From mathcomp Require Import boolp classical_sets functions reals topology normedtype sequences derive realfun exp trigo.
From mathcomp Require Import ring.
From Gradus Require Import Vocabulary Algebra Differential Determinant Functions.
From Gradus Require Statements.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Import Order.TTheory GRing.Theory Num.Theory numFieldNormedType.Exports.
Local Open Scope ring_scope.

(* d f(A) = f'(A) ⊙ dA, given f' at every entry. *)
Lemma mxd_entries (R : realType) (V : normedModType R) (v : V) m n (f : R -> R) (F : 'I_m -> 'I_n -> R)
    (A dA : V -> 'M[R]_(m, n)) :
  mxd v A dA -> (forall i j, is_derive (A v i j) 1 f (F i j)) ->
  mxd v (fun u => map_mx f (A u)) (fun h => \matrix_(i, j) (F i j * dA h i j)).
Proof. by move=> DA Df i j; apply: (is_diff_ext _ _ (is_diff_chain (DA i j) (Df i j))) => h; rewrite !mxE. Qed.

Ltac same_entries := apply/matrixP => ? ?; rewrite !mxE;
  first [by rewrite mulrC | by rewrite mulNr mulrC | by entries; ring | by rewrite -!mulrA mulNr mulrC mulrA].

Theorem d_exp : Statements.d_exp.
Proof.
move=> R V v m n A dA D; apply: (mxd_ext _ _ (mxd_entries D (fun i j => is_derive_expR (A v i j)))) => // h.
by same_entries.
Qed.

Theorem d_sin : Statements.d_sin.
Proof.
move=> R V v m n A dA D; apply: (mxd_ext _ _ (mxd_entries D (fun i j => is_derive_sin (A v i j)))) => // h.
by same_entries.
Qed.

Theorem d_cos : Statements.d_cos.
Proof.
move=> R V v m n A dA D; apply: (mxd_ext _ _ (mxd_entries D (fun i j => is_derive_cos (A v i j)))) => // h.
by same_entries.
Qed.

Theorem d_atan : Statements.d_atan.
Proof.
move=> R V v m n A dA D; apply: (mxd_ext _ _ (mxd_entries D (fun i j => is_derive1_atan (A v i j)))) => // h.
by same_entries.
Qed.

Theorem d_acot : Statements.d_acot.
Proof.
move=> R V v m n A dA D; apply: (mxd_ext _ _ (mxd_entries D (fun i j => is_derive_acot (A v i j)))) => // h.
by same_entries.
Qed.

Theorem d_sinh : Statements.d_sinh.
Proof.
move=> R V v m n A dA D; apply: (mxd_ext _ _ (mxd_entries D (fun i j => is_derive_sinh (A v i j)))) => // h.
by same_entries.
Qed.

Theorem d_cosh : Statements.d_cosh.
Proof.
move=> R V v m n A dA D; apply: (mxd_ext _ _ (mxd_entries D (fun i j => is_derive_cosh (A v i j)))) => // h.
by same_entries.
Qed.

Theorem d_tanh : Statements.d_tanh.
Proof.
move=> R V v m n A dA D; apply: (mxd_ext _ _ (mxd_entries D (fun i j => is_derive_tanh (A v i j)))) => // h.
by same_entries.
Qed.

Theorem d_sech : Statements.d_sech.
Proof.
move=> R V v m n A dA D; apply: (mxd_ext _ _ (mxd_entries D (fun i j => is_derive_sech (A v i j)))) => // h.
by same_entries.
Qed.

Theorem d_sigmoid : Statements.d_sigmoid.
Proof.
move=> R V v m n A dA D; apply: (mxd_ext _ _ (mxd_entries D (fun i j => is_derive_sigmoid (A v i j)))) => // h.
by same_entries.
Qed.

Theorem d_silu : Statements.d_silu.
Proof.
move=> R V v m n A dA D; apply: (mxd_ext _ _ (mxd_entries D (fun i j => is_derive_silu (A v i j)))) => // h.
by same_entries.
Qed.

Theorem d_softplus : Statements.d_softplus.
Proof.
move=> R V v m n A dA D; apply: (mxd_ext _ _ (mxd_entries D (fun i j => is_derive_softplus (A v i j)))) => // h.
by same_entries.
Qed.

Theorem d_log : Statements.d_log.
Proof.
move=> R V v m n A dA D H; apply: (mxd_ext _ _ (mxd_entries D (fun i j => @is_derive1_ln _ (A v i j) (H i j)))) => // h.
by same_entries.
Qed.

Theorem d_tan : Statements.d_tan.
Proof.
move=> R V v m n A dA D H; apply: (mxd_ext _ _ (mxd_entries D (fun i j => @is_derive_tan' _ (A v i j) (H i j)))) => // h.
by same_entries.
Qed.

Theorem d_cot : Statements.d_cot.
Proof.
move=> R V v m n A dA D H; apply: (mxd_ext _ _ (mxd_entries D (fun i j => @is_derive_cot _ (A v i j) (H i j)))) => // h.
by same_entries.
Qed.

Theorem d_sec : Statements.d_sec.
Proof.
move=> R V v m n A dA D H; apply: (mxd_ext _ _ (mxd_entries D (fun i j => @is_derive_sec _ (A v i j) (H i j)))) => // h.
by same_entries.
Qed.

Theorem d_csc : Statements.d_csc.
Proof.
move=> R V v m n A dA D H; apply: (mxd_ext _ _ (mxd_entries D (fun i j => @is_derive_csc _ (A v i j) (H i j)))) => // h.
by same_entries.
Qed.

Theorem d_asin : Statements.d_asin.
Proof.
move=> R V v m n A dA D H; apply: (mxd_ext _ _ (mxd_entries D (fun i j => @is_derive1_asin _ (A v i j) (H i j)))) => // h.
by same_entries.
Qed.

Theorem d_acos : Statements.d_acos.
Proof.
move=> R V v m n A dA D H; apply: (mxd_ext _ _ (mxd_entries D (fun i j => @is_derive1_acos _ (A v i j) (H i j)))) => // h.
by same_entries.
Qed.

Theorem d_coth : Statements.d_coth.
Proof.
move=> R V v m n A dA D H; apply: (mxd_ext _ _ (mxd_entries D (fun i j => @is_derive_coth _ (A v i j) (H i j)))) => // h.
by same_entries.
Qed.

Theorem d_csch : Statements.d_csch.
Proof.
move=> R V v m n A dA D H; apply: (mxd_ext _ _ (mxd_entries D (fun i j => @is_derive_csch _ (A v i j) (H i j)))) => // h.
by same_entries.
Qed.

(* Where A is positive, A .^ B is exp (B ⊙ log A). *)
Theorem d_power : Statements.d_power.
Proof.
move=> R V v m n A dA B dB DA DB A0 i j.
have De := is_diff_chain (is_diff_mul (DB i j) (diff_ln (A0 i j) (DA i j))) (is_derive_expR _).
apply: (is_diff_ext _ _ De) => h; rewrite !mxE // /exp_fun mulrBl mul1r expRB lnK ?posrE //.
have a0 : A v i j != 0 by rewrite gt_eqF.
by letters; move: (A v i j) (dA h i j) (B v i j) (dB h i j) a0 => a da b db a0; field.
Qed.
