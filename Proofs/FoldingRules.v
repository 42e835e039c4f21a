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

Theorem log_sigmoid : Statements.log_sigmoid.
Proof.
move=> R n x *; apply/matrixP => i j; rewrite !mxE /sigmoid /softplus.
by rewrite lnV // posrE one_add_expR_gt0.
Qed.

Theorem log_one_sub_sigmoid : Statements.log_one_sub_sigmoid.
Proof.
move=> R n x *; apply/matrixP => i j; rewrite !mxE /sigmoid /softplus.
have -> : 1 - (1 + expR (- x i j))^-1 = (1 + expR (x i j))^-1.
  by rewrite expRN; move: (x i j) => t; field; nonzero.
by rewrite lnV // posrE one_add_expR_gt0.
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

Theorem mean_rows_eq : Statements.mean_rows_eq.
Proof. by move=> R m n X _; apply/matrixP => i j; rewrite !mxE mulrC. Qed.

Theorem mean_columns_eq : Statements.mean_columns_eq.
Proof. by move=> R m n X _; apply/matrixP => i j; rewrite !mxE mulrC. Qed.

Theorem dot_eq : Statements.dot_eq.
Proof. by []. Qed.

Theorem inner_eq : Statements.inner_eq.
Proof. by []. Qed.

Theorem norm1_eq : Statements.norm1_eq.
Proof. by []. Qed.

Theorem exp_zero : Statements.exp_zero.
Proof. by move=> R; rewrite expR0. Qed.
