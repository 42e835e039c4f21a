(* Softmax: slices sum to one, and their logarithms are differences. *)
From mathcomp Require Import all_ssreflect all_algebra.
From mathcomp Require Import boolp classical_sets functions reals topology normedtype sequences derive exp trigo.
From mathcomp Require Import ring.
From Gradus Require Import Vocabulary Algebra Differential Determinant.
From Gradus Require Statements ProductRules.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Import Order.TTheory GRing.Theory Num.Theory numFieldNormedType.Exports.
Local Open Scope ring_scope.

Lemma sum_expR_gt0 (R : realType) n (f : 'I_n -> R) : (0 < n)%N -> 0 < \sum_i expR (f i).
Proof.
case: n f => // n f _; rewrite big_ord_recl ltr_paddr ?expR_gt0 //.
by apply: sumr_ge0 => i _; rewrite ltW ?expR_gt0.
Qed.

(* ln (exp z / Σ exp z) = z - ln Σ exp z *)
Lemma ln_softmax (R : realType) n (f : 'I_n -> R) (k : 'I_n) :
  ln (expR (f k) / \sum_i expR (f i)) = f k - ln (\sum_i expR (f i)).
Proof. by rewrite ln_div ?posrE ?expR_gt0 ?sum_expR_gt0 ?expK //; case: n f k => [f []|]. Qed.

Lemma sum_exp_column (R : realType) n (z : 'cV[R]_n) : \tr (ones 1 n *m map_mx (@expR R) z) = \sum_i expR (z i 0).
Proof. by rewrite ProductRules.ones_mul_eq_sum; apply: eq_bigr => k _; rewrite big_ord1 mxE. Qed.

Theorem exp_div_sum_exp : Statements.exp_div_sum_exp.
Proof.
by move=> R n z *; apply/matrixP => i j; rewrite !mxE mulrC sum_exp_column (ord1 j).
Qed.

Theorem diag_exp_div_sum_exp : Statements.diag_exp_div_sum_exp.
Proof.
move=> R m n Z *; rewrite /diag mul_diag_mx; apply/matrixP => i j; rewrite !mxE mulrC.
by congr (_ / _); apply: eq_bigr => k _; rewrite !mxE mulr1.
Qed.

Theorem exp_div_spread_sum_exp : Statements.exp_div_spread_sum_exp.
Proof.
move=> R m n Z *; apply/matrixP => i j; rewrite !mxE; congr (_ / _).
by rewrite big_ord1 !mxE mulr1; apply: eq_bigr => k _; rewrite !mxE mulr1.
Qed.

Theorem softmax_sum : Statements.softmax_sum.
Proof.
move=> R n z n0; rewrite /total; under eq_bigr do rewrite big_ord1 mxE.
by rewrite -mulr_suml divff // gt_eqF // sum_expR_gt0.
Qed.

Theorem softmax_rows_mul_ones : Statements.softmax_rows_mul_ones.
Proof.
move=> R m n Z n0; apply/matrixP => i j; rewrite !mxE.
under eq_bigr do rewrite !mxE mulr1.
by rewrite -mulr_suml divff // gt_eqF // sum_expR_gt0.
Qed.

Theorem log_of_softmax : Statements.log_of_softmax.
Proof. by move=> R n z _ _; apply/matrixP => i j; rewrite !mxE (ln_softmax (z^~ j)). Qed.

Theorem log_of_softmax_rows : Statements.log_of_softmax_rows.
Proof. by move=> R m n Z _ _; apply/matrixP => i j; rewrite !mxE (ln_softmax (Z^~ j)). Qed.

Theorem log_of_softmax_columns : Statements.log_of_softmax_columns.
Proof. by move=> R m n Z _ _; apply/matrixP => i j; rewrite !mxE (ln_softmax (Z i)). Qed.

Theorem log_softmax_eq : Statements.log_softmax_eq.
Proof. by move=> R n z _ _; apply/matrixP => i j; rewrite !mxE mulr1 sum_exp_column (ord1 j). Qed.

Theorem log_softmax_rows_eq : Statements.log_softmax_rows_eq.
Proof.
move=> R m n Z _ _; apply/matrixP => i j; rewrite !mxE big_ord1 !mxE mul1r; congr (_ - ln _).
by apply: eq_bigr => k _; rewrite !mxE mul1r.
Qed.

Theorem log_softmax_columns_eq : Statements.log_softmax_columns_eq.
Proof.
move=> R m n Z _ _; apply/matrixP => i j; rewrite !mxE big_ord1 !mxE mulr1; congr (_ - ln _).
by apply: eq_bigr => k _; rewrite !mxE mulr1.
Qed.
