(* The matrix form of linear operations on vec. *)
From mathcomp Require Import all_ssreflect all_algebra.
From mathcomp Require Import boolp classical_sets functions reals topology normedtype sequences derive exp trigo.
From mathcomp Require Import ring.
From Gradus Require Import Vocabulary Algebra Differential Determinant.
From Gradus Require Statements DiagonalRules KroneckerRules.
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
