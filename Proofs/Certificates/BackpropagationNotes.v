(* Derivatives of the table backpropagation-notes as Gradus derives them, written by `gradus proofs --certificates`. *)
From mathcomp Require Import all_ssreflect all_algebra.
From mathcomp Require Import boolp classical_sets functions reals topology normedtype sequences derive exp trigo.
From Gradus Require Import Tactics.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Import Order.TTheory GRing.Theory Num.Theory numFieldNormedType.Exports.
Local Open Scope ring_scope.

(* bp.2: the derivative of 1/(1+exp(-x)) by x *)
Theorem bp_2 :
  forall (R : realType) (x : R),
  1 + expR (- x) != 0 ->
  is_derive x 1 (fun x => (1 + expR (- x))^-1 : R)
    (sigmoid x * (1 - sigmoid x)).
Proof. certify. Qed.

(* bp.4: the derivative of max(0,x) by x *)
Theorem bp_4 :
  forall (R : realType) (x : R),
  0 != x ->
  is_derive x 1 (fun x => larger 0 x : R)
    (1 - step (- x)).
Proof. certify. Qed.

(* bp.6: the derivative of leaky_relu(x,p) by x *)
Theorem bp_6 :
  forall (R : realType) (p x : R),
  x != 0 ->
  is_derive x 1 (fun x => leaky_relu x p : R)
    (step x + p * (1 - step x)).
Proof. certify. Qed.

(* bp.7: the equality claimed *)
Theorem bp_7 :
  forall (R : realType) (x : R),
  expR x + expR (- x) != 0 ->
  tanh x = (expR x - expR (- x)) * (expR x + expR (- x))^-1 /\
  tanh x = - 1 + 2%:R * sigmoid (2%:R * x).
Proof. certify. Qed.

(* bp.8: the derivative of tanh(x) by x *)
Theorem bp_8 :
  forall (R : realType) (x : R),
  is_derive x 1 (fun x => tanh x : R)
    (1 - (tanh x) ^+ 2).
Proof. certify. Qed.

(* bp.10: the derivative of 0.5*sum((y-o).^2) by o *)
Theorem bp_10 :
  forall (R : realType) (K : nat) (o y : 'cV[R]_(K.+1)),
  is_gradient (fun o => (1 / 2%:R) * total (map_mx (fun t => t ^+ 2) (- o + y))) o
    (o - y).
Proof. certify. Qed.

(* bp.12: the derivative of softmax(z) by z *)
Theorem bp_12 :
  forall (R : realType) (K : nat) (z : 'cV[R]_(K.+1)),
  (0 < K.+1)%N ->
  mxd z (fun z => softmax_rows z)
    (fun h => (diag (softmax_rows z) - softmax_rows z *m (softmax_rows z)^T) *m h).
Proof. certify. Qed.

(* bp.13: the derivative of softmax(z) by z *)
Theorem bp_13 :
  forall (R : realType) (K : nat) (z : 'cV[R]_(K.+1)),
  (0 < K.+1)%N ->
  mxd z (fun z => softmax_rows z)
    (fun h => (diag (softmax_rows z) - softmax_rows z *m (softmax_rows z)^T) *m h).
Proof. certify. Qed.

(* bp.16: the derivative of -sum(y.*log(softmax(z))) by z *)
Theorem bp_16 :
  forall (R : realType) (K : nat) (y z : 'cV[R]_(K.+1)),
  (0 < K.+1)%N ->
  (forall i j, 0 < (softmax_rows z) i j) ->
  is_gradient (fun z => - (total (y ⊙ map_mx (@ln R) (softmax_rows z)))) z
    (- y + total y *: softmax_rows z).
Proof. certify. Qed.

(* bp.19: the derivative of 0.5*(sigmoid(b+w'*x)-t)^2 by w *)
Theorem bp_19 :
  forall (R : realType) (J : nat) (b t_ : R) (w x : 'cV[R]_(J.+1)),
  is_gradient (fun w => (1 / 2%:R) * ((- t_ + sigmoid (b + \tr (w^T *m x))) ^+ 2)) w
    ((sigmoid (b + \tr (w^T *m x)) * (1 - sigmoid (b + \tr (w^T *m x))) * (- t_ + sigmoid (b + \tr (w^T *m x)))) *: x).
Proof. certify. Qed.

(* bp.21: the derivative of 0.5*sum((sigmoid(b+W'*x)-t).^2) by W *)
Theorem bp_21 :
  forall (R : realType) (J K : nat) (W : 'M[R]_(J.+1, K.+1)) (b t_ : 'cV[R]_(K.+1)) (x : 'cV[R]_(J.+1)),
  is_gradient (fun W => (1 / 2%:R) * total (map_mx (fun t => t ^+ 2) (- t_ + map_mx (@sigmoid R) (b + W^T *m x)))) W
    (x *m ((map_mx (@sigmoid R) (b + W^T *m x))^T ⊙ (ones 1 K.+1 - (map_mx (@sigmoid R) (b + W^T *m x))^T) ⊙ (- t_ + map_mx (@sigmoid R) (b + W^T *m x))^T)).
Proof. certify. Qed.

(* bp.22: the derivative of 0.5*sum((sigmoid(b+W'*x)-t).^2) by W *)
Theorem bp_22 :
  forall (R : realType) (J K : nat) (W : 'M[R]_(J.+1, K.+1)) (b t_ : 'cV[R]_(K.+1)) (x : 'cV[R]_(J.+1)),
  is_gradient (fun W => (1 / 2%:R) * total (map_mx (fun t => t ^+ 2) (- t_ + map_mx (@sigmoid R) (b + W^T *m x)))) W
    (x *m ((map_mx (@sigmoid R) (b + W^T *m x))^T ⊙ (ones 1 K.+1 - (map_mx (@sigmoid R) (b + W^T *m x))^T) ⊙ (- t_ + map_mx (@sigmoid R) (b + W^T *m x))^T)).
Proof. certify. Qed.

(* bp.23: the derivative of 0.5*sum((sigmoid(b+W'*sigmoid(a+V'*x))-t).^2) by V *)
Theorem bp_23 :
  forall (R : realType) (I0 J K : nat) (V_ : 'M[R]_(I0.+1, J.+1)) (W : 'M[R]_(J.+1, K.+1)) (a : 'cV[R]_(J.+1))
    (b t_ : 'cV[R]_(K.+1)) (x : 'cV[R]_(I0.+1)),
  is_gradient (fun V_ => (1 / 2%:R) * total (map_mx (fun t => t ^+ 2) (- t_ + map_mx (@sigmoid R) (b + W^T *m map_mx (@sigmoid R) (a + V_^T *m x))))) V_
    (x *m ((map_mx (@sigmoid R) (a + V_^T *m x))^T ⊙ (ones 1 J.+1 - (map_mx (@sigmoid R) (a + V_^T *m x))^T) ⊙ (((map_mx (@sigmoid R) (b + W^T *m map_mx (@sigmoid R) (a + V_^T *m x)))^T ⊙ (ones 1 K.+1 - (map_mx (@sigmoid R) (b + W^T *m map_mx (@sigmoid R) (a + V_^T *m x)))^T) ⊙ (- t_ + map_mx (@sigmoid R) (b + W^T *m map_mx (@sigmoid R) (a + V_^T *m x)))^T) *m W^T))).
Proof. certify. Qed.

(* bp.24: the derivative of 0.5*sum((sigmoid(b+W'*sigmoid(a+V'*x))-t).^2) by W *)
Theorem bp_24 :
  forall (R : realType) (I0 J K : nat) (V_ : 'M[R]_(I0.+1, J.+1)) (W : 'M[R]_(J.+1, K.+1)) (a : 'cV[R]_(J.+1))
    (b t_ : 'cV[R]_(K.+1)) (x : 'cV[R]_(I0.+1)),
  is_gradient (fun W => (1 / 2%:R) * total (map_mx (fun t => t ^+ 2) (- t_ + map_mx (@sigmoid R) (b + W^T *m map_mx (@sigmoid R) (a + V_^T *m x))))) W
    (map_mx (@sigmoid R) (a + V_^T *m x) *m ((map_mx (@sigmoid R) (b + W^T *m map_mx (@sigmoid R) (a + V_^T *m x)))^T ⊙ (ones 1 K.+1 - (map_mx (@sigmoid R) (b + W^T *m map_mx (@sigmoid R) (a + V_^T *m x)))^T) ⊙ (- t_ + map_mx (@sigmoid R) (b + W^T *m map_mx (@sigmoid R) (a + V_^T *m x)))^T)).
Proof. certify. Qed.

(* bp.25: the derivative of 0.5*sum((sigmoid(z)-t).^2) by z *)
Theorem bp_25 :
  forall (R : realType) (K : nat) (t_ z : 'cV[R]_(K.+1)),
  is_gradient (fun z => (1 / 2%:R) * total (map_mx (fun t => t ^+ 2) (- t_ + map_mx (@sigmoid R) z))) z
    (map_mx (@sigmoid R) z ⊙ (ones K.+1 1 - map_mx (@sigmoid R) z) ⊙ (- t_ + map_mx (@sigmoid R) z)).
Proof. certify. Qed.

(* bp.26: the derivative of 0.5*sum((sigmoid(b+W'*sigmoid(a+V'*x))-t).^2) by V *)
Theorem bp_26 :
  forall (R : realType) (I0 J K : nat) (V_ : 'M[R]_(I0.+1, J.+1)) (W : 'M[R]_(J.+1, K.+1)) (a : 'cV[R]_(J.+1))
    (b t_ : 'cV[R]_(K.+1)) (x : 'cV[R]_(I0.+1)),
  is_gradient (fun V_ => (1 / 2%:R) * total (map_mx (fun t => t ^+ 2) (- t_ + map_mx (@sigmoid R) (b + W^T *m map_mx (@sigmoid R) (a + V_^T *m x))))) V_
    (x *m ((map_mx (@sigmoid R) (a + V_^T *m x))^T ⊙ (ones 1 J.+1 - (map_mx (@sigmoid R) (a + V_^T *m x))^T) ⊙ (((map_mx (@sigmoid R) (b + W^T *m map_mx (@sigmoid R) (a + V_^T *m x)))^T ⊙ (ones 1 K.+1 - (map_mx (@sigmoid R) (b + W^T *m map_mx (@sigmoid R) (a + V_^T *m x)))^T) ⊙ (- t_ + map_mx (@sigmoid R) (b + W^T *m map_mx (@sigmoid R) (a + V_^T *m x)))^T) *m W^T))).
Proof. certify. Qed.

(* bp.27: the derivative of 0.5*sum((sigmoid(b+W'*sigmoid(z))-t).^2) by z *)
Theorem bp_27 :
  forall (R : realType) (J K : nat) (W : 'M[R]_(J.+1, K.+1)) (b t_ : 'cV[R]_(K.+1)) (z : 'cV[R]_(J.+1)),
  is_gradient (fun z => (1 / 2%:R) * total (map_mx (fun t => t ^+ 2) (- t_ + map_mx (@sigmoid R) (b + W^T *m map_mx (@sigmoid R) z)))) z
    (map_mx (@sigmoid R) z ⊙ (ones J.+1 1 - map_mx (@sigmoid R) z) ⊙ (W *m (map_mx (@sigmoid R) (b + W^T *m map_mx (@sigmoid R) z) ⊙ (ones K.+1 1 - map_mx (@sigmoid R) (b + W^T *m map_mx (@sigmoid R) z)) ⊙ (- t_ + map_mx (@sigmoid R) (b + W^T *m map_mx (@sigmoid R) z))))).
Proof. certify. Qed.

(* bp.28: the derivative of 0.5*sum((sigmoid(b+W'*sigmoid(a+V'*sigmoid(c+U'*x)))-t).^2) by U *)
Theorem bp_28 :
  forall (R : realType) (J K M N : nat) (U : 'M[R]_(N.+1, M.+1)) (V_ : 'M[R]_(M.+1, J.+1))
    (W : 'M[R]_(J.+1, K.+1)) (a : 'cV[R]_(J.+1)) (b : 'cV[R]_(K.+1)) (c : 'cV[R]_(M.+1)) (t_ : 'cV[R]_(K.+1))
    (x : 'cV[R]_(N.+1)),
  is_gradient (fun U => (1 / 2%:R) * total (map_mx (fun t => t ^+ 2) (- t_ + map_mx (@sigmoid R) (b + W^T *m map_mx (@sigmoid R) (a + V_^T *m map_mx (@sigmoid R) (c + U^T *m x)))))) U
    (x *m ((map_mx (@sigmoid R) (c + U^T *m x))^T ⊙ (ones 1 M.+1 - (map_mx (@sigmoid R) (c + U^T *m x))^T) ⊙ (((map_mx (@sigmoid R) (a + V_^T *m map_mx (@sigmoid R) (c + U^T *m x)))^T ⊙ (ones 1 J.+1 - (map_mx (@sigmoid R) (a + V_^T *m map_mx (@sigmoid R) (c + U^T *m x)))^T) ⊙ (((map_mx (@sigmoid R) (b + W^T *m map_mx (@sigmoid R) (a + V_^T *m map_mx (@sigmoid R) (c + U^T *m x))))^T ⊙ (ones 1 K.+1 - (map_mx (@sigmoid R) (b + W^T *m map_mx (@sigmoid R) (a + V_^T *m map_mx (@sigmoid R) (c + U^T *m x))))^T) ⊙ (- t_ + map_mx (@sigmoid R) (b + W^T *m map_mx (@sigmoid R) (a + V_^T *m map_mx (@sigmoid R) (c + U^T *m x))))^T) *m W^T)) *m V_^T))).
Proof. certify. Qed.

(* bp.29: the derivative of 0.5*sum((sigmoid(b+W'*sigmoid(a+V'*sigmoid(z)))-t).^2) by z *)
Theorem bp_29 :
  forall (R : realType) (J K M : nat) (V_ : 'M[R]_(M.+1, J.+1)) (W : 'M[R]_(J.+1, K.+1)) (a : 'cV[R]_(J.+1))
    (b t_ : 'cV[R]_(K.+1)) (z : 'cV[R]_(M.+1)),
  is_gradient (fun z => (1 / 2%:R) * total (map_mx (fun t => t ^+ 2) (- t_ + map_mx (@sigmoid R) (b + W^T *m map_mx (@sigmoid R) (a + V_^T *m map_mx (@sigmoid R) z))))) z
    (map_mx (@sigmoid R) z ⊙ (ones M.+1 1 - map_mx (@sigmoid R) z) ⊙ (V_ *m (map_mx (@sigmoid R) (a + V_^T *m map_mx (@sigmoid R) z) ⊙ (ones J.+1 1 - map_mx (@sigmoid R) (a + V_^T *m map_mx (@sigmoid R) z)) ⊙ (W *m (map_mx (@sigmoid R) (b + W^T *m map_mx (@sigmoid R) (a + V_^T *m map_mx (@sigmoid R) z)) ⊙ (ones K.+1 1 - map_mx (@sigmoid R) (b + W^T *m map_mx (@sigmoid R) (a + V_^T *m map_mx (@sigmoid R) z))) ⊙ (- t_ + map_mx (@sigmoid R) (b + W^T *m map_mx (@sigmoid R) (a + V_^T *m map_mx (@sigmoid R) z)))))))).
Proof. certify. Qed.
