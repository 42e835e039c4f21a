(* The Euclidean and Frobenius norm away from 0. *)
From mathcomp Require Import all_ssreflect all_algebra.
From mathcomp Require Import boolp classical_sets functions reals topology normedtype sequences derive exp trigo.
From mathcomp Require Import ring.
From Gradus Require Import Vocabulary Algebra Differential Determinant Tactics.
From Gradus Require Statements FoldingRules.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Import Order.TTheory GRing.Theory Num.Theory numFieldNormedType.Exports.
Local Open Scope ring_scope.

Lemma dot_self_gt0 (R : realType) m n (X : 'M[R]_(m, n)) : X != 0 -> 0 < \tr (X^T *m X).
Proof.
rewrite lt0r FoldingRules.dot_self_ge0 andbT; apply: contra_neq.
rewrite -/(inner _ _) innerE => S0; apply/matrixP => i j; rewrite mxE.
have nn (k : 'I_m) (l : 'I_n) : 0 <= X k l * X k l by rewrite -expr2 sqr_ge0.
move/eqP: S0; rewrite psumr_eq0 => [|k _]; last exact: sumr_ge0.
move/allP/(_ i (mem_index_enum _)); rewrite psumr_eq0 //.
by move/allP/(_ j (mem_index_enum _)); rewrite mulf_eq0 orbb => /eqP.
Qed.

Theorem d_norm2 : Statements.d_norm2.
Proof.
move=> R V v m n A dA D A0; have q0 := dot_self_gt0 A0.
have Dq := diff_trace (mxd_mul (mxd_tr D) D).
apply: (is_diff_ext _ _ (is_diff_chain Dq (is_derive_sqrt q0))) => // h.
rewrite mxtraceD; have -> : \tr ((dA h)^T *m A v) = \tr ((A v)^T *m dA h) by rewrite -mxtrace_tr trmx_mul trmxK.
have n0 : norm2 (A v) != 0 by rewrite gt_eqF // sqrtr_gt0.
by rewrite -/(norm2 _); move: (norm2 _) (\tr _) n0 => s t s0; field.
Qed.
