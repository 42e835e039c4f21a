(* Named functions are given back. *)
From mathcomp Require Import all_ssreflect all_algebra.
From mathcomp Require Import boolp classical_sets functions reals topology normedtype sequences derive exp trigo.
From mathcomp Require Import ring.
From Gradus Require Import Vocabulary Algebra Differential Determinant.
From Gradus Require Statements ProductRules.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Import Order.TTheory GRing.Theory Num.Theory numFieldNormedType.Exports.
Local Open Scope ring_scope.

Lemma one_add_expR_gt0 (R : realType) (t : R) : 0 < 1 + expR t.
Proof. by rewrite addr_gt0 ?expR_gt0 ?ltr01. Qed.
Lemma sum_expR_gt0 (R : realType) n (f : 'I_n -> R) : (0 < n)%N -> 0 < \sum_i expR (f i).
Proof.
case: n f => // n f _; rewrite big_ord_recl ltr_paddr ?expR_gt0 //.
by apply: sumr_ge0 => i _; rewrite ltW ?expR_gt0.
Qed.

Theorem one_div_one_add_exp : Statements.one_div_one_add_exp.
Proof. by []. Qed.

Theorem exp_mul_sigmoid_neg : Statements.exp_mul_sigmoid_neg.
Proof.
move=> R n x; apply/matrixP => i j; rewrite !mxE /sigmoid opprK expRN.
by move: (x i j) => t; field; nonzero.
Qed.

Theorem sigmoid_mul_sigmoid_neg : Statements.sigmoid_mul_sigmoid_neg.
Proof.
move=> R n x; apply/matrixP => i j; rewrite !mxE /sigmoid opprK expRN.
by move: (x i j) => t; field; nonzero.
Qed.

Theorem log_one_add_exp : Statements.log_one_add_exp.
Proof. by []. Qed.

Theorem exp_div_sum_exp : Statements.exp_div_sum_exp.
Proof.
move=> R n z *; apply/matrixP => i j; rewrite !mxE mulrC ProductRules.ones_mul_eq_sum (ord1 j).
by congr (_ / _); apply: eq_bigr => k _; rewrite big_ord1 mxE.
Qed.

Theorem diag_exp_div_sum_exp : Statements.diag_exp_div_sum_exp.
Proof.
move=> R m n Z *; rewrite /diag mul_diag_mx; apply/matrixP => i j; rewrite !mxE mulrC.
by congr (_ / _); apply: eq_bigr => k _; rewrite !mxE mulr1.
Qed.

Theorem log_sum_exp : Statements.log_sum_exp.
Proof. by []. Qed.

Lemma dot_self_ge0 (R : realType) m n (X : 'M[R]_(m, n)) : 0 <= \tr (X^T *m X).
Proof.
by rewrite -/(inner _ _) innerE; apply: sumr_ge0 => i _; apply: sumr_ge0 => j _; rewrite -expr2 sqr_ge0.
Qed.

Theorem sqrt_dot_self : Statements.sqrt_dot_self.
Proof. by []. Qed.

Theorem trace_transpose_mul_self : Statements.trace_transpose_mul_self.
Proof. by move=> R m n X; rewrite /norm2 sqr_sqrtr ?dot_self_ge0. Qed.

Theorem norm2_transpose : Statements.norm2_transpose.
Proof. by move=> R m n X; rewrite /norm2 trmxK mxtrace_mulC. Qed.

Theorem sinh_div_cosh : Statements.sinh_div_cosh.
Proof. by move=> R n x *; apply/matrixP => i j; rewrite !mxE. Qed.

Theorem sin_sq_add_cos_sq : Statements.sin_sq_add_cos_sq.
Proof. by move=> R n x; apply/matrixP => i j; rewrite !mxE addrC cos2Dsin2. Qed.

Theorem exp_add_exp_neg : Statements.exp_add_exp_neg.
Proof. by move=> R n x; apply/matrixP => i j; rewrite !mxE /sinh mulrC divfK ?pnatr_eq0. Qed.

Theorem norm2_sq : Statements.norm2_sq.
Proof. by move=> R m n X; rewrite -trace_transpose_mul_self. Qed.

Theorem mean_eq : Statements.mean_eq.
Proof. by move=> R m n X *; rewrite /mean natrM. Qed.

Theorem dot_eq : Statements.dot_eq.
Proof. by []. Qed.

Theorem inner_eq : Statements.inner_eq.
Proof. by []. Qed.

Theorem norm1_eq : Statements.norm1_eq.
Proof. by []. Qed.

Theorem log_softmax_eq : Statements.log_softmax_eq.
Proof.
move=> R n z n0 *; apply/matrixP => i j; rewrite !mxE mulr1 ProductRules.ones_mul_eq_sum (ord1 j).
rewrite ln_div ?posrE ?expR_gt0 ?sum_expR_gt0 // expK; congr (_ - ln _).
by apply: eq_bigr => k _; rewrite big_ord1 mxE.
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

Theorem exp_zero : Statements.exp_zero.
Proof. by move=> R; rewrite expR0. Qed.
