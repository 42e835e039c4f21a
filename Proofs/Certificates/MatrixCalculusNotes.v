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

(* mc.rule.power: the derivative of x^n by x *)
Theorem mc_rule_power :
  forall (R : realType) (n x : R),
  0 < x ->
  is_derive x 1 (fun x => exp_fun x n : R)
    (n * exp_fun x (- 1 + n)).
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

(* mc.grad.f: the derivative of 3*p[2]*p[1]^2 by p *)
Theorem mc_grad_f :
  forall (R : realType) (p : 'cV[R]_2),
  is_gradient (fun p => 3%:R * \tr (block 1 0 p : 'M[R]_1) * ((\tr (block 0 0 p : 'M[R]_1)) ^+ 2)) p
    ((3%:R * ((\tr (block 0 0 p : 'M[R]_1)) ^+ 2)) *: unit_vector 2 1 + (6%:R * \tr (block 0 0 p : 'M[R]_1) * \tr (block 1 0 p : 'M[R]_1)) *: unit_vector 2 0).
Proof. certify. Qed.

(* mc.grad.g: the derivative of 2*p[1]+p[2]^8 by p *)
Theorem mc_grad_g :
  forall (R : realType) (p : 'cV[R]_2),
  is_gradient (fun p => 2%:R * \tr (block 0 0 p : 'M[R]_1) + (\tr (block 1 0 p : 'M[R]_1)) ^+ 8) p
    (2%:R *: unit_vector 2 0 + (8%:R * ((\tr (block 1 0 p : 'M[R]_1)) ^+ 7)) *: unit_vector 2 1).
Proof. certify. Qed.

(* mc.jacobian.fg: the derivative of vcat(3*p[2]*p[1]^2,2*p[1]+p[2]^8) by p *)
Theorem mc_jacobian_fg :
  forall (R : realType) (p : 'cV[R]_2),
  mxd p (fun p => col_mx ((3%:R * \tr (block 1 0 p : 'M[R]_1) * ((\tr (block 0 0 p : 'M[R]_1)) ^+ 2))%:M : 'M[R]_1) ((2%:R * \tr (block 0 0 p : 'M[R]_1) + (\tr (block 1 0 p : 'M[R]_1)) ^+ 8)%:M : 'M[R]_1))
    (fun h => col_mx (((3%:R * ((\tr (block 0 0 p : 'M[R]_1)) ^+ 2)) *: unit_vector 2 1 + (6%:R * \tr (block 0 0 p : 'M[R]_1) * \tr (block 1 0 p : 'M[R]_1)) *: unit_vector 2 0)^T) ((2%:R *: unit_vector 2 0 + (8%:R * ((\tr (block 1 0 p : 'M[R]_1)) ^+ 7)) *: unit_vector 2 1)^T) *m h).
Proof. certify. Qed.

(* mc.jacobian.fg.denominator: the derivative of vcat(3*p[2]*p[1]^2,2*p[1]+p[2]^8) by p *)
Theorem mc_jacobian_fg_denominator :
  forall (R : realType) (p : 'cV[R]_2),
  mxd p (fun p => col_mx ((3%:R * \tr (block 1 0 p : 'M[R]_1) * ((\tr (block 0 0 p : 'M[R]_1)) ^+ 2))%:M : 'M[R]_1) ((2%:R * \tr (block 0 0 p : 'M[R]_1) + (\tr (block 1 0 p : 'M[R]_1)) ^+ 8)%:M : 'M[R]_1))
    (fun h => col_mx (((3%:R * ((\tr (block 0 0 p : 'M[R]_1)) ^+ 2)) *: unit_vector 2 1 + (6%:R * \tr (block 0 0 p : 'M[R]_1) * \tr (block 1 0 p : 'M[R]_1)) *: unit_vector 2 0)^T) ((2%:R *: unit_vector 2 0 + (8%:R * ((\tr (block 1 0 p : 'M[R]_1)) ^+ 7)) *: unit_vector 2 1)^T) *m h).
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

(* mc.elementwise.sub.x: the derivative of w-x by x *)
Theorem mc_elementwise_sub_x :
  forall (R : realType) (n : nat) (w x : 'cV[R]_(n.+1)),
  mxd x (fun x => w - x)
    (fun h => (- (1%:M : 'M[R]_(n.+1, n.+1))) *m h).
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

(* mc.elementwise.div.x: the derivative of w./x by x *)
Theorem mc_elementwise_div_x :
  forall (R : realType) (n : nat) (w x : 'cV[R]_(n.+1)),
  (forall i j, x i j != 0) ->
  mxd x (fun x => w ⊙ map_mx (fun t => t^-1) x)
    (fun h => (- (diag (w ⊙ map_mx (fun t => t ^- 2) x))) *m h).
Proof. certify. Qed.

(* mc.elementwise.max.w: the derivative of max(w,x) by w *)
Theorem mc_elementwise_max_w :
  forall (R : realType) (n : nat) (w x : 'cV[R]_(n.+1)),
  (forall i j, w i j != x i j) ->
  mxd w (fun w => map2_mx (@larger R) w x)
    (fun h => diag (map_mx (@step R) (w - x)) *m h).
Proof. certify. Qed.

(* mc.elementwise.max.x: the derivative of max(w,x) by x *)
Theorem mc_elementwise_max_x :
  forall (R : realType) (n : nat) (w x : 'cV[R]_(n.+1)),
  (forall i j, w i j != x i j) ->
  mxd x (fun x => map2_mx (@larger R) w x)
    (fun h => diag (ones n.+1 1 - map_mx (@step R) (w - x)) *m h).
Proof. certify. Qed.

(* mc.scalar.add.x: the derivative of x+z*ones(n) by x *)
Theorem mc_scalar_add_x :
  forall (R : realType) (n : nat) (x : 'cV[R]_(n.+1)) (z : R),
  mxd x (fun x => x + z *: ones n.+1 1)
    (fun h => (1%:M : 'M[R]_(n.+1, n.+1)) *m h).
Proof. certify. Qed.

(* mc.scalar.add.z: the derivative of x+z*ones(n) by z *)
Theorem mc_scalar_add_z :
  forall (R : realType) (n : nat) (x : 'cV[R]_(n.+1)) (z : R),
  mxd z (fun z => x + z *: ones n.+1 1)
    (fun h => h *: ones n.+1 1).
Proof. certify. Qed.

(* mc.scalar.mul.x: the derivative of z*x by x *)
Theorem mc_scalar_mul_x :
  forall (R : realType) (n : nat) (x : 'cV[R]_(n.+1)) (z : R),
  mxd x (fun x => z *: x)
    (fun h => (z *: (1%:M : 'M[R]_(n.+1, n.+1))) *m h).
Proof. certify. Qed.

(* mc.scalar.mul.z: the derivative of z*x by z *)
Theorem mc_scalar_mul_z :
  forall (R : realType) (n : nat) (x : 'cV[R]_(n.+1)) (z : R),
  mxd z (fun z => z *: x)
    (fun h => h *: x).
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

(* mc.chain.vector: the derivative of vcat(log(x^2),sin(3*x)) by x *)
Theorem mc_chain_vector :
  forall (R : realType) (x : R),
  0 < x ^+ 2 ->
  x != 0 ->
  mxd x (fun x => col_mx ((ln (x ^+ 2))%:M : 'M[R]_1) ((sin (3%:R * x))%:M : 'M[R]_1))
    (fun h => h *: col_mx ((2%:R * x^-1)%:M : 'M[R]_1) ((3%:R * cos (3%:R * x))%:M : 'M[R]_1)).
Proof. certify. Qed.

(* mc.chain.jacobians: the derivative of f(A*g(B*x)) by x *)
Theorem mc_chain_jacobians :
  forall (R : realType) (l_ m n : nat) (A : 'M[R]_(l_.+1, m.+1)) (B : 'M[R]_(m.+1, n.+1)) (x : 'cV[R]_(n.+1))
    (f f' g g' : R -> R),
  (forall t, is_derive t 1 f (f' t)) ->
  (forall t, is_derive t 1 g (g' t)) ->
  mxd x (fun x => map_mx f (A *m map_mx g (B *m x)))
    (fun h => (diag (map_mx f' (A *m map_mx g (B *m x))) *m A *m diag (map_mx g' (B *m x)) *m B) *m h).
Proof. certify. Qed.

(* mc.relu: the derivative of max(0,z) by z *)
Theorem mc_relu :
  forall (R : realType) (z : R),
  0 != z ->
  is_derive z 1 (fun z => larger 0 z : R)
    (1 - step (- z)).
Proof. certify. Qed.

(* mc.dot: the derivative of dot(w,x) by w *)
Theorem mc_dot :
  forall (R : realType) (n : nat) (w x : 'cV[R]_(n.+1)),
  is_gradient (fun w => dot w x) w
    x.
Proof. certify. Qed.

(* mc.affine.w: the derivative of b+w'*x by w *)
Theorem mc_affine_w :
  forall (R : realType) (n : nat) (b : R) (w x : 'cV[R]_(n.+1)),
  is_gradient (fun w => b + \tr (w^T *m x)) w
    x.
Proof. certify. Qed.

(* mc.affine.b: the derivative of b+w'*x by b *)
Theorem mc_affine_b :
  forall (R : realType) (n : nat) (b : R) (w x : 'cV[R]_(n.+1)),
  is_derive b 1 (fun b => b + \tr (w^T *m x) : R)
    1.
Proof. certify. Qed.

(* mc.neuron.w: the derivative of max(0,b+w'*x) by w *)
Theorem mc_neuron_w :
  forall (R : realType) (n : nat) (b : R) (w x : 'cV[R]_(n.+1)),
  0 != b + \tr (w^T *m x) ->
  is_gradient (fun w => larger 0 (b + \tr (w^T *m x))) w
    (((1 - step (- (b + \tr (w^T *m x)))) *: x^T)^T).
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

(* mc.loss.w.sum: the derivative of sum((y-relu(X*w+b*ones(N))).^2)/N by w *)
Theorem mc_loss_w_sum :
  forall (R : realType) (N n : nat) (X : 'M[R]_(N.+1, n.+1)) (b : R) (w : 'cV[R]_(n.+1)) (y : 'cV[R]_(N.+1)),
  (forall i j, (X *m w + b *: ones N.+1 1) i j != 0) ->
  (N.+1%:R : R) != 0 ->
  is_gradient (fun w => (N.+1%:R : R)^-1 * total (map_mx (fun t => t ^+ 2) (y - map_mx (@relu R) (X *m w + b *: ones N.+1 1)))) w
    (((2%:R * (N.+1%:R : R)^-1) *: (((map_mx (@step R) (X *m w + b *: ones N.+1 1))^T ⊙ (- y + map_mx (@relu R) (X *m w + b *: ones N.+1 1))^T) *m X))^T).
Proof. certify. Qed.

(* mc.loss.w.outside: the derivative of sum((y-relu(X*w+b*ones(N))).^2)/N by w *)
Theorem mc_loss_w_outside :
  forall (R : realType) (N n : nat) (X : 'M[R]_(N.+1, n.+1)) (b : R) (w : 'cV[R]_(n.+1)) (y : 'cV[R]_(N.+1)),
  (forall i j, (X *m w + b *: ones N.+1 1) i j != 0) ->
  (N.+1%:R : R) != 0 ->
  is_gradient (fun w => (N.+1%:R : R)^-1 * total (map_mx (fun t => t ^+ 2) (y - map_mx (@relu R) (X *m w + b *: ones N.+1 1)))) w
    (((2%:R * (N.+1%:R : R)^-1) *: (((map_mx (@step R) (X *m w + b *: ones N.+1 1))^T ⊙ (- y + map_mx (@relu R) (X *m w + b *: ones N.+1 1))^T) *m X))^T).
Proof. certify. Qed.

(* mc.loss.b.sum: the derivative of sum((y-relu(X*w+b*ones(N))).^2)/N by b *)
Theorem mc_loss_b_sum :
  forall (R : realType) (N n : nat) (X : 'M[R]_(N.+1, n.+1)) (b : R) (w : 'cV[R]_(n.+1)) (y : 'cV[R]_(N.+1)),
  (forall i j, (X *m w + b *: ones N.+1 1) i j != 0) ->
  (N.+1%:R : R) != 0 ->
  is_derive b 1 (fun b => (N.+1%:R : R)^-1 * total (map_mx (fun t => t ^+ 2) (y - map_mx (@relu R) (X *m w + b *: ones N.+1 1))) : R)
    (2%:R * (N.+1%:R : R)^-1 * \tr ((map_mx (@step R) (X *m w + b *: ones N.+1 1))^T *m (- y + map_mx (@relu R) (X *m w + b *: ones N.+1 1)))).
Proof. certify. Qed.

(* mc.loss.b.outside: the derivative of sum((y-relu(X*w+b*ones(N))).^2)/N by b *)
Theorem mc_loss_b_outside :
  forall (R : realType) (N n : nat) (X : 'M[R]_(N.+1, n.+1)) (b : R) (w : 'cV[R]_(n.+1)) (y : 'cV[R]_(N.+1)),
  (forall i j, (X *m w + b *: ones N.+1 1) i j != 0) ->
  (N.+1%:R : R) != 0 ->
  is_derive b 1 (fun b => (N.+1%:R : R)^-1 * total (map_mx (fun t => t ^+ 2) (y - map_mx (@relu R) (X *m w + b *: ones N.+1 1))) : R)
    (2%:R * (N.+1%:R : R)^-1 * \tr ((map_mx (@step R) (X *m w + b *: ones N.+1 1))^T *m (- y + map_mx (@relu R) (X *m w + b *: ones N.+1 1)))).
Proof. certify. Qed.
