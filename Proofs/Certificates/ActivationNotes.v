(* Derivatives of the table activation-notes as Gradus derives them, written by `gradus proofs --certificates`. *)
From mathcomp Require Import all_ssreflect all_algebra.
From mathcomp Require Import boolp classical_sets functions reals topology normedtype sequences derive exp trigo.
From Gradus Require Import Tactics.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Import Order.TTheory GRing.Theory Num.Theory numFieldNormedType.Exports.
Local Open Scope ring_scope.

(* an.sigmoid.1: the derivative of sigmoid(z) by z *)
Theorem an_sigmoid_1 :
  forall (R : realType) (z : R),
  is_derive z 1 (fun z => sigmoid z : R)
    (sigmoid z * (1 - sigmoid z)).
Proof. certify. Qed.

(* an.sigmoid.2: the derivative of sigmoid(z) by z *)
Theorem an_sigmoid_2 :
  forall (R : realType) (z : R),
  is_derive z 1 (fun z => sigmoid z : R)
    (sigmoid z * (1 - sigmoid z)).
Proof. certify. Qed.

(* an.tanh.derivative: the derivative of tanh(x) by x *)
Theorem an_tanh_derivative :
  forall (R : realType) (x : R),
  is_derive x 1 (fun x => tanh x : R)
    (1 - (tanh x) ^+ 2).
Proof. certify. Qed.

(* an.relu: the derivative of max(0,z) by z *)
Theorem an_relu :
  forall (R : realType) (z : R),
  0 != z ->
  is_derive z 1 (fun z => larger 0 z : R)
    (1 - step (- z)).
Proof. certify. Qed.

(* an.leaky-relu: the derivative of leaky_relu(z,alpha) by z *)
Theorem an_leaky_relu :
  forall (R : realType) (alpha z : R),
  z != 0 ->
  is_derive z 1 (fun z => leaky_relu z alpha : R)
    (step z + alpha * (1 - step z)).
Proof. certify. Qed.

(* an.elu: the derivative of elu(x,alpha) by x *)
Theorem an_elu :
  forall (R : realType) (alpha x : R),
  x != 0 ->
  is_derive x 1 (fun x => elu x alpha : R)
    (step x + (alpha + elu x alpha) * (1 - step x)).
Proof. certify. Qed.
