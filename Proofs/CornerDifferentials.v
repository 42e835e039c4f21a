(* Differentials of functions with a corner, away from it: on each side of it a smooth function. *)
From mathcomp Require Import all_ssreflect all_algebra.
From mathcomp Require Import boolp classical_sets functions reals topology normedtype sequences derive exp trigo.
From mathcomp Require Import ring.
From Gradus Require Import Vocabulary Algebra Differential.
From Gradus Require Statements.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Import Order.TTheory GRing.Theory Num.Theory numFieldNormedType.Exports.
Local Open Scope ring_scope.

(* A function that is g where c > 0 and h where c < 0 has their differentials there. *)
Lemma is_diff_corner (R : realType) (V : normedModType R) (v : V) (c dc f df g dg h dh : V -> R) :
  is_diff v c dc -> c v != 0 -> is_diff v g dg -> is_diff v h dh ->
  (forall u, 0 < c u -> f u = g u) -> (forall u, c u < 0 -> f u = h u) ->
  (forall e, 0 < c v -> dg e = df e) -> (forall e, c v < 0 -> dh e = df e) -> is_diff v f df.
Proof.
move=> [Dc _] c0 Dg Dh fg fh gd hd; have C : {for v, continuous c} by exact: differentiable_continuous.
case: (ltrgtP 0 (c v)) c0 => // cs _.
  have N : \forall u \near v, 0 < c u by apply: cvgr_gt C _ cs.
  by apply: (is_diff_ext _ _ (is_diff_near _ Dg)) => // [e|]; [exact: gd | apply: filterS N => u /fg].
have N : \forall u \near v, c u < 0 by apply: cvgr_lt C _ cs.
by apply: (is_diff_ext _ _ (is_diff_near _ Dh)) => // [e|]; [exact: hd | apply: filterS N => u /fh].
Qed.

(* Which side an entry lies on decides every choice. *)
Ltac side := let s := fresh "s" in
  move=> ? s; rewrite ?mxE ?mulr1 ?[- _ + _]addrC /relu /leaky_relu /elu /larger /smaller /step ?(subr_gt0, subr_lt0);
  rewrite ?(subr_gt0, subr_lt0) in s; rewrite ?s ?(lt_gtF s) ?s.
Ltac corner Dc c0 Dg Dh := apply: (is_diff_corner Dc c0 Dg Dh); side.

Theorem d_relu : Statements.d_relu.
Proof.
move=> R V v m n A dA D A0 i j; corner (D i j) (A0 i j) (D i j) (is_diff_cst (0 : R) v) => //.
- by rewrite mulr1.
- by rewrite mulr0.
Qed.

Theorem d_step : Statements.d_step.
Proof.
by move=> R V v m n A dA D A0 i j; corner (D i j) (A0 i j) (is_diff_cst (1 : R) v) (is_diff_cst (0 : R) v).
Qed.

Theorem d_sign : Statements.d_sign.
Proof.
move=> R V v m n A dA D A0 i j; corner (D i j) (A0 i j) (is_diff_cst (1 : R) v) (is_diff_cst (- 1 : R) v) => //.
- exact: gtr0_sg.
- exact: ltr0_sg.
Qed.

Theorem d_abs : Statements.d_abs.
Proof.
move=> R V v m n A dA D A0 i j; corner (D i j) (A0 i j) (D i j) (is_diffN (D i j)).
- exact: gtr0_norm.
- exact: ltr0_norm.
- by rewrite gtr0_sg ?mulr1.
- by rewrite ltr0_sg ?mulrN1.
Qed.

Theorem d_leaky_relu : Statements.d_leaky_relu.
Proof.
move=> R V v m n A dA b db D Db A0 i j; corner (D i j) (A0 i j) (D i j) (is_diff_mul Db (D i j)) => //.
- by ring.
- by ring.
Qed.

Theorem d_elu : Statements.d_elu.
Proof.
move=> R V v m n A dA b db D Db A0 i j.
have De : is_diff v (fun u => expR (A u i j) - 1) (fun e => expR (A v i j) * dA e i j - 0).
  exact: is_diffB (is_diff_chain (D i j) (is_derive_expR _)) (is_diff_cst (1 : R) v).
corner (D i j) (A0 i j) (D i j) (is_diff_mul Db De) => //.
- by rewrite expR0; ring.
- by ring.
Qed.

Theorem d_larger : Statements.d_larger.
Proof.
move=> R V v m n A dA b db D Db Ab i j; have c0 : A v i j - b v != 0 by rewrite subr_eq0.
by corner (is_diffB (D i j) Db) c0 (D i j) Db => //; ring.
Qed.

Theorem d_smaller : Statements.d_smaller.
Proof.
move=> R V v m n A dA b db D Db Ab i j; have c0 : A v i j - b v != 0 by rewrite subr_eq0.
by corner (is_diffB (D i j) Db) c0 Db (D i j) => //; ring.
Qed.
