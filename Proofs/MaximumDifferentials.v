(* The largest entry, where there is one alone: near the point the same entry stays the largest. *)
From mathcomp Require Import all_ssreflect all_algebra.
From mathcomp Require Import boolp classical_sets functions reals topology normedtype sequences derive exp trigo.
From mathcomp Require Import ring.
From Gradus Require Import Vocabulary Algebra Differential Blocks.
From Gradus Require Statements.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Import Order.TTheory GRing.Theory Num.Theory numFieldNormedType.Exports.
Local Open Scope ring_scope.

Section Largest.
Variables (R : realType) (n : nat) (f : 'I_n -> R) (k : 'I_n).
Hypothesis alone : forall l, l != k -> f l < f k.

Lemma largest_alone : largest f = f k.
Proof.
have ub : ubound [set f l | l in [set: 'I_n]]%classic (f k).
  by move=> _ [l _ <-]; have [->//|/alone /ltW] := eqVneq l k.
apply/eqP; rewrite eq_le; apply/andP; split.
  by apply: sup_le_ub => //; exists (f k); exists k.
by apply: sup_ub; [exists (f k) | exists k].
Qed.

Lemma at_largest_alone l : at_largest f l = (k == l)%:R.
Proof.
rewrite /at_largest; have [<-|kl] := eqVneq k l.
  rewrite (_ : [forall _, _] = true) //; apply/forallP => j.
  by have [->|/alone ->//] := eqVneq j k; rewrite eqxx leqnn orbT.
rewrite (_ : [forall _, _] = false) //; apply/negP => /forallP /(_ k).
by have lt := alone (l := l); rewrite eq_sym in kl; rewrite lt_gtF ?gt_eqF ?lt.
Qed.
End Largest.

(* Numbers z that move: one that is larger than all others at a point is so nearby. *)
Section Moving.
Variables (R : realType) (V : normedModType R) (v : V) (n : nat) (z dz : 'I_n -> V -> R) (k : 'I_n).
Hypothesis Dz : forall l, is_diff v (z l) (dz l).
Hypothesis alone : forall l, l != k -> z l v < z k v.

Lemma near_alone : \forall u \near v, forall l, l != k -> z l u < z k u.
Proof.
apply: filter_forall => l; have [->|lk] := eqVneq l k; first by apply: nearW => u.
have [Dd _] := is_diffB (Dz k) (Dz l); have C := differentiable_continuous Dd.
have d0 : 0 < (z k - z l) v by rewrite -[_ v]/(z k v - z l v) subr_gt0 alone.
have : \forall u \near v, 0 < (z k - z l) u by apply: cvgr_gt C _ d0.
by apply: filterS => u + _; rewrite -[_ u]/(z k u - z l u) subr_gt0.
Qed.

Lemma is_diff_largest : is_diff v (fun u => largest (z^~ u)) (dz k).
Proof. by apply: is_diff_near (Dz k); apply: filterS near_alone => u au; rewrite (largest_alone au). Qed.

Lemma is_diff_at_largest l : is_diff v (fun u => at_largest (z^~ u) l) (fun=> 0).
Proof.
apply: is_diff_near (is_diff_cst ((k == l)%:R : R) v).
by apply: filterS near_alone => u au; rewrite (at_largest_alone au).
Qed.

(* Σ dz ⊙ argmax z *)
Lemma sum_at_largest (d : 'I_n -> R) : d k = \sum_l d l * at_largest (z^~ v) l.
Proof. by under eq_bigr do rewrite (at_largest_alone alone) mulrC; rewrite sum_at. Qed.
End Moving.

Theorem d_maximum_rows : Statements.d_maximum_rows.
Proof.
move=> R V v m n A dA D A1 i j; have [k alone] := A1 j.
apply: (is_diff_ext _ _ (is_diff_largest (fun l => D l j) alone)) => h; rewrite mxE //.
by under eq_bigr do rewrite !mxE; exact: (sum_at_largest (z := fun l u => A u l j) alone (fun l => dA h l j)).
Qed.

Theorem d_maximum_columns : Statements.d_maximum_columns.
Proof.
move=> R V v m n A dA D A1 i j; have [k alone] := A1 i.
apply: (is_diff_ext _ _ (is_diff_largest (D i) alone)) => h; rewrite mxE //.
by under eq_bigr do rewrite !mxE; exact: (sum_at_largest (z := fun l u => A u i l) alone (dA h i)).
Qed.

Theorem d_argmax_rows : Statements.d_argmax_rows.
Proof.
move=> R V v m n A dA D A1 i j; have [k alone] := A1 j.
by apply: (is_diff_ext _ _ (is_diff_at_largest (fun l => D l j) alone i)) => h; rewrite mxE.
Qed.

Theorem d_argmax_columns : Statements.d_argmax_columns.
Proof.
move=> R V v m n A dA D A1 i j; have [k alone] := A1 i.
by apply: (is_diff_ext _ _ (is_diff_at_largest (D i) alone j)) => h; rewrite mxE.
Qed.

(* All entries as one row. *)
Section Entries.
Variables (R : realType) (V : normedModType R) (v : V) (m n : nat) (A dA : V -> 'M[R]_(m, n)).

Lemma is_diff_mxvec : mxd v A dA -> forall r, is_diff v (fun u => mxvec (A u) 0 r) (fun h => mxvec (dA h) 0 r).
Proof.
by move=> D r; case/mxvec_indexP: r => i j; apply: (is_diff_ext _ _ (D i j)) => u; rewrite mxvecE.
Qed.

Lemma mxvec_alone (i : 'I_m) (j : 'I_n) : (forall i' j', (i', j') != (i, j) -> A v i' j' < A v i j) ->
  forall r, r != mxvec_index i j -> mxvec (A v) 0 r < mxvec (A v) 0 (mxvec_index i j).
Proof.
by move=> A1 r; case/mxvec_indexP: r => i' j'; rewrite !mxvecE mxvec_index_inj => ne; apply: A1.
Qed.
End Entries.

Theorem d_maximum : Statements.d_maximum.
Proof.
move=> R V v m n A dA D [i [j /mxvec_alone alone]].
apply: (is_diff_ext _ _ (is_diff_largest (is_diff_mxvec D) alone)) => // h.
rewrite (sum_at_largest (z := fun r u => mxvec (A u) 0 r) alone (mxvec (dA h) 0)) sum_mxvec.
by apply: eq_bigr => i' _; apply: eq_bigr => j' _; rewrite !mxE mxvecE.
Qed.

Theorem d_argmax : Statements.d_argmax.
Proof.
move=> R V v m n A dA D [i [j /mxvec_alone alone]] i' j'.
by apply: (is_diff_ext _ _ (is_diff_at_largest (is_diff_mxvec D) alone (mxvec_index i' j'))) => h; rewrite mxE.
Qed.
