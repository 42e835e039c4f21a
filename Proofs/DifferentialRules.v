(* Differentials of linear, multilinear and whole-matrix operations. *)
From mathcomp Require Import all_ssreflect all_algebra.
From mathcomp Require Import boolp classical_sets functions reals topology normedtype sequences derive exp trigo.
From mathcomp Require Import ring.
From Gradus Require Import Vocabulary Algebra Differential Determinant.
From Gradus Require Statements.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Import Order.TTheory GRing.Theory Num.Theory numFieldNormedType.Exports.
Local Open Scope ring_scope.

(* A linear map of matrices whose entries are entries. *)
Ltac by_entries := let D := fresh "D" in let i := fresh "i" in let j := fresh "j" in
  move=> D i j; apply: (is_diff_ext _ _ (D _ _)) => ?; rewrite ?mxE.

Theorem d_sum : Statements.d_sum.
Proof. by move=> R V v m n A dA B dB; apply: mxd_add. Qed.

Theorem d_product : Statements.d_product.
Proof.
move=> R V v k m n A dA B dB DA DB; apply: (mxd_ext _ _ (mxd_mul DA DB)) => // h.
by rewrite addrC.
Qed.

Theorem d_hadamard : Statements.d_hadamard.
Proof.
move=> R V v m n A dA B dB DA DB; apply: (mxd_ext _ _ (mxd_had DA DB)) => // h.
by rewrite addrC [dA h ⊙ _]hadamardC.
Qed.

Theorem d_scale : Statements.d_scale.
Proof.
move=> R V v m n a da B dB Da DB; apply: (mxd_ext _ _ (mxd_scale Da DB)) => // h.
by rewrite addrC.
Qed.

Theorem d_transpose : Statements.d_transpose.
Proof. by move=> R V v m n A dA; apply: mxd_tr. Qed.

Theorem d_trace : Statements.d_trace.
Proof. by move=> R V v n A dA; apply: diff_trace. Qed.

Theorem d_total : Statements.d_total.
Proof. by move=> R V v m n A dA D; apply: is_diff_bigsum => i; apply: is_diff_bigsum. Qed.

Theorem d_total_rows : Statements.d_total_rows.
Proof.
move=> R V v m n A dA D i j.
by apply: (is_diff_ext _ _ (is_diff_bigsum (index_enum _) xpredT (fun k => D k j))) => h; rewrite mxE.
Qed.

Theorem d_total_columns : Statements.d_total_columns.
Proof.
move=> R V v m n A dA D i j.
by apply: (is_diff_ext _ _ (is_diff_bigsum (index_enum _) xpredT (D i))) => h; rewrite mxE.
Qed.

Theorem d_diagonal_matrix : Statements.d_diagonal_matrix.
Proof.
move=> R V v n x dx D i j; have [->|ne] := eqVneq i j.
  by apply: (is_diff_ext _ _ (D j 0)) => h; rewrite !mxE eqxx mulr1n.
by apply: (is_diff_ext _ _ (is_diff_cst (0 : R) v)) => h; rewrite !mxE (negPf ne) mulr0n.
Qed.

Theorem d_diagonal : Statements.d_diagonal.
Proof. by move=> R V v n A dA; by_entries. Qed.

Theorem d_lower_triangle : Statements.d_lower_triangle.
Proof.
move=> R V v n A dA D i j; case E: (j <= i)%N.
  by apply: (is_diff_ext _ _ (D i j)) => h; rewrite !mxE E.
by apply: (is_diff_ext _ _ (is_diff_cst (0 : R) v)) => h; rewrite !mxE E.
Qed.

Theorem d_vec : Statements.d_vec.
Proof.
move=> R V v m n A dA D r k; case/mxvec_indexP: r => j i.
by apply: (is_diff_ext _ _ (D i j)) => h; rewrite vecE.
Qed.

Theorem d_unvec : Statements.d_unvec.
Proof.
move=> R V v m n x dx D i j.
by apply: (is_diff_ext _ _ (D (mxvec_index j i) 0)) => h; rewrite /unvec !mxE.
Qed.

Theorem d_horizontal : Statements.d_horizontal.
Proof.
move=> R V v a b m A dA B dB DA DB i j; case: (split_ordP j) => k ->.
  by apply: (is_diff_ext _ _ (DA i k)) => h; rewrite row_mxEl.
by apply: (is_diff_ext _ _ (DB i k)) => h; rewrite row_mxEr.
Qed.

Theorem d_vertical : Statements.d_vertical.
Proof.
move=> R V v a b n A dA B dB DA DB i j; case: (split_ordP i) => k ->.
  by apply: (is_diff_ext _ _ (DA k j)) => h; rewrite col_mxEu.
by apply: (is_diff_ext _ _ (DB k j)) => h; rewrite col_mxEd.
Qed.

Theorem d_kronecker : Statements.d_kronecker.
Proof.
move=> R V v m n p q A dA B dB DA DB r c; case/mxvec_indexP: r => i k; case/mxvec_indexP: c => j l.
apply: (is_diff_ext _ _ (is_diff_mul (DA i j) (DB k l))) => h; first by rewrite kronE.
by rewrite mxE !kronE addrC.
Qed.

Theorem d_kronecker_left : Statements.d_kronecker_left.
Proof.
move=> R V v m n p q A dA B dB DA DB i j.
have D k l := is_diff_mul (DA (mxvec_index i k) (mxvec_index j l)) (DB k l).
have S := is_diff_bigsum (index_enum _) xpredT (fun k => is_diff_bigsum (index_enum _) xpredT (D k)).
apply: (is_diff_ext _ _ S) => h; rewrite !mxE //.
rewrite -big_split; apply: eq_bigr => k _ /=; rewrite -big_split; apply: eq_bigr => l _ /=.
by rewrite addrC.
Qed.

Theorem d_kronecker_right : Statements.d_kronecker_right.
Proof.
move=> R V v m n p q A dA B dB DA DB k l.
have D i j := is_diff_mul (DB i j) (DA (mxvec_index i k) (mxvec_index j l)).
have S := is_diff_bigsum (index_enum _) xpredT (fun i => is_diff_bigsum (index_enum _) xpredT (D i)).
apply: (is_diff_ext _ _ S) => h; rewrite !mxE //.
by rewrite -big_split; apply: eq_bigr => i _ /=; rewrite -big_split.
Qed.

Theorem d_inverse : Statements.d_inverse.
Proof. by move=> R V v n A dA D uA; apply: mxd_inv. Qed.

Theorem d_determinant : Statements.d_determinant.
Proof. by move=> R V v n A dA D; apply: diff_det. Qed.

(* t / |t|^2 = 1 / t: the sign is the same near a number that is not 0. *)
Lemma is_diff_ln_norm (R : realType) (V : normedModType R) (v : V) (f df : V -> R) :
  is_diff v f df -> f v != 0 -> is_diff v (fun u => ln `|f u|) (fun h => (f v)^-1 * df h).
Proof.
move=> D f0; have Df : differentiable f v by case: D.
have C : {for v, continuous f} by exact: differentiable_continuous.
case: (ltrgt0P (f v)) f0 => // fs _.
- have N : \forall u \near v, ln (f u) = ln `|f u|.
    have : \forall u \near v, 0 < f u by apply: cvgr_gt C _ fs.
    by apply: filterS => u fu; rewrite gtr0_norm.
  exact: is_diff_near N (diff_ln fs D).
- have N : \forall u \near v, ln (- f u) = ln `|f u|.
    have : \forall u \near v, f u < 0 by apply: cvgr_lt C _ fs.
    by apply: filterS => u fu; rewrite ltr0_norm.
  have Dn : is_diff v (fun u => - f u) (fun h => - df h) by exact: is_diffN.
  have fn : 0 < - f v by rewrite oppr_gt0.
  have := is_diff_near N (diff_ln (f := fun u => - f u) fn Dn); apply: is_diff_ext => // h.
  by rewrite invrN mulrNN.
Qed.

Theorem d_log_determinant : Statements.d_log_determinant.
Proof.
move=> R V v n A dA D uA; have d0 : \det (A v) != 0 by move: uA; rewrite unitmxE unitfE.
apply: (is_diff_ext _ _ (is_diff_ln_norm (diff_det D) d0)) => // h.
by rewrite /invmx uA -scalemxAl mxtraceZ.
Qed.

Theorem d_adjugate : Statements.d_adjugate.
Proof.
move=> R V v n A dA D uA; have d0 : \det (A v) != 0 by move: uA; rewrite unitmxE unitfE.
have M := mxd_scale (diff_det D) (mxd_inv uA D).
have E u : A u \in unitmx -> \det (A u) *: invmx (A u) = \adj (A u).
  by move=> uu; rewrite /invmx uu scalerA divff ?scale1r //; move: uu; rewrite unitmxE unitfE.
have N i j : \forall u \near v, (\det (A u) *: invmx (A u)) i j = (\adj (A u)) i j.
  by apply: filterS (is_diff_neq0 (diff_det D) d0) => u du; rewrite E // unitmxE unitfE.
move=> i j; have := is_diff_near (N i j) (M i j); apply: is_diff_ext => // h.
congr (fun_of_matrix _ i j); rewrite -(E _ uA) scalerN -scalemxAr !mulNmx addrC; congr (_ + _); first by rewrite scalerN.
by rewrite -scalemxAl mxtraceZ scalerA mulrC.
Qed.
