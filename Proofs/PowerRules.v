(* Entrywise powers. *)
From mathcomp Require Import all_ssreflect all_algebra.
From mathcomp Require Import boolp classical_sets functions reals topology normedtype sequences derive exp trigo.
From mathcomp Require Import ring.
From Gradus Require Import Vocabulary Algebra Differential Determinant.
From Gradus Require Statements.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Import Order.TTheory GRing.Theory Num.Theory numFieldNormedType.Exports.
Local Open Scope ring_scope.

Theorem pow_pow : Statements.pow_pow.
Proof.
move=> R m n X a b X0 _; apply/matrixP => i j; rewrite !mxE /exp_fun expK.
by congr expR; ring.
Qed.

Theorem mul_pow : Statements.mul_pow.
Proof. by move=> R m n X Y _ _ _; apply/matrixP => i j; rewrite !mxE invfM. Qed.

Theorem pow_outer : Statements.pow_outer.
Proof. by move=> R m n x y *; apply/matrixP => i j; rewrite !mxE !big_ord1 !mxE invfM. Qed.

Theorem sqrt_mul : Statements.sqrt_mul.
Proof.
move=> R x x0 _; have -> : 4%:R = 2%:R ^+ 2 :> R by rewrite -natrX.
by rewrite sqrtrM ?exprn_ge0 ?ler0n // sqrtr_sqr ger0_norm ?ler0n.
Qed.

Theorem exp_pow : Statements.exp_pow.
Proof. by move=> R n a x _; apply/matrixP => i j; rewrite !mxE /exp_fun expK. Qed.

Theorem abs_sq : Statements.abs_sq.
Proof. by move=> R n x; apply/matrixP => i j; rewrite !mxE real_normK // num_real. Qed.

Theorem step_sq : Statements.step_sq.
Proof. by move=> R n x; apply/matrixP => i j; rewrite !mxE /step; case: ifP; rewrite ?expr1n ?expr0n. Qed.

Theorem neg_pow : Statements.neg_pow.
Proof. by move=> R n x y; apply/matrixP => i j; rewrite !mxE; ring. Qed.
