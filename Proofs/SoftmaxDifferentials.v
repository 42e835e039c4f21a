(* Differentials of softmax and of log Σ exp, along either direction. *)
From mathcomp Require Import all_ssreflect all_algebra.
From mathcomp Require Import boolp classical_sets functions reals topology normedtype sequences derive exp trigo.
From mathcomp Require Import ring.
From Gradus Require Import Vocabulary Algebra Differential Determinant.
From Gradus Require Statements.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Import Order.TTheory GRing.Theory Num.Theory numFieldNormedType.Exports.
Local Open Scope ring_scope.

(* One slice z of a matrix, its entries numbered by a finite type with at least one element. *)
Section Slice.
Variables (R : realType) (V : normedModType R) (v : V) (I : finType) (z dz : I -> V -> R).
Hypothesis Dz : forall k, is_diff v (z k) (dz k).
Let mass u := \sum_k expR (z k u).
Let weight k := expR (z k v) / mass v.

Lemma sum_expR_gt0 (f : I -> R) (k : I) : 0 < \sum_i expR (f i).
Proof.
rewrite (bigD1 k) //= ltr_paddr ?expR_gt0 //.
by apply: sumr_ge0 => i _; rewrite ltW ?expR_gt0.
Qed.

Lemma is_diff_mass : is_diff v mass (fun h => \sum_k expR (z k v) * dz k h).
Proof. by apply: is_diff_bigsum => k; exact: is_diff_chain (Dz k) (is_derive_expR _). Qed.

(* d log Σ exp z = Σ s ⊙ dz *)
Lemma is_diff_log_mass (k : I) : is_diff v (fun u => ln (mass u)) (fun h => \sum_j weight j * dz j h).
Proof.
apply: (is_diff_ext _ _ (diff_ln (sum_expR_gt0 (z^~ v) k) is_diff_mass)) => // h.
by rewrite mulr_sumr; apply: eq_bigr => j _; rewrite mulrA [_^-1 * _]mulrC.
Qed.

(* d s = s ⊙ (dz - Σ s ⊙ dz) *)
Lemma is_diff_softmax (k : I) :
  is_diff v (fun u => expR (z k u) / mass u) (fun h => weight k * (dz k h - \sum_j weight j * dz j h)).
Proof.
have m0 : mass v != 0 by rewrite gt_eqF ?(sum_expR_gt0 (z^~ v) k).
have Dk := is_diff_chain (Dz k) (is_derive_expR _).
apply: (is_diff_ext _ _ (is_diff_mul Dk (is_diff_inv is_diff_mass m0))) => // h.
have -> : \sum_j weight j * dz j h = (\sum_j expR (z j v) * dz j h) / mass v.
  by rewrite mulr_suml; apply: eq_bigr => j _; rewrite mulrAC.
rewrite /weight; move: (mass v) (\sum_j _) m0 => s t s0; letters; move: (dz k h) => d.
by field.
Qed.
End Slice.

Theorem d_softmax : Statements.d_softmax.
Proof.
move=> R V v n x dx D _ i j; rewrite (ord1 j).
apply: (is_diff_ext _ _ (is_diff_softmax (fun k => D k 0) i)) => h; rewrite !mxE //.
rewrite mulrBr [_ * dx h i 0]mulrC [_ * \sum_k _]mulrC; congr (_ - _ * _).
by rewrite /mxtrace big_ord1 mxE; apply: eq_bigr => k _; rewrite !mxE.
Qed.

(* The whole matrix is one slice. *)
Theorem d_log_sum_exp : Statements.d_log_sum_exp.
Proof.
move=> R V v m n A dA D m0 n0; pose k := (Ordinal m0, Ordinal n0).
have E u : logsumexp (A u) = ln (\sum_p expR (A u p.1 p.2)).
  by rewrite /logsumexp /total pair_bigA; congr ln; apply: eq_bigr => p _; rewrite mxE.
apply: (is_diff_ext _ _ (is_diff_log_mass (fun p => D p.1 p.2) k)) => h; first by rewrite E.
rewrite -/(inner _ _) innerE pair_bigA; apply: eq_bigr => p _; rewrite !mxE mulr1 expRB E lnK //.
by rewrite posrE (sum_expR_gt0 _ k).
Qed.

Theorem d_log_sum_exp_vector : Statements.d_log_sum_exp_vector.
Proof.
move=> R V v n x dx D n0.
apply: (is_diff_ext _ _ (is_diff_log_mass (fun k => D k 0) (Ordinal n0))) => h.
  by rewrite /logsumexp /total; congr ln; apply: eq_bigr => k _; rewrite big_ord1 mxE.
by rewrite /mxtrace big_ord1 mxE; apply: eq_bigr => k _; rewrite !mxE.
Qed.

Theorem d_log_sum_exp_rows : Statements.d_log_sum_exp_rows.
Proof.
move=> R V v m n A dA D m0 i j.
apply: (is_diff_ext _ _ (is_diff_log_mass (fun k => D k j) (Ordinal m0))) => h; rewrite !mxE //.
by apply: eq_bigr => k _; rewrite !mxE mulrC.
Qed.

Theorem d_log_sum_exp_columns : Statements.d_log_sum_exp_columns.
Proof.
move=> R V v m n A dA D n0 i j.
apply: (is_diff_ext _ _ (is_diff_log_mass (fun k => D i k) (Ordinal n0))) => h; rewrite !mxE //.
by apply: eq_bigr => k _; rewrite !mxE mulrC.
Qed.

Theorem d_softmax_rows : Statements.d_softmax_rows.
Proof.
move=> R V v m n A dA D _ i j.
apply: (is_diff_ext _ _ (is_diff_softmax (fun k => D k j) i)) => h; rewrite /diag ?mul_mx_diag !mxE //.
rewrite mulrBr [_ * dA h i j]mulrC; congr (_ - _ * _).
by apply: eq_bigr => k _; rewrite !mxE mulrC.
Qed.

Theorem d_softmax_columns : Statements.d_softmax_columns.
Proof.
move=> R V v m n A dA D _ i j.
apply: (is_diff_ext _ _ (is_diff_softmax (fun k => D i k) j)) => h; rewrite /diag ?mul_diag_mx !mxE //.
rewrite mulrBr [_ * dA h i j]mulrC [_ * \sum_k _]mulrC; congr (_ - _ * _).
by apply: eq_bigr => k _; rewrite !mxE mulrC.
Qed.
