(* The tactic that proves certificates. *)
From mathcomp Require Import all_ssreflect all_algebra.
From mathcomp Require Import boolp classical_sets functions reals topology normedtype sequences derive realfun exp trigo.
From mathcomp Require Import ring.
From Gradus Require Export Vocabulary Algebra Differential Determinant Functions Certify Reading.
From Gradus Require TransposeRules DiagonalRules ProductRules KroneckerRules Blocks.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Import Order.TTheory GRing.Theory Num.Theory numFieldNormedType.Exports.
Local Open Scope ring_scope.

Section Powers.
Variable R : realType.
Implicit Types t a : R.
Lemma is_derive_power n t : is_derive t 1 (fun u : R => u ^+ n.+1) (n.+1%:R * t ^+ n).
Proof.
elim: n => [|n IH]; first by rewrite expr0 mulr1; exact: is_derive_var.
have D := is_derive_mul (is_derive_var t) IH.
have -> : (fun u : R => u ^+ n.+2) = (fun u => u * u ^+ n.+1) by apply/funext => u; rewrite exprS.
apply: is_derive_eq D _; rewrite mul1r mulrCA -exprS -[n.+2]addn1 natrD mulrDl mul1r; exact: addrC.
Qed.
Lemma is_derive_inverse_power n t : t != 0 -> is_derive t 1 (fun u : R => u ^- n.+1) (- n.+1%:R / t ^+ n.+2).
Proof.
move=> t0; have D := is_derive_inv (f := fun u : R => u ^+ n.+1) (expf_neq0 n.+1 t0) (is_derive_power n t).
refine (is_derive_eq D _).
have -> : (t ^+ n.+1) ^+ 2 = t ^+ n * t ^+ n.+2 by rewrite -exprM -exprD muln2 -addnn addSnnS.
by rewrite !mulNr invfM mulrA mulfK ?expf_neq0.
Qed.
Lemma is_derive_reciprocal t : t != 0 -> is_derive t 1 (fun u : R => u^-1) (- t ^- 2).
Proof. by move=> t0; apply: is_derive_eq (is_derive_inv t0 (is_derive_var t)) _; rewrite mulN1r. Qed.
Lemma is_derive_power_of a t : 0 < t -> is_derive t 1 (fun u => exp_fun u a) (a * exp_fun t (a - 1)).
Proof.
move=> t0; have D := is_derive_mul (is_derive_const a t) (is_derive1_ln t0).
apply: is_derive_eq (is_derive_comp D (is_derive_expR _)) _.
rewrite /exp_fun mul0r add0r mulrBl mul1r expRB lnK ?posrE //.
by rewrite mulrCA mulrA.
Qed.
Lemma is_derive_exponential_of a t : is_derive t 1 (exp_fun a) (ln a * exp_fun a t).
Proof.
have D := is_derive_mul (is_derive_var t) (is_derive_const (ln a) t).
by apply: is_derive_eq (is_derive_comp D (is_derive_expR _)) _; rewrite mulr0 addr0 mul1r mulrC.
Qed.
Lemma sqrt_exp t : 0 < t -> Num.sqrt t = expR (ln t / 2%:R).
Proof.
move=> t0; have E : t = expR (ln t / 2%:R) ^+ 2.
  by rewrite expr2 -expRD -mulrDl -mulr2n -mulr_natr mulfK ?pnatr_eq0 // lnK ?posrE.
by rewrite [in LHS]E sqrtr_sqr ger0_norm // ltW ?expR_gt0.
Qed.
Lemma is_derive_sqrt t : 0 < t -> is_derive t 1 (@Num.sqrt R) ((2%:R * Num.sqrt t)^-1).
Proof.
move=> t0.
have D := is_derive_mul (is_derive1_ln t0) (is_derive_const 2%:R^-1 t).
have N : \forall u \near t, expR (ln u / 2%:R) = Num.sqrt u.
  by apply: filterS (near_gt t0) => u u0; rewrite sqrt_exp.
have := is_derive_near N (is_derive_comp D (is_derive_expR _)).
move/is_derive_eq; apply; rewrite mulr0 addr0 -sqrt_exp //.
have s0 : Num.sqrt t != 0 by rewrite lt0r_neq0 // sqrtr_gt0.
have -> : t^-1 = (Num.sqrt t * Num.sqrt t)^-1 by rewrite -expr2 sqr_sqrtr // ltW.
by move: (Num.sqrt t) s0 => s s0; field; rewrite s0.
Qed.
Lemma is_derive_larger a t : t != a -> is_derive t 1 (larger a) (step (t - a)).
Proof.
move=> ta; have t0 : t - a != 0 by rewrite subr_eq0.
case: (ltrgtP a t) ta => // ht _.
  have N : \forall u \near t, u = larger a u by apply: filterS (near_gt ht) => u au; rewrite /larger lt_gtF.
  by apply: is_derive_eq (is_derive_near N (is_derive_var t)) _; rewrite /step subr_gt0 ht.
have N : \forall u \near t, a = larger a u by apply: filterS (near_lt ht) => u au; rewrite /larger au.
by apply: is_derive_eq (is_derive_near N (is_derive_const a t)) _; rewrite /step subr_gt0 lt_gtF.
Qed.
Lemma is_derive_larger_left a t : t != a -> is_derive t 1 (fun u => larger u a) (step (t - a)).
Proof.
move=> ta; have -> : (fun u => larger u a) = larger a; last exact: is_derive_larger.
by apply/funext => u; rewrite /larger; case: (ltrgtP a u).
Qed.
Lemma is_derive_larger_right a t : t != a -> is_derive t 1 (larger a) (1 - step (a - t)).
Proof.
move=> ta; apply: is_derive_eq (is_derive_larger ta) _; rewrite /step !subr_gt0.
by case: (ltrgtP a t) ta => // _ _; rewrite ?subr0 ?subrr.
Qed.
Lemma is_derive_relu t : t != 0 -> is_derive t 1 (@relu R) (step t).
Proof.
move=> t0; have P u : 0 < u -> relu u = u :> R by rewrite /relu => ->.
have N u : u < 0 -> relu u = 0 :> R by rewrite /relu => /lt_gtF ->.
exact: (is_derive_piece t0 P N (fun _ => is_derive_var _) (fun _ => is_derive_const _ _)).
Qed.
Lemma is_derive_leaky_relu a t : t != 0 -> is_derive t 1 (fun u => leaky_relu u a) (step t + a * (1 - step t)).
Proof.
move=> t0; have P u : 0 < u -> leaky_relu u a = u :> R by rewrite /leaky_relu => ->.
have N u : u < 0 -> leaky_relu u a = a * u :> R by rewrite /leaky_relu => /lt_gtF ->.
have D := is_derive_piece t0 P N (fun _ => is_derive_var _) (fun _ => is_derive_mul (is_derive_const _ _) (is_derive_var _)).
by apply: is_derive_eq D _; rewrite /step; case: ifP => _; rewrite ?subrr ?mulr0 ?addr0 // mul0r subr0 !add0r.
Qed.
Lemma is_derive_elu a t : t != 0 -> is_derive t 1 (fun u => elu u a) (step t + (1 - step t) * (a * expR t)).
Proof.
move=> t0; have P u : 0 < u -> elu u a = u :> R by rewrite /elu => ->.
have N u : u < 0 -> elu u a = a * (expR u - 1) :> R by rewrite /elu => /lt_gtF ->.
have D := is_derive_piece t0 P N (fun _ => is_derive_var _) (fun _ => is_derive_mul (is_derive_const _ _)
  (is_derive_add (is_derive_expR _) (is_derive_const (- 1) _))).
by apply: is_derive_eq D _; rewrite /step; case: ifP => _; rewrite ?subrr ?mul0r ?addr0 // subr0 !add0r mul1r.
Qed.
End Powers.

(* The derivative of a function of a number. *)
Ltac derivative := lazymatch goal with
  | H : forall t, is_derive t 1 ?f _ |- is_derive _ _ ?f _ => exact: H
  | |- is_derive ?t _ (@expR _) _ => exact (is_derive_expR t)
  | |- is_derive ?t _ (@ln _) _ => notypeclasses refine (is_derive1_ln _)
  | |- is_derive ?t _ (@sin _) _ => exact (is_derive_sin t)
  | |- is_derive ?t _ (@cos _) _ => exact (is_derive_cos t)
  | |- is_derive ?t _ (@tan _) _ => notypeclasses refine (is_derive_tan' _)
  | |- is_derive ?t _ (@cot _) _ => notypeclasses refine (is_derive_cot _)
  | |- is_derive ?t _ (@sec _) _ => notypeclasses refine (is_derive_sec _)
  | |- is_derive ?t _ (@csc _) _ => notypeclasses refine (is_derive_csc _)
  | |- is_derive ?t _ (@asin _) _ => notypeclasses refine (is_derive1_asin _)
  | |- is_derive ?t _ (@acos _) _ => notypeclasses refine (is_derive1_acos _)
  | |- is_derive ?t _ (@atan _) _ => exact (is_derive1_atan t)
  | |- is_derive ?t _ (@acot _) _ => exact (is_derive_acot t)
  | |- is_derive ?t _ (@sinh _) _ => exact (is_derive_sinh t)
  | |- is_derive ?t _ (@cosh _) _ => exact (is_derive_cosh t)
  | |- is_derive ?t _ (@tanh _) _ => exact (is_derive_tanh t)
  | |- is_derive ?t _ (@coth _) _ => notypeclasses refine (is_derive_coth _)
  | |- is_derive ?t _ (@sech _) _ => exact (is_derive_sech t)
  | |- is_derive ?t _ (@csch _) _ => notypeclasses refine (is_derive_csch _)
  | |- is_derive ?t _ (@sigmoid _) _ => exact (is_derive_sigmoid t)
  | |- is_derive ?t _ (@softplus _) _ => exact (is_derive_softplus t)
  | |- is_derive ?t _ (@silu _) _ => exact (is_derive_silu t)
  | |- is_derive ?t _ (@relu _) _ => notypeclasses refine (is_derive_relu _)
  | |- is_derive ?t _ (@larger _ ?a) _ => notypeclasses refine (is_derive_larger_right _)
  | |- is_derive ?t _ (fun u => larger u ?a) _ => notypeclasses refine (is_derive_larger_left _)
  | |- is_derive ?t _ (fun u => leaky_relu u ?a) _ => notypeclasses refine (is_derive_leaky_relu a _)
  | |- is_derive ?t _ (fun u => elu u ?a) _ => notypeclasses refine (is_derive_elu a _)
  | |- is_derive ?t _ (@Num.sqrt _) _ => notypeclasses refine (is_derive_sqrt _)
  | |- is_derive ?t _ (fun u => Num.sqrt u) _ => notypeclasses refine (is_derive_sqrt _)
  | |- is_derive ?t _ (fun u => (u ^+ ?n.+1)^-1) _ => notypeclasses refine (is_derive_inverse_power n _)
  | |- is_derive ?t _ (fun u => u ^+ ?n.+1) _ => exact (is_derive_power n t)
  | |- is_derive ?t _ (fun u => u^-1) _ => notypeclasses refine (is_derive_reciprocal _)
  | |- is_derive ?t _ (@GRing.inv _) _ => notypeclasses refine (is_derive_reciprocal _)
  | |- is_derive ?t _ (fun u => exp_fun u ?a) _ => notypeclasses refine (is_derive_power_of a _)
  | |- is_derive ?t _ (exp_fun ?a) _ => exact (is_derive_exponential_of a t)
  end.

(* Premises of rules: as assumed, or positive. *)
Ltac premise := try assumption; intros; cbv beta; try (match goal with H : forall i j, _ |- _ => exact: H end);
  rewrite ?mxE; first [ assumption | solve [eauto] | by rewrite eq_sym | by nonzero | by positivity ].

(* Inner products and products of numbers are additive in the gradient. *)
Ltac law := intros; first [exact: apply_to0 | exact: apply_toD | exact: innerDl | exact: inner0l | exact: mulrDl | exact: mul0r].

(* One operation backwards. *)
Ltac back := lazymatch goal with
  | |- forall _, _ => law
  | H : mxd _ ?X _ |- backward _ _ (fun u => ?X u) _ => exact (back_moving H)
  | H : is_diff _ ?f _ |- backwards _ _ (fun u => ?f u) _ => exact (backs_moving H)
  | |- backward _ _ (fun _ => ?A) _ => notypeclasses refine (back_const _ _ A)
  | |- backward _ _ (fun u => u) _ => exact (back_variable _)
  | |- backward _ _ (fun u => @GRing.add _ (@?F u) (@?G u)) _ => notypeclasses refine (back_add _ (F := F) (G := G) _ _)
  | |- backward _ _ (fun u => @GRing.opp _ (@?F u)) _ => notypeclasses refine (back_opp (F := F) _)
  | |- backward _ _ (fun u => mulmx (@?F u) (@?G u)) _ =>
      lazymatch F with
      | (fun _ => ?A) => notypeclasses refine (back_mul_left A (G := G) _)
      | _ => lazymatch G with
        | (fun _ => ?B) => notypeclasses refine (back_mul_right B (F := F) _)
        | _ => notypeclasses refine (back_mul _ (F := F) (G := G) _ _)
        end
      end
  | |- backward _ _ (fun u => hadamard (@?F u) (@?G u)) _ => notypeclasses refine (back_hadamard _ (F := F) (G := G) _ _)
  | |- backward _ _ (fun u => trmx (@?F u)) _ => notypeclasses refine (back_transpose (F := F) _)
  | |- backward _ _ (fun u => @GRing.scale _ _ (@?f u) (@?F u)) _ => notypeclasses refine (back_scale _ (f := f) (F := F) _ _)
  | |- backward _ _ (fun u => map_mx (@ln _) (softmax_rows (@?F u))) _ =>
      notypeclasses refine (back_log_softmax_rows (F := F) _)
  | |- backward _ _ (fun u => softmax_rows (@?F u)) _ => notypeclasses refine (back_softmax_rows (F := F) _)
  | |- backward _ _ (fun u => map2_mx ?f (@?F u) (@?G u)) _ =>
      lazymatch F with
      | (fun _ => ?A) => notypeclasses refine (back_map2_right (f := f) (A := A) (F := G) _ _)
      | _ => lazymatch G with
        | (fun _ => ?B) => notypeclasses refine (back_map2_left (f := f) (F := F) (B := B) _ _)
        end
      end; [ | intros; derivative; premise]
  | |- backward _ _ (fun u => scalar_mx (@?f u)) _ => notypeclasses refine (back_scalar _ (f := f) _)
  | |- backward _ _ (fun u => map_mx ?f (@?F u)) _ =>
      notypeclasses refine (back_map (f := f) (F := F) _ _); [ | intros; derivative; premise]
  | |- backward _ _ (fun u => invmx (@?F u)) _ => notypeclasses refine (back_inverse (F := F) _ _); [ | premise]
  | |- backward _ _ (fun u => diag (@?F u)) _ => notypeclasses refine (back_diag (F := F) _)
  | |- backward _ _ (fun u => diagonal (@?F u)) _ => notypeclasses refine (back_diagonal (F := F) _)
  | |- backward _ _ (fun u => total_rows (@?F u)) _ => notypeclasses refine (back_total_rows (F := F) _)
  | |- backward _ _ (fun u => total_columns (@?F u)) _ => notypeclasses refine (back_total_columns (F := F) _)
  | |- backward _ _ (fun u => vec (@?F u)) _ => notypeclasses refine (back_vec (F := F) _)
  | |- backward _ _ (fun u => col_mx (@?F u) (@?G u)) _ => notypeclasses refine (back_column _ (F := F) (G := G) _ _)
  | |- backward _ _ (fun u => block ?r ?c (@?F u)) _ => notypeclasses refine (back_block _ _ r c (F := F) _)
  | |- backward _ _ (fun u => row_mx (@?F u) (@?G u)) _ => notypeclasses refine (back_row _ (F := F) (G := G) _ _)
  | |- backwards _ _ (fun _ => ?a) _ => notypeclasses refine (backs_const _ _ a)
  | |- backwards _ _ (fun u => u) _ => exact (backs_variable _)
  | |- backwards _ _ (fun u => @GRing.add _ (@?f u) (@?g u)) _ => notypeclasses refine (backs_add _ (f := f) (g := g) _ _)
  | |- backwards _ _ (fun u => @GRing.opp _ (@?f u)) _ => notypeclasses refine (backs_opp (f := f) _)
  | |- backwards _ _ (fun u => @GRing.mul _ (@?f u) (@?g u)) _ => notypeclasses refine (backs_mul _ (f := f) (g := g) _ _)
  | |- backwards _ _ (fun u => mxtrace (@?F u)) _ => notypeclasses refine (back_trace (F := F) _)
  | |- backwards _ _ (fun u => total (@?F u)) _ => notypeclasses refine (backs_total (F := F) _)
  | |- backwards _ _ (fun u => determinant (@?F u)) _ => notypeclasses refine (back_det (F := F) _)
  | |- backwards _ _ (fun u => logdet (@?F u)) _ => notypeclasses refine (back_logdet (F := F) _ _); [ | premise]
  | |- backwards _ _ (fun u => maximum (@?F u)) _ => notypeclasses refine (backs_maximum (F := F) _ _); [ | premise]
  | |- backwards _ _ (fun u => @GRing.exp _ (norm2 (@?F u)) 2) _ =>
      notypeclasses refine (backs_norm2_square (F := F) _)
  | |- backwards _ _ (fun u => @GRing.exp _ (@?f u) ?n) _ =>
      notypeclasses refine (backs_chain (g := fun t => t ^+ n) (f := f) _ _); [ | derivative; premise]
  | |- backwards ?x ?act (fun u => dot (@?F u) (@?G u)) ?b =>
      change (backwards x act (fun u => mxtrace (mulmx (trmx (F u)) (G u))) b); cbv beta
  | |- backwards _ _ (fun u => exp_fun (@?f u) (@?k u)) _ =>
      lazymatch f with
      | (fun _ => ?a) => notypeclasses refine (backs_chain (g := exp_fun a) (f := k) _ _)
      | _ => lazymatch k with
        | (fun _ => ?a) => notypeclasses refine (backs_chain (g := fun t => exp_fun t a) (f := f) _ _)
        end
      end; [ | derivative; premise]
  | |- backwards _ _ (fun u => leaky_relu (@?f u) ?a) _ =>
      notypeclasses refine (backs_chain (g := fun t => leaky_relu t a) (f := f) _ _); [ | derivative; premise]
  | |- backwards _ _ (fun u => elu (@?f u) ?a) _ =>
      notypeclasses refine (backs_chain (g := fun t => elu t a) (f := f) _ _); [ | derivative; premise]
  | H : forall t, is_diff t (fun u : _ * _ => ?g u.1 u.2) _ |- backwards _ _ (fun u => ?g (@?f u) (@?k u)) _ =>
      notypeclasses refine (backs_chain2 _ (f := f) (k := k) _ _ H)
  | |- backwards _ _ (fun u => ?g (@?f u)) _ =>
      notypeclasses refine (backs_chain (g := g) (f := f) _ _); [ | derivative; premise]
  end.

(* A softmax of a column in full; sums written as products with ones; exponentials of multiples; columns in two parts;
   vec of products; entries picked out. *)
Section Unfolding.
Variable R : realType.
Lemma softmax_column n (z : 'cV[R]_n) : softmax_rows z = (total (map_mx (@expR R) z))^-1 *: map_mx (@expR R) z.
Proof.
apply/matrixP => i j; rewrite !mxE mulrC; congr (_^-1 * _); apply: eq_bigr => k _.
by rewrite big_ord1 mxE ord1.
Qed.
Lemma ones_trace n (x : 'cV[R]_n) : \tr (ones 1 n *m x) = total x.
Proof. by rewrite /mxtrace big_ord1 mxE; apply: eq_bigr => i _; rewrite big_ord1 mxE mul1r. Qed.
Lemma expR_natl k (t : R) : expR (k%:R * t) = expR t ^+ k.
Proof.
elim: k => [|k IH]; first by rewrite mul0r expR0.
by rewrite -[k.+1]addn1 natrD mulrDl mul1r expRD IH addn1 exprSr.
Qed.
Lemma expR_opp_natl k (t : R) : expR (- k%:R * t) = expR t ^- k.
Proof. by rewrite mulNr expRN expR_natl. Qed.
Lemma total_column m n p (S : 'M[R]_(m + n, p)) A B :
  total (S ⊙ col_mx A B) = total (usubmx S ⊙ A) + total (dsubmx S ⊙ B).
Proof.
rewrite /total big_split_ord; congr (_ + _); apply: eq_bigr => i _; apply: eq_bigr => j _; rewrite !mxE.
  by case: split_ordP => k /eqP; rewrite ?eq_lshift ?eq_lrshift // => /eqP ->.
by case: split_ordP => k /eqP; rewrite ?eq_rshift ?eq_rlshift // => /eqP ->.
Qed.
Lemma column_transposed_mul m n p q (A : 'M[R]_(m, p)) (B : 'M[R]_(n, p)) (S : 'M[R]_(m + n, q)) :
  (col_mx A B)^T *m S = A^T *m usubmx S + B^T *m dsubmx S.
Proof. by rewrite -[in LHS](vsubmxK S) tr_col_mx mul_row_col. Qed.
Lemma kron_vec m n p q (A : 'M[R]_(q, n)) (B : 'M[R]_(p, m)) (X : 'M[R]_(m, n)) :
  kron A B *m vec X = vec (B *m X *m A^T).
Proof. by rewrite vec_mul3 trmxK. Qed.
Lemma pick_one : Blocks.pick R 1 1 0 = 1%:M.
Proof. by apply/matrixP => i j; rewrite !ord1 !mxE. Qed.
Lemma pick_unit n r : Blocks.pick R 1 n r = (unit_vector n r)^T.
Proof. by apply/matrixP => i j; rewrite ord1 !mxE addn0 eq_sym. Qed.
End Unfolding.

(* Letters of which nothing is known, lest Coq unfold a function to compare two. *)
Ltac sealed := letters; repeat match goal with a := _ : Real.sort _ |- _ => clearbody a end.

(* Gradus writes its functions in other functions: all in terms of exponentials, sines and cosines. *)
Ltac elementary := rewrite ?/sigmoid ?/softplus ?/silu ?/tanh ?/coth ?/sech ?/csch ?/sinh ?/cosh
  ?/tan ?/cot ?/sec ?/csc ?/acot ?/exp_fun.
Ltac corners := rewrite ?/larger ?/smaller ?/relu ?/leaky_relu ?/elu ?/step.

Ltac simple := rewrite ?(mulr0, mul0r, addr0, add0r, mulr1, mul1r, oppr0, expr1, expr0, subr0, sub0r, scaler0, scale1r).
Ltac number_equation := simple; first [ done | solve [entries; sealed; ring] | solve [entries; sealed; numbers; try done]
  | solve [elementary; rewrite ?(expR_opp_natl, expR_natl, expRN, opprK, mulN1r, mulNr); entries; sealed; numbers; try done] ].

(* On which side of its corner a number lies. *)
Ltac corner_equation := corners; simple; rewrite ?(oppr_gt0, subr_gt0, oppr_lt0, subr_lt0); intros;
  repeat match goal with
  | |- context [if ?a < ?b then _ else _] => let H := fresh in case H: (a < b)
  end; simple; first
  [ done | solve [entries; ring]
  | exfalso; match goal with
    | H : is_true (?a != ?b), H1 : (?a < ?b) = false, H2 : (?b < ?a) = false |- _ =>
        by move: H; rewrite neq_lt H1 H2
    | H : is_true (?b != ?a), H1 : (?a < ?b) = false, H2 : (?b < ?a) = false |- _ =>
        by move: H; rewrite neq_lt H1 H2
    | H1 : (?a < ?b) = true, H2 : (?b < ?a) = true |- _ => by move: (lt_trans H1 H2); rewrite ltxx
    end ].

Ltac entry := rewrite ?(mxE, big_ord1, mulr0n, mulr1n, mulr_sumr, mulr_suml); simple.
(* Sums term by term, functions argument by argument. *)
Ltac by_parts depth := first
  [ done
  | solve [entries; ring]
  | lazymatch depth with S ?less => first [apply: eq_bigr => ? _; entry; by_parts less | f_equal; by_parts less] end
  | number_equation ].
Ltac in_parts := rewrite ?(total_column, column_transposed_mul, kron_vec, KroneckerRules.unvec_vec, pick_one, pick_unit,
  ones_trace, kron_trmx, trmxK, trmx1, mulmx1).
Ltac matrix_equation := first
  [ done
  | solve [index_equation]
  | solve [simple; index_equation]
  | solve [in_parts; index_equation]
  | solve [in_parts; rewrite softmax_column; index_equation]
  | solve [apply/matrixP => ? ?; rewrite ?mxE; corner_equation] ].
Ltac scalar_equation := simple; first
  [ solve [number_equation] | solve [index_equation] | solve [corner_equation] | solve [by_parts 4%nat] ].

(* Numbers that are sums over matrices. *)
Ltac linear_equation := first [matrix_equation | scalar_equation].

Ltac certify_gradient := notypeclasses refine (gradient_by _ _); [ solve [repeat back] | cbv beta; matrix_equation ].
Ltac certify_derivative := notypeclasses refine (derivative_by _ _); [ solve [repeat back] | cbv beta; scalar_equation ].
Ltac certify_jacobian := notypeclasses refine (jacobian_by _ _);
  [ solve [repeat back] | intro; cbv beta; matrix_equation ].
Ltac certify_vec_jacobian := notypeclasses refine (vec_jacobian_by _ _);
  [ solve [repeat back]
  | intro; cbv beta; matrix_equation ].
Ltac certify_matrix := notypeclasses refine (matrix_derivative_by _ _);
  [ solve [repeat back]
  | let S := fresh "S" in intro S; cbv beta; linear_equation ].
Ltac certify_differential := notypeclasses refine (differential_by _ _);
  [ solve [repeat back] | intros; cbv beta; rewrite ?(apply_to_sum, apply_to_zero); linear_equation ].
Ltac certify_number_differential := notypeclasses refine (number_differential_by _ _);
  [ solve [repeat back] | intros; cbv beta; rewrite ?(apply_to_sum, apply_to_zero); linear_equation ].

Ltac certify := intros; lazymatch goal with
  | |- is_gradient _ _ _ => certify_gradient
  | |- is_derive _ _ _ _ => certify_derivative
  | |- mxd _ _ (fun h => mulmx _ h) => certify_jacobian
  | |- mxd _ _ (fun h => mulmx _ (vec h)) => certify_vec_jacobian
  | |- mxd _ _ (fun h => @GRing.scale _ _ h _) => certify_matrix
  | |- mxd _ _ _ => certify_differential
  | |- is_diff _ _ _ => certify_number_differential
  | |- _ /\ _ => split; linear_equation
  | |- _ = _ => linear_equation
  end.
