(* Transposes go through sums, products and functions. *)
From mathcomp Require Import all_ssreflect all_algebra.
From mathcomp Require Import boolp classical_sets functions reals topology normedtype sequences derive exp trigo.
From mathcomp Require Import ring.
From Gradus Require Import Vocabulary Algebra Differential Determinant.
From Gradus Require Statements.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Import Order.TTheory GRing.Theory Num.Theory numFieldNormedType.Exports.
Local Open Scope ring_scope.

Theorem transpose_add : Statements.transpose_add.
Proof. by move=> R m n A B; rewrite linearD. Qed.

Theorem add_transpose : Statements.add_transpose.
Proof. by move=> R m n A B; rewrite linearD. Qed.

Theorem transpose_mul : Statements.transpose_mul.
Proof. by move=> R k m n A B; rewrite trmx_mul. Qed.

Theorem transpose_smul : Statements.transpose_smul.
Proof. by move=> R m n A c; rewrite linearZ. Qed.

Theorem transpose_hadamard : Statements.transpose_hadamard.
Proof. by move=> R m n A B; rewrite hadamard_tr. Qed.

Theorem transpose_kron : Statements.transpose_kron.
Proof. by move=> R m n p q A B; rewrite kron_trmx. Qed.

Theorem transpose_diag : Statements.transpose_diag.
Proof. by move=> R n x; rewrite /diag tr_diag_mx. Qed.

Theorem transpose_commutation : Statements.transpose_commutation.
Proof. by move=> R m n; apply/matrixP => r c; rewrite !mxE andbC ![_.1 == _]eq_sym ![_.2 == _]eq_sym. Qed.

Theorem transpose_inv : Statements.transpose_inv.
Proof. by move=> R n A _ _; rewrite trmx_inv. Qed.

Theorem transpose_of_symmetric : Statements.transpose_of_symmetric.
Proof. by move=> R n A _ _; rewrite trmx_inv trmx_mul trmxK. Qed.

Theorem map_transpose : Statements.map_transpose.
Proof. by move=> R m n A; rewrite map_trmx. Qed.
