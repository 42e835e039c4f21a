(* A derivative is read off a differential: it is the derivative, and the only one. *)
From mathcomp Require Import all_ssreflect all_algebra.
From mathcomp Require Import boolp classical_sets functions reals topology normedtype sequences derive exp trigo.
From mathcomp Require Import ring.
From Gradus Require Import Vocabulary Algebra Differential.
From Gradus Require Statements KroneckerRules.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Import Order.TTheory GRing.Theory Num.Theory numFieldNormedType.Exports.
Local Open Scope ring_scope.

Theorem gradient_of_inner : Statements.gradient_of_inner.
Proof.
move=> R m n f df X G D dfE; have DG : is_gradient f X G by exact: (is_diff_ext _ _ D).
by split=> // G' DG'; apply: inner_unique; exact: is_diff_unique DG' DG.
Qed.

(* A matrix is known by what it does to columns, and every column is the vec of a matrix. *)
Lemma mul_vec_inj (R : realType) m n p (J J' : 'M[R]_(p, n * m)) :
  (forall H : 'M[R]_(m, n), J *m vec H = J' *m vec H) -> J = J'.
Proof.
move=> JJ; apply/matrixP => i j; have := JJ (unvec (delta_mx j 0)); rewrite KroneckerRules.vec_unvec -!colE.
by move/matrixP/(_ i 0); rewrite !mxE.
Qed.

Theorem jacobian_of_differential : Statements.jacobian_of_differential.
Proof.
move=> R m n p q Y dY X J D dYE.
have DJ : is_jacobian Y X J by apply: (mxd_ext _ _ D) => // H; rewrite -dYE KroneckerRules.unvec_vec.
split=> // J' DJ'; apply: mul_vec_inj => H; have := mxd_unique DJ' DJ H.
by move/(congr1 (@vec R p q)); rewrite !KroneckerRules.vec_unvec.
Qed.
