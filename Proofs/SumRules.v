(* Common factors come out of sums. *)
From mathcomp Require Import all_ssreflect all_algebra.
From mathcomp Require Import boolp classical_sets functions reals topology normedtype sequences derive exp trigo.
From mathcomp Require Import ring.
From Gradus Require Import Vocabulary Algebra Differential Determinant.
From Gradus Require Statements.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Import Order.TTheory GRing.Theory Num.Theory numFieldNormedType.Exports.
Local Open Scope ring_scope.

Theorem smul_add : Statements.smul_add.
Proof. by move=> R m n A B c; rewrite scalerDr. Qed.

Theorem mul_add : Statements.mul_add.
Proof. by move=> R k m n A B C; rewrite mulmxDr. Qed.

Theorem hadamard_add : Statements.hadamard_add.
Proof. by move=> R m n X Y Z; apply/matrixP => i j; rewrite !mxE mulrDr. Qed.

Theorem hadamard_add_cancel : Statements.hadamard_add_cancel.
Proof. by move=> R m n X Y Z; entrywise. Qed.

Theorem neg_mul_sub : Statements.neg_mul_sub.
Proof. by move=> R k m n A B C; rewrite -mulmxN opprB addrC. Qed.

Theorem mul_add_cancel : Statements.mul_add_cancel.
Proof. by move=> R n A B uA; rewrite mulmxDr mulmxV // addrC. Qed.
