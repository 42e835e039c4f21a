(* Diagonal matrices act entry by entry. *)
From mathcomp Require Import all_ssreflect all_algebra.
From mathcomp Require Import boolp classical_sets functions reals topology normedtype sequences derive exp trigo.
From mathcomp Require Import ring.
From Gradus Require Import Vocabulary Algebra Differential Determinant.
From Gradus Require Statements.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Import Order.TTheory GRing.Theory Num.Theory numFieldNormedType.Exports.
Local Open Scope ring_scope.

Theorem diag_mul : Statements.diag_mul.
Proof. by move=> R n x y; rewrite /diag mul_diag_mx; apply/matrixP => i j; rewrite !mxE (ord1 j). Qed.

Theorem diag_smul : Statements.diag_smul.
Proof. by move=> R n c x; rewrite /diag !linearZ. Qed.

Theorem diag_ones : Statements.diag_ones.
Proof. by move=> R n; apply/matrixP => i j; rewrite !mxE. Qed.

Theorem diag_add : Statements.diag_add.
Proof. by move=> R n x y; rewrite /diag !linearD. Qed.

Theorem diagonal_diag : Statements.diagonal_diag.
Proof. by move=> R n x; apply/matrixP => i j; rewrite !mxE eqxx mulr1n (ord1 j). Qed.

Theorem diagonal_transpose : Statements.diagonal_transpose.
Proof. by move=> R n A; apply/matrixP => i j; rewrite !mxE. Qed.

Theorem diagonal_smul : Statements.diagonal_smul.
Proof. by move=> R n A c; apply/matrixP => i j; rewrite !mxE. Qed.

Theorem diagonal_outer : Statements.diagonal_outer.
Proof. by move=> R n x y; apply/matrixP => i j; rewrite !mxE big_ord1 !mxE (ord1 j). Qed.
