(* Blocks cut out, matrices standing among zeros, matrices side by side. *)
From mathcomp Require Import all_ssreflect all_algebra.
From mathcomp Require Import boolp classical_sets functions reals topology normedtype sequences derive exp trigo.
From mathcomp Require Import ring.
From Gradus Require Import Vocabulary Algebra Differential Blocks.
From Gradus Require Statements.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Import Order.TTheory GRing.Theory Num.Theory numFieldNormedType.Exports.
Local Open Scope ring_scope.

Lemma unit_vector_pick (R : realType) n k : (unit_vector n k)^T = pick R 1 n k.
Proof. by apply/matrixP => i j; rewrite !mxE (ord1 i) addn0 eq_sym. Qed.

Theorem place_entry : Statements.place_entry.
Proof. by move=> R m n c _ _; rewrite place_pick -2!unit_vector_pick trmxK mul_mx_scalar -scalemxAl. Qed.

Theorem place_smul : Statements.place_smul.
Proof. by move=> R m n p q A c _ _; rewrite !place_pick -scalemxAr -scalemxAl. Qed.

Theorem unit_mul : Statements.unit_mul.
Proof.
move=> R m n A _; rewrite unit_vector_pick; apply/matrixP => i j; rewrite !mxE entry_sum.
apply: eq_bigr => k _; rewrite mxE; congr (_ * _).
by rewrite (eq_bigr (fun l => (j == l)%:R * A k l)) ?sum_at // => l _; rewrite add0n.
Qed.

(* The parts of matrices that stand side by side or one under the other. *)
Lemma block_left (R : realType) m p q (A : 'M[R]_(m, p)) (B : 'M[R]_(m, q)) : block 0 0 (row_mx A B) = A.
Proof. by apply/matrixP => i j; rewrite mxE (@entry_at _ _ _ _ i (lshift q j)) // row_mxEl. Qed.

Lemma block_left_lsubmx (R : realType) m p q (A : 'M[R]_(m, p + q)) : block 0 0 A = lsubmx A.
Proof. by rewrite -[A in LHS]hsubmxK block_left. Qed.

Lemma block_top_usubmx (R : realType) p q n (A : 'M[R]_(p + q, n)) : block 0 0 A = usubmx A.
Proof. by apply/matrixP => i j; rewrite mxE (@entry_at _ _ _ _ (lshift q i) j) // mxE. Qed.

Theorem block_hcat : Statements.block_hcat.
Proof. by move=> R m p q A B; exact: block_left. Qed.

Theorem adjoint_horizontal : Statements.adjoint_horizontal.
Proof.
move=> R a b m dA G; rewrite block_left_lsubmx -[G in LHS]hsubmxK !innerE; apply: eq_bigr => i _.
rewrite big_split_ord /= [X in _ + X]big1 ?addr0 => [|j _]; last by rewrite !row_mxEr [X in _ * X]mxE mulr0.
by apply: eq_bigr => j _; rewrite !row_mxEl.
Qed.

Theorem adjoint_vertical : Statements.adjoint_vertical.
Proof.
move=> R a b n dA G; rewrite block_top_usubmx -[G in LHS]vsubmxK !innerE big_split_ord /=.
rewrite [X in _ + X]big1 ?addr0 => [|i _].
  by apply: eq_bigr => i _; apply: eq_bigr => j _; rewrite !col_mxEu.
by apply: big1 => j _; rewrite !col_mxEd [X in _ * X]mxE mulr0.
Qed.

(* Entries of a block are entries or 0. *)
Lemma is_diff_entry (R : realType) (V : normedModType R) (v : V) m n (A dA : V -> 'M[R]_(m, n)) i j :
  mxd v A dA -> is_diff v (fun u => entry (A u) i j) (fun h => entry (dA h) i j).
Proof.
have zero : is_diff v (fun=> 0 : R) (fun=> 0 : R) by exact: is_diff_cst.
by move=> D; rewrite /entry; case: insub => // k; case: insub.
Qed.

Theorem d_block : Statements.d_block.
Proof.
move=> R V v a b m n p q A dA D i j.
by apply: (is_diff_ext _ _ (is_diff_entry (a + i) (b + j) D)) => h; rewrite mxE.
Qed.

Theorem d_place : Statements.d_place.
Proof.
move=> R V v a b m n p q A dA D i j; case E: ((a <= i)%N && (b <= j)%N).
  by apply: (is_diff_ext _ _ (is_diff_entry (i - a) (j - b) D)) => h; rewrite mxE E.
by apply: (is_diff_ext _ _ (is_diff_cst (0 : R) v)) => h; rewrite mxE E.
Qed.

Theorem adjoint_block : Statements.adjoint_block.
Proof. by move=> R a b m n p q dA G; rewrite block_pick place_pick adjoint_mul trmxK. Qed.

Theorem adjoint_place : Statements.adjoint_place.
Proof. by move=> R a b m n p q dA G; rewrite block_pick place_pick adjoint_mul trmxK. Qed.
