(* Derivatives of the table derivative-notes as Gradus derives them, written by `gradus proofs --certificates`. *)
From mathcomp Require Import all_ssreflect all_algebra.
From mathcomp Require Import boolp classical_sets functions reals topology normedtype sequences derive exp trigo.
From Gradus Require Import Tactics.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Import Order.TTheory GRing.Theory Num.Theory numFieldNormedType.Exports.
Local Open Scope ring_scope.

(* dn.sigmoid.1: the derivative of 1/(1+exp(-x)) by x *)
Theorem dn_sigmoid_1 :
  forall (R : realType) (x : R),
  1 + expR (- x) != 0 ->
  is_derive x 1 (fun x => (1 + expR (- x))^-1 : R)
    (sigmoid x * (1 - sigmoid x)).
Proof. certify. Qed.

(* dn.sigmoid.2: the derivative of 1/(1+exp(-x)) by x *)
Theorem dn_sigmoid_2 :
  forall (R : realType) (x : R),
  1 + expR (- x) != 0 ->
  is_derive x 1 (fun x => (1 + expR (- x))^-1 : R)
    (sigmoid x * (1 - sigmoid x)).
Proof. certify. Qed.

(* dn.tanh.1: the derivative of (exp(x)-exp(-x))/(exp(x)+exp(-x)) by x *)
Theorem dn_tanh_1 :
  forall (R : realType) (x : R),
  expR x + expR (- x) != 0 ->
  is_derive x 1 (fun x => (expR x - expR (- x)) * (expR x + expR (- x))^-1 : R)
    (1 - (tanh x) ^+ 2).
Proof. certify. Qed.

(* dn.tanh.2: the derivative of (exp(x)-exp(-x))/(exp(x)+exp(-x)) by x *)
Theorem dn_tanh_2 :
  forall (R : realType) (x : R),
  expR x + expR (- x) != 0 ->
  is_derive x 1 (fun x => (expR x - expR (- x)) * (expR x + expR (- x))^-1 : R)
    (1 - (tanh x) ^+ 2).
Proof. certify. Qed.

(* dn.relu: the derivative of max(0,x) by x *)
Theorem dn_relu :
  forall (R : realType) (x : R),
  0 != x ->
  is_derive x 1 (fun x => larger 0 x : R)
    (1 - step (- x)).
Proof. certify. Qed.

(* dn.leaky-relu: the derivative of leaky_relu(x,0.01) by x *)
Theorem dn_leaky_relu :
  forall (R : realType) (x : R),
  x != 0 ->
  is_derive x 1 (fun x => leaky_relu x (1 / 100%:R) : R)
    ((1 / 100%:R) + (99%:R / 100%:R) * step x).
Proof. certify. Qed.

(* dn.softmax.entry: the derivative of softmax(x) by x *)
Theorem dn_softmax_entry :
  forall (R : realType) (n : nat) (x : 'cV[R]_(n.+1)),
  (0 < n.+1)%N ->
  mxd x (fun x => softmax_rows x)
    (fun h => (diag (softmax_rows x) - softmax_rows x *m (softmax_rows x)^T) *m h).
Proof. certify. Qed.

(* dn.softmax.matrix: the derivative of softmax(x) by x *)
Theorem dn_softmax_matrix :
  forall (R : realType) (n : nat) (x : 'cV[R]_(n.+1)),
  (0 < n.+1)%N ->
  mxd x (fun x => softmax_rows x)
    (fun h => (diag (softmax_rows x) - softmax_rows x *m (softmax_rows x)^T) *m h).
Proof. certify. Qed.

(* dn.softmax.jacobian: the derivative of softmax(x) by x *)
Theorem dn_softmax_jacobian :
  forall (R : realType) (n : nat) (x : 'cV[R]_(n.+1)),
  (0 < n.+1)%N ->
  mxd x (fun x => softmax_rows x)
    (fun h => (diag (softmax_rows x) - softmax_rows x *m (softmax_rows x)^T) *m h).
Proof. certify. Qed.

(* dn.mse: the derivative of norm2(y-p)^2/n by p *)
Theorem dn_mse :
  forall (R : realType) (n : nat) (p y : 'cV[R]_(n.+1)),
  - p + y != 0 ->
  (n.+1%:R : R) != 0 ->
  is_gradient (fun p => (n.+1%:R : R)^-1 * ((norm2 (- p + y)) ^+ 2)) p
    ((2%:R * (n.+1%:R : R)^-1) *: (p - y)).
Proof. certify. Qed.

(* dn.cross-entropy: the derivative of -sum(y.*log(p))/n by p *)
Theorem dn_cross_entropy :
  forall (R : realType) (n : nat) (p y : 'cV[R]_(n.+1)),
  (n.+1%:R : R) != 0 ->
  (forall i j, 0 < p i j) ->
  (forall i j, p i j != 0) ->
  is_gradient (fun p => - ((n.+1%:R : R)^-1 * total (y ⊙ map_mx (@ln R) p))) p
    ((- (n.+1%:R : R)^-1) *: (y ⊙ map_mx (fun t => t^-1) p)).
Proof. certify. Qed.
