(* The inner product, the entrywise product, vec and Kronecker: what the rules are proved from. *)
From mathcomp Require Import all_ssreflect all_algebra.
From mathcomp Require Import reals ring.
From Gradus Require Import Vocabulary.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Import GRing.Theory.
Local Open Scope ring_scope.

(* An equation of matrices entry by entry, where it is one of ring theory. *)
Ltac entries := match goal with R : realType |- _ => repeat match goal with
  | |- context [@fun_of_matrix ?T ?m ?n ?A ?i ?j] =>
      lazymatch T with Real.sort R => fail | _ => idtac end;
      change (@fun_of_matrix T m n A i j) with (@fun_of_matrix (Real.sort R) m n A i j)
  end; repeat match goal with
  | |- context [@fun_of_matrix ?T ?m ?n ?A ?i ?j] =>
      let a := fresh "a" in set a : Real.sort R := (@fun_of_matrix T m n A i j)
  end end.
Ltac entrywise := let i := fresh "i" in let j := fresh "j" in
  apply/matrixP => i j; rewrite ?(mxE, big_ord1, mulr0n, mulr1n); entries; ring.

Section Inner.
Variable R : realType.
Lemma innerE m n (G H : 'M[R]_(m, n)) : inner G H = \sum_i \sum_j G i j * H i j.
Proof.
rewrite /inner /mxtrace exchange_big; apply: eq_bigr => j _ /=.
by rewrite mxE; apply: eq_bigr => i _; rewrite mxE.
Qed.

Lemma innerC m n (G H : 'M[R]_(m, n)) : inner G H = inner H G.
Proof. by rewrite /inner -mxtrace_tr trmx_mul trmxK. Qed.

Lemma inner_tr m n (G H : 'M[R]_(m, n)) : inner G^T H^T = inner G H.
Proof. by rewrite /inner trmxK mxtrace_mulC -/(inner H G) innerC. Qed.

(* tr (X Y) = tr (Y X) *)
Lemma tr_mulC m n (X : 'M[R]_(m, n)) (Y : 'M[R]_(n, m)) :
  \tr (X *m Y) = \tr (Y *m X).
Proof. exact: mxtrace_mulC. Qed.
Lemma tr_trmx n (X : 'M[R]_n) : \tr X^T = \tr X.
Proof. exact: mxtrace_tr. Qed.
Lemma trmx_mulmx m n p (A : 'M[R]_(m, n)) (B : 'M[R]_(n, p)) :
  (A *m B)^T = B^T *m A^T.
Proof. exact: trmx_mul. Qed.
(* tr (A^T (B o C)) = tr ((A o B)^T C) *)
Lemma tr_hadamard m n (A B C : 'M[R]_(m, n)) :
  \tr (A^T *m (B ⊙ C)) = \tr ((A ⊙ B)^T *m C).
Proof.
rewrite -!/(inner _ _) !innerE; apply: eq_bigr => i _; apply: eq_bigr => j _.
by rewrite !mxE mulrA.
Qed.
Lemma hadamardC m n (A B : 'M[R]_(m, n)) : A ⊙ B = B ⊙ A.
Proof. by apply/matrixP => i j; rewrite !mxE mulrC. Qed.
Lemma hadamardA m n (A B C : 'M[R]_(m, n)) : A ⊙ (B ⊙ C) = A ⊙ B ⊙ C.
Proof. by apply/matrixP => i j; rewrite !mxE mulrA. Qed.
Lemma hadamard_tr m n (A B : 'M[R]_(m, n)) : (A ⊙ B)^T = A^T ⊙ B^T.
Proof. by apply/matrixP => i j; rewrite !mxE. Qed.
Lemma hadamardDl m n (A B C : 'M[R]_(m, n)) : (A + B) ⊙ C = A ⊙ C + B ⊙ C.
Proof. by apply/matrixP => i j; rewrite !mxE mulrDl. Qed.
Lemma hadamard1 m n (A : 'M[R]_(m, n)) : const_mx 1 ⊙ A = A.
Proof. by apply/matrixP => i j; rewrite !mxE mul1r. Qed.

(* adjoint rules: <G, A H B> = <A^T G B^T, H>, etc. *)
Lemma adjoint_mul m n p q (A : 'M[R]_(m, n)) (B : 'M[R]_(p, q)) G H :
  inner G (A *m H *m B) = inner (A^T *m G *m B^T) H.
Proof.
by rewrite /inner !trmx_mul !trmxK !mulmxA mxtrace_mulC !mulmxA.
Qed.
Lemma adjoint_mull m n p (A : 'M[R]_(m, n)) (G : 'M_(m, p)) H :
  inner G (A *m H) = inner (A^T *m G) H.
Proof. by rewrite /inner trmx_mul trmxK mulmxA. Qed.
Lemma adjoint_mulr m n p (B : 'M[R]_(n, p)) (G : 'M_(m, p)) H :
  inner G (H *m B) = inner (G *m B^T) H.
Proof. by rewrite /inner trmx_mul trmxK mulmxA mxtrace_mulC mulmxA. Qed.
Lemma adjoint_tr m n (G : 'M[R]_(n, m)) (H : 'M_(m, n)) :
  inner G H^T = inner G^T H.
Proof. by rewrite -[G in LHS]trmxK inner_tr. Qed.
Lemma adjoint_hadamard m n (A G H : 'M[R]_(m, n)) : inner G (A ⊙ H) = inner (A ⊙ G) H.
Proof. by rewrite /inner tr_hadamard (hadamardC A). Qed.
Lemma adjoint_trace n (a : R) (H : 'M[R]_n) : a * \tr H = inner a%:M H.
Proof. by rewrite /inner tr_scalar_mx mul_scalar_mx mxtraceZ. Qed.
Lemma adjoint_scale m n (a : R) (G H : 'M[R]_(m, n)) : inner G (a *: H) = inner (a *: G) H.
Proof. by rewrite /inner [(a *: G)^T]linearZ /= -scalemxAl -scalemxAr. Qed.
Lemma innerDl m n (F G H : 'M[R]_(m, n)) : inner (F + G) H = inner F H + inner G H.
Proof. by rewrite /inner linearD mulmxDl mxtraceD. Qed.
Lemma innerDr m n (F G H : 'M[R]_(m, n)) : inner F (G + H) = inner F G + inner F H.
Proof. by rewrite /inner mulmxDr mxtraceD. Qed.

(* df = tr (G^T dX) for all dX determines G *)
Lemma inner_unique m n (G1 G2 : 'M[R]_(m, n)) :
  (forall H, \tr (G1^T *m H) = \tr (G2^T *m H)) -> G1 = G2.
Proof.
move=> eqG; apply/matrixP => i j; have := eqG (delta_mx i j).
have E (G : 'M[R]_(m, n)) : \tr (G^T *m delta_mx i j) = G i j.
  rewrite -/(inner _ _) innerE (bigD1 i) //= [X in _ + X]big1 ?addr0; last first.
    by move=> k /negPf ki; apply: big1 => l _; rewrite !mxE ki mulr0.
  rewrite (bigD1 j) //= big1 ?addr0 ?mxE ?eqxx ?mulr1 //.
  by move=> l /negPf lj; rewrite !mxE lj andbF mulr0.
by rewrite !E.
Qed.
End Inner.

Section VecKron.
Variable R : realType.
Lemma index_pairE m n (i : 'I_m) (j : 'I_n) : index_pair (mxvec_index i j) = (i, j).
Proof. by rewrite /index_pair /mxvec_index cast_ordK enum_rankK. Qed.
Lemma index_pairK m n : cancel (@index_pair m n) (fun p => mxvec_index p.1 p.2).
Proof. by move=> r; case/mxvec_indexP: r => i j; rewrite index_pairE. Qed.
Lemma mxvec_index_inj m n (i k : 'I_m) (j l : 'I_n) :
  (mxvec_index i j == mxvec_index k l) = (i == k) && (j == l).
Proof.
apply/eqP/andP => [/(congr1 (@index_pair m n))|[/eqP -> /eqP ->] //].
by rewrite !index_pairE => -[-> ->].
Qed.
Lemma kronE m n p q (A : 'M[R]_(m, n)) (B : 'M[R]_(p, q)) i j k l :
  kron A B (mxvec_index i k) (mxvec_index j l) = A i j * B k l.
Proof. by rewrite mxE !index_pairE. Qed.
Lemma vecE m n (A : 'M[R]_(m, n)) i j k : vec A (mxvec_index j i) k = A i j.
Proof. by rewrite /vec mxE (ord1 k) mxvecE mxE. Qed.

Lemma sum_mxvec m n (F : 'I_(m * n) -> R) :
  \sum_k F k = \sum_i \sum_j F (mxvec_index i j).
Proof. rewrite pair_bigA (reindex _ (curry_mxvec_bij m n)) /=; by apply: eq_bigr => -[]. Qed.

Lemma vec_mul3 m n p q (A : 'M[R]_(m, n)) (X : 'M[R]_(n, p)) (B : 'M[R]_(p, q)) :
  vec (A *m X *m B) = kron B^T A *m vec X.
Proof.
apply/matrixP => r k; case/mxvec_indexP: r => j i.
rewrite vecE !mxE sum_mxvec; apply: eq_bigr => l _.
rewrite mxE big_distrl /=; apply: eq_bigr => s _.
by rewrite kronE vecE mxE mulrC mulrA.
Qed.

Lemma kron_mul m n p q s t (A : 'M[R]_(m, n)) (B : 'M[R]_(p, q))
    (C : 'M[R]_(n, s)) (D : 'M[R]_(q, t)) :
  kron A B *m kron C D = kron (A *m C) (B *m D).
Proof.
apply/matrixP => r c; case/mxvec_indexP: r => i k; case/mxvec_indexP: c => j l.
rewrite kronE !mxE sum_mxvec big_distrlr /=.
by apply: eq_bigr => u _; apply: eq_bigr => v _; rewrite !kronE mulrACA.
Qed.
Lemma kron_trmx m n p q (A : 'M[R]_(m, n)) (B : 'M[R]_(p, q)) :
  (kron A B)^T = kron A^T B^T.
Proof. by apply/matrixP => r c; rewrite !mxE. Qed.
(* tr (A^T B) = vec(A)^T vec(B) *)
Lemma inner_vec m n (A B : 'M[R]_(m, n)) : \tr (A^T *m B) = ((vec A)^T *m vec B) 0 0.
Proof.
rewrite -/(inner _ _) innerE mxE sum_mxvec exchange_big /=.
by apply: eq_bigr => j _; apply: eq_bigr => i _; rewrite mxE !vecE.
Qed.
Lemma kron_trace m n (A : 'M[R]_m) (B : 'M[R]_n) : \tr (kron A B) = \tr A * \tr B.
Proof.
rewrite /mxtrace sum_mxvec big_distrlr /=.
by apply: eq_bigr => i _; apply: eq_bigr => j _; rewrite kronE.
Qed.
End VecKron.
