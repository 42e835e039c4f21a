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

(* an.tanh.exp: the equality claimed *)
Theorem an_tanh_exp :
  forall (R : realType) (x : R),
  1 + expR ((- 2%:R) * x) != 0 ->
  tanh x = (1 - expR ((- 2%:R) * x)) * (1 + expR ((- 2%:R) * x))^-1.
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

(* an.softmax.form: the equality claimed *)
Theorem an_softmax_form :
  forall (R : realType) (n : nat) (z : 'cV[R]_n),
  (0 < n)%N ->
  \tr (ones 1 n *m map_mx (@expR R) z) != 0 ->
  softmax_rows z = (\tr (ones 1 n *m map_mx (@expR R) z))^-1 *: map_mx (@expR R) z.
Proof. certify. Qed.

(* an.softmax.entry: the derivative of softmax(z) by z *)
Theorem an_softmax_entry :
  forall (R : realType) (n : nat) (z : 'cV[R]_(n.+1)),
  (0 < n.+1)%N ->
  mxd z (fun z => softmax_rows z)
    (fun h => (diag (softmax_rows z) - softmax_rows z *m (softmax_rows z)^T) *m h).
Proof. certify. Qed.

(* an.softmax.vjp: the derivative of g'*softmax(z) by z *)
Theorem an_softmax_vjp :
  forall (R : realType) (n : nat) (g z : 'cV[R]_(n.+1)),
  (0 < n.+1)%N ->
  is_gradient (fun z => \tr (g^T *m softmax_rows z)) z
    (softmax_rows z ⊙ (g - \tr (g^T *m softmax_rows z) *: ones n.+1 1)).
Proof. certify. Qed.

(* an.ce.differential: the differential of -y'*log(softmax(z)) *)
Theorem an_ce_differential :
  forall (R : realType) (V : normedModType R) (v : V) (n : nat) (y : 'cV[R]_n) (z dz : V -> 'cV[R]_n),
  mxd v z dz ->
  (0 < n)%N ->
  (forall i j, 0 < (softmax_rows (z v)) i j) ->
  is_diff v (fun u => - (\tr (y^T *m map_mx (@ln R) (softmax_rows (z u)))))
    (fun h => - \tr (y^T *m dz h) + total y * \tr ((softmax_rows (z v))^T *m dz h)).
Proof. certify. Qed.

(* an.ce.gradient: the derivative of -y'*log(softmax(z)) by z *)
Theorem an_ce_gradient :
  forall (R : realType) (n : nat) (y z : 'cV[R]_(n.+1)),
  (0 < n.+1)%N ->
  (forall i j, 0 < (softmax_rows z) i j) ->
  is_gradient (fun z => - (\tr (y^T *m map_mx (@ln R) (softmax_rows z)))) z
    (- y + total y *: softmax_rows z).
Proof. certify. Qed.

(* an.maxout: the derivative of max(x) by x *)
Theorem an_maxout :
  forall (R : realType) (n : nat) (x : 'cV[R]_(n.+1)),
  (exists i j, forall i' j', (i', j') != (i, j) -> x i' j' < x i j) ->
  is_gradient (fun x => maximum x) x
    (argmax x).
Proof. certify. Qed.
