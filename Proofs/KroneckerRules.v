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
