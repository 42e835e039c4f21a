(* Equations of matrices in index form: both sides are read as sums of products of entries, brought to a normal form by
   a verified function, and compared up to the names and the order of the sums. What is left are equations of numbers. *)
From mathcomp Require Import all_ssreflect all_algebra.
From mathcomp Require Import reals.
From Gradus Require Import Vocabulary.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Import GRing.Theory.
Local Open Scope ring_scope.

(* Numbers that carry no index. *)
Inductive coefficient := Unit | Letter (n : nat) | Plus (a b : coefficient) | Times (a b : coefficient)
  | Minus (a : coefficient).
(* An entry has a matrix and two indices; a sum binds the name of its index, whose range is a size. *)
Inductive term := Zero | One | Number (n : nat) | Entry (a x y : nat) | Add (e f : term) | Opp (e : term)
  | Mul (e f : term) | Sum (x c : nat) (e : term).

(* Normal form: sums outside, then a product of entries. (true, i) is the index of the i-th sum, (false, x) is free. *)
Definition index := (bool * nat)%type.
Definition factor := (nat * index * index)%type.
Definition form := (seq nat * seq factor)%type.
Definition polynomial := seq (coefficient * form).

Definition move (r : index -> index) (f : factor) : factor := (f.1.1, r f.1.2, r f.2).
Definition shift n (i : index) : index := if i.1 then (true, n + i.2)%N else i.
Definition capture x (i : index) : index := if i.1 then (true, i.2.+1) else if i.2 == x then (true, 0%N) else i.
Definition form_mul (f g : form) : form := (f.1 ++ g.1, f.2 ++ map (move (shift (size f.1))) g.2).
Definition form_sum x c (f : form) : form := (c :: f.1, map (move (capture x)) f.2).

Fixpoint normal (e : term) : polynomial :=
  match e with
  | Zero => [::]
  | One => [:: (Unit, ([::], [::]))]
  | Number n => [:: (Letter n, ([::], [::]))]
  | Entry a x y => [:: (Unit, ([::], [:: (a, (false, x), (false, y))]))]
  | Add e f => normal e ++ normal f
  | Opp e => [seq (Minus m.1, m.2) | m <- normal e]
  | Mul e f => [seq (Times l.1 r.1, form_mul l.2 r.2) | l <- normal e, r <- normal f]
  | Sum x c e => [seq (m.1, form_sum x c m.2) | m <- normal e]
  end.

(* Two sums that stand one in the other may be exchanged. *)
Fixpoint swap_at (i : nat) (s : seq nat) : seq nat :=
  match i, s with
  | 0%N, a :: b :: r => b :: a :: r
  | i.+1, a :: r => a :: swap_at i r
  | _, _ => s
  end.
Definition swap (i : nat) (k : index) : index :=
  if k.1 then (true, if k.2 == i then i.+1 else if k.2 == i.+1 then i else k.2) else k.
Definition form_swap (f : form) (i : nat) : form :=
  if (i.+1 < size f.1)%N then (swap_at i f.1, map (move (swap i)) f.2) else f.

(* Exchanges that bring n sums into every order. *)
Fixpoint orders (n : nat) : seq (seq nat) :=
  if n is m.+1 then [seq w ++ rev (iota k (m - k)) | w <- orders m, k <- iota 0 n] else [:: [::]].
Definition same (f g : form) : bool :=
  [&& size f.1 == size g.1, perm_eq [seq x.1.1 | x <- f.2] [seq x.1.1 | x <- g.2]
    & has (fun w => let h := foldl form_swap f w in (h.1 == g.1) && perm_eq h.2 g.2) (orders (size f.1))].
Fixpoint insert (m : coefficient * form) (p : polynomial) : polynomial :=
  if p is n :: q then (if same m.2 n.2 then (Plus n.1 m.1, n.2) :: q else n :: insert m q) else [:: m].
Definition collect (p : polynomial) : polynomial := foldr insert [::] p.

Section Meaning.
Variable R : realType.
Variables (sizes : seq nat) (letters : seq R) (matrices : seq (nat -> nat -> R)).
Local Notation size_of := (nth 0%N sizes).

Fixpoint value (c : coefficient) : R :=
  match c with
  | Unit => 1 | Letter n => nth 0 letters n | Plus a b => value a + value b | Times a b => value a * value b
  | Minus a => - value a
  end.

Definition put (v : nat -> nat) x k y := if y == x then k else v y.
Definition number_at a i j : R := nth (fun _ _ => 0) matrices a i j.
Fixpoint meaning (v : nat -> nat) (e : term) : R :=
  match e with
  | Zero => 0 | One => 1 | Number n => nth 0 letters n
  | Entry a x y => number_at a (v x) (v y)
  | Add e f => meaning v e + meaning v f | Opp e => - meaning v e | Mul e f => meaning v e * meaning v f
  | Sum x c e => \sum_(k < size_of c) meaning (put v x k) e
  end.

Fixpoint sums cs (G : seq nat -> R) : R :=
  if cs is c :: r then \sum_(k < size_of c) sums r (fun ks => G (nat_of_ord k :: ks)) else G [::].
Definition look (v : nat -> nat) ks (i : index) := if i.1 then nth 0%N ks i.2 else v i.2.
Definition product v ks (fs : seq factor) : R := \prod_(f <- fs) number_at f.1.1 (look v ks f.1.2) (look v ks f.2).
Definition form_value v (f : form) := sums f.1 (fun ks => product v ks f.2).
Definition total_value v (p : polynomial) := \sum_(m <- p) value m.1 * form_value v m.2.

Lemma eq_sums cs G H : (forall ks, size ks = size cs -> G ks = H ks) -> sums cs G = sums cs H.
Proof.
elim: cs G H => [|c cs IH] G H E /=; first exact: E.
by apply: eq_bigr => k _; apply: IH => ks sz; apply: E; rewrite /= sz.
Qed.
Lemma sums_mulr cs G a : sums cs G * a = sums cs (fun ks => G ks * a).
Proof. by elim: cs G => //= c cs IH G; rewrite mulr_suml; apply: eq_bigr => k _; apply: IH. Qed.
Lemma sums_mull cs G a : a * sums cs G = sums cs (fun ks => a * G ks).
Proof. by elim: cs G => //= c cs IH G; rewrite mulr_sumr; apply: eq_bigr => k _; apply: IH. Qed.
Lemma sums_cat cs ds G : sums (cs ++ ds) G = sums cs (fun ks => sums ds (fun ls => G (ks ++ ls))).
Proof. by elim: cs G => //= c cs IH G; apply: eq_bigr => k _; rewrite IH. Qed.

Lemma eq_product v w ks ls r fs : (forall f, f \in fs -> look v ks (r f.1.2) = look w ls f.1.2 /\
  look v ks (r f.2) = look w ls f.2) -> product v ks (map (move r) fs) = product w ls fs.
Proof.
move=> E; rewrite /product big_map; apply: eq_big_seq => f ff.
by have [/= -> ->] := E f ff.
Qed.

Definition closed n (fs : seq factor) := all (fun f => (f.1.2.1 ==> (f.1.2.2 < n)%N) && (f.2.1 ==> (f.2.2 < n)%N)) fs.
Lemma closed_move n m r fs : (forall i : index, (i.1 ==> (i.2 < n)%N) -> ((r i).1 ==> ((r i).2 < m)%N)) ->
  closed n fs -> closed m (map (move r) fs).
Proof.
move=> E; rewrite /closed all_map => /allP C; apply/allP => f /C /andP [/E A /E B].
by rewrite /= A B.
Qed.
Definition form_closed (m : coefficient * form) := closed (size m.2.1) m.2.2.
Lemma all_pairs (S T : Type) (P : pred S) (Q : pred T) (A : pred (coefficient * form)) f (s : seq S) (t : seq T) :
  (forall x y, P x -> Q y -> A (f x y)) -> all P s -> all Q t -> all A [seq f x y | x <- s, y <- t].
Proof.
move=> H Ps Qt; elim: s Ps => //= x s IH /andP [Px /IH As]; rewrite all_cat As andbT all_map.
by elim: t Qt {IH As} => //= y t IH /andP [Qy /IH ->]; rewrite (H _ _ Px Qy).
Qed.
Lemma normal_closed e : all form_closed (normal e).
Proof.
elim: e => [|||a x y|e IHe f IHf|e IH|e IHe f IHf|x c e IH] //=.
- by rewrite all_cat IHe IHf.
- by rewrite all_map; apply: sub_all IH.
- apply: all_pairs IHe IHf => -[lc [lb lf]] [rc [rb rf]] /allP L C.
  rewrite /form_closed /= size_cat /closed all_cat; apply/andP; split; last first.
    by apply: closed_move C => -[[] i] //=; rewrite ltn_add2l.
  apply/allP => h /L /andP [] A B; apply/andP; split.
    by move: A; case: (h.1.2.1) => //= A; apply: ltn_addr.
  by move: B; case: (h.2.1) => //= B; apply: ltn_addr.
- rewrite all_map; apply: sub_all IH => m; apply: closed_move => -[[] i] //= _.
  by rewrite /capture /=; case: eqP.
Qed.
Lemma eq_big_all (T : Type) (P : pred T) (s : seq T) (F G : T -> R) : all P s -> (forall x, P x -> F x = G x) ->
  \sum_(x <- s) F x = \sum_(x <- s) G x.
Proof.
move=> Ps E; elim: s Ps => [|x s IH] /=; first by rewrite !big_nil.
by case/andP => /E Ex /IH Es; rewrite !big_cons Ex Es.
Qed.

Lemma form_mul_value v f g : closed (size f.1) f.2 -> form_value v (form_mul f g) = form_value v f * form_value v g.
Proof.
move=> /allP C; rewrite /form_value sums_mulr sums_cat; apply: eq_sums => ks sk.
rewrite sums_mull; apply: eq_sums => ls sl; rewrite /product big_cat /=; congr (_ * _).
  apply: eq_big_seq => h /C /andP [A B].
  have E (i : index) : (i.1 ==> (i.2 < size f.1)%N) -> look v (ks ++ ls) i = look v ks i.
    by rewrite /look; case: i => -[] i //= lt; rewrite nth_cat sk lt.
  by rewrite !E.
apply: eq_product => h _.
have E (i : index) : look v (ks ++ ls) (shift (size f.1) i) = look v ls i.
  by rewrite /look /shift; case: i => -[] i //=; rewrite nth_cat sk ltnNge leq_addr /= addKn.
by rewrite !E.
Qed.
Lemma form_sum_value v x c f : form_value v (form_sum x c f) = \sum_(k < size_of c) form_value (put v x k) f.
Proof.
apply: eq_bigr => k _; apply: eq_sums => ks _; apply: eq_product => h _.
have E (i : index) : look v (nat_of_ord k :: ks) (capture x i) = look (put v x k) ks i.
  by rewrite /look /capture /put; case: i => -[] i //=; case: eqP.
by rewrite !E.
Qed.

Lemma normal_value v e : meaning v e = total_value v (normal e).
Proof.
elim: e v => [||n|a x y|e IHe f IHf|e IH|e IHe f IHf|x c e IH] v /=; rewrite /total_value.
- by rewrite big_nil.
- by rewrite big_seq1 /form_value /= /product big_nil mulr1.
- by rewrite big_seq1 /form_value /= /product big_nil mulr1.
- by rewrite big_seq1 /form_value /= /product big_seq1 mul1r.
- by rewrite big_cat IHe IHf.
- by rewrite big_map IH -sumrN; apply: eq_bigr => m _; rewrite mulNr.
- rewrite IHe IHf mulr_suml big_allpairs_dep; apply: eq_big_all (normal_closed e) _ => l cl.
  by rewrite mulr_sumr; apply: eq_bigr => r _ /=; rewrite (form_mul_value _ _ cl) mulrACA.
- under eq_bigr do rewrite IH; rewrite exchange_big big_map; apply: eq_bigr => m _ /=.
  by rewrite form_sum_value mulr_sumr.
Qed.

Lemma size_swap_at i s : size (swap_at i s) = size s.
Proof. by elim: i s => [|i IH] [|a [|b s]] //=; rewrite IH. Qed.
Lemma sums_swap i cs G : sums (swap_at i cs) (fun ks => G (swap_at i ks)) = sums cs G.
Proof.
elim: i cs G => [|i IH] [|c [|d cs]] G //=; first exact: exchange_big.
- by apply: eq_bigr => k _; case: i {IH} => [|i].
- by apply: eq_bigr => k _; rewrite (IH (d :: cs) (fun ks => G (nat_of_ord k :: ks))).
Qed.
Lemma nth_swap i s j : (i.+1 < size s)%N ->
  nth 0%N (swap_at i s) j = nth 0%N s (if j == i then i.+1 else if j == i.+1 then i else j).
Proof.
elim: i s j => [|i IH] [|a [|b s]] // [|j] //=; first by case: j => [|[|j]].
by move=> lt; rewrite eqSS IH // !eqSS; do 2?case: ifP.
Qed.
Lemma form_swap_value v f i : form_value v (form_swap f i) = form_value v f.
Proof.
rewrite /form_swap; case: ifP => // lt; rewrite /form_value /= -[RHS](sums_swap i); apply: eq_sums => ks sk.
apply: eq_product => h _; rewrite size_swap_at in sk.
have E (k : index) : look v ks (swap i k) = look v (swap_at i ks) k.
  by rewrite /look /swap; case: k => -[] k //=; rewrite nth_swap ?sk.
by rewrite !E.
Qed.
Lemma same_value v f g : same f g -> form_value v f = form_value v g.
Proof.
case/and3P => _ _ /hasP [w _ /andP [/eqP E P]].
have <- : form_value v (foldl form_swap f w) = form_value v f.
  by elim: w f {E P} => //= i w IH f; rewrite IH form_swap_value.
by rewrite /form_value E; apply: eq_sums => ks _; exact: perm_big.
Qed.
Lemma insert_value v m p : total_value v (insert m p) = value m.1 * form_value v m.2 + total_value v p.
Proof.
elim: p => [|n p IH] /=; first by rewrite /total_value big_seq1 big_nil addr0.
case: ifP => [S|_]; rewrite /total_value !big_cons /=; first by rewrite (same_value _ S) mulrDl addrCA addrA.
by rewrite -/(total_value _ _) IH addrCA.
Qed.
Lemma collect_value v p : total_value v (collect p) = total_value v p.
Proof. by elim: p => //= m p IH; rewrite insert_value IH /total_value big_cons. Qed.

Fixpoint vanishes (p : polynomial) : Prop := if p is m :: q then value m.1 = 0 /\ vanishes q else True.

Definition reads (v : nat -> nat) (s : R) (e : term) : Prop := s = meaning v e.

(* Where the lists, which grow while expressions are read, come to an end. *)
Definition finite (l : seq nat) (m : seq R) (n : seq (nat -> nat -> R)) := True.

Theorem equal_by v s t e f p : reads v s e -> reads v t f -> finite sizes letters matrices -> collect (normal (Add e (Opp f))) = p ->
  vanishes p -> s = t.
Proof.
rewrite /reads => -> -> _ E Z; apply/eqP; rewrite -subr_eq0 -[X in X == _]/(meaning v (Add e (Opp f))); apply/eqP.
rewrite normal_value -collect_value E /total_value.
elim: p Z {E} => [|m p IH] /=; first by rewrite big_nil.
by case=> m0 /IH H; rewrite big_cons H m0 mul0r addr0.
Qed.

(* How expressions are read. *)
Lemma reads_eq (v : nat -> nat) (s t : R) e : s = t -> reads v t e -> reads v s e.
Proof. by move=> ->. Qed.
Lemma reads_zero v : reads v 0 Zero. Proof. by []. Qed.
Lemma reads_one v : reads v 1 One. Proof. by []. Qed.
Lemma reads_letter v n s : nth 0 letters n = s -> reads v s (Number n).
Proof. by move=> <-. Qed.
Lemma reads_entry v a x y m n (M : 'M[R]_(m, n)) (i : 'I_m) (j : 'I_n) :
  nth (fun _ _ => 0) matrices a = entry M -> v x = i :> nat -> v y = j :> nat -> reads v (M i j) (Entry a x y).
Proof. by rewrite /reads /= /number_at => -> -> ->; rewrite /entry !valK. Qed.
Lemma reads_add v s t e f : reads v s e -> reads v t f -> reads v (s + t) (Add e f).
Proof. by rewrite /reads /= => -> ->. Qed.
Lemma reads_opp v s e : reads v s e -> reads v (- s) (Opp e).
Proof. by rewrite /reads /= => ->. Qed.
Lemma reads_mul v s t e f : reads v s e -> reads v t f -> reads v (s * t) (Mul e f).
Proof. by rewrite /reads /= => -> ->. Qed.
Lemma reads_power v s e n : reads v s e -> reads v (s ^+ n) (iter n (Mul e) One).
Proof. by rewrite /reads => ->; elim: n => [|n IH]; rewrite ?expr0 // exprS /= -IH. Qed.
Lemma reads_sum v x c p (g : 'I_p -> R) e : size_of c = p -> (forall k : 'I_p, reads (put v x k) (g k) e) ->
  reads v (\sum_(k < p) g k) (Sum x c e).
Proof. by move=> E; case: p / E g => g H; apply: eq_bigr => k _; apply: H. Qed.
End Meaning.
