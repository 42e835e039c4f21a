(* The matrix form of linear operations on vec. *)
From mathcomp Require Import all_ssreflect all_algebra.
From mathcomp Require Import boolp classical_sets functions reals topology normedtype sequences derive exp trigo.
From mathcomp Require Import ring.
From Gradus Require Import Vocabulary Algebra Blocks.
From Gradus Require Statements DiagonalRules KroneckerRules BlockRules.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Import Order.TTheory GRing.Theory Num.Theory numFieldNormedType.Exports.
Local Open Scope ring_scope.

Theorem jacobian_product : Statements.jacobian_product.
Proof. by move=> R k m n B dA; rewrite -vec_mul3 mul1mx. Qed.

Theorem jacobian_hadamard : Statements.jacobian_hadamard.
Proof.
move=> R m n B dA; rewrite DiagonalRules.diag_mul; apply/matrixP => r k; case/mxvec_indexP: r => j i.
by rewrite [in RHS]mxE !vecE mxE.
Qed.

Theorem jacobian_scale : Statements.jacobian_scale.
Proof. by move=> R m n B da; rewrite /vec !linearZ. Qed.

Theorem jacobian_transpose : Statements.jacobian_transpose.
Proof.
move=> R m n dA; apply/matrixP => r k; case/mxvec_indexP: r => i j; rewrite vecE [LHS]mxE [RHS]mxE sum_mxvec.
have K a b : commutation m n (mxvec_index i j) (mxvec_index b a) = ((i == a) && (j == b))%:R :> R.
  by rewrite mxE !index_pairE.
under eq_bigr do under eq_bigr do rewrite K vecE.
rewrite (bigD1 j) //= (bigD1 i) //= !eqxx mul1r.
rewrite big1 ?addr0; last by move=> a /negPf ai; rewrite eq_sym ai mul0r.
rewrite big1 ?addr0 // => b /negPf bj; apply: big1 => a _.
by rewrite [j == b]eq_sym bj andbF mul0r.
Qed.

Theorem jacobian_trace : Statements.jacobian_trace.
Proof. by move=> R n dA; rewrite KroneckerRules.vec_dot_vec trmx1 mul1mx. Qed.

Theorem jacobian_vec : Statements.jacobian_vec.
Proof. by []. Qed.

Theorem jacobian_unvec : Statements.jacobian_unvec.
Proof. by move=> R m n dx; rewrite KroneckerRules.vec_unvec. Qed.

Theorem jacobian_total : Statements.jacobian_total.
Proof.
move=> R m n dA; rewrite KroneckerRules.vec_dot_vec -/(inner _ _) innerE; apply: eq_bigr => i _.
by apply: eq_bigr => j _; rewrite mxE mul1r.
Qed.

Theorem jacobian_total_rows : Statements.jacobian_total_rows.
Proof.
move=> R m n dA; rewrite -[1%:M in RHS]trmx1 -vec_mul3 mulmx1; apply/matrixP => i j; rewrite !mxE (ord1 j).
rewrite (@entry_at _ _ _ _ (mxvec_index i 0) 0) ?mxvec_index_val ?muln1 ?addn0 // vecE mxE.
by apply: eq_bigr => k _; rewrite mxE mul1r.
Qed.

Theorem jacobian_total_columns : Statements.jacobian_total_columns.
Proof.
move=> R m n dA; have -> : ones 1 n = (ones n 1)^T :> 'M[R]_(1, n) by apply/matrixP => i j; rewrite !mxE.
rewrite -vec_mul3 mul1mx; apply/matrixP => i j; rewrite !mxE (ord1 j).
rewrite (@entry_at _ _ _ _ (mxvec_index 0 i) 0) ?mxvec_index_val // vecE mxE.
by apply: eq_bigr => k _; rewrite mxE mulr1.
Qed.

(* Row (j, i) of vec_diagonal is unit vector j where i = j, and 0 elsewhere. *)
Lemma vec_diagonalE (R : realType) n i j k : vec_diagonal n (mxvec_index j i) k = ((j == k) && (i == k))%:R :> R.
Proof. by rewrite mxE index_pairE. Qed.

Theorem jacobian_diagonal_matrix : Statements.jacobian_diagonal_matrix.
Proof.
move=> R n dx; apply/matrixP => r c; case/mxvec_indexP: r => j i; rewrite vecE !mxE (ord1 c).
under eq_bigr do rewrite vec_diagonalE -mulnb natrM -mulrA.
by rewrite sum_at; case: eqP => [->|]; rewrite ?mul1r ?mul0r.
Qed.

Theorem jacobian_diagonal : Statements.jacobian_diagonal.
Proof.
move=> R n dA; apply/matrixP => i c; rewrite !mxE sum_mxvec (ord1 c).
transitivity (\sum_j (i == j)%:R * \sum_k (i == k)%:R * dA k j); first by rewrite !sum_at.
apply: eq_bigr => j _; rewrite mulr_sumr; apply: eq_bigr => k _.
by rewrite mxE vec_diagonalE vecE -mulnb natrM -mulrA ![i == _]eq_sym.
Qed.

(* Rows and columns are picked on either side. *)
Theorem jacobian_block : Statements.jacobian_block.
Proof. by move=> R a b m n p q dA; rewrite !block_one block_pick vec_mul3 trmxK. Qed.

Theorem jacobian_place : Statements.jacobian_place.
Proof. by move=> R a b m n p q dA; rewrite !block_one place_pick vec_mul3 kron_trmx. Qed.

Theorem jacobian_vertical : Statements.jacobian_vertical.
Proof.
move=> R a b n dA; rewrite -[X in kron X _]trmx1 -vec_mul3 mulmx1; congr vec.
have -> : block 0 0 (1%:M : 'M[R]_(a + b)) = col_mx 1%:M 0 :> 'M[R]_(a + b, a).
  rewrite BlockRules.block_left_lsubmx; apply/matrixP => i j; rewrite mxE; case: (split_ordP i) => k ->.
    by rewrite col_mxEu !mxE eq_lshift.
  by rewrite col_mxEd !mxE eq_rlshift.
by rewrite mul_col_mx mul1mx mul0mx.
Qed.

(* The entries of row_mx are counted a columns first, then b. *)
Theorem jacobian_horizontal : Statements.jacobian_horizontal.
Proof.
move=> R a b m dA; rewrite mul_col_mx mul1mx mul0mx; apply/matrixP => r c.
case/mxvec_indexP: r => j i; rewrite vecE [RHS]mxE (ord1 c); case: (split_ordP j) => k ->.
  have e : lshift (b * m) (mxvec_index k i) = mxvec_index (lshift b k) i :> nat.
    by rewrite [RHS]mxvec_index_val; exact: mxvec_index_val.
  by rewrite row_mxEl (entry_at (l := 0) _ e) // col_mxEu vecE.
have e : rshift (a * m) (mxvec_index k i) = mxvec_index (rshift a k) i :> nat.
  by rewrite [RHS]mxvec_index_val -[RHS]/((a + k) * m + i)%N mulnDl -addnA -mxvec_index_val.
by rewrite row_mxEr (entry_at (l := 0) _ e) // col_mxEd !mxE.
Qed.
