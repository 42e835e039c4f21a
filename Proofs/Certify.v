(* Certificates. A function is read backwards, operation by operation, each by its adjoint rule: what arrives at the
   variable is a gradient by proof. It is left to show that it equals the gradient that Gradus derived. *)
From mathcomp Require Import all_ssreflect all_algebra.
From mathcomp Require Import boolp classical_sets functions reals topology normedtype sequences derive realfun exp trigo.
From mathcomp Require Import ring.
From Gradus Require Import Vocabulary Algebra Differential Determinant Functions.
From Gradus Require ProductRules FoldingRules DifferentialRules AdjointRules KroneckerRules Blocks MaximumDifferentials.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Import Order.TTheory GRing.Theory Num.Theory numFieldNormedType.Exports.
Local Open Scope ring_scope.

Section Backward.
Variables (R : realType) (V : normedModType R) (x : V).
(* Gradients of the variable, and how they act on its changes. *)
Variables (T : zmodType) (act : T -> V -> R).
Hypothesis act0 : forall h, act 0 h = 0.
Hypothesis actD : forall g k h, act (g + k) h = act g h + act k h.

(* The differential of F exists, and back takes cotangents of F to gradients of the variable. *)
Definition backward m n (F : V -> 'M[R]_(m, n)) (back : 'M[R]_(m, n) -> T) : Prop :=
  exists2 dF, mxd x F dF & forall S h, inner S (dF h) = act (back S) h.
Definition backwards (f : V -> R) (back : R -> T) : Prop :=
  exists2 df, is_diff x f df & forall s h, s * df h = act (back s) h.

Lemma inner0 m n (S : 'M[R]_(m, n)) : inner S 0 = 0.
Proof. by rewrite /inner mulmx0 mxtrace0. Qed.
Lemma innerN m n (S H : 'M[R]_(m, n)) : inner S (- H) = inner (- S) H.
Proof. by rewrite /inner [(- S)^T]linearN /= mulNmx mulmxN. Qed.
Lemma innerE2 m n (G H : 'M[R]_(m, n)) : inner G H = total (G ⊙ H).
Proof. by rewrite innerE; apply: eq_bigr => i _; apply: eq_bigr => j _; rewrite mxE. Qed.

Section Matrices.
Variables (m n p q : nat).

Lemma back_const (A : 'M[R]_(m, n)) : backward (fun=> A) (fun=> 0).
Proof. by exists (fun=> 0) => [|S h]; [exact: mxd_cst | rewrite inner0 act0]. Qed.

Lemma back_add (F G : V -> 'M[R]_(m, n)) bF bG : backward F bF -> backward G bG ->
  backward (fun u => F u + G u) (fun S => bF S + bG S).
Proof.
move=> [dF DF EF] [dG DG EG]; exists (fun h => dF h + dG h) => [|S h]; first exact: mxd_add.
by rewrite innerDr EF EG actD.
Qed.

Lemma back_opp (F : V -> 'M[R]_(m, n)) bF : backward F bF -> backward (fun u => - F u) (fun S => bF (- S)).
Proof.
by move=> [dF DF EF]; exists (fun h => - dF h) => [|S h]; [exact: mxd_opp | rewrite innerN EF].
Qed.

Lemma back_mul (F : V -> 'M[R]_(m, n)) (G : V -> 'M[R]_(n, p)) bF bG : backward F bF -> backward G bG ->
  backward (fun u => F u *m G u) (fun S => bF (S *m (G x)^T) + bG ((F x)^T *m S)).
Proof.
move=> [dF DF EF] [dG DG EG]; exists (fun h => dF h *m G x + F x *m dG h) => [|S h]; first exact: mxd_mul.
by rewrite innerDr adjoint_mulr adjoint_mull EF EG actD.
Qed.

Lemma back_mul_left (A : 'M[R]_(m, n)) (G : V -> 'M[R]_(n, p)) bG : backward G bG ->
  backward (fun u => A *m G u) (fun S => bG (A^T *m S)).
Proof.
move=> [dG DG EG]; exists (fun h => A *m dG h) => [|S h]; last by rewrite adjoint_mull EG.
by apply: (mxd_ext _ _ (mxd_mul (mxd_cst x A) DG)) => // h; rewrite mul0mx add0r.
Qed.

Lemma back_mul_right (F : V -> 'M[R]_(m, n)) (B : 'M[R]_(n, p)) bF : backward F bF ->
  backward (fun u => F u *m B) (fun S => bF (S *m B^T)).
Proof.
move=> [dF DF EF]; exists (fun h => dF h *m B) => [|S h]; last by rewrite adjoint_mulr EF.
by apply: (mxd_ext _ _ (mxd_mul DF (mxd_cst x B))) => // h; rewrite mulmx0 addr0.
Qed.

Lemma back_hadamard (F G : V -> 'M[R]_(m, n)) bF bG : backward F bF -> backward G bG ->
  backward (fun u => F u ⊙ G u) (fun S => bF (G x ⊙ S) + bG (F x ⊙ S)).
Proof.
move=> [dF DF EF] [dG DG EG]; exists (fun h => dF h ⊙ G x + F x ⊙ dG h) => [|S h]; first exact: mxd_had.
by rewrite innerDr [dF h ⊙ _]hadamardC !adjoint_hadamard EF EG actD.
Qed.

Lemma back_transpose (F : V -> 'M[R]_(m, n)) bF : backward F bF ->
  backward (fun u => (F u)^T) (fun S => bF S^T).
Proof.
by move=> [dF DF EF]; exists (fun h => (dF h)^T) => [|S h]; [exact: mxd_tr | rewrite adjoint_tr EF].
Qed.

Lemma back_scale f (F : V -> 'M[R]_(m, n)) bf bF : backwards f bf -> backward F bF ->
  backward (fun u => f u *: F u) (fun S => bf (total (F x ⊙ S)) + bF (f x *: S)).
Proof.
move=> [df Df Ef] [dF DF EF]; exists (fun h => df h *: F x + f x *: dF h) => [|S h]; first exact: mxd_scale.
rewrite innerDr actD -Ef -EF [inner S (df h *: _)]AdjointRules.adjoint_scale.
by rewrite [inner S (f x *: _)]Algebra.adjoint_scale -/(inner (F x) S) innerE2.
Qed.

(* Entry by entry, by the derivative at each. *)
Lemma back_map (f : R -> R) (F : V -> 'M[R]_(m, n)) bF (D : 'I_m -> 'I_n -> R) : backward F bF ->
  (forall i j, is_derive (F x i j) 1 f (D i j)) ->
  backward (fun u => map_mx f (F u)) (fun S => bF (\matrix_(i, j) (D i j * S i j))).
Proof.
move=> [dF DF EF] Df; exists (fun h => \matrix_(i, j) (D i j * dF h i j)) => [i j|S h].
  by apply: (is_diff_ext _ _ (is_diff_chain (DF i j) (Df i j))) => h; rewrite !mxE.
rewrite -EF !innerE; apply: eq_bigr => i _; apply: eq_bigr => j _; rewrite !mxE.
by rewrite mulrCA mulrA.
Qed.

(* A function of two numbers of which one moves. *)
Lemma back_map2_left (f : R -> R -> R) (F : V -> 'M[R]_(m, n)) (B : 'M[R]_(m, n)) bF (D : 'I_m -> 'I_n -> R) : backward F bF ->
  (forall i j, is_derive (F x i j) 1 (fun t => f t (B i j)) (D i j)) ->
  backward (fun u => map2_mx f (F u) B) (fun S => bF (\matrix_(i, j) (D i j * S i j))).
Proof.
move=> [dF DF EF] Df; exists (fun h => \matrix_(i, j) (D i j * dF h i j)) => [i j|S h].
  by apply: (is_diff_ext _ _ (is_diff_chain (DF i j) (Df i j))) => h; rewrite !mxE.
rewrite -EF !innerE; apply: eq_bigr => i _; apply: eq_bigr => j _; rewrite !mxE.
by rewrite mulrCA mulrA.
Qed.
Lemma back_map2_right (f : R -> R -> R) (A : 'M[R]_(m, n)) (F : V -> 'M[R]_(m, n)) bF (D : 'I_m -> 'I_n -> R) : backward F bF ->
  (forall i j, is_derive (F x i j) 1 (f (A i j)) (D i j)) ->
  backward (fun u => map2_mx f A (F u)) (fun S => bF (\matrix_(i, j) (D i j * S i j))).
Proof.
move=> BF Df; have := back_map2_left (f := fun s t => f t s) (B := A) BF Df.
by move=> [dF DF EF]; exists dF => // i j; apply: (is_diff_ext _ _ (DF i j)) => u; rewrite !mxE.
Qed.

(* ds = s ⊙ dF - s ⊙ (1 (1^T (s ⊙ dF))), each column by itself; the map is its own adjoint. *)
Lemma mxd_softmax_rows (F dF : V -> 'M[R]_(m, n)) : mxd x F dF ->
  mxd x (fun u => softmax_rows (F u)) (fun h => \matrix_(i, j) (softmax_rows (F x) i j *
    (dF h i j - \sum_k softmax_rows (F x) k j * dF h k j))).
Proof.
move=> DF i j; pose e u k := expR (F u k j).
have De k : is_diff x (fun u => e u k) (fun h => e x k * dF h k j).
  exact: (is_diff_chain (DF k j) (is_derive_expR _)).
have S0 : \sum_k e x k != 0.
  rewrite lt0r_neq0 // (bigD1 i) //= ltr_paddr ?expR_gt0 //.
  by apply: sumr_ge0 => k _; rewrite ltW ?expR_gt0.
have DS := is_diff_inv (is_diff_bigsum (index_enum _) xpredT De) S0.
apply: (is_diff_ext _ _ (is_diff_mul (De i) DS)) => h; rewrite !mxE //.
have -> : \sum_k softmax_rows (F x) k j * dF h k j = (\sum_k e x k * dF h k j) / \sum_k e x k.
  by rewrite mulr_suml; apply: eq_bigr => k _; rewrite mxE mulrAC.
rewrite -[\sum_k expR (F x k j)]/(\sum_k e x k) -[expR (F x i j)]/(e x i) mulrBr.
congr (_ + _); first by rewrite mulrAC.
by rewrite mulNr mulrN expr2 invfM [(\sum_k _ * _) / _]mulrC !mulrA.
Qed.

Lemma back_softmax_rows (F : V -> 'M[R]_(m, n)) bF : backward F bF ->
  backward (fun u => softmax_rows (F u)) (fun S => bF (\matrix_(i, j) (softmax_rows (F x) i j *
    (S i j - \sum_k softmax_rows (F x) k j * S k j)))).
Proof.
move=> [dF DF EF]; eexists; first exact: mxd_softmax_rows DF.
move=> S h; rewrite -EF !innerE exchange_big [RHS]exchange_big; apply: eq_bigr => j _ /=.
under eq_bigr do rewrite mxE mulrBr mulrBr; under [RHS]eq_bigr do rewrite mxE mulrBr mulrBl.
rewrite !sumrB; congr (_ - _); first by apply: eq_bigr => i _; rewrite mulrCA mulrA.
transitivity ((\sum_i softmax_rows (F x) i j * S i j) * \sum_k softmax_rows (F x) k j * dF h k j).
  by rewrite mulr_suml; apply: eq_bigr => i _; rewrite mulrA [S i j * _]mulrC.
by rewrite mulr_sumr; apply: eq_bigr => i _; rewrite mulrA [_ * softmax_rows _ _ _]mulrC.
Qed.

Lemma back_log_softmax_rows (F : V -> 'M[R]_(m, n)) bF : backward F bF ->
  backward (fun u => map_mx (@ln R) (softmax_rows (F u))) (fun S => bF (\matrix_(i, j)
    (S i j - softmax_rows (F x) i j * \sum_k S k j))).
Proof.
move=> [dF DF EF]; exists (fun h => \matrix_(i, j) (dF h i j - \sum_k softmax_rows (F x) k j * dF h k j)).
  move=> i j; have s0 : 0 < softmax_rows (F x) i j.
    rewrite mxE divr_gt0 ?expR_gt0 // (bigD1 i) //= ltr_paddr ?expR_gt0 //.
    by apply: sumr_ge0 => k _; rewrite ltW ?expR_gt0.
  apply: (is_diff_ext _ _ (is_diff_chain (mxd_softmax_rows DF i j) (is_derive1_ln s0))) => h; first by rewrite [RHS]mxE.
  by rewrite [X in _ * X]mxE [RHS]mxE mulKf ?lt0r_neq0.
move=> S h; rewrite -EF !innerE exchange_big [RHS]exchange_big; apply: eq_bigr => j _ /=.
under eq_bigr do rewrite mxE mulrBr; under [RHS]eq_bigr do rewrite mxE mulrBl.
rewrite !sumrB; congr (_ - _); rewrite -mulr_suml mulr_sumr; apply: eq_bigr => i _.
by rewrite mulrCA mulrA.
Qed.

Lemma back_total_rows (F : V -> 'M[R]_(m, n)) bF : backward F bF ->
  backward (fun u => total_rows (F u)) (fun S => bF (\matrix_(i, j) S 0 j)).
Proof.
move=> [dF DF EF]; exists (fun h => total_rows (dF h)) => [i j|S h].
  by apply: (is_diff_ext _ _ (is_diff_bigsum (index_enum _) xpredT (fun k => DF k j))) => h; rewrite !mxE.
rewrite -EF !innerE big_ord1 exchange_big; apply: eq_bigr => j _; rewrite mxE mulr_sumr.
by apply: eq_bigr => i _; rewrite mxE.
Qed.
Lemma back_total_columns (F : V -> 'M[R]_(m, n)) bF : backward F bF ->
  backward (fun u => total_columns (F u)) (fun S => bF (\matrix_(i, j) S i 0)).
Proof.
move=> [dF DF EF]; exists (fun h => total_columns (dF h)) => [i j|S h].
  by apply: (is_diff_ext _ _ (is_diff_bigsum (index_enum _) xpredT (fun k => DF i k))) => h; rewrite !mxE.
rewrite -EF !innerE; apply: eq_bigr => i _; rewrite big_ord1 mxE mulr_sumr.
by apply: eq_bigr => j _; rewrite mxE.
Qed.

Lemma back_vec (F : V -> 'M[R]_(m, n)) bF : backward F bF -> backward (fun u => vec (F u)) (fun S => bF (unvec S)).
Proof.
move=> [dF DF EF]; exists (fun h => vec (dF h)) => [|S h]; last by rewrite -EF AdjointRules.adjoint_vec.
exact: DifferentialRules.d_vec.
Qed.

Lemma back_column (F : V -> 'M[R]_(m, n)) (G : V -> 'M[R]_(p, n)) bF bG : backward F bF -> backward G bG ->
  backward (fun u => col_mx (F u) (G u)) (fun S => bF (usubmx S) + bG (dsubmx S)).
Proof.
move=> [dF DF EF] [dG DG EG]; exists (fun h => col_mx (dF h) (dG h)) => [|S h].
  exact: DifferentialRules.d_vertical.
by rewrite actD -EF -EG -[in LHS](vsubmxK S) /inner tr_col_mx mul_row_col mxtraceD.
Qed.
Lemma back_row (F : V -> 'M[R]_(m, n)) (G : V -> 'M[R]_(m, p)) bF bG : backward F bF -> backward G bG ->
  backward (fun u => row_mx (F u) (G u)) (fun S => bF (lsubmx S) + bG (rsubmx S)).
Proof.
move=> [dF DF EF] [dG DG EG]; exists (fun h => row_mx (dF h) (dG h)) => [|S h].
  exact: DifferentialRules.d_horizontal.
rewrite actD -EF -EG -[in LHS](hsubmxK S) /inner tr_row_mx mxtrace_mulC mul_row_col mxtraceD.
by rewrite [\tr (dF h *m _)]mxtrace_mulC [\tr (dG h *m _)]mxtrace_mulC.
Qed.
End Matrices.

Lemma back_block m n p q r c (F : V -> 'M[R]_(m, n)) bF : backward F bF ->
  backward (fun u => block r c (F u) : 'M[R]_(p, q))
    (fun S => bF ((Blocks.pick R p m r)^T *m (S *m ((Blocks.pick R q n c)^T)^T))).
Proof.
move=> B; have [dF DF EF] := back_mul_right (Blocks.pick R q n c)^T (back_mul_left (Blocks.pick R p m r) B).
by exists dF => //; apply: (mxd_ext _ _ DF) => // u; rewrite Blocks.block_pick.
Qed.

Section Square.
Variable n : nat.
Lemma back_diag (F : V -> 'cV[R]_n) bF : backward F bF -> backward (fun u => diag (F u)) (fun S => bF (diagonal S)).
Proof.
move=> [dF DF EF]; exists (fun h => diag (dF h)) => [|S h]; last by rewrite -EF AdjointRules.adjoint_diagonal_matrix.
exact: DifferentialRules.d_diagonal_matrix.
Qed.
Lemma back_diagonal (F : V -> 'M[R]_n) bF : backward F bF -> backward (fun u => diagonal (F u)) (fun S => bF (diag S)).
Proof.
move=> [dF DF EF]; exists (fun h => diagonal (dF h)) => [|S h]; last by rewrite -EF AdjointRules.adjoint_diagonal.
exact: DifferentialRules.d_diagonal.
Qed.
Lemma back_inverse (F : V -> 'M[R]_n) bF : backward F bF -> F x \in unitmx ->
  backward (fun u => invmx (F u)) (fun S => bF (- ((invmx (F x))^T *m S *m (invmx (F x))^T))).
Proof.
move=> [dF DF EF] uF; exists (fun h => - (invmx (F x) *m dF h *m invmx (F x))) => [|S h]; first exact: mxd_inv.
by rewrite -EF innerN adjoint_mul mulmxN mulNmx.
Qed.
Lemma back_trace (F : V -> 'M[R]_n) bF : backward F bF -> backwards (fun u => \tr (F u)) (fun s => bF s%:M).
Proof.
move=> [dF DF EF]; exists (fun h => \tr (dF h)) => [|s h]; first exact: diff_trace.
by rewrite -EF adjoint_trace.
Qed.
Lemma back_scalar f bf : backwards f bf -> backward (fun u => (f u)%:M : 'M[R]_n) (fun S => bf (\tr S)).
Proof.
move=> [df Df Ef]; exists (fun h => (df h)%:M) => [i j|S h].
  by apply: (is_diff_ext _ _ (is_diff_scal (i == j)%:R Df)) => u; rewrite mxE mulr_natl.
by rewrite -Ef innerC /inner tr_scalar_mx mul_scalar_mx mxtraceZ mulrC.
Qed.
Lemma back_det (F : V -> 'M[R]_n) bF : backward F bF ->
  backwards (fun u => \det (F u)) (fun s => bF (s *: (\adj (F x))^T)).
Proof.
move=> [dF DF EF]; exists (fun h => \tr (\adj (F x) *m dF h)) => [|s h]; first exact: diff_det.
by rewrite -EF /inner [(s *: _)^T]linearZ /= trmxK -scalemxAl mxtraceZ.
Qed.
Lemma back_logdet (F : V -> 'M[R]_n) bF : backward F bF -> F x \in unitmx ->
  backwards (fun u => logdet (F u)) (fun s => bF (s *: (invmx (F x))^T)).
Proof.
move=> [dF DF EF] uF; exists (fun h => \tr (invmx (F x) *m dF h)) => [|s h].
  exact: DifferentialRules.d_log_determinant.
by rewrite -EF /inner [(s *: _)^T]linearZ /= trmxK -scalemxAl mxtraceZ.
Qed.
End Square.

Section Numbers.
Lemma backs_const (a : R) : backwards (fun=> a) (fun=> 0).
Proof. by exists (fun=> 0) => [|s h]; [exact: is_diff_cst | rewrite mulr0 act0]. Qed.
Lemma backs_add f g bf bg : backwards f bf -> backwards g bg ->
  backwards (fun u => f u + g u) (fun s => bf s + bg s).
Proof.
move=> [df Df Ef] [dg Dg Eg]; exists (fun h => df h + dg h) => [|s h]; last by rewrite mulrDr Ef Eg actD.
exact: is_diffD.
Qed.
Lemma backs_opp f bf : backwards f bf -> backwards (fun u => - f u) (fun s => bf (- s)).
Proof. by move=> [df Df Ef]; exists (fun h => - df h) => [|s h]; [exact: is_diffN | rewrite -Ef mulrN mulNr]. Qed.
Lemma backs_mul f g bf bg : backwards f bf -> backwards g bg ->
  backwards (fun u => f u * g u) (fun s => bf (g x * s) + bg (f x * s)).
Proof.
move=> [df Df Ef] [dg Dg Eg]; exists (fun h => df h * g x + f x * dg h) => [|s h]; first exact: is_diff_mul.
by rewrite actD -Ef -Eg mulrDr [df h * g x]mulrC !mulrA [s * g x]mulrC [s * f x]mulrC.
Qed.
Lemma backs_chain (g : R -> R) f bf d : backwards f bf -> is_derive (f x) 1 g d ->
  backwards (fun u => g (f u)) (fun s => bf (d * s)).
Proof.
move=> [df Df Ef] Dg; exists (fun h => d * df h) => [|s h]; last by rewrite -Ef mulrCA mulrA.
exact: is_diff_chain.
Qed.
(* The chain rule for a function of two numbers. *)
Lemma backs_chain2 (g g1 g2 : R -> R -> R) f k bf bk : backwards f bf -> backwards k bk ->
  (forall t : R * R, is_diff t (fun u : R * R => g u.1 u.2) (fun h => g1 t.1 t.2 * h.1 + g2 t.1 t.2 * h.2)) ->
  backwards (fun u => g (f u) (k u)) (fun s => bf (g1 (f x) (k x) * s) + bk (g2 (f x) (k x) * s)).
Proof.
move=> [df Df Ef] [dk Dk Ek] D; exists (fun h => g1 (f x) (k x) * df h + g2 (f x) (k x) * dk h) => [|s h].
  exact: (is_diff_ext _ _ (is_diff_comp (is_diff_pair Df Dk) (D (f x, k x)))).
by rewrite actD -Ef -Ek mulrDr ![s * (_ * _)]mulrA ![s * g1 _ _]mulrC ![s * g2 _ _]mulrC.
Qed.
Lemma backs_total m n (F : V -> 'M[R]_(m, n)) bF : backward F bF ->
  backwards (fun u => total (F u)) (fun s => bF (const_mx s)).
Proof.
move=> [dF DF EF]; exists (fun h => total (dF h)) => [|s h]; first exact: DifferentialRules.d_total.
rewrite -EF innerE mulr_sumr; apply: eq_bigr => i _; rewrite mulr_sumr.
by apply: eq_bigr => j _; rewrite mxE.
Qed.
Lemma backs_norm2_square m n (F : V -> 'M[R]_(m, n)) bF : backward F bF ->
  backwards (fun u => norm2 (F u) ^+ 2) (fun s => bF ((2%:R * s) *: F x)).
Proof.
move=> [dF DF EF]; exists (fun h => \tr ((dF h)^T *m F x + (F x)^T *m dF h)) => [|s h].
  apply: (is_diff_ext _ _ (diff_trace (mxd_mul (mxd_tr DF) DF))) => // u.
  by rewrite FoldingRules.norm2_sq.
rewrite -EF -Algebra.adjoint_scale [in RHS]/inner -scalemxAr mxtraceZ mxtraceD -!/(inner _ _).
by rewrite [inner (dF h) _]innerC -mulr2n -[_ *+ 2]mulr_natl mulrCA mulrA.
Qed.
Lemma backs_maximum m n (F : V -> 'M[R]_(m, n)) bF : backward F bF ->
  (exists i j, forall i' j', (i', j') != (i, j) -> F x i' j' < F x i j) ->
  backwards (fun u => maximum (F u)) (fun s => bF (s *: argmax (F x))).
Proof.
move=> [dF DF EF] alone; exists (fun h => total (dF h ⊙ argmax (F x))) => [|s h].
  exact: (MaximumDifferentials.d_maximum DF alone).
by rewrite -EF -innerE2 [inner (dF h) _]innerC -Algebra.adjoint_scale /inner -scalemxAr mxtraceZ.
Qed.
End Numbers.

Lemma backwards_gradient f bf G : backwards f bf -> bf 1 = G -> is_diff x f (fun h => act G h).
Proof. by move=> [df Df Ef] <-; apply: (is_diff_ext _ _ Df) => // h; rewrite -Ef mul1r. Qed.
Lemma backward_differential m n (F : V -> 'M[R]_(m, n)) bF (J : V -> 'M[R]_(m, n)) : backward F bF ->
  (forall S h, act (bF S) h = inner S (J h)) -> mxd x F J.
Proof.
move=> [dF DF EF] E; apply: (mxd_ext _ _ DF) => // h; apply: inner_unique => S.
by rewrite -[LHS]/(inner (dF h) S) -[RHS]/(inner (J h) S) innerC EF E innerC.
Qed.
End Backward.

(* The variable is a matrix with entries, or a number. *)
Section Variables.
Variable R : realType.
Lemma inner0l m n (H : 'M[R]_(m, n)) : inner 0 H = 0.
Proof. by rewrite innerC inner0. Qed.

Lemma back_variable m n (X : 'M[R]_(m.+1, n.+1)) : backward X (@inner R m.+1 n.+1) (fun X => X) (fun S => S).
Proof. by exists (fun H => H) => //; exact: mxd_id. Qed.
Lemma backs_variable (t : R) : backwards t (fun g h : R => g * h) (fun u : R => u) (fun s => s).
Proof. by exists (fun h => h) => //; exact: is_diff_id. Qed.

Lemma gradient_by m n (f : 'M[R]_(m.+1, n.+1) -> R) X G bf :
  backwards X (@inner R m.+1 n.+1) f bf -> bf 1 = G -> is_gradient f X G.
Proof. exact: backwards_gradient. Qed.
Lemma jacobian_by m k (F : 'cV[R]_m.+1 -> 'cV[R]_k) X (J : 'M[R]_(k, m.+1)) bF :
  backward X (@inner R m.+1 1) F bF -> (forall S, bF S = J^T *m S) -> mxd X F (fun H => J *m H).
Proof.
move=> B E; apply: backward_differential B _ => S H.
by rewrite E [RHS]adjoint_mull.
Qed.
Lemma derivative_by (f : R -> R) t d bf : backwards t (fun g h : R => g * h) f bf -> bf 1 = d -> is_derive t 1 f d.
Proof.
move=> B E; have [Df vf] := backwards_gradient B E; apply: DeriveDef; first exact/derivable1_diffP.
by rewrite deriveE // vf mulr1.
Qed.
Lemma vec_jacobian_by m n p q (F : 'M[R]_(m.+1, n.+1) -> 'M[R]_(p, q)) X (J : 'M[R]_(q * p, n.+1 * m.+1)) bF :
  backward X (@inner R m.+1 n.+1) (fun X => vec (F X)) bF -> (forall S, bF (vec S) = unvec (J^T *m vec S)) ->
  mxd X (fun X => vec (F X)) (fun H => J *m vec H).
Proof.
move=> B E; apply: backward_differential B _ => S H; rewrite -(KroneckerRules.vec_unvec S) E.
by rewrite -AdjointRules.adjoint_vec [RHS]adjoint_mull.
Qed.
Lemma matrix_derivative_by m n (F : R -> 'M[R]_(m, n)) t D bF :
  backward t (fun g h : R => g * h) F bF -> (forall S, bF S = total (S ⊙ D)) -> mxd t F (fun h => h *: D).
Proof.
move=> B E; apply: backward_differential B _ => S h.
by rewrite E AdjointRules.adjoint_scale -/(inner D S) innerE2 hadamardC.
Qed.
End Variables.

(* Variables that move by themselves: a gradient is the whole map from a change to the number it makes. *)
Section Moving.
Variables (R : realType) (V : normedModType R) (v : V).
Definition apply_to (g : V -> R) (h : V) := g h.
Lemma back_moving m n (X dX : V -> 'M[R]_(m, n)) : mxd v X dX ->
  backward v apply_to (fun u => X u) (fun S h => inner S (dX h)).
Proof. by move=> D; exists dX. Qed.
Lemma backs_moving (f df : V -> R) : is_diff v f df -> backwards v apply_to (fun u => f u) (fun s h => s * df h).
Proof. by move=> D; exists df. Qed.
Lemma apply_to0 h : apply_to 0 h = 0. Proof. by []. Qed.
Lemma apply_toD g k h : apply_to (g + k) h = apply_to g h + apply_to k h. Proof. by []. Qed.
Lemma apply_to_sum (g k : V -> R) h : (g + k) h = g h + k h. Proof. by []. Qed.
Lemma apply_to_zero h : (0 : V -> R) h = 0. Proof. by []. Qed.
Lemma differential_by m n (F J : V -> 'M[R]_(m, n)) bF :
  backward v apply_to F bF -> (forall S h, bF S h = inner S (J h)) -> mxd v F J.
Proof. exact: backward_differential. Qed.
Lemma number_differential_by (f df : V -> R) bf :
  backwards v apply_to f bf -> (forall h, bf 1 h = df h) -> is_diff v f df.
Proof. by move=> [d D E] H; apply: (is_diff_ext _ _ D) => // h; rewrite -H -[RHS]E mul1r. Qed.
End Moving.
