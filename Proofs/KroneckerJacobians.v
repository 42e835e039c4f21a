(* Kronecker products on vec: vec (A ⊗ B) is vec A ⊗ vec B with its entries shuffled. *)
From mathcomp Require Import all_ssreflect all_algebra.
From mathcomp Require Import boolp classical_sets functions reals topology normedtype sequences derive exp trigo.
From mathcomp Require Import ring.
From Gradus Require Import Vocabulary Algebra Blocks.
From Gradus Require Statements TransposeRules.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Import Order.TTheory GRing.Theory Num.Theory numFieldNormedType.Exports.
Local Open Scope ring_scope.

(* Equal numbers of entries: products of sizes multiplied out. *)
Ltac same_number := rewrite ?mxvec_index_val; rewrite ?(mulnDl, mulnA, addnA, muln1, addn0).

Section Shuffle.
Variables (R : realType) (m n p q : nat).
Implicit Types (i : 'I_m) (j : 'I_n) (k : 'I_p) (l : 'I_q).

Definition shuffle : 'M[R]_(n * (q * m * p), n * (m * q * p)) := kron 1%:M (kron (commutation q m) 1%:M).

Lemma shuffleE j l i k s : shuffle (mxvec_index j (mxvec_index (mxvec_index l i) k)) s =
  (mxvec_index j (mxvec_index (mxvec_index i l) k) == s)%:R.
Proof.
case/mxvec_indexP: s => j' s; case/mxvec_indexP: s => s k'; case/mxvec_indexP: s => i' l'.
rewrite !kronE !mxE !index_pairE !mxvec_index_inj /= -!natrM !mulnb !andbA.
by congr (_%:R); congr (_ && _); rewrite -!andbA; congr (_ && _); rewrite andbC.
Qed.

Lemma shuffle_mul (w : 'cV[R]_(n * (m * q * p))) j l i k c :
  (shuffle *m w) (mxvec_index j (mxvec_index (mxvec_index l i) k)) c =
  w (mxvec_index j (mxvec_index (mxvec_index i l) k)) c.
Proof. by rewrite mxE; under eq_bigr do rewrite shuffleE; rewrite sum_at. Qed.
End Shuffle.

Lemma shuffle_tr (R : realType) m n p q : (shuffle R m n p q)^T = shuffle R q n p m.
Proof. by rewrite /shuffle !kron_trmx !trmx1 TransposeRules.transpose_commutation. Qed.

(* What stands in column (j, l) and row (i, k) of A ⊗ B is put where vec A ⊗ vec B has it. *)
Lemma unshuffle_mul (R : realType) m n p q h (D : 'M[R]_(m * p, n * q)) (i : 'I_m) (j : 'I_n)
    (k : 'I_p) (l : 'I_q) (s : 'I_h) c :
  s = ((j * m + i) * (q * p) + (l * p + k))%N :> nat ->
  ((resized (shuffle R m n p q)^T : 'M[R]_(h, n * (q * m * p))) *m (resized (vec D) : 'M[R]_(n * (q * m * p), 1))) s c =
  D (mxvec_index i k) (mxvec_index j l).
Proof.
move=> sE; have e : mxvec_index j (mxvec_index (mxvec_index i l) k) = s :> nat by rewrite sE; same_number.
rewrite mxE shuffle_tr.
under eq_bigr => u _ do rewrite mxE (@entry_at _ _ _ _ _ u _ _ e) // shuffleE.
rewrite sum_at mxE (@entry_at _ _ _ _ (mxvec_index (mxvec_index j l) (mxvec_index i k)) c) ?vecE //.
by same_number.
Qed.

Theorem jacobian_kronecker : Statements.jacobian_kronecker.
Proof.
move=> R m n p q B dA; rewrite -mulmxA -/(shuffle R m n p q); apply/matrixP => r c.
case/mxvec_indexP: r => s t; case/mxvec_indexP: s => j l; case/mxvec_indexP: t => i k.
rewrite vecE kronE (ord1 c) [RHS]mxE.
rewrite (@entry_at _ _ _ _ (mxvec_index j (mxvec_index (mxvec_index l i) k)) 0) //; last by same_number.
pose t := cast_ord (mulnC n m) (mxvec_index j i); have tE : t = (j * m + i)%N :> nat by exact: mxvec_index_val.
rewrite shuffle_mul mxE sum_mxvec; under eq_bigr => u _.
  rewrite big_ord1 !mxE (@entry_at _ _ _ _ (mxvec_index t (mxvec_index l k)) (mxvec_index u 0)) //; last first.
    by rewrite !mxvec_index_val tE; same_number.
  rewrite kronE vecE mxE -mulrA; over.
rewrite sum_at mulrC (@entry_at _ _ _ _ (mxvec_index j i) 0) ?vecE //.
by rewrite [RHS]mxvec_index_val tE; same_number.
Qed.

Theorem jacobian_kronecker_left : Statements.jacobian_kronecker_left.
Proof.
move=> R m n p q B dA; rewrite -mulmxA -/(shuffle R m n p q); apply/matrixP => r c.
case/mxvec_indexP: r => j i; rewrite vecE (ord1 c) [RHS]mxE.
pose t := cast_ord (mulnC n m) (mxvec_index j i); have tE : t = (j * m + i)%N :> nat by exact: mxvec_index_val.
rewrite (@entry_at _ _ _ _ (mxvec_index t 0) 0) //; last by rewrite !mxvec_index_val tE; same_number.
rewrite [RHS]mxE sum_mxvec; under eq_bigr => u _.
  under eq_bigr => s _ do rewrite kronE mxE -mulrA; rewrite -mulr_sumr; over.
rewrite sum_at sum_mxvec mxE exchange_big; apply: eq_bigr => l _; apply: eq_bigr => k _.
rewrite [(vec B)^T _ _]mxE vecE mulrC (@unshuffle_mul _ _ _ _ _ _ _ i j k l) //.
by rewrite !mxvec_index_val tE.
Qed.

Theorem jacobian_kronecker_right : Statements.jacobian_kronecker_right.
Proof.
move=> R m n p q B dA; rewrite -mulmxA -/(shuffle R m n p q); apply/matrixP => r c.
case/mxvec_indexP: r => l k; rewrite vecE (ord1 c) [RHS]mxE.
pose t := cast_ord (mulnC q p) (mxvec_index l k); have tE : t = (l * p + k)%N :> nat by exact: mxvec_index_val.
rewrite (@entry_at _ _ _ _ (mxvec_index 0 t) 0) //; last by rewrite !mxvec_index_val tE.
rewrite [RHS]mxE !sum_mxvec mxE exchange_big; apply: eq_bigr => j _; apply: eq_bigr => i _.
under [RHS]eq_bigr => u _ do rewrite kronE [(vec B)^T _ _]mxE vecE mxE -mulrA mulrCA.
rewrite sum_at (@unshuffle_mul _ _ _ _ _ _ _ i j k l) //.
by rewrite !mxvec_index_val tE [(p * q)%N]mulnC.
Qed.
