(* Inverses and determinants. *)
From mathcomp Require Import all_ssreflect all_algebra.
From mathcomp Require Import boolp classical_sets functions reals topology normedtype sequences derive exp trigo.
From mathcomp Require Import ring.
From Gradus Require Import Vocabulary Algebra Differential Determinant.
From Gradus Require Statements.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Import Order.TTheory GRing.Theory Num.Theory numFieldNormedType.Exports.
Local Open Scope ring_scope.

Lemma unit_norm_det (R : realType) n (A : 'M[R]_n) : A \in unitmx -> 0 < `|\det A|.
Proof. by rewrite unitmxE unitfE normr_gt0. Qed.

Theorem inv_inv : Statements.inv_inv.
Proof. by move=> R n A _ _; rewrite invmxK. Qed.

Theorem inv_smul : Statements.inv_smul.
Proof. by move=> R n A c *; rewrite invmxZ. Qed.

Theorem inv_one : Statements.inv_one.
Proof. by move=> R n _; rewrite invmx1. Qed.

Theorem inv_diag : Statements.inv_diag.
Proof.
move=> R n x _ ud x0; apply: (can_inj (mulKmx ud)); rewrite mulmxV // /diag mul_diag_mx.
apply/matrixP => i j; rewrite !mxE; case: eqP => [->|_]; last by rewrite mulr0n mulr0.
by rewrite !mulr1n divff // x0.
Qed.

Theorem inv_mul : Statements.inv_mul.
Proof.
move=> R n A B uA uB uAB; apply: (can_inj (mulKmx uAB)).
by rewrite mulmxV // -mulmxA (mulmxA B) mulmxV // mul1mx mulmxV.
Qed.

Theorem inv_kron : Statements.inv_kron.
Proof.
move=> R m n A B uA uB uK; apply: (can_inj (mulKmx uK)); rewrite mulmxV // kron_mul !mulmxV //.
apply/matrixP => r c; case/mxvec_indexP: r => i k; case/mxvec_indexP: c => j l.
by rewrite kronE !mxE mxvec_index_inj -natrM mulnb.
Qed.

Theorem adj_eq_det_mul_inv : Statements.adj_eq_det_mul_inv.
Proof.
move=> R n A uA; rewrite /invmx uA scalerA divff ?scale1r //.
by move: uA; rewrite unitmxE unitfE.
Qed.

Theorem det_scalar : Statements.det_scalar.
Proof. by move=> R c; rewrite det_scalar1. Qed.

Theorem logdet_scalar : Statements.logdet_scalar.
Proof. by move=> R c *; rewrite /logdet det_scalar1. Qed.

Theorem det_transpose : Statements.det_transpose.
Proof. by move=> R n A; rewrite det_tr. Qed.

Theorem det_mul : Statements.det_mul.
Proof. by move=> R n A B; rewrite det_mulmx. Qed.

Theorem det_inv : Statements.det_inv.
Proof. by move=> R n A _ _; rewrite det_inv. Qed.

Theorem det_one : Statements.det_one.
Proof. by move=> R n; rewrite det1. Qed.

Theorem logdet_mul : Statements.logdet_mul.
Proof.
move=> R n A B uA uB _; rewrite /logdet det_mulmx normrM lnM //; exact: unit_norm_det.
Qed.
