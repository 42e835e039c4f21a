(* The error function: its power series may be differentiated term by term. *)
From mathcomp Require Import all_ssreflect all_algebra.
From mathcomp Require Import boolp classical_sets functions reals topology normedtype sequences derive exp trigo.
From mathcomp Require Import ring.
From Gradus Require Import Vocabulary Algebra Differential Functions FunctionDifferentials.
From Gradus Require Statements.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Import Order.TTheory GRing.Theory Num.Theory numFieldNormedType.Exports.
Local Open Scope ring_scope.

Section ErrorFunction.
Variable R : realType.
Implicit Types t y : R.

(* Σ (-1)^k y^k / (k! (2k+1)): erf t is 2/√π t times its value at t². *)
Let c k : R := (-1) ^+ k / (k`!%:R * (2 * k + 1)%:R).
Let core y := lim (pseries c y).

(* Coefficients 1 / (k! a) up to their signs: the series converges everywhere, and so do those of its derivatives. *)
Definition factorial_like (d : nat -> R) := exists a : nat -> nat, forall k, `|d k| = (k`!%:R * (a k).+1%:R)^-1.

Lemma cvg_factorial_like d y : factorial_like d -> cvg (pseries d y).
Proof.
case=> a dE; apply: normed_cvg; apply: (series_le_cvg _ _ _ (@is_cvg_series_exp_coeff R `|y|)) => k.
- exact: normr_ge0.
- exact: exp_coeff_ge0.
rewrite /exp_coeff /= normrM normrX mulrC ler_wpmul2l ?exprn_ge0 // dE invfM ler_pimulr ?invr_ge0 ?ler0n //.
by rewrite invf_le1 ?ltr0n // ler1n.
Qed.

Lemma factorial_like_diffs d : factorial_like d -> factorial_like (pseries_diffs d).
Proof.
case=> a dE; exists (fun k => a k.+1) => k; rewrite /pseries_diffs normrM dE ger0_norm ?ler0n // factS natrM.
by rewrite -mulrA invfM mulrA divff ?mul1r // pnatr_eq0.
Qed.

Lemma factorial_like_c : factorial_like c.
Proof.
exists (fun k => 2 * k)%N => k.
by rewrite normrM normrX normrN1 expr1n mul1r normfV ger0_norm ?addn1 // mulr_ge0 ?ler0n.
Qed.

Lemma is_derive_core y : is_derive y 1 core (lim (pseries (pseries_diffs c) y)).
Proof.
have C := factorial_like_c; have C1 := factorial_like_diffs C; have C2 := factorial_like_diffs C1.
apply: (@pseries_snd_diffs _ _ (`|y| + 1)); try exact: cvg_factorial_like.
by rewrite [ltRHS]ger0_norm ?addr_ge0 // ltr_addl.
Qed.

(* Σ (2k+1) c_k y^k = exp (- y) *)
Lemma core_exp y : core y + 2%:R * y * lim (pseries (pseries_diffs c) y) = expR (- y).
Proof.
have C := factorial_like_c; have D := @cvg_factorial_like _ y (factorial_like_diffs C).
have S := pseries_diffs_equiv D; have Sc := is_cvg_pseries_diffs_equiv D.
rewrite -(cvg_lim _ S) // -[2%:R * y * _](lim_seriesZ (2%:R * y) Sc) -lim_seriesD; last first.
- exact: is_cvg_seriesZ.
- exact: cvg_factorial_like.
congr (lim (series _)); apply/funext => k.
rewrite /exp_coeff /= -[LHS]/(c k * y ^+ k + 2%:R * y * (k%:R * c k * y ^+ k.-1)).
have -> : 2%:R * y * (k%:R * c k * y ^+ k.-1) = 2%:R * k%:R * (c k * y ^+ k).
  by case: k => [|k]; [rewrite !mulr0n !(mul0r, mulr0) | rewrite exprS /=; ring].
have k0 : (2 * k + 1)%:R != 0 :> R by rewrite pnatr_eq0 addn1.
have f0 : k`!%:R != 0 :> R by rewrite pnatr_eq0 -lt0n fact_gt0.
rewrite /c -[- y]mulN1r exprMn; move: k0; rewrite natrD natrM.
by move: (k`!%:R : R) (k%:R : R) ((-1) ^+ k) (y ^+ k) f0 => f a s z f0 k0; field; rewrite f0 k0.
Qed.

Lemma erf_core t : erf t = 2%:R / Num.sqrt pi * (t * core (t ^+ 2)).
Proof.
congr (_ * _); rewrite -[t * _](lim_seriesZ t (cvg_factorial_like factorial_like_c)).
congr (lim (series _)); apply/funext => k; rewrite -[RHS]/(t * (c k * (t ^+ 2) ^+ k)) /c -exprM addn1 exprS.
by move: ((-1) ^+ k) (t ^+ _) (_^-1) => s w d; ring.
Qed.

Lemma is_derive_erf t : is_derive t 1 (@erf R) (2%:R / Num.sqrt pi * expR (- (t ^+ 2))).
Proof.
have -> : @erf R = (fun t => 2%:R / Num.sqrt pi * (t * core (t ^+ 2))) by apply/funext => u; exact: erf_core.
have D2 : is_derive t 1 (fun u : R => u ^+ 2) (2%:R * t).
  by apply: is_derive_eq (is_derive_mul (is_derive_var t) (is_derive_var t)) _; ring.
have D := is_derive_mul (is_derive_var t) (is_derive_comp D2 (is_derive_core (t ^+ 2))).
apply: is_derive_eq (is_derive_mul (is_derive_const (2%:R / Num.sqrt pi) t) D) _.
by rewrite -core_exp; ring.
Qed.

Lemma is_derive_gelu t : is_derive t 1 (@gelu R)
  (1 / 2%:R * (1 + erf ((Num.sqrt 2%:R)^-1 * t)) + (Num.sqrt (2%:R * pi))^-1 * (t * expR (- (1 / 2%:R) * t ^+ 2))).
Proof.
have Dl : is_derive t 1 (fun u : R => u / Num.sqrt 2%:R) (Num.sqrt 2%:R)^-1.
  by apply: is_derive_eq (is_derive_mul (is_derive_var t) (is_derive_const _ t)) _; rewrite mul1r mulr0 addr0.
have De := is_derive_add (is_derive_const 1 t) (is_derive_comp Dl (is_derive_erf _)).
have D := is_derive_mul (is_derive_mul (is_derive_var t) De) (is_derive_const 2%:R^-1 t).
apply: is_derive_eq D _; rewrite exprMn exprVn sqr_sqrtr ?ler0n // sqrtrM ?ler0n // [t / _]mulrC.
have -> : - (t ^+ 2 / 2%:R) = - (1 / 2%:R) * t ^+ 2 by field.
have s0 : Num.sqrt 2%:R != 0 :> R by rewrite gt_eqF // sqrtr_gt0 ltr0n.
have p0 : Num.sqrt pi != 0 :> R by rewrite gt_eqF // sqrtr_gt0 pi_gt0.
by letters; move: (Num.sqrt 2%:R) (Num.sqrt pi) s0 p0 (erf _) => s q s0 q0 f; field; rewrite s0 q0.
Qed.
End ErrorFunction.

Theorem d_erf : Statements.d_erf.
Proof.
move=> R V v m n A dA D; apply: (mxd_ext _ _ (mxd_entries D (fun i j => is_derive_erf (A v i j)))) => // h.
by apply/matrixP => i j; rewrite !mxE [dA h i j * _]mulrC mulrA.
Qed.

Theorem d_gelu : Statements.d_gelu.
Proof.
move=> R V v m n A dA D; apply: (mxd_ext _ _ (mxd_entries D (fun i j => is_derive_gelu (A v i j)))) => // h.
by apply/matrixP => i j; rewrite !mxE mulrC.
Qed.
