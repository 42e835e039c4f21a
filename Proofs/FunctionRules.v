(* Elementwise functions. *)
From mathcomp Require Import all_ssreflect all_algebra.
From mathcomp Require Import boolp classical_sets functions reals topology normedtype sequences derive exp trigo.
From mathcomp Require Import ring.
From Gradus Require Import Vocabulary Algebra Differential Determinant.
From Gradus Require Statements.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Import Order.TTheory GRing.Theory Num.Theory numFieldNormedType.Exports.
Local Open Scope ring_scope.

Theorem log_exp : Statements.log_exp.
Proof. by move=> R n x _; apply/matrixP => i j; rewrite !mxE expK. Qed.

Theorem exp_log : Statements.exp_log.
Proof. by move=> R n x x0 *; apply/matrixP => i j; rewrite !mxE lnK // posrE x0. Qed.

Theorem sin_neg : Statements.sin_neg.
Proof. by move=> R n x; apply/matrixP => i j; rewrite !mxE sinN. Qed.

Theorem abs_exp : Statements.abs_exp.
Proof. by move=> R n x; apply/matrixP => i j; rewrite !mxE /absolute ger0_norm // ltW // expR_gt0. Qed.

Theorem max_self : Statements.max_self.
Proof. by move=> R n x; apply/matrixP => i j; rewrite !mxE /larger ltxx. Qed.
