(* Entries by their numbers: blocks, matrices among zeros, and sizes written in two ways. *)
From mathcomp Require Import all_ssreflect all_algebra.
From mathcomp Require Import reals ring.
From Gradus Require Import Vocabulary Algebra.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Import GRing.Theory.
Local Open Scope ring_scope.

Section Entries.
Variable R : realType.

Lemma sum_at n (k : 'I_n) (f : 'I_n -> R) : \sum_l (k == l)%:R * f l = f k.
Proof.
rewrite (bigD1 k) //= eqxx mul1r big1 ?addr0 // => l /negPf lk.
by rewrite eq_sym lk mul0r.
Qed.

Lemma entry_at m n (A : 'M[R]_(m, n)) (k : 'I_m) (l : 'I_n) i j : k = i :> nat -> l = j :> nat -> entry A i j = A k l.
Proof. by move=> <- <-; rewrite /entry !valK. Qed.

Lemma entryE m n (A : 'M[R]_(m, n)) (i : 'I_m) (j : 'I_n) : entry A i j = A i j.
Proof. exact: entry_at. Qed.

(* The rows of the identity from number r on. *)
Definition pick p m r : 'M[R]_(p, m) := \matrix_(i, k) (r + i == k :> nat)%N%:R.

Lemma sum_pick m (f : 'I_m -> R) a : \sum_(k < m) (a == k :> nat)%:R * f k = if insub a is Some k then f k else 0.
Proof.
case: insubP => [k _ <-|]; first by rewrite -[RHS](sum_at k).
by rewrite -leqNgt => ma; apply: big1 => k _; rewrite gtn_eqF ?mul0r // (leq_trans (ltn_ord k)).
Qed.

Lemma entry_sum m n (A : 'M[R]_(m, n)) i j :
  entry A i j = \sum_(k < m) (i == k :> nat)%:R * \sum_(l < n) (j == l :> nat)%:R * A k l.
Proof. by rewrite sum_pick /entry; case: insub => // k; rewrite sum_pick. Qed.

Lemma block_pick p q m n r c (A : 'M[R]_(m, n)) : block r c A = pick p m r *m A *m (pick q n c)^T.
Proof.
rewrite -mulmxA; apply/matrixP => i j; rewrite !mxE entry_sum; apply: eq_bigr => k _; rewrite !mxE.
by congr (_ * _); apply: eq_bigr => l _; rewrite !mxE mulrC.
Qed.

(* Where a number is behind r, what remains is compared. *)
Lemma pick_behind p r i (f : 'I_p -> R) :
  \sum_(k < p) (r + k == i)%N%:R * f k = if (r <= i)%N then \sum_(k < p) (i - r == k)%N%:R * f k else 0.
Proof.
case: leqP => ri; last by apply: big1 => k _; rewrite gtn_eqF ?mul0r // (leq_trans ri) ?leq_addr.
by apply: eq_bigr => k _; rewrite -[in LHS](subnKC ri) eqn_add2l eq_sym.
Qed.

Lemma place_pick m n p q r c (A : 'M[R]_(p, q)) : place r c A = (pick p m r)^T *m A *m pick q n c.
Proof.
rewrite -mulmxA; apply/matrixP => i j; rewrite !mxE entry_sum.
under [RHS]eq_bigr do rewrite !mxE; rewrite pick_behind; case: (r <= i)%N => //=.
under [RHS]eq_bigr do (under eq_bigr do rewrite !mxE mulrC; rewrite pick_behind).
by case: (c <= j)%N => //; rewrite big1 // => k _; rewrite mulr0.
Qed.

Lemma block_one p m r : block r 0 (1%:M : 'M[R]_m) = pick p m r.
Proof.
apply/matrixP => i j; rewrite !mxE /entry add0n valK; case: insubP => [k _ <-|]; first by rewrite mxE.
by rewrite -leqNgt => mr; rewrite gtn_eqF // (leq_trans (ltn_ord j)).
Qed.

(* Sizes written in two ways. *)
Lemma index_allpairs (S T : eqType) (s : seq S) (t : seq T) x y : x \in s -> y \in t ->
  index (x, y) [seq (a, b) | a <- s, b <- t] = (index x s * size t + index y t)%N.
Proof.
move=> + yt; elim: s => //= a s IH; rewrite inE index_cat.
have [-> _|ne /= xs] := eqVneq x a.
  by rewrite mul0n map_f // index_map // => b c [].
rewrite ifN; last by apply/mapP => -[b _ [E _]]; rewrite E eqxx in ne.
by rewrite IH // size_map mulSn addnA.
Qed.

Lemma mxvec_index_val m n (i : 'I_m) (j : 'I_n) : mxvec_index i j = (i * n + j)%N :> nat.
Proof.
rewrite /mxvec_index /= /enum_rank /enum_rank_in insubdK; last by rewrite cardE unfold_in index_mem mem_enum.
have -> : enum (prod_finType (ordinal_finType m) (ordinal_finType n)) = [seq (a, b) | a <- enum 'I_m, b <- enum 'I_n].
  by rewrite enumT unlock.
by rewrite index_allpairs ?mem_enum // size_enum_ord !index_enum_ord.
Qed.

Lemma sum_resized m n (e : m = n) (f : nat -> R) : \sum_(k < m) f k = \sum_(k < n) f k.
Proof. by case: n / e. Qed.
End Entries.
