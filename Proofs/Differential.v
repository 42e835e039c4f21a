(* The differential of matrix maps, entry by entry: sums, products, chains, locality. *)
From mathcomp Require Import all_ssreflect all_fingroup all_algebra.
From mathcomp Require Import boolp classical_sets functions reals topology normedtype landau sequences derive exp
  trigo.
From mathcomp Require Import ring.
From Gradus Require Import Vocabulary Algebra.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Import Order.TTheory GRing.Theory Num.Theory numFieldNormedType.Exports.
Local Open Scope ring_scope.

(* Equations of numbers by field: exponentials and the like become letters, and what field asks not to be 0 is positive. *)
Ltac letters := repeat match goal with
  | |- context [@expR ?R ?t] =>
      let a := fresh "e" in let H := fresh "e_gt0" in set a : Real.sort R := (@expR R t); have H : 0 < a := expR_gt0 _
  | |- context [@ln ?R ?t] => let a := fresh "l" in set a : Real.sort R := (@ln R t)
  | |- context [@sin ?R ?t] => let a := fresh "s" in set a : Real.sort R := (@sin R t)
  | |- context [@cos ?R ?t] => let a := fresh "c" in set a : Real.sort R := (@cos R t)
  end.
Ltac positivity := repeat first
  [ exact: expR_gt0 | exact: ltr01 | assumption | by rewrite ltr0n | apply: addr_gt0 | apply: mulr_gt0
  | apply: exprn_gt0 | rewrite invr_gt0 ].
Ltac nonzero := repeat match goal with |- is_true (_ && _) => apply/andP; split end;
  try assumption; try (by rewrite pnatr_eq0); try (by apply: lt0r_neq0; positivity).
Ltac numbers := letters; field; nonzero.

Section Mxd.
Variables (R : realType) (V : normedModType R) (x : V).

Lemma is_diff_ext (W : normedModType R) (f g df dg : V -> W) :
  f =1 g -> df =1 dg -> is_diff x f df -> is_diff x g dg.
Proof. by move=> /funext -> /funext ->. Qed.

Lemma is_diff_bigsum (I : Type) (r : seq I) (P : pred I) (f df : I -> V -> R) :
  (forall i, is_diff x (f i) (df i)) ->
  is_diff x (fun v => \sum_(i <- r | P i) f i v) (fun v => \sum_(i <- r | P i) df i v).
Proof.
move=> H; elim: r => [|i r IH].
  by apply: (is_diff_ext _ _ (is_diff_cst (0 : R) x)) => v; rewrite big_nil.
case Pi : (P i); last by apply: is_diff_ext IH => v; rewrite big_cons Pi.
apply: (is_diff_ext _ _ (is_diffD (H i) IH)) => v; by rewrite big_cons Pi.
Qed.

Lemma mxd_ext m n (X Y dX dY : V -> 'M[R]_(m, n)) :
  X =1 Y -> dX =1 dY -> mxd x X dX -> mxd x Y dY.
Proof. by move=> /funext -> /funext ->. Qed.

Lemma mxd_cst m n (A : 'M[R]_(m, n)) : mxd x (fun=> A) (fun=> 0).
Proof.
by move=> i j; apply: (is_diff_ext _ _ (is_diff_cst (A i j) x)) => v; rewrite ?mxE.
Qed.

Lemma mxd_add m n (X Y dX dY : V -> 'M[R]_(m, n)) : mxd x X dX -> mxd x Y dY ->
  mxd x (fun v => X v + Y v) (fun h => dX h + dY h).
Proof.
move=> HX HY i j; apply: (is_diff_ext _ _ (is_diffD (HX i j) (HY i j))) => v; by rewrite mxE.
Qed.

Lemma mxd_opp m n (X dX : V -> 'M[R]_(m, n)) : mxd x X dX ->
  mxd x (fun v => - X v) (fun h => - dX h).
Proof. by move=> HX i j; apply: (is_diff_ext _ _ (is_diffN (HX i j))) => v; rewrite mxE. Qed.

Lemma mxd_tr m n (X dX : V -> 'M[R]_(m, n)) : mxd x X dX ->
  mxd x (fun v => (X v)^T) (fun h => (dX h)^T).
Proof. by move=> HX i j; apply: (is_diff_ext _ _ (HX j i)) => v; rewrite mxE. Qed.

Lemma mxd_mul m n p (X dX : V -> 'M[R]_(m, n)) (Y dY : V -> 'M[R]_(n, p)) :
  mxd x X dX -> mxd x Y dY ->
  mxd x (fun v => X v *m Y v) (fun h => dX h *m Y x + X x *m dY h).
Proof.
move=> HX HY i j.
have H k := is_diffM (HX i k) (HY k j).
apply: (is_diff_ext _ _ (is_diff_bigsum (index_enum _) xpredT H)) => v; rewrite !mxE //.
rewrite -big_split /=; apply: eq_bigr => k _ /=.
by rewrite addrC mulrC.
Qed.

Lemma mxd_had m n (X dX Y dY : V -> 'M[R]_(m, n)) : mxd x X dX -> mxd x Y dY ->
  mxd x (fun v => X v ⊙ Y v) (fun h => dX h ⊙ Y x + X x ⊙ dY h).
Proof.
move=> HX HY i j; apply: (is_diff_ext _ _ (is_diffM (HX i j) (HY i j))) => v; rewrite !mxE //.
by rewrite addrC /= mulrC.
Qed.

Lemma diff_trace n (X dX : V -> 'M[R]_n) : mxd x X dX ->
  is_diff x (fun v => \tr (X v)) (fun h => \tr (dX h)).
Proof. by move=> HX; apply: is_diff_bigsum => i; apply: HX. Qed.

(* entrywise f : d f(X) = f'(X) o dX *)
Lemma mxd_map m n (f f' : R -> R) (X dX : V -> 'M[R]_(m, n)) :
  (forall i j, is_derive (X x i j) 1 f (f' (X x i j))) -> mxd x X dX ->
  mxd x (fun v => map_mx f (X v)) (fun h => map_mx f' (X x) ⊙ dX h).
Proof.
move=> Hf HX i j.
have D : is_diff (X x i j) f (fun h => h *: f' (X x i j)).
  have [df vf] := Hf i j.
  apply: DiffDef; first exact/derivable1_diffP.
  by rewrite deriv1E // derive1E vf.
apply: (is_diff_ext _ _ (is_diff_comp (HX i j) D)) => v; rewrite !mxE //=.
by rewrite mulrC.
Qed.

Lemma mxd_scale m n (s ds : V -> R) (X dX : V -> 'M[R]_(m, n)) :
  is_diff x s ds -> mxd x X dX ->
  mxd x (fun v => s v *: X v) (fun h => ds h *: X x + s x *: dX h).
Proof.
move=> Hs HX i j; apply: (is_diff_ext _ _ (is_diffM Hs (HX i j))) => v; rewrite !mxE //.
by rewrite addrC /= mulrC.
Qed.
End Mxd.

(* identity map *)
Lemma mxd_id (R : realType) m n (A : 'M[R]_(m.+1, n.+1)) :
  mxd A (fun X => X) (fun H => H).
Proof.
move=> i j.
have @f : {linear 'M[R]_(m.+1, n.+1) -> R}.
  by exists (fun N : 'M[R]_(_, _) => N i j); eexists; move=> ? ?; rewrite !mxE.
apply: DiffDef; first exact: differentiable_coord.
rewrite (_ : (fun _ => _) = f) // diff_lin //; exact: coord_continuous.
Qed.

Section Scalar.
Variables (R : realType) (V : normedModType R) (x : V).

Lemma is_diff_mul (f g df dg : V -> R) : is_diff x f df -> is_diff x g dg ->
  is_diff x (fun v => f v * g v) (fun h => df h * g x + f x * dg h).
Proof.
move=> Hf Hg; apply: (is_diff_ext _ _ (is_diffM Hf Hg)) => v //=.
by rewrite addrC /= mulrC.
Qed.
Lemma is_diff_scal a (f df : V -> R) : is_diff x f df ->
  is_diff x (fun v => a * f v) (fun h => a * df h).
Proof. by move=> Hf; apply: (is_diff_ext _ _ (is_diffZ a Hf)). Qed.
Lemma is_diff_inv (f df : V -> R) : is_diff x f df -> f x != 0 ->
  is_diff x (fun v => (f v)^-1) (fun h => - (f x) ^- 2 * df h).
Proof.
move=> Hf f0; have [Df Ef] := Hf; apply: DiffDef; first exact: differentiableV.
by rewrite diffV // Ef.
Qed.
Lemma is_diff_chain (g : R -> R) g' (f df : V -> R) :
  is_diff x f df -> is_derive (f x) 1 g g' ->
  is_diff x (fun v => g (f v)) (fun h => g' * df h).
Proof.
move=> Hf [dg vg].
have D : is_diff (f x) g (fun h => h *: g').
  apply: DiffDef; first exact/derivable1_diffP.
  by rewrite deriv1E // derive1E vg.
by apply: (is_diff_ext _ _ (is_diff_comp Hf D)) => v //=; rewrite mulrC.
Qed.
Lemma is_diff_bigprod n (f df : 'I_n -> V -> R) :
  (forall i, is_diff x (f i) (df i)) ->
  is_diff x (fun v => \prod_i f i v)
    (fun h => \sum_k \prod_i (if i == k then df i h else f i x)).
Proof.
elim: n f df => [|n IH] f df H.
  by apply: (is_diff_ext _ _ (is_diff_cst (1 : R) x)) => v; rewrite big_ord0.
have := is_diff_mul (H ord0) (IH _ _ (fun i => H (lift ord0 i))).
apply: is_diff_ext => v; rewrite !big_ord_recl //=; congr (_ + _).
rewrite mulr_sumr; apply: eq_bigr => k _.
by rewrite big_ord_recl /=.
Qed.
Lemma is_diff_unique (W : normedModType R) (f df df' : V -> W) :
  is_diff x f df -> is_diff x f df' -> df =1 df'.
Proof. by move=> [_ <-] [_ <-]. Qed.
Lemma mxd_unique m n (X dX dX' : V -> 'M[R]_(m, n)) : mxd x X dX -> mxd x X dX' -> dX =1 dX'.
Proof.
move=> H H' v; apply/matrixP => i j.
exact: (is_diff_unique (H i j) (H' i j)).
Qed.

(* locality: germs *)
Lemma is_diff_near (W : normedModType R) (f g df : V -> W) :
  (\forall v \near x, f v = g v) -> is_diff x f df -> is_diff x g df.
Proof.
move=> fg [Df Ef]; have fgx : f x = g x by exact: nbhs_singleton fg.
have /diff_locallyP [cdf E] := Df.
have key : g \o shift x = cst (g x) + 'd f x +o_ (0 : V) id.
  apply/eqaddoP => e e0; have A := (iffLR (eqaddoP _ _ _ _) E) _ e0.
  have B : \forall h \near (0 : V), f (h + x) = g (h + x).
    by move: fg; rewrite (near_shift 0) subr0.
  near=> h.
  have -> : (g \o shift x - (cst (g x) + 'd f x)) h = (f \o shift x - (cst (f x) + 'd f x)) h.
    rewrite -[LHS]/(g (h + x) - (g x + 'd f x h)) -[RHS]/(f (h + x) - (f x + 'd f x h)) fgx.
    by congr (_ - _); apply/esym; near: h.
  near: h; exact: A.
have Eg := diff_unique cdf key.
apply: DiffDef; last by rewrite Eg.
by apply/diff_locallyP; rewrite Eg.
Unshelve. all: by end_near. Qed.
Lemma is_diff_neq0 (f df : V -> R) : is_diff x f df -> f x != 0 -> \forall v \near x, f v != 0.
Proof.
move=> [Df _] f0; have C := differentiable_continuous Df.
have : \forall v \near f x, v != 0 :> R.
  apply/nbhs_normP; exists `|f x|; first by rewrite /= normr_gt0.
  by move=> y /=; apply: contraTneq => ->; rewrite subr0 ltxx.
exact: C.
Qed.
End Scalar.
