(* Derivatives of the table basic-formulas as Gradus derives them, written by `gradus proofs --certificates`. *)
From mathcomp Require Import all_ssreflect all_algebra.
From mathcomp Require Import boolp classical_sets functions reals topology normedtype sequences derive exp trigo.
From Gradus Require Import Tactics.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Import Order.TTheory GRing.Theory Num.Theory numFieldNormedType.Exports.
Local Open Scope ring_scope.

(* bf.1: the derivative of c by x *)
Theorem bf_1 :
  forall (R : realType) (c x : R),
  is_derive x 1 (fun x => c : R)
    0.
Proof. certify. Qed.

(* bf.2: the derivative of x^a by x *)
Theorem bf_2 :
  forall (R : realType) (a x : R),
  0 < x ->
  is_derive x 1 (fun x => exp_fun x a : R)
    (a * exp_fun x (- 1 + a)).
Proof. certify. Qed.

(* bf.3: the derivative of log(x)/log(a) by x *)
Theorem bf_3 :
  forall (R : realType) (a x : R),
  0 < x ->
  0 < a ->
  ln a != 0 ->
  x != 0 ->
  is_derive x 1 (fun x => ln x * (ln a)^-1 : R)
    (x^-1 * (ln a)^-1).
Proof. certify. Qed.

(* bf.4: the derivative of log(x) by x *)
Theorem bf_4 :
  forall (R : realType) (x : R),
  0 < x ->
  x != 0 ->
  is_derive x 1 (fun x => ln x : R)
    (x^-1).
Proof. certify. Qed.

(* bf.5: the derivative of a^x by x *)
Theorem bf_5 :
  forall (R : realType) (a x : R),
  0 < a ->
  is_derive x 1 (fun x => exp_fun a x : R)
    (ln a * exp_fun a x).
Proof. certify. Qed.

(* bf.6: the derivative of exp(x) by x *)
Theorem bf_6 :
  forall (R : realType) (x : R),
  is_derive x 1 (fun x => expR x : R)
    (expR x).
Proof. certify. Qed.

(* bf.7: the derivative of exp(-x) by x *)
Theorem bf_7 :
  forall (R : realType) (x : R),
  is_derive x 1 (fun x => expR (- x) : R)
    (- (expR (- x))).
Proof. certify. Qed.

(* bf.8: the derivative of sin(x) by x *)
Theorem bf_8 :
  forall (R : realType) (x : R),
  is_derive x 1 (fun x => sin x : R)
    (cos x).
Proof. certify. Qed.

(* bf.9: the derivative of cos(x) by x *)
Theorem bf_9 :
  forall (R : realType) (x : R),
  is_derive x 1 (fun x => cos x : R)
    (- (sin x)).
Proof. certify. Qed.

(* bf.10: the derivative of tan(x) by x *)
Theorem bf_10 :
  forall (R : realType) (x : R),
  cos x != 0 ->
  is_derive x 1 (fun x => tan x : R)
    ((sec x) ^+ 2).
Proof. certify. Qed.

(* bf.11: the derivative of cot(x) by x *)
Theorem bf_11 :
  forall (R : realType) (x : R),
  sin x != 0 ->
  is_derive x 1 (fun x => cot x : R)
    (- ((csc x) ^+ 2)).
Proof. certify. Qed.

(* bf.12: the derivative of asin(x) by x *)
Theorem bf_12 :
  forall (R : realType) (x : R),
  -1 < x < 1 ->
  0 < 1 - x ^+ 2 ->
  is_derive x 1 (fun x => asin x : R)
    ((Num.sqrt (1 - x ^+ 2))^-1).
Proof. certify. Qed.

(* bf.13: the derivative of acos(x) by x *)
Theorem bf_13 :
  forall (R : realType) (x : R),
  -1 < x < 1 ->
  0 < 1 - x ^+ 2 ->
  is_derive x 1 (fun x => acos x : R)
    (- (Num.sqrt (1 - x ^+ 2))^-1).
Proof. certify. Qed.

(* bf.14: the derivative of atan(x) by x *)
Theorem bf_14 :
  forall (R : realType) (x : R),
  1 + x ^+ 2 != 0 ->
  is_derive x 1 (fun x => atan x : R)
    ((1 + x ^+ 2)^-1).
Proof. certify. Qed.

(* bf.15: the derivative of acot(x) by x *)
Theorem bf_15 :
  forall (R : realType) (x : R),
  1 + x ^+ 2 != 0 ->
  is_derive x 1 (fun x => acot x : R)
    (- (1 + x ^+ 2)^-1).
Proof. certify. Qed.

(* bf.16: the derivative of sinh(x) by x *)
Theorem bf_16 :
  forall (R : realType) (x : R),
  is_derive x 1 (fun x => sinh x : R)
    (cosh x).
Proof. certify. Qed.

(* bf.17: the derivative of cosh(x) by x *)
Theorem bf_17 :
  forall (R : realType) (x : R),
  is_derive x 1 (fun x => cosh x : R)
    (sinh x).
Proof. certify. Qed.

(* bf.18: the derivative of tanh(x) by x *)
Theorem bf_18 :
  forall (R : realType) (x : R),
  is_derive x 1 (fun x => tanh x : R)
    (1 - (tanh x) ^+ 2).
Proof. certify. Qed.

(* bf.19: the derivative of coth(x) by x *)
Theorem bf_19 :
  forall (R : realType) (x : R),
  x != 0 ->
  is_derive x 1 (fun x => coth x : R)
    (- ((csch x) ^+ 2)).
Proof. certify. Qed.

(* bf.20: the derivative of sech(x) by x *)
Theorem bf_20 :
  forall (R : realType) (x : R),
  is_derive x 1 (fun x => sech x : R)
    (- (tanh x * sech x)).
Proof. certify. Qed.

(* bf.21: the derivative of csch(x) by x *)
Theorem bf_21 :
  forall (R : realType) (x : R),
  x != 0 ->
  is_derive x 1 (fun x => csch x : R)
    (- (coth x * csch x)).
Proof. certify. Qed.

(* bf.30: the derivative of u(x)+v(x) by x *)
Theorem bf_30 :
  forall (R : realType) (x : R) (u_ u' v_ v' : R -> R),
  (forall t, is_derive t 1 u_ (u' t)) ->
  (forall t, is_derive t 1 v_ (v' t)) ->
  is_derive x 1 (fun x => u_ x + v_ x : R)
    (u' x + v' x).
Proof. certify. Qed.

(* bf.31: the derivative of u(x)-v(x) by x *)
Theorem bf_31 :
  forall (R : realType) (x : R) (u_ u' v_ v' : R -> R),
  (forall t, is_derive t 1 u_ (u' t)) ->
  (forall t, is_derive t 1 v_ (v' t)) ->
  is_derive x 1 (fun x => u_ x - v_ x : R)
    (u' x - v' x).
Proof. certify. Qed.

(* bf.32: the derivative of u(x)*v(x) by x *)
Theorem bf_32 :
  forall (R : realType) (x : R) (u_ u' v_ v' : R -> R),
  (forall t, is_derive t 1 u_ (u' t)) ->
  (forall t, is_derive t 1 v_ (v' t)) ->
  is_derive x 1 (fun x => u_ x * v_ x : R)
    (u_ x * v' x + u' x * v_ x).
Proof. certify. Qed.

(* bf.33: the derivative of u(x)/v(x) by x *)
Theorem bf_33 :
  forall (R : realType) (x : R) (u_ u' v_ v' : R -> R),
  (forall t, is_derive t 1 u_ (u' t)) ->
  (forall t, is_derive t 1 v_ (v' t)) ->
  v_ x != 0 ->
  is_derive x 1 (fun x => u_ x * (v_ x)^-1 : R)
    (u' x * (v_ x)^-1 - u_ x * v' x * ((v_ x) ^- 2)).
Proof. certify. Qed.

(* bf.40: the derivative of f(x,y) by x *)
Theorem bf_40 :
  forall (R : realType) (x y : R) (f f_1 f_2 : R -> R -> R),
  (forall t : R * R, is_diff t (fun u : R * R => f u.1 u.2)
    (fun h => f_1 t.1 t.2 * h.1 + f_2 t.1 t.2 * h.2)) ->
  is_derive x 1 (fun x => f x y : R)
    (f_1 x y).
Proof. certify. Qed.

(* bf.41: the derivative of f(x,y) by y *)
Theorem bf_41 :
  forall (R : realType) (x y : R) (f f_1 f_2 : R -> R -> R),
  (forall t : R * R, is_diff t (fun u : R * R => f u.1 u.2)
    (fun h => f_1 t.1 t.2 * h.1 + f_2 t.1 t.2 * h.2)) ->
  is_derive y 1 (fun y => f x y : R)
    (f_2 x y).
Proof. certify. Qed.

(* bf.50: the derivative of f(g(x)) by x *)
Theorem bf_50 :
  forall (R : realType) (x : R) (f f' g g' : R -> R),
  (forall t, is_derive t 1 f (f' t)) ->
  (forall t, is_derive t 1 g (g' t)) ->
  is_derive x 1 (fun x => f (g x) : R)
    (g' x * f' (g x)).
Proof. certify. Qed.

(* bf.51: the derivative of f(g(h(x))) by x *)
Theorem bf_51 :
  forall (R : realType) (x : R) (f f' g g' h_ h' : R -> R),
  (forall t, is_derive t 1 f (f' t)) ->
  (forall t, is_derive t 1 g (g' t)) ->
  (forall t, is_derive t 1 h_ (h' t)) ->
  is_derive x 1 (fun x => f (g (h_ x)) : R)
    (h' x * g' (h_ x) * f' (g (h_ x))).
Proof. certify. Qed.

(* bf.52: the derivative of f(g(x,y),h(x,y)) by x *)
Theorem bf_52 :
  forall (R : realType) (x y : R) (f f_1 f_2 g g_1 g_2 h_ h_1 h_2 : R -> R -> R),
  (forall t : R * R, is_diff t (fun u : R * R => f u.1 u.2)
    (fun h => f_1 t.1 t.2 * h.1 + f_2 t.1 t.2 * h.2)) ->
  (forall t : R * R, is_diff t (fun u : R * R => g u.1 u.2)
    (fun h => g_1 t.1 t.2 * h.1 + g_2 t.1 t.2 * h.2)) ->
  (forall t : R * R, is_diff t (fun u : R * R => h_ u.1 u.2)
    (fun h => h_1 t.1 t.2 * h.1 + h_2 t.1 t.2 * h.2)) ->
  is_derive x 1 (fun x => f (g x y) (h_ x y) : R)
    (g_1 x y * f_1 (g x y) (h_ x y) + h_1 x y * f_2 (g x y) (h_ x y)).
Proof. certify. Qed.

(* bf.52.y: the derivative of f(g(x,y),h(x,y)) by y *)
Theorem bf_52_y :
  forall (R : realType) (x y : R) (f f_1 f_2 g g_1 g_2 h_ h_1 h_2 : R -> R -> R),
  (forall t : R * R, is_diff t (fun u : R * R => f u.1 u.2)
    (fun h => f_1 t.1 t.2 * h.1 + f_2 t.1 t.2 * h.2)) ->
  (forall t : R * R, is_diff t (fun u : R * R => g u.1 u.2)
    (fun h => g_1 t.1 t.2 * h.1 + g_2 t.1 t.2 * h.2)) ->
  (forall t : R * R, is_diff t (fun u : R * R => h_ u.1 u.2)
    (fun h => h_1 t.1 t.2 * h.1 + h_2 t.1 t.2 * h.2)) ->
  is_derive y 1 (fun y => f (g x y) (h_ x y) : R)
    (g_2 x y * f_1 (g x y) (h_ x y) + h_2 x y * f_2 (g x y) (h_ x y)).
Proof. certify. Qed.

(* bf.60: the derivative of tr(B'*A*X) by X *)
Theorem bf_60 :
  forall (R : realType) (k m n : nat) (A : 'M[R]_(m.+1, k.+1)) (B : 'M[R]_(m.+1, n.+1)) (X : 'M[R]_(k.+1, n.+1)),
  is_gradient (fun X => \tr (B^T *m A *m X)) X
    (A^T *m B).
Proof. certify. Qed.

(* bf.61: the derivative of tr(B'*X*A) by X *)
Theorem bf_61 :
  forall (R : realType) (k m n : nat) (A : 'M[R]_(k.+1, n.+1)) (B : 'M[R]_(m.+1, n.+1)) (X : 'M[R]_(m.+1, k.+1)),
  is_gradient (fun X => \tr (B^T *m X *m A)) X
    (B *m A^T).
Proof. certify. Qed.

(* bf.62: the derivative of A'*X by X *)
Theorem bf_62 :
  forall (R : realType) (m n : nat) (A : 'cV[R]_(m.+1)) (X : 'M[R]_(m.+1, n.+1)),
  mxd X (fun X => vec (A^T *m X))
    (fun h => (kron (1%:M : 'M[R]_(n.+1, n.+1)) A)^T *m vec h).
Proof. certify. Qed.

(* bf.63: the derivative of A'*X*B by X *)
Theorem bf_63 :
  forall (R : realType) (m n : nat) (A : 'cV[R]_(m.+1)) (B : 'cV[R]_(n.+1)) (X : 'M[R]_(m.+1, n.+1)),
  is_gradient (fun X => \tr (A^T *m X *m B)) X
    (A *m B^T).
Proof. certify. Qed.

(* bf.64: the derivative of A'*X'*B by X *)
Theorem bf_64 :
  forall (R : realType) (m n : nat) (A : 'cV[R]_(n.+1)) (B : 'cV[R]_(m.+1)) (X : 'M[R]_(m.+1, n.+1)),
  is_gradient (fun X => \tr (A^T *m X^T *m B)) X
    (B *m A^T).
Proof. certify. Qed.

(* bf.70: the derivative of 1/(1+exp(-Z)) by Z *)
Theorem bf_70 :
  forall (R : realType) (Z : R),
  1 + expR (- Z) != 0 ->
  is_derive Z 1 (fun Z => (1 + expR (- Z))^-1 : R)
    (sigmoid Z * (1 - sigmoid Z)).
Proof. certify. Qed.

(* bf.71: the derivative of (exp(Z)-exp(-Z))/(exp(Z)+exp(-Z)) by Z *)
Theorem bf_71 :
  forall (R : realType) (Z : R),
  expR Z + expR (- Z) != 0 ->
  is_derive Z 1 (fun Z => (expR Z - expR (- Z)) * (expR Z + expR (- Z))^-1 : R)
    (1 - (tanh Z) ^+ 2).
Proof. certify. Qed.

(* bf.80: the derivative of sum(C(sigma(Z))) by Z *)
Theorem bf_80 :
  forall (R : realType) (m : nat) (Z : 'cV[R]_(m.+1)) (C C' sigma sigma' : R -> R),
  (forall t, is_derive t 1 C (C' t)) ->
  (forall t, is_derive t 1 sigma (sigma' t)) ->
  is_gradient (fun Z => total (map_mx C (map_mx sigma Z))) Z
    (map_mx sigma' Z ⊙ map_mx C' (map_mx sigma Z)).
Proof. certify. Qed.

(* bf.81: the derivative of sum(C(b+W*sigma(Z))) by Z *)
Theorem bf_81 :
  forall (R : realType) (k m : nat) (W : 'M[R]_(k.+1, m.+1)) (Z : 'cV[R]_(m.+1)) (b : 'cV[R]_(k.+1))
    (C C' sigma sigma' : R -> R),
  (forall t, is_derive t 1 C (C' t)) ->
  (forall t, is_derive t 1 sigma (sigma' t)) ->
  is_gradient (fun Z => total (map_mx C (b + W *m map_mx sigma Z))) Z
    (map_mx sigma' Z ⊙ (W^T *m map_mx C' (b + W *m map_mx sigma Z))).
Proof. certify. Qed.

(* bf.82: the derivative of sum(C(b+W*a)) by b *)
Theorem bf_82 :
  forall (R : realType) (k m : nat) (W : 'M[R]_(k.+1, m.+1)) (a : 'cV[R]_(m.+1)) (b : 'cV[R]_(k.+1))
    (C C' : R -> R),
  (forall t, is_derive t 1 C (C' t)) ->
  is_gradient (fun b => total (map_mx C (b + W *m a))) b
    (map_mx C' (b + W *m a)).
Proof. certify. Qed.

(* bf.83: the derivative of sum(C(b+W*a)) by W *)
Theorem bf_83 :
  forall (R : realType) (k m : nat) (W : 'M[R]_(k.+1, m.+1)) (a : 'cV[R]_(m.+1)) (b : 'cV[R]_(k.+1))
    (C C' : R -> R),
  (forall t, is_derive t 1 C (C' t)) ->
  is_gradient (fun W => total (map_mx C (b + W *m a))) W
    (map_mx C' (b + W *m a) *m a^T).
Proof. certify. Qed.

(* bf.two-neuron.w11-2: the derivative of 0.5*(y-sigmoid(b3+w12*sigmoid(z2)+w11*sigmoid(b1+u11*x1+u12*x2)))^2 by w11 *)
Theorem bf_two_neuron_w11_2 :
  forall (R : realType) (b1 b3 u11 u12 w11 w12 x1 x2 y z2 : R),
  is_derive w11 1 (fun w11 => (1 / 2%:R) * ((y - sigmoid (b3 + w12 * sigmoid z2 + w11 * sigmoid (b1 + u11 * x1 + u12 * x2))) ^+ 2) : R)
    (sigmoid (b1 + u11 * x1 + u12 * x2) * sigmoid (b3 + w12 * sigmoid z2 + w11 * sigmoid (b1 + u11 * x1 + u12 * x2)) * (- 1 + sigmoid (b3 + w12 * sigmoid z2 + w11 * sigmoid (b1 + u11 * x1 + u12 * x2))) * (y - sigmoid (b3 + w12 * sigmoid z2 + w11 * sigmoid (b1 + u11 * x1 + u12 * x2)))).
Proof. certify. Qed.

(* bf.two-neuron.w12-2: the derivative of 0.5*(y-sigmoid(b3+w12*sigmoid(z2)+w11*sigmoid(b1+u11*x1+u12*x2)))^2 by w12 *)
Theorem bf_two_neuron_w12_2 :
  forall (R : realType) (b1 b3 u11 u12 w11 w12 x1 x2 y z2 : R),
  is_derive w12 1 (fun w12 => (1 / 2%:R) * ((y - sigmoid (b3 + w12 * sigmoid z2 + w11 * sigmoid (b1 + u11 * x1 + u12 * x2))) ^+ 2) : R)
    (sigmoid z2 * sigmoid (b3 + w12 * sigmoid z2 + w11 * sigmoid (b1 + u11 * x1 + u12 * x2)) * (- 1 + sigmoid (b3 + w12 * sigmoid z2 + w11 * sigmoid (b1 + u11 * x1 + u12 * x2))) * (y - sigmoid (b3 + w12 * sigmoid z2 + w11 * sigmoid (b1 + u11 * x1 + u12 * x2)))).
Proof. certify. Qed.

(* bf.two-neuron.w11-1: the derivative of 0.5*(y-sigmoid(b3+w12*sigmoid(z2)+w11*sigmoid(b1+u11*x1+u12*x2)))^2 by u11 *)
Theorem bf_two_neuron_w11_1 :
  forall (R : realType) (b1 b3 u11 u12 w11 w12 x1 x2 y z2 : R),
  is_derive u11 1 (fun u11 => (1 / 2%:R) * ((y - sigmoid (b3 + w12 * sigmoid z2 + w11 * sigmoid (b1 + u11 * x1 + u12 * x2))) ^+ 2) : R)
    (w11 * x1 * sigmoid (b1 + u11 * x1 + u12 * x2) * (- 1 + sigmoid (b1 + u11 * x1 + u12 * x2)) * sigmoid (b3 + w12 * sigmoid z2 + w11 * sigmoid (b1 + u11 * x1 + u12 * x2)) * (1 - sigmoid (b3 + w12 * sigmoid z2 + w11 * sigmoid (b1 + u11 * x1 + u12 * x2))) * (y - sigmoid (b3 + w12 * sigmoid z2 + w11 * sigmoid (b1 + u11 * x1 + u12 * x2)))).
Proof. certify. Qed.

(* bf.two-neuron.w12-1: the derivative of 0.5*(y-sigmoid(b3+w12*sigmoid(z2)+w11*sigmoid(b1+u11*x1+u12*x2)))^2 by u12 *)
Theorem bf_two_neuron_w12_1 :
  forall (R : realType) (b1 b3 u11 u12 w11 w12 x1 x2 y z2 : R),
  is_derive u12 1 (fun u12 => (1 / 2%:R) * ((y - sigmoid (b3 + w12 * sigmoid z2 + w11 * sigmoid (b1 + u11 * x1 + u12 * x2))) ^+ 2) : R)
    (w11 * x2 * sigmoid (b1 + u11 * x1 + u12 * x2) * (- 1 + sigmoid (b1 + u11 * x1 + u12 * x2)) * sigmoid (b3 + w12 * sigmoid z2 + w11 * sigmoid (b1 + u11 * x1 + u12 * x2)) * (1 - sigmoid (b3 + w12 * sigmoid z2 + w11 * sigmoid (b1 + u11 * x1 + u12 * x2))) * (y - sigmoid (b3 + w12 * sigmoid z2 + w11 * sigmoid (b1 + u11 * x1 + u12 * x2)))).
Proof. certify. Qed.

(* bf.92: the differential of sum(f(A*X*B)) *)
Theorem bf_92 :
  forall (R : realType) (V : normedModType R) (v : V) (k l_ m n : nat) (A : 'M[R]_(k, m)) (B : 'M[R]_(n, l_))
    (X dX : V -> 'M[R]_(m, n)) (f f' : R -> R),
  mxd v X dX ->
  (forall t, is_derive t 1 f (f' t)) ->
  is_diff v (fun u => total (map_mx f (A *m X u *m B)))
    (fun h => total ((A *m dX h *m B) ⊙ map_mx f' (A *m X v *m B))).
Proof. certify. Qed.

(* bf.93: the differential of X+Y *)
Theorem bf_93 :
  forall (R : realType) (V : normedModType R) (v : V) (m n : nat) (X dX : V -> 'M[R]_(m, n))
    (Y dY : V -> 'M[R]_(m, n)),
  mxd v X dX ->
  mxd v Y dY ->
  mxd v (fun u => X u + Y u)
    (fun h => dX h + dY h).
Proof. certify. Qed.

(* bf.94: the differential of X*Y *)
Theorem bf_94 :
  forall (R : realType) (V : normedModType R) (v : V) (k m n : nat) (X dX : V -> 'M[R]_(m, k))
    (Y dY : V -> 'M[R]_(k, n)),
  mxd v X dX ->
  mxd v Y dY ->
  mxd v (fun u => X u *m Y u)
    (fun h => X v *m dY h + dX h *m Y v).
Proof. certify. Qed.

(* bf.95: the differential of X' *)
Theorem bf_95 :
  forall (R : realType) (V : normedModType R) (v : V) (m n : nat) (X dX : V -> 'M[R]_(m, n)),
  mxd v X dX ->
  mxd v (fun u => (X u)^T)
    (fun h => (dX h)^T).
Proof. certify. Qed.

(* bf.96: the differential of tr(X) *)
Theorem bf_96 :
  forall (R : realType) (V : normedModType R) (v : V) (n : nat) (X dX : V -> 'M[R]_(n, n)),
  mxd v X dX ->
  is_diff v (fun u => \tr (X u))
    (fun h => \tr (dX h)).
Proof. certify. Qed.

(* bf.97: the differential of X.*Y *)
Theorem bf_97 :
  forall (R : realType) (V : normedModType R) (v : V) (m n : nat) (X dX : V -> 'M[R]_(m, n))
    (Y dY : V -> 'M[R]_(m, n)),
  mxd v X dX ->
  mxd v Y dY ->
  mxd v (fun u => X u ⊙ Y u)
    (fun h => X v ⊙ dY h + Y v ⊙ dX h).
Proof. certify. Qed.

(* bf.98: the differential of f(X) *)
Theorem bf_98 :
  forall (R : realType) (V : normedModType R) (v : V) (m n : nat) (X dX : V -> 'M[R]_(m, n)) (f f' : R -> R),
  mxd v X dX ->
  (forall t, is_derive t 1 f (f' t)) ->
  mxd v (fun u => map_mx f (X u))
    (fun h => dX h ⊙ map_mx f' (X v)).
Proof. certify. Qed.

(* bf.99: the equality claimed *)
Theorem bf_99 :
  forall (R : realType) (m n : nat) (X : 'M[R]_(m, n)) (Y : 'M[R]_(n, m)),
  \tr (X *m Y) = \tr (Y *m X).
Proof. certify. Qed.

(* bf.100: the equality claimed *)
Theorem bf_100 :
  forall (R : realType) (m n : nat) (A B C : 'M[R]_(m, n)),
  \tr (A^T *m (B ⊙ C)) = \tr ((A ⊙ B)^T *m C).
Proof. certify. Qed.

(* bf.94.proof: the differential of X*Y *)
Theorem bf_94_proof :
  forall (R : realType) (V : normedModType R) (v : V) (n : nat) (X dX : V -> 'M[R]_(n, n))
    (Y dY : V -> 'M[R]_(n, n)),
  mxd v X dX ->
  mxd v Y dY ->
  mxd v (fun u => X u *m Y u)
    (fun h => X v *m dY h + dX h *m Y v).
Proof. certify. Qed.

(* bf.101: the derivative of A'*X*B by X *)
Theorem bf_101 :
  forall (R : realType) (m n : nat) (A : 'cV[R]_(m.+1)) (B : 'cV[R]_(n.+1)) (X : 'M[R]_(m.+1, n.+1)),
  is_gradient (fun X => \tr (A^T *m X *m B)) X
    (A *m B^T).
Proof. certify. Qed.

(* bf.dense.x: the derivative of b+w*X by X *)
Theorem bf_dense_x :
  forall (R : realType) (M : nat) (X : 'cV[R]_(M.+1)) (b : R) (w : 'M[R]_(1, M.+1)),
  is_gradient (fun X => b + \tr (w *m X)) X
    (w^T).
Proof. certify. Qed.

(* bf.dense.w: the derivative of b+w*X by w *)
Theorem bf_dense_w :
  forall (R : realType) (M : nat) (X : 'cV[R]_(M.+1)) (b : R) (w : 'M[R]_(1, M.+1)),
  is_gradient (fun w => b + \tr (w *m X)) w
    (X^T).
Proof. certify. Qed.

(* bf.delta: the derivative of sum(C(sigma(b+W*sigma(Z)))) by Z *)
Theorem bf_delta :
  forall (R : realType) (k m : nat) (W : 'M[R]_(k.+1, m.+1)) (Z : 'cV[R]_(m.+1)) (b : 'cV[R]_(k.+1))
    (C C' sigma sigma' : R -> R),
  (forall t, is_derive t 1 C (C' t)) ->
  (forall t, is_derive t 1 sigma (sigma' t)) ->
  is_gradient (fun Z => total (map_mx C (map_mx sigma (b + W *m map_mx sigma Z)))) Z
    (map_mx sigma' Z ⊙ (W^T *m (map_mx sigma' (b + W *m map_mx sigma Z) ⊙ map_mx C' (map_mx sigma (b + W *m map_mx sigma Z))))).
Proof. certify. Qed.

(* bf.102: the differential of -Y'*log(softmax(Z)) *)
Theorem bf_102 :
  forall (R : realType) (V : normedModType R) (v : V) (N : nat) (Y : 'cV[R]_N) (Z dZ : V -> 'cV[R]_N),
  mxd v Z dZ ->
  (0 < N)%N ->
  (forall i j, 0 < (softmax_rows (Z v)) i j) ->
  is_diff v (fun u => - (\tr (Y^T *m map_mx (@ln R) (softmax_rows (Z u)))))
    (fun h => - \tr (Y^T *m dZ h) + total Y * \tr ((softmax_rows (Z v))^T *m dZ h)).
Proof. certify. Qed.

(* bf.102.log: the differential of log(ones(N)'*exp(Z)) *)
Theorem bf_102_log :
  forall (R : realType) (V : normedModType R) (v : V) (N : nat) (Z dZ : V -> 'cV[R]_N),
  mxd v Z dZ ->
  0 < \tr (ones 1 N *m map_mx (@expR R) (Z v)) ->
  (0 < N)%N ->
  is_diff v (fun u => ln (\tr (ones 1 N *m map_mx (@expR R) (Z u))))
    (fun h => \tr ((softmax_rows (Z v))^T *m dZ h)).
Proof. certify. Qed.

(* bf.102.middle: the differential of log(ones(N)'*exp(Z)) *)
Theorem bf_102_middle :
  forall (R : realType) (V : normedModType R) (v : V) (N : nat) (Z dZ : V -> 'cV[R]_N),
  mxd v Z dZ ->
  0 < \tr (ones 1 N *m map_mx (@expR R) (Z v)) ->
  (0 < N)%N ->
  is_diff v (fun u => ln (\tr (ones 1 N *m map_mx (@expR R) (Z u))))
    (fun h => \tr ((softmax_rows (Z v))^T *m dZ h)).
Proof. certify. Qed.

(* bf.103: the equality claimed *)
Theorem bf_103 :
  forall (R : realType) (N : nat) (Y Z : 'cV[R]_N) (dZ : 'cV[R]_N),
  \tr (ones 1 N *m map_mx (@expR R) Z) != 0 ->
  (0 < N)%N ->
  \tr ((\tr (Y^T *m ones N 1) * \tr (ones 1 N *m (dZ ⊙ map_mx (@expR R) Z)) * (\tr (ones 1 N *m map_mx (@expR R) Z))^-1)%:M : 'M[R]_1) = \tr ((\tr (Y^T *m ones N 1) * \tr ((softmax_rows Z)^T *m dZ))%:M : 'M[R]_1).
Proof. certify. Qed.

(* bf.softmax-ce: the derivative of -Y'*log(softmax(Z)) by Z *)
Theorem bf_softmax_ce :
  forall (R : realType) (N : nat) (Y Z : 'cV[R]_(N.+1)),
  (0 < N.+1)%N ->
  (forall i j, 0 < (softmax_rows Z) i j) ->
  is_gradient (fun Z => - (\tr (Y^T *m map_mx (@ln R) (softmax_rows Z)))) Z
    (- Y + total Y *: softmax_rows Z).
Proof. certify. Qed.
