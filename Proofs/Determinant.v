(* Determinant, adjugate, inverse and log|det|. *)
From mathcomp Require Import all_ssreflect all_fingroup all_algebra.
From mathcomp Require Import boolp classical_sets functions reals topology normedtype landau sequences derive exp.
From mathcomp Require Import ring.
From Gradus Require Import Vocabulary Algebra Differential.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Import Order.TTheory GRing.Theory Num.Theory numFieldNormedType.Exports.
Local Open Scope ring_scope.

Section Determinant.
Variables (R : realType) (V : normedModType R) (x : V).

(* Jacobi: d det X = tr (adj X dX) *)
Lemma diff_det n (X dX : V -> 'M[R]_n) : mxd x X dX ->
  is_diff x (fun v => \det (X v)) (fun h => \tr (\adj (X x) *m dX h)).
Proof.
move=> HX.
have H := is_diff_bigsum (index_enum _) xpredT (fun s : 'S_n =>
  is_diff_scal ((-1) ^+ s) (is_diff_bigprod (fun i => HX i (s i)))).
apply: (is_diff_ext _ _ H) => h //.
under eq_bigr do rewrite mulr_sumr.
rewrite exchange_big mxtrace_mulC /mxtrace; apply: eq_bigr => k _ /=.
pose M := \matrix_(i, j) (if i == k then dX h i j else X x i j).
transitivity (\det M).
  by apply: eq_bigr => s _; congr (_ * _); apply: eq_bigr => i _; rewrite mxE.
rewrite (expand_det_row _ k) mxE; apply: eq_bigr => j _; rewrite !mxE eqxx.
congr (_ * (_ * \det _)); apply/matrixP => a b; rewrite !mxE.
by rewrite eq_sym (negPf (neq_lift _ _)).
Qed.

Lemma mxd_adj n (X dX : V -> 'M[R]_n) : mxd x X dX -> exists dA, mxd x (fun v => \adj (X v)) dA.
Proof.
move=> HX.
have H i j : exists d : V -> R, is_diff x (fun v => (\adj (X v)) i j) d.
  have HM : mxd x (fun v => row' j (col' i (X v))) (fun v => row' j (col' i (dX v))).
    by move=> a b; apply: (is_diff_ext _ _ (HX (lift j a) (lift i b))) => v; rewrite !mxE.
  eexists; apply: (is_diff_ext _ _ (is_diff_scal ((-1) ^+ (j + i)) (diff_det HM))) => v //.
  by rewrite mxE.
exists (fun h => \matrix_(i, j) (sval (cid (H i j)) h)) => i j.
apply: (is_diff_ext _ _ (svalP (cid (H i j)))) => v //.
by rewrite mxE.
Qed.

(* total inverse: agrees with invmx on invertible matrices *)
Definition minv n (A : 'M[R]_n) := (\det A)^-1 *: \adj A.
Lemma minvE n (A : 'M[R]_n) : A \in unitmx -> minv A = invmx A.
Proof. by rewrite /minv /invmx => ->. Qed.

Lemma mxd_minv n (X dX : V -> 'M[R]_n) : X x \in unitmx -> mxd x X dX ->
  mxd x (fun v => minv (X v)) (fun h => - (invmx (X x) *m dX h *m invmx (X x))).
Proof.
move=> uX HX; have [dA HA] := mxd_adj HX.
pose dD h := \tr (\adj (X x) *m dX h).
have HD : is_diff x (fun v => \det (X v)) dD by exact: diff_det.
have d0 : \det (X x) != 0 by move: uX; rewrite unitmxE unitfE.
have H1 := mxd_scale (is_diff_inv HD d0) HA.
have E1 h : dX h *m \adj (X x) + X x *m dA h = (dD h)%:M.
  suff H2 : mxd x (fun v => X v *m \adj (X v)) (fun h => (dD h)%:M).
    exact: (mxd_unique (mxd_mul HX HA) H2 h).
  move=> i j.
  have [->|ne] := eqVneq i j.
    by apply: (is_diff_ext _ _ HD) => v; rewrite ?mul_mx_adj mxE eqxx mulr1n.
  by apply: (is_diff_ext _ _ (is_diff_cst (0 : R) x)) => v; rewrite ?mul_mx_adj mxE (negPf ne) mulr0n.
have EA : \adj (X x) = \det (X x) *: invmx (X x).
  by rewrite /invmx uX scalerA divff // scale1r.
apply: mxd_ext H1 => h //.
have -> : dA h = dD h *: invmx (X x) - invmx (X x) *m dX h *m \adj (X x).
  rewrite -[LHS](mulKmx uX) -[X x *m dA h](addKr (dX h *m \adj (X x))) E1.
  by rewrite mulmxDr mul_mx_scalar mulmxN mulmxA addrC.
rewrite EA -scalemxAr scalerBr !scalerA mulVf // scale1r addrA -scalerDl.
rewrite [X in X *: _](_ : _ = 0) ?scale0r ?add0r //.
by field.
Qed.

Lemma mxd_inv n (X dX : V -> 'M[R]_n) : X x \in unitmx -> mxd x X dX ->
  mxd x (fun v => invmx (X v)) (fun h => - (invmx (X x) *m dX h *m invmx (X x))).
Proof.
move=> uX HX i j; apply: is_diff_near (mxd_minv uX HX i j).
have d0 : \det (X x) != 0 by move: uX; rewrite unitmxE unitfE.
apply: filterS (is_diff_neq0 (diff_det HX) d0) => v dv.
by rewrite minvE // unitmxE unitfE.
Qed.
Lemma diff_ln (f df : V -> R) : 0 < f x -> is_diff x f df ->
  is_diff x (fun v => ln (f v)) (fun h => (f x)^-1 * df h).
Proof. by move=> f0 H; apply: is_diff_chain H (is_derive1_ln f0). Qed.
End Determinant.
