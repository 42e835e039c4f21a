(* Derivatives of the table matrix-calculus-notes as Gradus derives them, written by `gradus proofs --certificates`. *)
From mathcomp Require Import all_ssreflect all_algebra.
From mathcomp Require Import boolp classical_sets functions reals topology normedtype sequences derive exp trigo.
From Gradus Require Import Tactics.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Import Order.TTheory GRing.Theory Num.Theory numFieldNormedType.Exports.
Local Open Scope ring_scope.

(* mc.rule.constant: the derivative of c by x *)
Theorem mc_rule_constant :
  forall (R : realType) (c x : R),
  is_derive x 1 (fun x => c : R)
    0.
Proof. certify. Qed.

(* mc.rule.scale: the derivative of c*f(x) by x *)
Theorem mc_rule_scale :
  forall (R : realType) (c x : R) (f f' : R -> R),
  (forall t, is_derive t 1 f (f' t)) ->
  is_derive x 1 (fun x => c * f x : R)
    (c * f' x).
Proof. certify. Qed.

(* mc.rule.sum: the derivative of f(x)+g(x) by x *)
Theorem mc_rule_sum :
  forall (R : realType) (x : R) (f f' g g' : R -> R),
  (forall t, is_derive t 1 f (f' t)) ->
  (forall t, is_derive t 1 g (g' t)) ->
  is_derive x 1 (fun x => f x + g x : R)
    (f' x + g' x).
Proof. certify. Qed.

(* mc.rule.difference: the derivative of f(x)-g(x) by x *)
Theorem mc_rule_difference :
  forall (R : realType) (x : R) (f f' g g' : R -> R),
  (forall t, is_derive t 1 f (f' t)) ->
  (forall t, is_derive t 1 g (g' t)) ->
  is_derive x 1 (fun x => f x - g x : R)
    (f' x - g' x).
Proof. certify. Qed.

(* mc.rule.product: the derivative of f(x)*g(x) by x *)
Theorem mc_rule_product :
  forall (R : realType) (x : R) (f f' g g' : R -> R),
  (forall t, is_derive t 1 f (f' t)) ->
  (forall t, is_derive t 1 g (g' t)) ->
  is_derive x 1 (fun x => f x * g x : R)
    (f x * g' x + f' x * g x).
Proof. certify. Qed.

(* mc.rule.chain: the derivative of f(g(x)) by x *)
Theorem mc_rule_chain :
  forall (R : realType) (x : R) (f f' g g' : R -> R),
  (forall t, is_derive t 1 f (f' t)) ->
  (forall t, is_derive t 1 g (g' t)) ->
  is_derive x 1 (fun x => f (g x) : R)
    (g' x * f' (g x)).
Proof. certify. Qed.

(* mc.identity: the derivative of x by x *)
Theorem mc_identity :
  forall (R : realType) (n : nat) (x : 'cV[R]_(n.+1)),
  mxd x (fun x => x)
    (fun h => (1%:M : 'M[R]_(n.+1, n.+1)) *m h).
Proof. certify. Qed.

(* mc.elementwise.add.w: the derivative of w+x by w *)
Theorem mc_elementwise_add_w :
  forall (R : realType) (n : nat) (w x : 'cV[R]_(n.+1)),
  mxd w (fun w => w + x)
    (fun h => (1%:M : 'M[R]_(n.+1, n.+1)) *m h).
Proof. certify. Qed.

(* mc.elementwise.add.x: the derivative of w+x by x *)
Theorem mc_elementwise_add_x :
  forall (R : realType) (n : nat) (w x : 'cV[R]_(n.+1)),
  mxd x (fun x => w + x)
    (fun h => (1%:M : 'M[R]_(n.+1, n.+1)) *m h).
Proof. certify. Qed.

(* mc.elementwise.sub.w: the derivative of w-x by w *)
Theorem mc_elementwise_sub_w :
  forall (R : realType) (n : nat) (w x : 'cV[R]_(n.+1)),
  mxd w (fun w => w - x)
    (fun h => (1%:M : 'M[R]_(n.+1, n.+1)) *m h).
Proof. certify. Qed.

(* mc.elementwise.mul.w: the derivative of w.*x by w *)
Theorem mc_elementwise_mul_w :
  forall (R : realType) (n : nat) (w x : 'cV[R]_(n.+1)),
  mxd w (fun w => w ⊙ x)
    (fun h => diag x *m h).
Proof. certify. Qed.

(* mc.elementwise.mul.x: the derivative of w.*x by x *)
Theorem mc_elementwise_mul_x :
  forall (R : realType) (n : nat) (w x : 'cV[R]_(n.+1)),
  mxd x (fun x => w ⊙ x)
    (fun h => diag w *m h).
Proof. certify. Qed.

(* mc.elementwise.div.w: the derivative of w./x by w *)
Theorem mc_elementwise_div_w :
  forall (R : realType) (n : nat) (w x : 'cV[R]_(n.+1)),
  (forall i j, x i j != 0) ->
  mxd w (fun w => w ⊙ map_mx (fun t => t^-1) x)
    (fun h => diag (map_mx (fun t => t^-1) x) *m h).
Proof. certify. Qed.

(* mc.scalar.add.x: the derivative of x+z*ones(n) by x *)
Theorem mc_scalar_add_x :
  forall (R : realType) (n : nat) (x : 'cV[R]_(n.+1)) (z : R),
  mxd x (fun x => x + z *: ones n.+1 1)
    (fun h => (1%:M : 'M[R]_(n.+1, n.+1)) *m h).
Proof. certify. Qed.

(* mc.sum.general: the derivative of sum(f(x)) by x *)
Theorem mc_sum_general :
  forall (R : realType) (n : nat) (x : 'cV[R]_(n.+1)) (f f' : R -> R),
  (forall t, is_derive t 1 f (f' t)) ->
  is_gradient (fun x => total (map_mx f x)) x
    (map_mx f' x).
Proof. certify. Qed.

(* mc.sum.x: the derivative of sum(x) by x *)
Theorem mc_sum_x :
  forall (R : realType) (n : nat) (x : 'cV[R]_(n.+1)),
  is_gradient (fun x => total x) x
    (ones n.+1 1).
Proof. certify. Qed.

(* mc.chain.sin-square: the derivative of sin(x^2) by x *)
Theorem mc_chain_sin_square :
  forall (R : realType) (x : R),
  is_derive x 1 (fun x => sin (x ^+ 2) : R)
    (2%:R * x * cos (x ^+ 2)).
Proof. certify. Qed.

(* mc.chain.total: the derivative of x+x^2 by x *)
Theorem mc_chain_total :
  forall (R : realType) (x : R),
  is_derive x 1 (fun x => x + x ^+ 2 : R)
    (1 + 2%:R * x).
Proof. certify. Qed.

(* mc.relu: the derivative of max(0,z) by z *)
Theorem mc_relu :
  forall (R : realType) (z : R),
  0 != z ->
  is_derive z 1 (fun z => larger 0 z : R)
    (1 - step (- z)).
Proof. certify. Qed.

(* mc.affine.b: the derivative of b+w'*x by b *)
Theorem mc_affine_b :
  forall (R : realType) (n : nat) (b : R) (w x : 'cV[R]_(n.+1)),
  is_derive b 1 (fun b => b + \tr (w^T *m x) : R)
    1.
Proof. certify. Qed.

(* mc.neuron.b.first: the derivative of max(0,b+w'*x) by b *)
Theorem mc_neuron_b_first :
  forall (R : realType) (n : nat) (b : R) (w x : 'cV[R]_(n.+1)),
  0 != b + \tr (w^T *m x) ->
  is_derive b 1 (fun b => larger 0 (b + \tr (w^T *m x)) : R)
    (1 - step (- (b + \tr (w^T *m x)))).
Proof. certify. Qed.

(* mc.neuron.b: the derivative of max(0,b+w'*x) by b *)
Theorem mc_neuron_b :
  forall (R : realType) (n : nat) (b : R) (w x : 'cV[R]_(n.+1)),
  0 != b + \tr (w^T *m x) ->
  is_derive b 1 (fun b => larger 0 (b + \tr (w^T *m x)) : R)
    (1 - step (- (b + \tr (w^T *m x)))).
Proof. certify. Qed.
