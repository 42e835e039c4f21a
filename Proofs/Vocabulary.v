(* The words in which the theorems are stated: what Gradus calls by name and mathcomp has not.
   A reader who trusts the statements has to read this file and nothing else of the library. *)
From mathcomp Require Import all_ssreflect all_algebra.
From mathcomp Require Import boolp classical_sets functions reals topology normedtype sequences derive exp trigo.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Import Order.TTheory GRing.Theory Num.Theory numFieldNormedType.Exports.
Local Open Scope ring_scope.

(* Entrywise and inner products. *)
Definition hadamard (R : realType) m n (A B : 'M[R]_(m, n)) := \matrix_(i, j) (A i j * B i j).
Notation "A '⊙' B" := (hadamard A B) (at level 40, left associativity) : ring_scope.
Definition inner (R : realType) m n (G H : 'M[R]_(m, n)) : R := \tr (G^T *m H).

(* All-ones matrices, unit vectors, diagonals. *)
Definition ones (R : realType) m n : 'M[R]_(m, n) := const_mx 1.
Arguments ones {R} m n.
Definition unit_vector (R : realType) n k : 'cV[R]_n := \col_i (i == k :> nat)%:R.
Arguments unit_vector {R} n k.
Definition diag (R : realType) n (x : 'cV[R]_n) : 'M[R]_n := diag_mx x^T.
Definition diagonal (R : realType) n (A : 'M[R]_n) : 'cV[R]_n := \col_i A i i.
Definition lower_triangle (R : realType) n (A : 'M[R]_n) : 'M[R]_n :=
  \matrix_(i, j) (if (j <= i)%N then A i j else 0).

(* Sums of all entries, down the rows (axis 0), along the columns (axis 1). *)
Definition total (R : realType) m n (A : 'M[R]_(m, n)) : R := \sum_i \sum_j A i j.
Definition total_rows (R : realType) m n (A : 'M[R]_(m, n)) : 'rV[R]_n := \row_j \sum_i A i j.
Definition total_columns (R : realType) m n (A : 'M[R]_(m, n)) : 'cV[R]_m := \col_i \sum_j A i j.

Definition dot (R : realType) n (x y : 'cV[R]_n) : R := \tr (x^T *m y).

(* vec puts the columns one under the other; kron A B has the blocks A i j *: B. *)
Definition vec (R : realType) m n (A : 'M[R]_(m, n)) : 'cV[R]_(n * m) := (mxvec A^T)^T.
Definition unvec (R : realType) m n (x : 'cV[R]_(n * m)) : 'M[R]_(m, n) := (vec_mx x^T)^T.
Definition index_pair m n (r : 'I_(m * n)) : 'I_m * 'I_n := enum_val (cast_ord (esym (mxvec_cast m n)) r).
Definition kron (R : realType) m n p q (A : 'M[R]_(m, n)) (B : 'M[R]_(p, q)) : 'M[R]_(m * p, n * q) :=
  \matrix_(r, c) (A (index_pair r).1 (index_pair c).1 * B (index_pair r).2 (index_pair c).2).
Definition kron_left (R : realType) m n p q (G : 'M[R]_(m * p, n * q)) (B : 'M[R]_(p, q)) : 'M[R]_(m, n) :=
  \matrix_(i, j) \sum_k \sum_l G (mxvec_index i k) (mxvec_index j l) * B k l.
Definition kron_right (R : realType) m n p q (G : 'M[R]_(m * p, n * q)) (A : 'M[R]_(m, n)) : 'M[R]_(p, q) :=
  \matrix_(k, l) \sum_i \sum_j A i j * G (mxvec_index i k) (mxvec_index j l).
Definition commutation (R : realType) m n : 'M[R]_(m * n, n * m) :=
  \matrix_(r, c) (((index_pair r).1 == (index_pair c).2) && ((index_pair r).2 == (index_pair c).1))%:R.
Arguments commutation {R} m n.

Definition vec_diagonal (R : realType) n : 'M[R]_(n * n, n) :=
  \matrix_(r, c) (((index_pair r).1 == c) && ((index_pair r).2 == c))%:R.
Arguments vec_diagonal {R} n.

(* The entry at two places counted from 0; outside of the matrix it is 0. *)
Definition entry (R : realType) m n (A : 'M[R]_(m, n)) (i j : nat) : R :=
  if insub i is Some k then if insub j is Some l then A k l else 0 else 0.

(* A rectangle cut out behind r rows and c columns; a matrix standing there among zeros. *)
Definition block (R : realType) p q r c m n (A : 'M[R]_(m, n)) : 'M[R]_(p, q) := \matrix_(i, j) entry A (r + i) (c + j).
Arguments block {R p q} r c {m n} A.
Definition place (R : realType) m n r c p q (A : 'M[R]_(p, q)) : 'M[R]_(m, n) :=
  \matrix_(i, j) (if (r <= i)%N && (c <= j)%N then entry A (i - r) (j - c) else 0).
Arguments place {R m n} r c {p q} A.

(* The same entries where sizes that are equal are written in two ways, such as m * 1 and m. *)
Definition resized (R : realType) m n p q (A : 'M[R]_(p, q)) : 'M[R]_(m, n) := \matrix_(i, j) entry A i j.
Arguments resized {R m n p q} A.

Section Functions.
Variable R : realType.
Implicit Types t a : R.

(* Functions of a number; on matrices they act by map_mx, entry by entry. *)
Definition absolute t : R := `|t|.
Definition sec t := (cos t)^-1.
Definition csc t := (sin t)^-1.
Definition cot t := cos t / sin t.
Definition acot t := pi / 2%:R - atan t.
Definition sinh t := (expR t - expR (- t)) / 2%:R.
Definition cosh t := (expR t + expR (- t)) / 2%:R.
Definition tanh t := sinh t / cosh t.
Definition coth t := cosh t / sinh t.
Definition sech t := (cosh t)^-1.
Definition csch t := (sinh t)^-1.
Definition sigmoid t := (1 + expR (- t))^-1.
Definition softplus t := ln (1 + expR t).
Definition silu t := t * sigmoid t.
Definition step t : R := if 0 < t then 1 else 0.
Definition relu t := if 0 < t then t else 0.
Definition leaky_relu t a := if 0 < t then t else a * t.
Definition elu t a := if 0 < t then t else a * (expR t - 1).
Definition larger t a := if a < t then t else a.
Definition smaller t a := if t < a then t else a.

(* The Gauss error function by its power series: 2/√π Σ (-1)^k t^(2k+1) / (k! (2k+1)). *)
Definition erf t : R :=
  2%:R / Num.sqrt pi * lim (series (fun k => (-1) ^+ k * t ^+ (2 * k + 1) / (k`!%:R * (2 * k + 1)%:R))).
Definition gelu t := t * (1 + erf (t / Num.sqrt 2%:R)) / 2%:R.

Definition mean m n (A : 'M[R]_(m, n)) : R := total A / (m * n)%:R.
Definition mean_rows m n (A : 'M[R]_(m, n)) : 'rV[R]_n := \row_j ((\sum_i A i j) / m%:R).
Definition mean_columns m n (A : 'M[R]_(m, n)) : 'cV[R]_m := \col_i ((\sum_j A i j) / n%:R).

(* The largest of some numbers; 1 at the first place where it stands, 0 elsewhere. Along axis 0 each column, along axis 1
   each row is looked at by itself. *)
Definition largest n (f : 'I_n -> R) : R := sup [set f k | k in [set: 'I_n]]%classic.
Definition at_largest n (f : 'I_n -> R) (k : 'I_n) : R := [forall l, (f l < f k) || (f l == f k) && (k <= l)%N]%:R.
Definition maximum m n (A : 'M[R]_(m, n)) : R := largest (mxvec A 0).
Definition maximum_rows m n (A : 'M[R]_(m, n)) : 'rV[R]_n := \row_j largest (A^~ j).
Definition maximum_columns m n (A : 'M[R]_(m, n)) : 'cV[R]_m := \col_i largest (A i).
Definition argmax m n (A : 'M[R]_(m, n)) := \matrix_(i, j) at_largest (mxvec A 0) (mxvec_index i j).
Definition argmax_rows m n (A : 'M[R]_(m, n)) := \matrix_(i, j) at_largest (A^~ j) i.
Definition argmax_columns m n (A : 'M[R]_(m, n)) := \matrix_(i, j) at_largest (A i) j.

(* A function of two numbers on two matrices of one shape. *)
Definition map2_mx (f : R -> R -> R) m n (A B : 'M[R]_(m, n)) := \matrix_(i, j) f (A i j) (B i j).

(* logdet is log|det|; norm2 the Euclidean and Frobenius norm, norm1 the sum of absolute values. *)
Definition logdet n (A : 'M[R]_n) : R := ln `|\det A|.
Definition norm2 m n (A : 'M[R]_(m, n)) : R := Num.sqrt (\tr (A^T *m A)).
Definition norm1 m n (A : 'M[R]_(m, n)) : R := total (map_mx absolute A).

(* Along the rows' direction (axis 0: each column by itself), along the columns' (axis 1: each row), over all entries. *)
Definition softmax_rows m n (Z : 'M[R]_(m, n)) := \matrix_(i, j) (expR (Z i j) / \sum_k expR (Z k j)).
Definition softmax_columns m n (Z : 'M[R]_(m, n)) := \matrix_(i, j) (expR (Z i j) / \sum_k expR (Z i k)).
Definition log_softmax_rows m n (Z : 'M[R]_(m, n)) := \matrix_(i, j) (Z i j - ln (\sum_k expR (Z k j))).
Definition log_softmax_columns m n (Z : 'M[R]_(m, n)) := \matrix_(i, j) (Z i j - ln (\sum_k expR (Z i k))).
Definition logsumexp m n (Z : 'M[R]_(m, n)) := ln (total (map_mx expR Z)).
Definition logsumexp_rows m n (Z : 'M[R]_(m, n)) := \row_j ln (\sum_i expR (Z i j)).
Definition logsumexp_columns m n (Z : 'M[R]_(m, n)) := \col_i ln (\sum_j expR (Z i j)).
End Functions.

(* What it means that a matrix X of a point v has the differential dX: every entry has it. By Bridge.v this is the
   Fréchet differential of mathcomp-analysis. *)
Definition mxd (R : realType) (V : normedModType R) (v : V) m n (X dX : V -> 'M[R]_(m, n)) : Prop :=
  forall i j, is_diff v (fun u => X u i j : R) (fun h => dX h i j : R).

(* df = tr(G^T dX) makes G the gradient, in the shape of the variable. *)
Definition is_gradient (R : realType) m n (f : 'M[R]_(m.+1, n.+1) -> R) (X G : 'M[R]_(m.+1, n.+1)) : Prop :=
  is_diff X f (fun H => \tr (G^T *m H)).

(* vec(dY) = J vec(dX) makes J the Jacobian. *)
Definition is_jacobian (R : realType) m n p q (Y : 'M[R]_(m.+1, n.+1) -> 'M[R]_(p, q)) (X : 'M[R]_(m.+1, n.+1))
    (J : 'M[R]_(q * p, n.+1 * m.+1)) : Prop :=
  mxd X Y (fun H => unvec (J *m vec H)).
