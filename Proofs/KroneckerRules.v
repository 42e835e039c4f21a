(* Kronecker products and vec. *)
From mathcomp Require Import all_ssreflect all_algebra.
From mathcomp Require Import boolp classical_sets functions reals topology normedtype sequences derive exp trigo.
From mathcomp Require Import ring.
From Gradus Require Import Vocabulary Algebra Blocks.
From Gradus Require Statements.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Import Order.TTheory GRing.Theory Num.Theory numFieldNormedType.Exports.
Local Open Scope ring_scope.

Theorem kron_smul : Statements.kron_smul.
Proof. by move=> R m n p q A B c; apply/matrixP => r s; rewrite !mxE mulrA. Qed.

Theorem kron_add : Statements.kron_add.
Proof. by move=> R m n p q A B C; apply/matrixP => r s; rewrite !mxE mulrDr. Qed.

Theorem kron_mul_kron : Statements.kron_mul_kron.
Proof. by move=> R k m n p q r A B C D; rewrite kron_mul. Qed.

Theorem kron_right_kron : Statements.kron_right_kron.
Proof.
move=> R m n p q A C D; rewrite -/(inner _ _); apply/matrixP => k l; rewrite !mxE innerE mulr_suml; apply: eq_bigr => i _.
by rewrite mulr_suml; apply: eq_bigr => j _; rewrite kronE; entries; ring.
Qed.

Theorem unvec_vec : Statements.unvec_vec.
Proof. by move=> R m n X; rewrite /unvec /vec trmxK mxvecK trmxK. Qed.

Theorem vec_unvec : Statements.vec_unvec.
Proof. by move=> R m n x; rewrite /unvec /vec trmxK vec_mxK trmxK. Qed.

Theorem unvec_mul_add : Statements.unvec_mul_add.
Proof. by move=> R k m n A B x; rewrite /unvec mulmxDl !linearD. Qed.

Theorem vec_dot_vec : Statements.vec_dot_vec.
Proof. by move=> R m n A B; rewrite [RHS]inner_vec /mxtrace big_ord1. Qed.

Theorem kron_mul_vec : Statements.kron_mul_vec.
Proof. by move=> R m n p q A B X; rewrite vec_mul3 trmxK. Qed.

(* With a single row or column the sizes are products with 1. *)
Theorem kron_scalar : Statements.kron_scalar.
Proof.
move=> R m n A c; apply/matrixP => i j; rewrite mxE.
by rewrite (@entry_at _ _ _ _ (mxvec_index 0 i) (mxvec_index 0 j)) ?mxvec_index_val // kronE !mxE.
Qed.

Theorem kron_col_row : Statements.kron_col_row.
Proof.
move=> R m n x y; apply/matrixP => i j; rewrite mxE.
rewrite (@entry_at _ _ _ _ (mxvec_index i 0) (mxvec_index 0 j)) ?mxvec_index_val ?muln1 ?addn0 //.
by rewrite kronE [RHS]mxE big_ord1.
Qed.

(* A row x' or a column x beside a matrix: products pass to the other factor. *)
Lemma kron_row_at (R : realType) (k n p : nat) (B : 'M[R]_(k, p)) (x : 'cV[R]_n) (i : 'I_k) a b :
  entry (kron (x^T) B) i (mxvec_index a b) = x a 0 * B i b.
Proof. by rewrite (@entry_at _ _ _ _ (mxvec_index 0 i) (mxvec_index a b)) ?mxvec_index_val // kronE !mxE. Qed.

Lemma kron_col_at (R : realType) (m n p : nat) (B : 'M[R]_(m, p)) (x : 'cV[R]_n) a b (j : 'I_p) :
  entry (kron x B) (mxvec_index a b) j = x a 0 * B b j.
Proof. by rewrite (@entry_at _ _ _ _ (mxvec_index a b) (mxvec_index 0 j)) ?mxvec_index_val // kronE. Qed.

Theorem mul_kron_row : Statements.mul_kron_row.
Proof.
move=> R k m n p A B x; apply/matrixP => i c; case/mxvec_indexP: c => a b.
rewrite [RHS]mxE kron_row_at !mxE mulr_sumr; apply: eq_bigr => l _.
by rewrite [X in _ * X]mxE kron_row_at mulrCA.
Qed.

Theorem kron_col_mul : Statements.kron_col_mul.
Proof.
move=> R k m n p A B x; apply/matrixP => r j; case/mxvec_indexP: r => a b.
rewrite [RHS]mxE kron_col_at mxE [in RHS]mxE mulr_sumr.
rewrite sum_mxvec big_ord1; apply: eq_bigr => l _.
by rewrite kronE [X in _ * X]mxE (@entry_at _ _ _ B l j) ?mxvec_index_val // mulrA.
Qed.

Theorem vec_outer_mul_row : Statements.vec_outer_mul_row.
Proof.
move=> R k m n x y z; apply/matrixP => r j; case/mxvec_indexP: r => a b.
by rewrite [RHS]mxE kron_col_at [LHS]mxE big_ord1 vecE !(mxE, big_ord1); entries; ring.
Qed.

Theorem col_mul_vec_outer : Statements.col_mul_vec_outer.
Proof.
move=> R k m n x y z; apply/matrixP => i c; case/mxvec_indexP: c => a b.
by rewrite [RHS]mxE kron_row_at [LHS]mxE big_ord1 [X in _ * X]mxE vecE !(mxE, big_ord1); entries; ring.
Qed.
