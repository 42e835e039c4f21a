(* Derivatives of functions of a number. *)
From mathcomp Require Import all_ssreflect all_algebra.
From mathcomp Require Import boolp classical_sets functions reals topology normedtype sequences derive realfun exp trigo.
From mathcomp Require Import ring.
From Gradus Require Import Vocabulary Algebra Differential Determinant.
From Gradus Require Statements.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Import Order.TTheory GRing.Theory Num.Theory numFieldNormedType.Exports.
Local Open Scope ring_scope.

Section Functions.
Variable R : realType.
Implicit Types t a b : R.

(* Derivatives add up to what field finds equal. *)
Lemma is_derive_eq (f : R -> R) t d e : is_derive t 1 f d -> d = e -> is_derive t 1 f e.
Proof. by move=> D <-. Qed.
Lemma is_derive_comp (f g : R -> R) t d e :
  is_derive t 1 f d -> is_derive (f t) 1 g e -> is_derive t 1 (fun u => g (f u)) (e * d).
Proof. by move=> Df Dg; exact: is_derive1_comp. Qed.
Lemma is_derive_add (f g : R -> R) t d e :
  is_derive t 1 f d -> is_derive t 1 g e -> is_derive t 1 (fun u => f u + g u) (d + e).
Proof. by move=> Df Dg; exact: is_deriveD. Qed.
Lemma is_derive_opp (f : R -> R) t d : is_derive t 1 f d -> is_derive t 1 (fun u => - f u) (- d).
Proof. by move=> Df; exact: is_deriveN. Qed.
Lemma is_derive_mul (f g : R -> R) t d e :
  is_derive t 1 f d -> is_derive t 1 g e -> is_derive t 1 (fun u => f u * g u) (d * g t + f t * e).
Proof.
move=> Df Dg; apply: is_derive_eq (is_deriveM Df Dg) _.
by rewrite /GRing.scale /= addrC [g t * d]mulrC.
Qed.
Lemma is_derive_inv (f : R -> R) t d :
  f t != 0 -> is_derive t 1 f d -> is_derive t 1 (fun u => (f u)^-1) (- d / f t ^+ 2).
Proof.
move=> f0 Df; apply: is_derive_eq (is_deriveV f0 Df) _.
by rewrite /GRing.scale /= !mulNr mulrC.
Qed.
Lemma is_derive_const a t : is_derive t 1 (fun=> a) 0.
Proof. exact: is_derive_cst. Qed.
Lemma is_derive_var t : is_derive t 1 (fun u : R => u) 1.
Proof. exact: is_derive_id. Qed.

(* Equal near a point, the same derivative. *)
Lemma is_derive_near (f g : R -> R) t d : (\forall u \near t, f u = g u) -> is_derive t 1 f d -> is_derive t 1 g d.
Proof.
move=> fg [Df vf]; have D1 : is_diff t f (fun h => h *: d).
  by apply: DiffDef; [exact/derivable1_diffP | rewrite deriv1E ?derive1E ?vf //; exact/derivable1_diffP].
have [Dg Eg] := is_diff_near fg D1; apply: DeriveDef; first exact/derivable1_diffP.
by rewrite deriveE // Eg scale1r.
Qed.

Lemma is_derive_exp_neg t : is_derive t 1 (fun u => expR (- u)) (- expR (- t)).
Proof.
apply: is_derive_eq (is_derive_comp (is_derive_opp (is_derive_var t)) (is_derive_expR _)) _.
by rewrite mulrN1.
Qed.
Lemma one_add_expR_gt0 t : 0 < 1 + expR t.
Proof. by rewrite addr_gt0 ?expR_gt0 ?ltr01. Qed.
Lemma cosh_gt0 t : 0 < cosh t.
Proof. by rewrite divr_gt0 ?ltr0n // addr_gt0 ?expR_gt0. Qed.
Lemma sinh_neq0 t : t != 0 -> sinh t != 0.
Proof.
move=> t0; rewrite mulf_neq0 ?invr_eq0 ?pnatr_eq0 // subr_eq0.
by apply: contra_neq t0 => /expR_inj E; apply/eqP; rewrite -[_ == _](mulrn_eq0 t 2) mulr2n -[X in X + _]opprK -E addNr.
Qed.
Lemma cosh2Bsinh2 t : cosh t ^+ 2 - sinh t ^+ 2 = 1.
Proof. by rewrite /cosh /sinh expRN; numbers. Qed.

Lemma is_derive_sigmoid t : is_derive t 1 (@sigmoid R) (sigmoid t * (1 - sigmoid t)).
Proof.
have s0 := one_add_expR_gt0 (- t).
apply: is_derive_eq (is_derive_inv _ (is_derive_add (is_derive_const 1 t) (is_derive_exp_neg t))) _.
  exact: lt0r_neq0.
by rewrite /sigmoid; numbers.
Qed.
Lemma is_derive_softplus t : is_derive t 1 (@softplus R) (sigmoid t).
Proof.
have s0 := one_add_expR_gt0 t.
have D := is_derive_comp (is_derive_add (is_derive_const 1 t) (is_derive_expR t)) (is_derive1_ln s0).
by apply: is_derive_eq D _; rewrite /sigmoid expRN add0r; numbers.
Qed.
Lemma is_derive_silu t : is_derive t 1 (@silu R) (sigmoid t + silu t * (1 - sigmoid t)).
Proof.
apply: is_derive_eq (is_derive_mul (is_derive_var t) (is_derive_sigmoid t)) _.
by rewrite /silu; ring.
Qed.

Lemma is_derive_sinh t : is_derive t 1 (@sinh R) (cosh t).
Proof.
have D := is_derive_add (is_derive_expR t) (is_derive_opp (is_derive_exp_neg t)).
by apply: is_derive_eq (is_derive_mul D (is_derive_const 2%:R^-1 t)) _; rewrite /cosh opprK mulr0 addr0.
Qed.
Lemma is_derive_cosh t : is_derive t 1 (@cosh R) (sinh t).
Proof.
have D := is_derive_add (is_derive_expR t) (is_derive_exp_neg t).
by apply: is_derive_eq (is_derive_mul D (is_derive_const 2%:R^-1 t)) _; rewrite /sinh mulr0 addr0.
Qed.
Lemma is_derive_tanh t : is_derive t 1 (@tanh R) (1 - tanh t ^+ 2).
Proof.
have c0 := lt0r_neq0 (cosh_gt0 t).
by apply: is_derive_eq (is_derive_mul (is_derive_sinh t) (is_derive_inv c0 (is_derive_cosh t))) _;
   rewrite /tanh; move: (sinh t) (cosh t) c0 => s c c0; field.
Qed.
Lemma is_derive_coth t : t != 0 -> is_derive t 1 (@coth R) (- (csch t ^+ 2)).
Proof.
move=> t0; have s0 := sinh_neq0 t0.
apply: is_derive_eq (is_derive_mul (is_derive_cosh t) (is_derive_inv s0 (is_derive_sinh t))) _.
have := cosh2Bsinh2 t; rewrite /csch exprVn; move: (sinh t) (cosh t) s0 => s c s0 cs.
have -> : - (s ^+ 2)^-1 = - ((c ^+ 2 - s ^+ 2) / s ^+ 2) by rewrite cs div1r.
by field.
Qed.
Lemma is_derive_sech t : is_derive t 1 (@sech R) (- (tanh t * sech t)).
Proof.
have c0 := lt0r_neq0 (cosh_gt0 t).
by apply: is_derive_eq (is_derive_inv c0 (is_derive_cosh t)) _; rewrite /tanh /sech; move: (sinh t) (cosh t) c0 => s c c0; field.
Qed.
Lemma is_derive_csch t : t != 0 -> is_derive t 1 (@csch R) (- (coth t * csch t)).
Proof.
move=> t0; have s0 := sinh_neq0 t0.
by apply: is_derive_eq (is_derive_inv s0 (is_derive_sinh t)) _; rewrite /coth /csch; move: (sinh t) (cosh t) s0 => s c s0; field.
Qed.

Lemma is_derive_tan' t : cos t != 0 -> is_derive t 1 (@tan R) (sec t ^+ 2).
Proof. by move=> c0; apply: is_derive_eq (is_derive_tan c0) _; rewrite /sec exprVn. Qed.
Lemma is_derive_cot t : sin t != 0 -> is_derive t 1 (@cot R) (- (csc t ^+ 2)).
Proof.
move=> s0; apply: is_derive_eq (is_derive_mul (is_derive_cos t) (is_derive_inv s0 (is_derive_sin t))) _.
have := cos2Dsin2 t; rewrite /csc exprVn; move: (sin t) (cos t) s0 => s c s0 cs.
have -> : - (s ^+ 2)^-1 = - ((c ^+ 2 + s ^+ 2) / s ^+ 2) by rewrite cs div1r.
by field.
Qed.
Lemma is_derive_sec t : cos t != 0 -> is_derive t 1 (@sec R) (tan t * sec t).
Proof.
by move=> c0; apply: is_derive_eq (is_derive_inv c0 (is_derive_cos t)) _; rewrite /tan /sec; move: (sin t) (cos t) c0 => s c c0; field.
Qed.
Lemma is_derive_csc t : sin t != 0 -> is_derive t 1 (@csc R) (- (cot t * csc t)).
Proof.
by move=> s0; apply: is_derive_eq (is_derive_inv s0 (is_derive_sin t)) _; rewrite /cot /csc; move: (sin t) (cos t) s0 => s c s0; field.
Qed.
Lemma is_derive_acot t : is_derive t 1 (@acot R) (- (1 + t ^+ 2)^-1).
Proof.
apply: is_derive_eq (is_derive_add (is_derive_const (pi / 2%:R) t) (is_derive_opp (is_derive1_atan t))) _.
by rewrite add0r.
Qed.

(* Corners: equal to a smooth function on the side where the point lies. *)
Lemma near_gt a t : a < t -> \forall u \near t, a < u.
Proof. by move=> at'; apply: (@open_gt R a t). Qed.
Lemma near_lt a t : t < a -> \forall u \near t, u < a.
Proof. by move=> at'; apply: (@open_lt R a t). Qed.

Lemma is_derive_piece (f g h : R -> R) (d e : R) t : t != 0 ->
  (forall u, 0 < u -> f u = g u) -> (forall u, u < 0 -> f u = h u) ->
  (0 < t -> is_derive t 1 g d) -> (t < 0 -> is_derive t 1 h e) ->
  is_derive t 1 f (if 0 < t then d else e).
Proof.
move=> t0 fg fh Dg Dh; case: (ltrgtP 0 t) t0 => // ht _.
  by apply: is_derive_near (Dg ht); apply: filterS (near_gt ht) => u u0; rewrite fg.
by apply: is_derive_near (Dh ht); apply: filterS (near_lt ht) => u u0; rewrite fh.
Qed.
End Functions.
