(* The trace is linear and does not see transposes or cyclic moves. *)
From mathcomp Require Import all_ssreflect all_algebra.
From mathcomp Require Import boolp classical_sets functions reals topology normedtype sequences derive exp trigo.
From mathcomp Require Import ring.
From Gradus Require Import Vocabulary Algebra Differential Determinant.
From Gradus Require Statements.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Import Order.TTheory GRing.Theory Num.Theory numFieldNormedType.Exports.
Local Open Scope ring_scope.

Theorem trace_add : Statements.trace_add.
Proof. by move=> R n A B; rewrite mxtraceD. Qed.

Theorem trace_smul : Statements.trace_smul.
Proof. by move=> R n A c; rewrite mxtraceZ. Qed.

Theorem trace_transpose : Statements.trace_transpose.
Proof. by move=> R n A; rewrite mxtrace_tr. Qed.

Theorem trace_one : Statements.trace_one.
Proof. by move=> R n; rewrite mxtrace1. Qed.

Theorem trace_diag : Statements.trace_diag.
Proof.
move=> R n x; rewrite /diag mxtrace_diag; apply: eq_bigr => i _.
by rewrite big_ord1 mxE.
Qed.

Theorem trace_kron : Statements.trace_kron.
Proof. by move=> R m n A B; rewrite kron_trace. Qed.

Theorem trace_mul_comm : Statements.trace_mul_comm.
Proof. by move=> R m n A B; rewrite mxtrace_mulC. Qed.
