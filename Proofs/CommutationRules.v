(* The commutation matrix K, and I + K and I - K. *)
From mathcomp Require Import all_ssreflect all_algebra.
From mathcomp Require Import boolp classical_sets functions reals topology normedtype sequences derive exp trigo.
From mathcomp Require Import ring.
From Gradus Require Import Vocabulary Algebra Blocks.
From Gradus Require Statements TransposeRules JacobianRules.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Import Order.TTheory GRing.Theory Num.Theory numFieldNormedType.Exports.
Local Open Scope ring_scope.

(* On the left K moves row (j, i) to row (i, j), on the right it does so with columns. *)
Lemma commutation_mul (R : realType) m n p (X : 'M[R]_(n * m, p)) i j c :
  (commutation m n *m X) (mxvec_index i j) c = X (mxvec_index j i) c.
Proof.
rewrite mxE -[RHS](@sum_at _ _ _ (X^~ c)); apply: eq_bigr => s _; congr (_ * _); case/mxvec_indexP: s => b a.
by rewrite mxE !index_pairE mxvec_index_inj andbC.
Qed.

Lemma mul_commutation (R : realType) m n p (X : 'M[R]_(p, m * n)) r i j :
  (X *m commutation m n) r (mxvec_index j i) = X r (mxvec_index i j).
Proof.
have := commutation_mul X^T j i r.
by rewrite -[commutation n m]TransposeRules.transpose_commutation -trmx_mul !mxE.
Qed.

Theorem commutation_twice : Statements.commutation_twice.
Proof.
move=> R m n; apply/matrixP => r c; case/mxvec_indexP: r => i j; case/mxvec_indexP: c => k l.
by rewrite commutation_mul !mxE !index_pairE mxvec_index_inj andbC.
Qed.

Theorem commutation_kron : Statements.commutation_kron.
Proof.
move=> R m n p q A B; apply/matrixP => r c; case/mxvec_indexP: r => k i; case/mxvec_indexP: c => l j.
by rewrite mul_commutation commutation_mul !kronE mulrC.
Qed.

Theorem commutation_vecdiag : Statements.commutation_vecdiag.
Proof.
move=> R n; apply/matrixP => r k; case/mxvec_indexP: r => i j.
by rewrite commutation_mul !JacobianRules.vec_diagonalE andbC.
Qed.

Lemma mul_vec_diagonal (R : realType) n p (X : 'M[R]_(p, n * n)) r k :
  (X *m vec_diagonal n) r k = X r (mxvec_index k k).
Proof.
rewrite mxE -[RHS](@sum_at _ _ _ (X r)); apply: eq_bigr => s _; case/mxvec_indexP: s => i j.
by rewrite JacobianRules.vec_diagonalE mxvec_index_inj mulrC ![_ == k]eq_sym.
Qed.

Theorem vecdiag_kron : Statements.vecdiag_kron.
Proof.
move=> R m n A B; apply/matrixP => i j.
by rewrite mul_vec_diagonal -[_ *m _]trmxK trmx_mul trmxK mxE mul_vec_diagonal mxE kronE mxE.
Qed.

(* All that I + K and I - K need is that K is its own inverse. *)
Section Involution.
Variables (R : realType) (n : nat) (K : 'M[R]_n).
Hypothesis K_twice : K *m K = 1%:M.
Local Notation S := (1%:M + K).
Local Notation D := (1%:M - K).

Lemma mul_symmetrize : K *m S = S.
Proof. by rewrite mulmxDr mulmx1 K_twice addrC. Qed.
Lemma symmetrize_mul : S *m K = S.
Proof. by rewrite mulmxDl mul1mx K_twice addrC. Qed.
Lemma mul_skew : K *m D = - D.
Proof. by rewrite mulmxBr mulmx1 K_twice opprB. Qed.
Lemma skew_mul : D *m K = - D.
Proof. by rewrite mulmxBl mul1mx K_twice opprB. Qed.

Lemma symmetrize_square : S *m S = 2%:R *: S.
Proof. by rewrite mulmxDl mul1mx mul_symmetrize scaler_nat mulr2n. Qed.
Lemma skew_square : D *m D = 2%:R *: D.
Proof. by rewrite mulmxBl mul1mx mul_skew opprK scaler_nat mulr2n. Qed.

Lemma symmetrize_conjugate X Y : K *m X *m K = Y -> S *m X *m S = S *m Y *m S.
Proof. by move=> <-; rewrite !mulmxA symmetrize_mul -[RHS]mulmxA mul_symmetrize. Qed.
Lemma skew_conjugate X Y : K *m X *m K = Y -> D *m X *m D = D *m Y *m D.
Proof. by move=> <-; rewrite !mulmxA skew_mul -[RHS]mulmxA mul_skew mulmxN !mulNmx opprK. Qed.

Lemma conjugate_commutes X : K *m X *m K = X -> K *m X = X *m K.
Proof. by move=> e; rewrite -[X in RHS]e -mulmxA K_twice mulmx1. Qed.
Lemma symmetrize_commutes X : K *m X *m K = X -> S *m X = X *m S.
Proof. by move=> /conjugate_commutes e; rewrite mulmxDl mulmxDr mul1mx mulmx1 e. Qed.
Lemma skew_commutes X : K *m X *m K = X -> D *m X = X *m D.
Proof. by move=> /conjugate_commutes e; rewrite mulmxBl mulmxBr mul1mx mulmx1 e. Qed.
End Involution.

Theorem symmetrize_commutation : Statements.symmetrize_commutation.
Proof. by move=> R n; exact/mul_symmetrize/commutation_twice. Qed.

Theorem skew_commutation : Statements.skew_commutation.
Proof. by move=> R n; exact/mul_skew/commutation_twice. Qed.

Theorem symmetrize_twice : Statements.symmetrize_twice.
Proof. by move=> R n; exact/symmetrize_square/commutation_twice. Qed.

Theorem skew_twice : Statements.skew_twice.
Proof. by move=> R n; exact/skew_square/commutation_twice. Qed.

Theorem symmetrize_kron : Statements.symmetrize_kron.
Proof. by move=> R n A B; apply: symmetrize_conjugate; [exact: commutation_twice | exact: commutation_kron]. Qed.

Theorem skew_kron : Statements.skew_kron.
Proof. by move=> R n A B; apply: skew_conjugate; [exact: commutation_twice | exact: commutation_kron]. Qed.

Theorem symmetrize_kron_self : Statements.symmetrize_kron_self.
Proof. by move=> R n A; apply: symmetrize_commutes; [exact: commutation_twice | exact: commutation_kron]. Qed.

Theorem skew_kron_self : Statements.skew_kron_self.
Proof. by move=> R n A; apply: skew_commutes; [exact: commutation_twice | exact: commutation_kron]. Qed.
