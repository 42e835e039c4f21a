(* Inverses cancel, scalars read both ways round, ones are counted. *)
From mathcomp Require Import all_ssreflect all_algebra.
From mathcomp Require Import boolp classical_sets functions reals topology normedtype sequences derive exp trigo.
From mathcomp Require Import ring.
From Gradus Require Import Vocabulary Algebra Differential Determinant.
From Gradus Require Statements.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Import Order.TTheory GRing.Theory Num.Theory numFieldNormedType.Exports.
Local Open Scope ring_scope.

Theorem mul_inv_cancel : Statements.mul_inv_cancel.
Proof. by move=> R n A uA; rewrite mulmxV. Qed.

Theorem ones_eq_outer : Statements.ones_eq_outer.
Proof. by move=> R m n; apply/matrixP => i j; rewrite !mxE big_ord1 !mxE mulr1. Qed.

Theorem ones_outer : Statements.ones_outer.
Proof. by move=> R m n; rewrite -ones_eq_outer. Qed.

Theorem ones_dot_ones : Statements.ones_dot_ones.
Proof.
move=> R n; rewrite mxtrace_mulC -ones_eq_outer /mxtrace.
by under eq_bigr do rewrite mxE; rewrite sumr_const card_ord.
Qed.

Theorem scalar_transpose : Statements.scalar_transpose.
Proof. by move=> R m n A x y; rewrite -mxtrace_tr !trmx_mul trmxK mulmxA. Qed.

Theorem ones_mul_eq_sum : Statements.ones_mul_eq_sum.
Proof.
move=> R n x; rewrite /mxtrace /total big_ord1 mxE.
by apply: eq_bigr => i _; rewrite big_ord1 mxE mul1r.
Qed.

Theorem dot_hadamard : Statements.dot_hadamard.
Proof.
move=> R n x y z; rewrite -/(inner _ _) innerE; apply: eq_bigr => i _.
by apply: eq_bigr => j _; rewrite !mxE mulrA.
Qed.

Theorem unit_dot_unit : Statements.unit_dot_unit.
Proof.
move=> R n n0; rewrite /mxtrace big_ord1 mxE (bigD1 (Ordinal n0)) //= big1 ?addr0 => [|k ne].
  by rewrite !mxE eqxx mulr1.
by rewrite !mxE; case: eqP => [k0|_]; [case/eqP: ne; exact: val_inj | rewrite mul0r].
Qed.
