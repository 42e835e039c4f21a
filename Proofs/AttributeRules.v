(* What the attributes of variables allow. *)
From mathcomp Require Import all_ssreflect all_algebra.
From mathcomp Require Import boolp classical_sets functions reals topology normedtype sequences derive exp trigo.
From mathcomp Require Import ring.
From Gradus Require Import Vocabulary Algebra Differential Determinant.
From Gradus Require Statements.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Import Order.TTheory GRing.Theory Num.Theory numFieldNormedType.Exports.
Local Open Scope ring_scope.

Theorem transpose_symmetric : Statements.transpose_symmetric.
Proof. by []. Qed.

Theorem transpose_skew : Statements.transpose_skew.
Proof. by []. Qed.

Theorem orthogonal_mul : Statements.orthogonal_mul.
Proof. by []. Qed.

Theorem inv_orthogonal : Statements.inv_orthogonal.
Proof. by move=> R n Q QQ uQ; rewrite -[RHS]mulmx1 -(mulmxV uQ) mulmxA QQ mul1mx. Qed.

Theorem sum_simplex : Statements.sum_simplex.
Proof. by []. Qed.

Theorem simplex_mul_ones : Statements.simplex_mul_ones.
Proof.
move=> R m n Y Y1; apply/matrixP => i j; move/matrixP/(_ i j): Y1; rewrite !mxE => <-.
by apply: eq_bigr => k _; rewrite mxE mulr1.
Qed.

Theorem binary_sq : Statements.binary_sq.
Proof.
by move=> R n y y01; apply/matrixP => i j; rewrite !mxE; case: (y01 i j) => ->; rewrite ?expr1n ?expr0n.
Qed.

Theorem abs_of_positive : Statements.abs_of_positive.
Proof. by move=> R n x x0; apply/matrixP => i j; rewrite !mxE /absolute gtr0_norm. Qed.
