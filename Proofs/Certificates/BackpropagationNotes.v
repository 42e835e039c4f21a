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

(* bp.8: the derivative of tanh(x) by x *)
Theorem bp_8 :
  forall (R : realType) (x : R),
  is_derive x 1 (fun x => tanh x : R)
    (1 - (tanh x) ^+ 2).
Proof. certify. Qed.

(* bp.21: the derivative of 0.5*sum((sigmoid(b+W'*x)-t).^2) by W *)
Theorem bp_21 :
  forall (R : realType) (J K : nat) (W : 'M[R]_(J.+1, K.+1)) (b t_ : 'cV[R]_(K.+1)) (x : 'cV[R]_(J.+1)),
  is_gradient (fun W => (1 / 2%:R) * total (map_mx (fun t => t ^+ 2) (- t_ + map_mx (@sigmoid R) (b + W^T *m x)))) W
    (x *m ((map_mx (@sigmoid R) (b + W^T *m x))^T ⊙ (ones 1 K.+1 - (map_mx (@sigmoid R) (b + W^T *m x))^T) ⊙ (- t_ + map_mx (@sigmoid R) (b + W^T *m x))^T)).
Proof. certify. Qed.

(* bp.25: the derivative of 0.5*sum((sigmoid(z)-t).^2) by z *)
Theorem bp_25 :
  forall (R : realType) (K : nat) (t_ z : 'cV[R]_(K.+1)),
  is_gradient (fun z => (1 / 2%:R) * total (map_mx (fun t => t ^+ 2) (- t_ + map_mx (@sigmoid R) z))) z
    (map_mx (@sigmoid R) z ⊙ (ones K.+1 1 - map_mx (@sigmoid R) z) ⊙ (- t_ + map_mx (@sigmoid R) z)).
Proof. certify. Qed.
