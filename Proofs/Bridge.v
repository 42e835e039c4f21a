(* The entrywise differential is mathcomp-analysis's own Frechet differential of the matrix map. *)
From mathcomp Require Import all_ssreflect all_algebra.
From mathcomp Require Import boolp classical_sets functions reals topology normedtype derive.
From Gradus Require Import Vocabulary Algebra Differential.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Import GRing.Theory Num.Theory numFieldNormedType.Exports.
Local Open Scope ring_scope.
Section B.
Variables (R : realType) (V : normedModType R) (x : V) (m n : nat).
Lemma is_diff_scalel' (f df : V -> R) (W : normedModType R) (w : W) :
  is_diff x f df -> is_diff x (fun v => f v *: w) (fun h => df h *: w).
Proof.
move=> [Df Ef]; apply: DiffDef; first exact: differentiableZl.
by rewrite diffZl // Ef.
Qed.
Theorem mxd_is_diff (X dX : V -> 'M[R]_(m.+1, n.+1)) : mxd x X dX -> is_diff x X dX.
Proof.
move=> H.
have S (I : Type) (r : seq I) (f df : I -> V -> 'M[R]_(m.+1, n.+1)) :
    (forall i, is_diff x (f i) (df i)) ->
    is_diff x (fun v => \sum_(i <- r) f i v) (fun v => \sum_(i <- r) df i v).
  move=> Hf; elim: r => [|i r IH].
    by apply: (is_diff_ext _ _ (is_diff_cst (0 : 'M[R]_(m.+1, n.+1)) x)) => v; rewrite big_nil.
  by apply: (is_diff_ext _ _ (is_diffD (Hf i) IH)) => v; rewrite big_cons.
have := S _ (index_enum _) _ _ (fun i => S _ (index_enum _) _ _ (fun j => is_diff_scalel' (delta_mx i j) (H i j))).
by apply: is_diff_ext => v; rewrite -matrix_sum_delta.
Qed.
Theorem is_diff_mxd (X dX : V -> 'M[R]_(m.+1, n.+1)) : is_diff x X dX -> mxd x X dX.
Proof.
move=> H i j; have C := mxd_id (X x) i j.
by apply: (is_diff_ext _ _ (is_diff_comp H C)).
Qed.
End B.
