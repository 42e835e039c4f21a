(* Sums over entries, rows and columns. *)
From mathcomp Require Import all_ssreflect all_algebra.
From mathcomp Require Import boolp classical_sets functions reals topology normedtype sequences derive exp trigo.
From mathcomp Require Import ring.
From Gradus Require Import Vocabulary Algebra Differential Determinant.
From Gradus Require Statements.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Import Order.TTheory GRing.Theory Num.Theory numFieldNormedType.Exports.
Local Open Scope ring_scope.

Theorem sum_rows_eq : Statements.sum_rows_eq.
Proof.
move=> R m n X; apply/matrixP => i j; rewrite !mxE; apply: eq_bigr => k _.
by rewrite !mxE mul1r.
Qed.

Theorem sum_smul : Statements.sum_smul.
Proof.
move=> R m n X c; rewrite /total mulr_sumr; apply: eq_bigr => i _.
by rewrite mulr_sumr; apply: eq_bigr => j _; rewrite mxE.
Qed.

Theorem sum_add : Statements.sum_add.
Proof.
move=> R m n X Y; rewrite /total -big_split; apply: eq_bigr => i _ /=.
by rewrite -big_split; apply: eq_bigr => j _; rewrite mxE.
Qed.

Theorem sum_transpose : Statements.sum_transpose.
Proof.
move=> R m n X; rewrite /total exchange_big; apply: eq_bigr => i _.
by apply: eq_bigr => j _; rewrite mxE.
Qed.

Theorem sum_ones : Statements.sum_ones.
Proof.
move=> R m n; rewrite /total; under eq_bigr do under eq_bigr do rewrite mxE.
by rewrite !sumr_const !card_ord mulr_natl.
Qed.

Theorem sum_diag : Statements.sum_diag.
Proof.
move=> R n x; rewrite /total; apply: eq_bigr => i _; rewrite (bigD1 i) //= big1 ?addr0.
  by rewrite big_ord1 !mxE eqxx mulr1n.
by move=> j /negPf ji; rewrite !mxE eq_sym ji mulr0n.
Qed.

Theorem sum_hadamard : Statements.sum_hadamard.
Proof.
move=> R n x y; rewrite -/(inner _ _) innerE; apply: eq_bigr => i _.
by apply: eq_bigr => j _; rewrite mxE.
Qed.

Theorem sum_mul_ones : Statements.sum_mul_ones.
Proof.
move=> R m n A; rewrite /total; apply: eq_bigr => i _; rewrite big_ord1 mxE.
by apply: eq_bigr => j _; rewrite mxE mulr1.
Qed.

Theorem sum_outer : Statements.sum_outer.
Proof.
move=> R m n x y; rewrite /total mulr_suml; apply: eq_bigr => i _.
rewrite !big_ord1 mulr_sumr; apply: eq_bigr => j _.
by rewrite !mxE !big_ord1 !mxE.
Qed.
