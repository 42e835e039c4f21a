(* Entrywise products. *)
From mathcomp Require Import all_ssreflect all_algebra.
From mathcomp Require Import boolp classical_sets functions reals topology normedtype sequences derive exp trigo.
From mathcomp Require Import ring.
From Gradus Require Import Vocabulary Algebra Differential Determinant.
From Gradus Require Statements.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Import Order.TTheory GRing.Theory Num.Theory numFieldNormedType.Exports.
Local Open Scope ring_scope.

Theorem pow_mul_pow : Statements.pow_mul_pow.
Proof.
move=> R m n X a b X0; apply/matrixP => i j; rewrite !mxE.
by rewrite /exp_fun mulrDl expRD.
Qed.

Theorem exp_add : Statements.exp_add.
Proof. by move=> R n x y; apply/matrixP => i j; rewrite !mxE expRD. Qed.

Theorem hadamard_outer : Statements.hadamard_outer.
Proof.
move=> R m n A x y; rewrite /diag mul_diag_mx mul_mx_diag; entrywise.
Qed.

Theorem diag_mul_hadamard : Statements.diag_mul_hadamard.
Proof.
by move=> R m n A B x; rewrite /diag !mul_diag_mx; entrywise.
Qed.

Theorem hadamard_one : Statements.hadamard_one.
Proof.
move=> R n A; apply/matrixP => i j; rewrite !mxE; case: eqP => [->|_]; first by rewrite mulr1.
by rewrite mulr0.
Qed.

Theorem sign_mul_abs : Statements.sign_mul_abs.
Proof. by move=> R n x; apply/matrixP => i j; rewrite !mxE mulrC /absolute -numEsg. Qed.

Theorem step_mul_relu : Statements.step_mul_relu.
Proof.
move=> R n x; apply/matrixP => i j; rewrite !mxE /step /relu; case: ifP => _; by rewrite ?mul1r ?mul0r.
Qed.
