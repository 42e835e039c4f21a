(* What moving an operation to the other side of the inner product is. *)
From mathcomp Require Import all_ssreflect all_algebra.
From mathcomp Require Import boolp classical_sets functions reals topology normedtype sequences derive exp trigo.
From mathcomp Require Import ring.
From Gradus Require Import Vocabulary Algebra Differential Determinant.
From Gradus Require Statements KroneckerRules.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Import Order.TTheory GRing.Theory Num.Theory numFieldNormedType.Exports.
Local Open Scope ring_scope.

Ltac both_entries := let i := fresh "i" in let j := fresh "j" in
  rewrite !innerE; apply: eq_bigr => i _; apply: eq_bigr => j _; rewrite ?mxE; entries; ring.

Theorem adjoint_product : Statements.adjoint_product.
Proof. by move=> R k m n B dA G; rewrite adjoint_mulr. Qed.

Theorem adjoint_hadamard : Statements.adjoint_hadamard.
Proof. by move=> R m n B dA G; rewrite adjoint_hadamard. Qed.

Theorem adjoint_scale : Statements.adjoint_scale.
Proof.
by move=> R m n B da G; rewrite -/(inner _ _) innerC /inner [(da *: B)^T]linearZ -scalemxAl mxtraceZ mulrC.
Qed.

Theorem adjoint_transpose : Statements.adjoint_transpose.
Proof. by move=> R m n dA G; rewrite adjoint_tr. Qed.

Theorem adjoint_kronecker : Statements.adjoint_kronecker.
Proof.
move=> R m n p q B dA G; rewrite innerE sum_mxvec innerE; apply: eq_bigr => i _.
under eq_bigr do rewrite sum_mxvec.
rewrite exchange_big; apply: eq_bigr => j _; rewrite mxE mulr_suml; apply: eq_bigr => k _.
by rewrite mulr_suml; apply: eq_bigr => l _; rewrite kronE mulrCA mulrC.
Qed.

Theorem adjoint_kronecker_left : Statements.adjoint_kronecker_left.
Proof. by move=> R m n p q B dA G; rewrite innerC -adjoint_kronecker innerC. Qed.

Theorem adjoint_kronecker_right : Statements.adjoint_kronecker_right.
Proof.
move=> R m n p q B dA G; rewrite [RHS]innerC !innerE sum_mxvec.
under [RHS]eq_bigr do under eq_bigr do rewrite sum_mxvec.
under [RHS]eq_bigr do rewrite exchange_big /=.
under [LHS]eq_bigr do under eq_bigr do rewrite mxE mulr_sumr.
under [LHS]eq_bigr do rewrite exchange_big /=.
rewrite exchange_big; apply: eq_bigr => i _.
transitivity (\sum_k \sum_l \sum_j G k l * (B i j * dA (mxvec_index i k) (mxvec_index j l))).
  by apply: eq_bigr => k _; apply: eq_bigr => l _; rewrite mulr_sumr.
rewrite [RHS]exchange_big; apply: eq_bigr => k _; rewrite exchange_big.
by apply: eq_bigr => j _; apply: eq_bigr => l _; rewrite kronE; entries; ring.
Qed.

Theorem adjoint_trace : Statements.adjoint_trace.
Proof. by move=> R n dA g; rewrite adjoint_trace scalemx1. Qed.

Theorem adjoint_diagonal_matrix : Statements.adjoint_diagonal_matrix.
Proof.
move=> R n dx G; rewrite !innerE; apply: eq_bigr => i _; rewrite (bigD1 i) //= big1 ?addr0.
  by rewrite big_ord1 !mxE eqxx mulr1n.
by move=> j /negPf ji; rewrite !mxE eq_sym ji mulr0n mulr0.
Qed.

Theorem adjoint_diagonal : Statements.adjoint_diagonal.
Proof. by move=> R n dA G; rewrite innerC -adjoint_diagonal_matrix innerC. Qed.

Theorem adjoint_lower_triangle : Statements.adjoint_lower_triangle.
Proof.
move=> R n dA G; rewrite !innerE; apply: eq_bigr => i _; apply: eq_bigr => j _; rewrite !mxE.
by case: ifP => _; rewrite ?mul0r ?mulr0.
Qed.

Theorem adjoint_vec : Statements.adjoint_vec.
Proof.
move=> R m n dA G; rewrite -[in LHS](KroneckerRules.vec_unvec G).
exact: KroneckerRules.vec_dot_vec.
Qed.

Theorem adjoint_unvec : Statements.adjoint_unvec.
Proof. by move=> R m n dx G; rewrite innerC -adjoint_vec innerC. Qed.

Theorem adjoint_total : Statements.adjoint_total.
Proof.
move=> R m n dA g; rewrite innerE mulr_sumr; apply: eq_bigr => i _.
by rewrite mulr_sumr; apply: eq_bigr => j _; rewrite !mxE mulr1.
Qed.

Theorem adjoint_total_rows : Statements.adjoint_total_rows.
Proof.
move=> R m n dA G; rewrite !innerE big_ord1 exchange_big; apply: eq_bigr => j _ /=.
by rewrite mxE mulr_sumr; apply: eq_bigr => i _; rewrite !mxE big_ord1 mxE mul1r.
Qed.

Theorem adjoint_total_columns : Statements.adjoint_total_columns.
Proof.
move=> R m n dA G; rewrite !innerE; apply: eq_bigr => i _.
by rewrite big_ord1 mxE mulr_sumr; apply: eq_bigr => j _; rewrite !mxE big_ord1 mxE mulr1.
Qed.
