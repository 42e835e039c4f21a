(* What the rules of Gradus say, printed by `gradus proofs --statements` from the rules themselves; not written by
   hand. Each theorem of Proofs/ has one of these as its type. *)
From mathcomp Require Import all_ssreflect all_algebra.
From mathcomp Require Import boolp classical_sets functions reals topology normedtype sequences derive exp trigo.
From Gradus Require Import Vocabulary.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Import Order.TTheory GRing.Theory Num.Theory numFieldNormedType.Exports.
Local Open Scope ring_scope.

Definition transpose_add : Prop :=
  forall (R : realType) (m n : nat) (A B : 'M[R]_(m, n)),
  (A + B)^T = A^T + B^T.

Definition add_transpose : Prop :=
  forall (R : realType) (m n : nat) (A B : 'M[R]_(m, n)),
  A^T + B^T = (A + B)^T.

Definition transpose_mul : Prop :=
  forall (R : realType) (k m n : nat) (A : 'M[R]_(m, k)) (B : 'M[R]_(k, n)),
  (A *m B)^T = B^T *m A^T.

Definition transpose_smul : Prop :=
  forall (R : realType) (m n : nat) (A : 'M[R]_(m, n)) (c : R),
  (c *: A)^T = c *: A^T.

Definition transpose_hadamard : Prop :=
  forall (R : realType) (m n : nat) (A B : 'M[R]_(m, n)),
  (A ⊙ B)^T = A^T ⊙ B^T.

Definition transpose_kron : Prop :=
  forall (R : realType) (m n p q : nat) (A : 'M[R]_(m, n)) (B : 'M[R]_(p, q)),
  (kron A B)^T = kron (A^T) (B^T).

Definition transpose_diag : Prop :=
  forall (R : realType) (n : nat) (x : 'cV[R]_n),
  (diag x)^T = diag x.

Definition transpose_commutation : Prop :=
  forall (R : realType) (m n : nat),
  ((commutation m n)^T : 'M[R]_(_, _)) = commutation n m.

Definition transpose_inv : Prop :=
  forall (R : realType) (n : nat) (A : 'M[R]_(n, n)),
  A \in unitmx ->
  A^T \in unitmx ->
  invmx (A^T) = (invmx A)^T.

Definition transpose_of_symmetric : Prop :=
  forall (R : realType) (n : nat) (A : 'M[R]_(n, n)),
  A \in unitmx ->
  A *m A^T \in unitmx ->
  (invmx (A *m A^T))^T = invmx (A *m A^T).

Definition map_transpose : Prop :=
  forall (R : realType) (m n : nat) (A : 'M[R]_(m, n)),
  map_mx (@expR R) (A^T) = (map_mx (@expR R) A)^T.

Definition trace_add : Prop :=
  forall (R : realType) (n : nat) (A B : 'M[R]_(n, n)),
  \tr (A + B) = \tr A + \tr B.

Definition trace_smul : Prop :=
  forall (R : realType) (n : nat) (A : 'M[R]_(n, n)) (c : R),
  \tr (c *: A) = c * \tr A.

Definition trace_transpose : Prop :=
  forall (R : realType) (n : nat) (A : 'M[R]_(n, n)),
  \tr (A^T) = \tr A.

Definition trace_one : Prop :=
  forall (R : realType) (n : nat),
  (\tr (1%:M : 'M[R]_(n, n)) : R) = (n%:R : R).

Definition trace_diag : Prop :=
  forall (R : realType) (n : nat) (x : 'cV[R]_n),
  \tr (diag x) = total x.

Definition trace_kron : Prop :=
  forall (R : realType) (m n : nat) (A : 'M[R]_(m, m)) (B : 'M[R]_(n, n)),
  \tr (kron A B) = \tr A * \tr B.

Definition trace_mul_comm : Prop :=
  forall (R : realType) (m n : nat) (A : 'M[R]_(m, n)) (B : 'M[R]_(n, m)),
  \tr (A *m B) = \tr (B *m A).

Definition mul_inv_cancel : Prop :=
  forall (R : realType) (n : nat) (A : 'M[R]_(n, n)),
  A \in unitmx ->
  A *m invmx A = (1%:M : 'M[R]_(n, n)).

Definition ones_eq_outer : Prop :=
  forall (R : realType) (m n : nat),
  (ones m n : 'M[R]_(_, _)) = ones m 1 *m ones 1 n.

Definition ones_outer : Prop :=
  forall (R : realType) (m n : nat),
  (ones m 1 *m ones 1 n : 'M[R]_(_, _)) = ones m n.

Definition ones_dot_ones : Prop :=
  forall (R : realType) (n : nat),
  (\tr (ones 1 n *m ones n 1) : R) = (n%:R : R).

Definition scalar_transpose : Prop :=
  forall (R : realType) (m n : nat) (A : 'M[R]_(m, n)) (x : 'cV[R]_m) (y : 'cV[R]_n),
  \tr (x^T *m A *m y) = \tr (y^T *m A^T *m x).

Definition ones_mul_eq_sum : Prop :=
  forall (R : realType) (n : nat) (x : 'cV[R]_n),
  \tr (ones 1 n *m x) = total x.

Definition dot_hadamard : Prop :=
  forall (R : realType) (n : nat) (x y z : 'cV[R]_n),
  \tr (x^T *m (y ⊙ z)) = total (x ⊙ y ⊙ z).

Definition unit_dot_unit : Prop :=
  forall (R : realType) (n : nat),
  (0 < n)%N ->
  (\tr ((unit_vector n 0)^T *m unit_vector n 0) : R) = 1.

Definition pow_mul_pow : Prop :=
  forall (R : realType) (m n : nat) (X : 'M[R]_(m, n)) (a b : R),
  (forall i j, 0 < X i j) ->
  map_mx (fun t => exp_fun t a) X ⊙ map_mx (fun t => exp_fun t b) X = map_mx (fun t => exp_fun t (a + b)) X.

Definition exp_add : Prop :=
  forall (R : realType) (n : nat) (x y : 'cV[R]_n),
  map_mx (@expR R) x ⊙ map_mx (@expR R) y = map_mx (@expR R) (x + y).

Definition hadamard_outer : Prop :=
  forall (R : realType) (m n : nat) (A : 'M[R]_(m, n)) (x : 'cV[R]_m) (y : 'cV[R]_n),
  A ⊙ (x *m y^T) = diag x *m A *m diag y.

Definition diag_mul_hadamard : Prop :=
  forall (R : realType) (m n : nat) (A B : 'M[R]_(m, n)) (x : 'cV[R]_m),
  B ⊙ (diag x *m A) = diag x *m (A ⊙ B).

Definition hadamard_one : Prop :=
  forall (R : realType) (n : nat) (A : 'M[R]_(n, n)),
  A ⊙ (1%:M : 'M[R]_(n, n)) = diag (diagonal A).

Definition sign_mul_abs : Prop :=
  forall (R : realType) (n : nat) (x : 'cV[R]_n),
  map_mx (@absolute R) x ⊙ map_mx (@Num.sg R) x = x.

Definition step_mul_relu : Prop :=
  forall (R : realType) (n : nat) (x : 'cV[R]_n),
  map_mx (@step R) x ⊙ map_mx (@relu R) x = map_mx (@relu R) x.

Definition pow_pow : Prop :=
  forall (R : realType) (m n : nat) (X : 'M[R]_(m, n)) (a b : R),
  (forall i j, 0 < X i j) ->
  (forall i j, 0 < (map_mx (fun t => exp_fun t a) X) i j) ->
  map_mx (fun t => exp_fun t b) (map_mx (fun t => exp_fun t a) X) = map_mx (fun t => exp_fun t (a * b)) X.

Definition mul_pow : Prop :=
  forall (R : realType) (m n : nat) (X Y : 'M[R]_(m, n)),
  (forall i j, (X ⊙ Y) i j != 0) ->
  (forall i j, X i j != 0) ->
  (forall i j, Y i j != 0) ->
  map_mx (fun t => t^-1) (X ⊙ Y) = map_mx (fun t => t^-1) X ⊙ map_mx (fun t => t^-1) Y.

Definition pow_outer : Prop :=
  forall (R : realType) (m n : nat) (x : 'cV[R]_m) (y : 'cV[R]_n),
  (forall i j, (x *m y^T) i j != 0) ->
  (forall i j, x i j != 0) ->
  (forall i j, y i j != 0) ->
  map_mx (fun t => t^-1) (x *m y^T) = map_mx (fun t => t^-1) x *m (map_mx (fun t => t^-1) y)^T.

Definition sqrt_mul : Prop :=
  forall (R : realType) (x : R),
  0 < x ->
  0 < 4%:R * x ->
  Num.sqrt (4%:R * x) = 2%:R * Num.sqrt x.

Definition exp_pow : Prop :=
  forall (R : realType) (n : nat) (a : R) (x : 'cV[R]_n),
  (forall i j, 0 < (map_mx (@expR R) x) i j) ->
  map_mx (fun t => exp_fun t a) (map_mx (@expR R) x) = map_mx (@expR R) (a *: x).

Definition abs_sq : Prop :=
  forall (R : realType) (n : nat) (x : 'cV[R]_n),
  map_mx (fun t => t ^+ 2) (map_mx (@absolute R) x) = map_mx (fun t => t ^+ 2) x.

Definition step_sq : Prop :=
  forall (R : realType) (n : nat) (x : 'cV[R]_n),
  map_mx (fun t => t ^+ 2) (map_mx (@step R) x) = map_mx (@step R) x.

Definition neg_pow : Prop :=
  forall (R : realType) (n : nat) (x y : 'cV[R]_n),
  map_mx (fun t => t ^+ 2) (- x + y) = map_mx (fun t => t ^+ 2) (x - y).

Definition smul_add : Prop :=
  forall (R : realType) (m n : nat) (A B : 'M[R]_(m, n)) (c : R),
  c *: A + c *: B = c *: (A + B).

Definition mul_add : Prop :=
  forall (R : realType) (k m n : nat) (A : 'M[R]_(m, k)) (B C : 'M[R]_(k, n)),
  A *m B + A *m C = A *m (B + C).

Definition hadamard_add : Prop :=
  forall (R : realType) (m n : nat) (X Y Z : 'M[R]_(m, n)),
  X ⊙ Y + X ⊙ Z = X ⊙ (Y + Z).

Definition neg_mul_sub : Prop :=
  forall (R : realType) (k m n : nat) (A : 'M[R]_(m, k)) (B C : 'M[R]_(k, n)),
  - (A *m (B - C)) = A *m (- B + C).

Definition hadamard_add_cancel : Prop :=
  forall (R : realType) (m n : nat) (X Y Z : 'M[R]_(m, n)),
  X ⊙ Z + X ⊙ (Y - Z) = X ⊙ Y.

Definition mul_add_cancel : Prop :=
  forall (R : realType) (n : nat) (A B : 'M[R]_(n, n)),
  A \in unitmx ->
  A *m (B + invmx A) = (1%:M : 'M[R]_(n, n)) + A *m B.

Definition diag_mul : Prop :=
  forall (R : realType) (n : nat) (x y : 'cV[R]_n),
  diag x *m y = x ⊙ y.

Definition diag_smul : Prop :=
  forall (R : realType) (n : nat) (c : R) (x : 'cV[R]_n),
  diag (c *: x) = c *: diag x.

Definition diag_ones : Prop :=
  forall (R : realType) (n : nat),
  (diag (ones n 1) : 'M[R]_(_, _)) = (1%:M : 'M[R]_(n, n)).

Definition diag_add : Prop :=
  forall (R : realType) (n : nat) (x y : 'cV[R]_n),
  diag x + diag y = diag (x + y).

Definition diagonal_diag : Prop :=
  forall (R : realType) (n : nat) (x : 'cV[R]_n),
  diagonal (diag x) = x.

Definition diagonal_transpose : Prop :=
  forall (R : realType) (n : nat) (A : 'M[R]_(n, n)),
  diagonal (A^T) = diagonal A.

Definition diagonal_smul : Prop :=
  forall (R : realType) (n : nat) (A : 'M[R]_(n, n)) (c : R),
  diagonal (c *: A) = c *: diagonal A.

Definition diagonal_outer : Prop :=
  forall (R : realType) (n : nat) (x y : 'cV[R]_n),
  diagonal (x *m y^T) = x ⊙ y.

Definition inv_inv : Prop :=
  forall (R : realType) (n : nat) (A : 'M[R]_(n, n)),
  A \in unitmx ->
  invmx A \in unitmx ->
  invmx (invmx A) = A.

Definition inv_smul : Prop :=
  forall (R : realType) (n : nat) (A : 'M[R]_(n, n)) (c : R),
  A \in unitmx ->
  0 < c ->
  c *: A \in unitmx ->
  c != 0 ->
  invmx (c *: A) = c^-1 *: invmx A.

Definition inv_one : Prop :=
  forall (R : realType) (n : nat),
  (1%:M : 'M[R]_(n, n)) \in unitmx ->
  (invmx (1%:M : 'M[R]_(n, n)) : 'M[R]_(_, _)) = (1%:M : 'M[R]_(n, n)).

Definition inv_diag : Prop :=
  forall (R : realType) (n : nat) (x : 'cV[R]_n),
  (forall i j, 0 < x i j) ->
  diag x \in unitmx ->
  (forall i j, x i j != 0) ->
  invmx (diag x) = diag (map_mx (fun t => t^-1) x).

Definition inv_mul : Prop :=
  forall (R : realType) (n : nat) (A B : 'M[R]_(n, n)),
  A \in unitmx ->
  B \in unitmx ->
  A *m B \in unitmx ->
  invmx (A *m B) = invmx B *m invmx A.

Definition inv_kron : Prop :=
  forall (R : realType) (m n : nat) (A : 'M[R]_(m, m)) (B : 'M[R]_(n, n)),
  A \in unitmx ->
  B \in unitmx ->
  kron A B \in unitmx ->
  invmx (kron A B) = kron (invmx A) (invmx B).

Definition adj_eq_det_mul_inv : Prop :=
  forall (R : realType) (n : nat) (A : 'M[R]_(n, n)),
  A \in unitmx ->
  \adj A = \det A *: invmx A.

Definition det_scalar : Prop :=
  forall (R : realType) (c : R),
  \det (c%:M : 'M[R]_1) = c.

Definition logdet_scalar : Prop :=
  forall (R : realType) (c : R),
  0 < c ->
  (c%:M : 'M[R]_1) \in unitmx ->
  0 < absolute c ->
  logdet (c%:M : 'M[R]_1) = ln (absolute c).

Definition det_transpose : Prop :=
  forall (R : realType) (n : nat) (A : 'M[R]_(n, n)),
  \det (A^T) = \det A.

Definition det_mul : Prop :=
  forall (R : realType) (n : nat) (A B : 'M[R]_(n, n)),
  \det (A *m B) = \det A * \det B.

Definition det_inv : Prop :=
  forall (R : realType) (n : nat) (A : 'M[R]_(n, n)),
  A \in unitmx ->
  \det A != 0 ->
  \det (invmx A) = (\det A)^-1.

Definition det_one : Prop :=
  forall (R : realType) (n : nat),
  (\det (1%:M : 'M[R]_(n, n)) : R) = 1.

Definition logdet_mul : Prop :=
  forall (R : realType) (n : nat) (A B : 'M[R]_(n, n)),
  A \in unitmx ->
  B \in unitmx ->
  A *m B \in unitmx ->
  logdet (A *m B) = logdet A + logdet B.

Definition kron_smul : Prop :=
  forall (R : realType) (m n p q : nat) (A : 'M[R]_(m, n)) (B : 'M[R]_(p, q)) (c : R),
  kron (c *: A) B = c *: kron A B.

Definition kron_add : Prop :=
  forall (R : realType) (m n p q : nat) (A : 'M[R]_(m, n)) (B C : 'M[R]_(p, q)),
  kron A B + kron A C = kron A (B + C).

Definition kron_scalar : Prop :=
  forall (R : realType) (m n : nat) (A : 'M[R]_(m, n)) (c : R),
  (resized (kron (c%:M : 'M[R]_1) A) : 'M[R]_(m, n)) = c *: A.

Definition kron_col_row : Prop :=
  forall (R : realType) (m n : nat) (x : 'cV[R]_m) (y : 'cV[R]_n),
  (resized (kron x (y^T)) : 'M[R]_(m, n)) = x *m y^T.

Definition kron_mul_kron : Prop :=
  forall (R : realType) (k m n p q r : nat) (A : 'M[R]_(m, k)) (B : 'M[R]_(p, q)) (C : 'M[R]_(k, n))
    (D : 'M[R]_(q, r)),
  kron A B *m kron C D = kron (A *m C) (B *m D).

Definition kron_right_kron : Prop :=
  forall (R : realType) (m n p q : nat) (A C : 'M[R]_(m, n)) (D : 'M[R]_(p, q)),
  (kron_right (kron C D) A : 'M[R]_(p, q)) = \tr (C^T *m A) *: D.

Definition unvec_vec : Prop :=
  forall (R : realType) (m n : nat) (X : 'M[R]_(m, n)),
  (unvec (vec X) : 'M[R]_(m, n)) = X.

Definition vec_unvec : Prop :=
  forall (R : realType) (m n : nat) (x : 'cV[R]_(n * m)),
  vec (unvec x : 'M[R]_(m, n)) = x.

Definition unvec_mul_add : Prop :=
  forall (R : realType) (k m n : nat) (A B : 'M[R]_(n * m, k)) (x : 'cV[R]_k),
  (unvec ((A + B) *m x) : 'M[R]_(m, n)) = (unvec (A *m x) : 'M[R]_(m, n)) + (unvec (B *m x) : 'M[R]_(m, n)).

Definition vec_dot_vec : Prop :=
  forall (R : realType) (m n : nat) (A B : 'M[R]_(m, n)),
  \tr ((vec A)^T *m vec B) = \tr (A^T *m B).

Definition kron_mul_vec : Prop :=
  forall (R : realType) (m n p q : nat) (A : 'M[R]_(p, m)) (B : 'M[R]_(q, n)) (X : 'M[R]_(m, n)),
  kron B A *m vec X = vec (A *m X *m B^T).

Definition mul_kron_row : Prop :=
  forall (R : realType) (k m n p : nat) (A : 'M[R]_(m, k)) (B : 'M[R]_(k, p)) (x : 'cV[R]_n),
  A *m (resized (kron (x^T) B) : 'M[R]_(k, n * p)) = (resized (kron (x^T) (A *m B)) : 'M[R]_(m, n * p)).

Definition kron_col_mul : Prop :=
  forall (R : realType) (k m n p : nat) (A : 'M[R]_(m, k)) (B : 'M[R]_(k, p)) (x : 'cV[R]_n),
  kron x A *m (resized B : 'M[R]_(1 * k, p)) = (resized (kron x (A *m B)) : 'M[R]_(n * m, p)).

Definition vec_outer_mul_row : Prop :=
  forall (R : realType) (k m n : nat) (x : 'cV[R]_m) (y : 'cV[R]_n) (z : 'cV[R]_k),
  vec (x *m y^T) *m z^T = (resized (kron y (x *m z^T)) : 'M[R]_(n * m, k)).

Definition col_mul_vec_outer : Prop :=
  forall (R : realType) (k m n : nat) (x : 'cV[R]_m) (y : 'cV[R]_n) (z : 'cV[R]_k),
  z *m (vec (x *m y^T))^T = (resized (kron (y^T) (z *m x^T)) : 'M[R]_(k, n * m)).

Definition commutation_twice : Prop :=
  forall (R : realType) (m n : nat),
  (commutation m n *m commutation n m : 'M[R]_(_, _)) = (1%:M : 'M[R]_(m * n, m * n)).

Definition commutation_kron : Prop :=
  forall (R : realType) (m n p q : nat) (A : 'M[R]_(m, n)) (B : 'M[R]_(p, q)),
  commutation p m *m kron A B *m commutation n q = kron B A.

Definition commutation_vecdiag : Prop :=
  forall (R : realType) (n : nat),
  (commutation n n *m vec_diagonal n : 'M[R]_(_, _)) = vec_diagonal n.

Definition vecdiag_kron : Prop :=
  forall (R : realType) (m n : nat) (A B : 'M[R]_(m, n)),
  (vec_diagonal m)^T *m kron A B *m vec_diagonal n = A ⊙ B.

Definition symmetrize_commutation : Prop :=
  forall (R : realType) (n : nat),
  (commutation n n *m ((1%:M : 'M[R]_(n * n, n * n)) + commutation n n) : 'M[R]_(_, _)) = (1%:M : 'M[R]_(n * n, n * n)) + commutation n n.

Definition skew_commutation : Prop :=
  forall (R : realType) (n : nat),
  (commutation n n *m ((1%:M : 'M[R]_(n * n, n * n)) - commutation n n) : 'M[R]_(_, _)) = - ((1%:M : 'M[R]_(n * n, n * n)) - commutation n n).

Definition symmetrize_twice : Prop :=
  forall (R : realType) (n : nat),
  (((1%:M : 'M[R]_(n * n, n * n)) + commutation n n) *m ((1%:M : 'M[R]_(n * n, n * n)) + commutation n n) : 'M[R]_(_, _)) = 2%:R *: ((1%:M : 'M[R]_(n * n, n * n)) + commutation n n).

Definition skew_twice : Prop :=
  forall (R : realType) (n : nat),
  (((1%:M : 'M[R]_(n * n, n * n)) - commutation n n) *m ((1%:M : 'M[R]_(n * n, n * n)) - commutation n n) : 'M[R]_(_, _)) = 2%:R *: ((1%:M : 'M[R]_(n * n, n * n)) - commutation n n).

Definition symmetrize_kron : Prop :=
  forall (R : realType) (n : nat) (A B : 'M[R]_(n, n)),
  ((1%:M : 'M[R]_(n * n, n * n)) + commutation n n) *m kron A B *m ((1%:M : 'M[R]_(n * n, n * n)) + commutation n n) = ((1%:M : 'M[R]_(n * n, n * n)) + commutation n n) *m kron B A *m ((1%:M : 'M[R]_(n * n, n * n)) + commutation n n).

Definition skew_kron : Prop :=
  forall (R : realType) (n : nat) (A B : 'M[R]_(n, n)),
  ((1%:M : 'M[R]_(n * n, n * n)) - commutation n n) *m kron A B *m ((1%:M : 'M[R]_(n * n, n * n)) - commutation n n) = ((1%:M : 'M[R]_(n * n, n * n)) - commutation n n) *m kron B A *m ((1%:M : 'M[R]_(n * n, n * n)) - commutation n n).

Definition symmetrize_kron_self : Prop :=
  forall (R : realType) (n : nat) (A : 'M[R]_(n, n)),
  ((1%:M : 'M[R]_(n * n, n * n)) + commutation n n) *m kron A A = kron A A *m ((1%:M : 'M[R]_(n * n, n * n)) + commutation n n).

Definition skew_kron_self : Prop :=
  forall (R : realType) (n : nat) (A : 'M[R]_(n, n)),
  ((1%:M : 'M[R]_(n * n, n * n)) - commutation n n) *m kron A A = kron A A *m ((1%:M : 'M[R]_(n * n, n * n)) - commutation n n).

Definition place_entry : Prop :=
  forall (R : realType) (m n : nat) (c : R),
  (0 < m)%N ->
  (0 < n)%N ->
  (place 0 0 (c%:M : 'M[R]_1) : 'M[R]_(m, n)) = c *: (unit_vector m 0 *m (unit_vector n 0)^T).

Definition place_smul : Prop :=
  forall (R : realType) (m n p q : nat) (A : 'M[R]_(p, q)) (c : R),
  (p <= m)%N ->
  (q <= n)%N ->
  (place 0 0 (c *: A) : 'M[R]_(m, n)) = c *: (place 0 0 A : 'M[R]_(m, n)).

Definition block_hcat : Prop :=
  forall (R : realType) (m p q : nat) (A : 'M[R]_(m, p)) (B : 'M[R]_(m, q)),
  (block 0 0 (row_mx A B) : 'M[R]_(m, p)) = A.

Definition unit_mul : Prop :=
  forall (R : realType) (m n : nat) (A : 'M[R]_(m, n)),
  (0 < m)%N ->
  (unit_vector m 0)^T *m A = (block 0 0 A : 'M[R]_(1, n)).

Definition sum_rows_eq : Prop :=
  forall (R : realType) (m n : nat) (X : 'M[R]_(m, n)),
  total_rows X = ones 1 m *m X.

Definition sum_smul : Prop :=
  forall (R : realType) (m n : nat) (X : 'M[R]_(m, n)) (c : R),
  total (c *: X) = c * total X.

Definition sum_add : Prop :=
  forall (R : realType) (m n : nat) (X Y : 'M[R]_(m, n)),
  total (X + Y) = total X + total Y.

Definition sum_transpose : Prop :=
  forall (R : realType) (m n : nat) (X : 'M[R]_(m, n)),
  total (X^T) = total X.

Definition sum_ones : Prop :=
  forall (R : realType) (m n : nat),
  (total (ones m n) : R) = (m%:R : R) * (n%:R : R).

Definition sum_diag : Prop :=
  forall (R : realType) (n : nat) (x : 'cV[R]_n),
  total (diag x) = total x.

Definition sum_hadamard : Prop :=
  forall (R : realType) (n : nat) (x y : 'cV[R]_n),
  total (x ⊙ y) = \tr (x^T *m y).

Definition sum_mul_ones : Prop :=
  forall (R : realType) (m n : nat) (A : 'M[R]_(m, n)),
  total (A *m ones n 1) = total A.

Definition sum_outer : Prop :=
  forall (R : realType) (m n : nat) (x : 'cV[R]_m) (y : 'cV[R]_n),
  total (x *m y^T) = total x * total y.

Definition log_exp : Prop :=
  forall (R : realType) (n : nat) (x : 'cV[R]_n),
  (forall i j, 0 < (map_mx (@expR R) x) i j) ->
  map_mx (@ln R) (map_mx (@expR R) x) = x.

Definition exp_log : Prop :=
  forall (R : realType) (n : nat) (x : 'cV[R]_n),
  (forall i j, 0 < x i j) ->
  map_mx (@expR R) (map_mx (@ln R) x) = x.

Definition sin_neg : Prop :=
  forall (R : realType) (n : nat) (x : 'cV[R]_n),
  map_mx (@sin R) (- x) = - (map_mx (@sin R) x).

Definition abs_exp : Prop :=
  forall (R : realType) (n : nat) (x : 'cV[R]_n),
  map_mx (@absolute R) (map_mx (@expR R) x) = map_mx (@expR R) x.

Definition exp_zero : Prop :=
  forall (R : realType),
  (expR 0 : R) = 1.

Definition max_self : Prop :=
  forall (R : realType) (n : nat) (x : 'cV[R]_n),
  map2_mx (@larger R) x x = x.

Definition softmax_sum : Prop :=
  forall (R : realType) (n : nat) (z : 'cV[R]_n),
  (0 < n)%N ->
  total (softmax_rows z) = 1.

Definition softmax_rows_mul_ones : Prop :=
  forall (R : realType) (m n : nat) (Z : 'M[R]_(m, n)),
  (0 < n)%N ->
  softmax_columns Z *m ones n 1 = ones m 1.

Definition one_div_one_add_exp : Prop :=
  forall (R : realType) (x : R),
  1 + expR (- x) != 0 ->
  (1 + expR (- x))^-1 = sigmoid x.

Definition exp_mul_sigmoid_neg : Prop :=
  forall (R : realType) (n : nat) (x : 'cV[R]_n),
  map_mx (@expR R) x ⊙ map_mx (@sigmoid R) (- x) = map_mx (@sigmoid R) x.

Definition sigmoid_mul_sigmoid_neg : Prop :=
  forall (R : realType) (n : nat) (x : 'cV[R]_n),
  map_mx (@sigmoid R) x ⊙ map_mx (@sigmoid R) (- x) = map_mx (@sigmoid R) x ⊙ (ones n 1 - map_mx (@sigmoid R) x).

Definition log_one_add_exp : Prop :=
  forall (R : realType) (x : R),
  0 < 1 + expR x ->
  ln (1 + expR x) = softplus x.

Definition log_sum_exp : Prop :=
  forall (R : realType) (n : nat) (z : 'cV[R]_n),
  0 < total (map_mx (@expR R) z) ->
  (0 < n)%N ->
  ln (total (map_mx (@expR R) z)) = logsumexp z.

Definition sqrt_dot_self : Prop :=
  forall (R : realType) (n : nat) (x : 'cV[R]_n),
  0 < \tr (x^T *m x) ->
  Num.sqrt (\tr (x^T *m x)) = norm2 x.

Definition trace_transpose_mul_self : Prop :=
  forall (R : realType) (m n : nat) (X : 'M[R]_(m, n)),
  \tr (X^T *m X) = (norm2 X) ^+ 2.

Definition norm2_transpose : Prop :=
  forall (R : realType) (m n : nat) (X : 'M[R]_(m, n)),
  norm2 (X^T) = norm2 X.

Definition sinh_div_cosh : Prop :=
  forall (R : realType) (n : nat) (x : 'cV[R]_n),
  (forall i j, (map_mx (@cosh R) x) i j != 0) ->
  map_mx (@sinh R) x ⊙ map_mx (fun t => t^-1) (map_mx (@cosh R) x) = map_mx (@tanh R) x.

Definition sin_sq_add_cos_sq : Prop :=
  forall (R : realType) (n : nat) (x : 'cV[R]_n),
  map_mx (fun t => t ^+ 2) (map_mx (@sin R) x) + map_mx (fun t => t ^+ 2) (map_mx (@cos R) x) = ones n 1.

Definition exp_add_exp_neg : Prop :=
  forall (R : realType) (n : nat) (x : 'cV[R]_n),
  map_mx (@expR R) x - map_mx (@expR R) (- x) = 2%:R *: map_mx (@sinh R) x.

Definition exp_div_sum_exp : Prop :=
  forall (R : realType) (n : nat) (z : 'cV[R]_n),
  \tr (ones 1 n *m map_mx (@expR R) z) != 0 ->
  (0 < n)%N ->
  (\tr (ones 1 n *m map_mx (@expR R) z))^-1 *: map_mx (@expR R) z = softmax_rows z.

Definition diag_exp_div_sum_exp : Prop :=
  forall (R : realType) (m n : nat) (Z : 'M[R]_(m, n)),
  (forall i j, (map_mx (@expR R) Z *m ones n 1) i j != 0) ->
  (0 < n)%N ->
  diag (map_mx (fun t => t^-1) (map_mx (@expR R) Z *m ones n 1)) *m map_mx (@expR R) Z = softmax_columns Z.

Definition exp_div_spread_sum_exp : Prop :=
  forall (R : realType) (m n : nat) (Z : 'M[R]_(m, n)),
  (forall i j, (map_mx (@expR R) Z *m ones n 1 *m ones 1 n) i j != 0) ->
  (0 < n)%N ->
  map_mx (@expR R) Z ⊙ map_mx (fun t => t^-1) (map_mx (@expR R) Z *m ones n 1 *m ones 1 n) = softmax_columns Z.

Definition transpose_symmetric : Prop :=
  forall (R : realType) (n : nat) (A : 'M[R]_(n, n)),
  A^T = A ->
  A^T = A.

Definition transpose_skew : Prop :=
  forall (R : realType) (n : nat) (A : 'M[R]_(n, n)),
  A^T = - A ->
  A^T = - A.

Definition orthogonal_mul : Prop :=
  forall (R : realType) (m n : nat) (Q : 'M[R]_(m, n)),
  Q^T *m Q = 1%:M ->
  Q^T *m Q = (1%:M : 'M[R]_(n, n)).

Definition inv_orthogonal : Prop :=
  forall (R : realType) (n : nat) (Q : 'M[R]_(n, n)),
  Q^T *m Q = 1%:M ->
  Q \in unitmx ->
  invmx Q = Q^T.

Definition sum_simplex : Prop :=
  forall (R : realType) (n : nat) (p : 'cV[R]_n),
  total p = 1 ->
  total p = 1.

Definition simplex_mul_ones : Prop :=
  forall (R : realType) (m n : nat) (Y : 'M[R]_(m, n)),
  total_columns Y = ones m 1 ->
  Y *m ones n 1 = ones m 1.

Definition binary_sq : Prop :=
  forall (R : realType) (n : nat) (y : 'cV[R]_n),
  (forall i j, y i j = 0 \/ y i j = 1) ->
  map_mx (fun t => t ^+ 2) y = y.

Definition abs_of_positive : Prop :=
  forall (R : realType) (n : nat) (x : 'cV[R]_n),
  (forall i j, 0 < x i j) ->
  map_mx (@absolute R) x = x.

Definition log_of_softmax : Prop :=
  forall (R : realType) (n : nat) (z : 'cV[R]_n),
  (0 < n)%N ->
  (forall i j, 0 < (softmax_rows z) i j) ->
  map_mx (@ln R) (softmax_rows z) = log_softmax_rows z.

Definition log_of_softmax_rows : Prop :=
  forall (R : realType) (m n : nat) (Z : 'M[R]_(m, n)),
  (0 < m)%N ->
  (forall i j, 0 < (softmax_rows Z) i j) ->
  map_mx (@ln R) (softmax_rows Z) = log_softmax_rows Z.

Definition log_of_softmax_columns : Prop :=
  forall (R : realType) (m n : nat) (Z : 'M[R]_(m, n)),
  (0 < n)%N ->
  (forall i j, 0 < (softmax_columns Z) i j) ->
  map_mx (@ln R) (softmax_columns Z) = log_softmax_columns Z.

Definition norm2_sq : Prop :=
  forall (R : realType) (m n : nat) (X : 'M[R]_(m, n)),
  (norm2 X) ^+ 2 = \tr (X^T *m X).

Definition log_softmax_eq : Prop :=
  forall (R : realType) (n : nat) (z : 'cV[R]_n),
  (0 < n)%N ->
  0 < \tr (ones 1 n *m map_mx (@expR R) z) ->
  log_softmax_rows z = z - ln (\tr (ones 1 n *m map_mx (@expR R) z)) *: ones n 1.

Definition log_softmax_rows_eq : Prop :=
  forall (R : realType) (m n : nat) (Z : 'M[R]_(m, n)),
  (0 < m)%N ->
  (forall i j, 0 < (ones 1 m *m map_mx (@expR R) Z) i j) ->
  log_softmax_rows Z = Z - ones m 1 *m map_mx (@ln R) (ones 1 m *m map_mx (@expR R) Z).

Definition log_softmax_columns_eq : Prop :=
  forall (R : realType) (m n : nat) (Z : 'M[R]_(m, n)),
  (0 < n)%N ->
  (forall i j, 0 < (map_mx (@expR R) Z *m ones n 1) i j) ->
  log_softmax_columns Z = Z - map_mx (@ln R) (map_mx (@expR R) Z *m ones n 1) *m ones 1 n.

Definition mean_eq : Prop :=
  forall (R : realType) (m n : nat) (X : 'M[R]_(m, n)),
  (m%:R : R) * (n%:R : R) != 0 ->
  mean X = total X * ((m%:R : R) * (n%:R : R))^-1.

Definition mean_rows_eq : Prop :=
  forall (R : realType) (m n : nat) (X : 'M[R]_(m, n)),
  (m%:R : R) != 0 ->
  mean_rows X = (m%:R : R)^-1 *: total_rows X.

Definition mean_columns_eq : Prop :=
  forall (R : realType) (m n : nat) (X : 'M[R]_(m, n)),
  (n%:R : R) != 0 ->
  mean_columns X = (n%:R : R)^-1 *: total_columns X.

Definition dot_eq : Prop :=
  forall (R : realType) (n : nat) (x y : 'cV[R]_n),
  dot x y = \tr (x^T *m y).

Definition inner_eq : Prop :=
  forall (R : realType) (m n : nat) (A B : 'M[R]_(m, n)),
  inner A B = \tr (A^T *m B).

Definition norm1_eq : Prop :=
  forall (R : realType) (m n : nat) (X : 'M[R]_(m, n)),
  norm1 X = total (map_mx (@absolute R) X).

Definition log_sigmoid : Prop :=
  forall (R : realType) (n : nat) (x : 'cV[R]_n),
  (forall i j, 0 < (map_mx (@sigmoid R) x) i j) ->
  map_mx (@ln R) (map_mx (@sigmoid R) x) = - (map_mx (@softplus R) (- x)).

Definition log_one_sub_sigmoid : Prop :=
  forall (R : realType) (n : nat) (x : 'cV[R]_n),
  (forall i j, 0 < (ones n 1 - map_mx (@sigmoid R) x) i j) ->
  map_mx (@ln R) (ones n 1 - map_mx (@sigmoid R) x) = - (map_mx (@softplus R) x).

Definition d_sum : Prop :=
  forall (R : realType) (V : normedModType R) (v : V) (m n : nat) (A dA : V -> 'M[R]_(m, n))
    (B dB : V -> 'M[R]_(m, n)),
  mxd v A dA ->
  mxd v B dB ->
  mxd v (fun u => A u + B u)
    (fun h => dA h + dB h).

Definition d_product : Prop :=
  forall (R : realType) (V : normedModType R) (v : V) (k m n : nat) (A dA : V -> 'M[R]_(m, k))
    (B dB : V -> 'M[R]_(k, n)),
  mxd v A dA ->
  mxd v B dB ->
  mxd v (fun u => A u *m B u)
    (fun h => A v *m dB h + dA h *m B v).

Definition adjoint_product : Prop :=
  forall (R : realType) (k m n : nat) (B : 'M[R]_(k, n)) (dA : 'M[R]_(m, k)) (G : 'M[R]_(m, n)),
  inner G (dA *m B) = inner (G *m B^T) dA.

Definition jacobian_product : Prop :=
  forall (R : realType) (k m n : nat) (B : 'M[R]_(k, n)) (dA : 'M[R]_(m, k)),
  vec (dA *m B) = kron (B^T) (1%:M : 'M[R]_(m, m)) *m vec dA.

Definition d_hadamard : Prop :=
  forall (R : realType) (V : normedModType R) (v : V) (m n : nat) (A dA : V -> 'M[R]_(m, n))
    (B dB : V -> 'M[R]_(m, n)),
  mxd v A dA ->
  mxd v B dB ->
  mxd v (fun u => A u ⊙ B u)
    (fun h => A v ⊙ dB h + B v ⊙ dA h).

Definition adjoint_hadamard : Prop :=
  forall (R : realType) (m n : nat) (B : 'M[R]_(m, n)) (dA : 'M[R]_(m, n)) (G : 'M[R]_(m, n)),
  inner G (B ⊙ dA) = inner (B ⊙ G) dA.

Definition jacobian_hadamard : Prop :=
  forall (R : realType) (m n : nat) (B : 'M[R]_(m, n)) (dA : 'M[R]_(m, n)),
  vec (B ⊙ dA) = diag (vec B) *m vec dA.

Definition d_scale : Prop :=
  forall (R : realType) (V : normedModType R) (v : V) (m n : nat) (a da : V -> R) (B dB : V -> 'M[R]_(m, n)),
  is_diff v a da ->
  mxd v B dB ->
  mxd v (fun u => a u *: B u)
    (fun h => a v *: dB h + da h *: B v).

Definition adjoint_scale : Prop :=
  forall (R : realType) (m n : nat) (B : 'M[R]_(m, n)) (da : R) (G : 'M[R]_(m, n)),
  inner G (da *: B) = \tr (B^T *m G) * da.

Definition jacobian_scale : Prop :=
  forall (R : realType) (m n : nat) (B : 'M[R]_(m, n)) (da : R),
  vec (da *: B) = da *: vec B.

Definition d_transpose : Prop :=
  forall (R : realType) (V : normedModType R) (v : V) (m n : nat) (A dA : V -> 'M[R]_(m, n)),
  mxd v A dA ->
  mxd v (fun u => (A u)^T)
    (fun h => (dA h)^T).

Definition adjoint_transpose : Prop :=
  forall (R : realType) (m n : nat) (dA : 'M[R]_(m, n)) (G : 'M[R]_(n, m)),
  inner G (dA^T) = inner (G^T) dA.

Definition jacobian_transpose : Prop :=
  forall (R : realType) (m n : nat) (dA : 'M[R]_(m, n)),
  vec (dA^T) = commutation m n *m vec dA.

Definition d_power : Prop :=
  forall (R : realType) (V : normedModType R) (v : V) (m n : nat) (A dA : V -> 'M[R]_(m, n))
    (B dB : V -> 'M[R]_(m, n)),
  mxd v A dA ->
  mxd v B dB ->
  (forall i j, 0 < (A v) i j) ->
  mxd v (fun u => map2_mx (@exp_fun R) (A u) (B u))
    (fun h => dB h ⊙ map_mx (@ln R) (A v) ⊙ map2_mx (@exp_fun R) (A v) (B v) + B v ⊙ dA h ⊙ map2_mx (@exp_fun R) (A v) (B v - ones m n)).

Definition d_kronecker : Prop :=
  forall (R : realType) (V : normedModType R) (v : V) (m n p q : nat) (A dA : V -> 'M[R]_(m, n))
    (B dB : V -> 'M[R]_(p, q)),
  mxd v A dA ->
  mxd v B dB ->
  mxd v (fun u => kron (A u) (B u))
    (fun h => kron (A v) (dB h) + kron (dA h) (B v)).

Definition adjoint_kronecker : Prop :=
  forall (R : realType) (m n p q : nat) (B : 'M[R]_(p, q)) (dA : 'M[R]_(m, n)) (G : 'M[R]_(m * p, n * q)),
  inner G (kron dA B) = inner (kron_left G B : 'M[R]_(m, n)) dA.

Definition jacobian_kronecker : Prop :=
  forall (R : realType) (m n p q : nat) (B : 'M[R]_(p, q)) (dA : 'M[R]_(m, n)),
  vec (kron dA B) = (resized (kron (1%:M : 'M[R]_(n, n)) (kron (commutation q m) (1%:M : 'M[R]_(p, p))) *m (resized (kron (1%:M : 'M[R]_(m * n, m * n)) (vec B)) : 'M[R]_(n * (m * q * p), m * n * 1)) *m (resized (vec dA) : 'M[R]_(m * n * 1, 1))) : 'M[R]_(n * q * (m * p), 1)).

Definition d_kronecker_left : Prop :=
  forall (R : realType) (V : normedModType R) (v : V) (m n p q : nat) (A dA : V -> 'M[R]_(m * p, n * q))
    (B dB : V -> 'M[R]_(p, q)),
  mxd v A dA ->
  mxd v B dB ->
  mxd v (fun u => (kron_left (A u) (B u) : 'M[R]_(m, n)))
    (fun h => (kron_left (A v) (dB h) : 'M[R]_(m, n)) + (kron_left (dA h) (B v) : 'M[R]_(m, n))).

Definition adjoint_kronecker_left : Prop :=
  forall (R : realType) (m n p q : nat) (B : 'M[R]_(p, q)) (dA : 'M[R]_(m * p, n * q)) (G : 'M[R]_(m, n)),
  inner G (kron_left dA B : 'M[R]_(m, n)) = inner (kron G B) dA.

Definition jacobian_kronecker_left : Prop :=
  forall (R : realType) (m n p q : nat) (B : 'M[R]_(p, q)) (dA : 'M[R]_(m * p, n * q)),
  vec (kron_left dA B : 'M[R]_(m, n)) = (resized (kron (1%:M : 'M[R]_(m * n, m * n)) ((vec B)^T) *m (resized ((kron (1%:M : 'M[R]_(n, n)) (kron (commutation q m) (1%:M : 'M[R]_(p, p))))^T) : 'M[R]_(m * n * (q * p), n * (q * m * p))) *m (resized (vec dA) : 'M[R]_(n * (q * m * p), 1))) : 'M[R]_(n * m, 1)).

Definition d_kronecker_right : Prop :=
  forall (R : realType) (V : normedModType R) (v : V) (m n p q : nat) (A dA : V -> 'M[R]_(m * p, n * q))
    (B dB : V -> 'M[R]_(m, n)),
  mxd v A dA ->
  mxd v B dB ->
  mxd v (fun u => (kron_right (A u) (B u) : 'M[R]_(p, q)))
    (fun h => (kron_right (A v) (dB h) : 'M[R]_(p, q)) + (kron_right (dA h) (B v) : 'M[R]_(p, q))).

Definition adjoint_kronecker_right : Prop :=
  forall (R : realType) (m n p q : nat) (B : 'M[R]_(m, n)) (dA : 'M[R]_(m * p, n * q)) (G : 'M[R]_(p, q)),
  inner G (kron_right dA B : 'M[R]_(p, q)) = inner (kron B G) dA.

Definition jacobian_kronecker_right : Prop :=
  forall (R : realType) (m n p q : nat) (B : 'M[R]_(m, n)) (dA : 'M[R]_(m * p, n * q)),
  vec (kron_right dA B : 'M[R]_(p, q)) = (resized (kron ((vec B)^T) (1%:M : 'M[R]_(p * q, p * q)) *m (resized ((kron (1%:M : 'M[R]_(n, n)) (kron (commutation q m) (1%:M : 'M[R]_(p, p))))^T) : 'M[R]_(n * m * (p * q), n * (q * m * p))) *m (resized (vec dA) : 'M[R]_(n * (q * m * p), 1))) : 'M[R]_(q * p, 1)).

Definition d_inverse : Prop :=
  forall (R : realType) (V : normedModType R) (v : V) (n : nat) (A dA : V -> 'M[R]_(n, n)),
  mxd v A dA ->
  A v \in unitmx ->
  mxd v (fun u => invmx (A u))
    (fun h => - (invmx (A v) *m dA h *m invmx (A v))).

Definition d_trace : Prop :=
  forall (R : realType) (V : normedModType R) (v : V) (n : nat) (A dA : V -> 'M[R]_(n, n)),
  mxd v A dA ->
  is_diff v (fun u => \tr (A u))
    (fun h => \tr (dA h)).

Definition adjoint_trace : Prop :=
  forall (R : realType) (n : nat) (dA : 'M[R]_(n, n)) (g : R),
  g * \tr dA = inner (g *: (1%:M : 'M[R]_(n, n))) dA.

Definition jacobian_trace : Prop :=
  forall (R : realType) (n : nat) (dA : 'M[R]_(n, n)),
  \tr dA = \tr ((vec (1%:M : 'M[R]_(n, n)))^T *m vec dA).

Definition d_determinant : Prop :=
  forall (R : realType) (V : normedModType R) (v : V) (n : nat) (A dA : V -> 'M[R]_(n, n)),
  mxd v A dA ->
  is_diff v (fun u => \det (A u))
    (fun h => \tr (\adj (A v) *m dA h)).

Definition d_log_determinant : Prop :=
  forall (R : realType) (V : normedModType R) (v : V) (n : nat) (A dA : V -> 'M[R]_(n, n)),
  mxd v A dA ->
  A v \in unitmx ->
  is_diff v (fun u => logdet (A u))
    (fun h => \tr (invmx (A v) *m dA h)).

Definition d_adjugate : Prop :=
  forall (R : realType) (V : normedModType R) (v : V) (n : nat) (A dA : V -> 'M[R]_(n, n)),
  mxd v A dA ->
  A v \in unitmx ->
  mxd v (fun u => \adj (A u))
    (fun h => - invmx (A v) *m dA h *m \adj (A v) + \tr (invmx (A v) *m dA h) *: \adj (A v)).

Definition d_diagonal_matrix : Prop :=
  forall (R : realType) (V : normedModType R) (v : V) (n : nat) (x dx : V -> 'cV[R]_n),
  mxd v x dx ->
  mxd v (fun u => diag (x u))
    (fun h => diag (dx h)).

Definition adjoint_diagonal_matrix : Prop :=
  forall (R : realType) (n : nat) (dx : 'cV[R]_n) (G : 'M[R]_(n, n)),
  inner G (diag dx) = inner (diagonal G) dx.

Definition jacobian_diagonal_matrix : Prop :=
  forall (R : realType) (n : nat) (dx : 'cV[R]_n),
  vec (diag dx) = vec_diagonal n *m dx.

Definition d_diagonal : Prop :=
  forall (R : realType) (V : normedModType R) (v : V) (n : nat) (A dA : V -> 'M[R]_(n, n)),
  mxd v A dA ->
  mxd v (fun u => diagonal (A u))
    (fun h => diagonal (dA h)).

Definition adjoint_diagonal : Prop :=
  forall (R : realType) (n : nat) (dA : 'M[R]_(n, n)) (G : 'cV[R]_n),
  inner G (diagonal dA) = inner (diag G) dA.

Definition jacobian_diagonal : Prop :=
  forall (R : realType) (n : nat) (dA : 'M[R]_(n, n)),
  diagonal dA = (vec_diagonal n)^T *m vec dA.

Definition d_lower_triangle : Prop :=
  forall (R : realType) (V : normedModType R) (v : V) (n : nat) (A dA : V -> 'M[R]_(n, n)),
  mxd v A dA ->
  mxd v (fun u => lower_triangle (A u))
    (fun h => lower_triangle (dA h)).

Definition adjoint_lower_triangle : Prop :=
  forall (R : realType) (n : nat) (dA : 'M[R]_(n, n)) (G : 'M[R]_(n, n)),
  inner G (lower_triangle dA) = inner (lower_triangle G) dA.

Definition d_vec : Prop :=
  forall (R : realType) (V : normedModType R) (v : V) (m n : nat) (A dA : V -> 'M[R]_(m, n)),
  mxd v A dA ->
  mxd v (fun u => vec (A u))
    (fun h => vec (dA h)).

Definition adjoint_vec : Prop :=
  forall (R : realType) (m n : nat) (dA : 'M[R]_(m, n)) (G : 'cV[R]_(n * m)),
  inner G (vec dA) = inner (unvec G : 'M[R]_(m, n)) dA.

Definition jacobian_vec : Prop :=
  forall (R : realType) (m n : nat) (dA : 'M[R]_(m, n)),
  vec dA = vec dA.

Definition d_unvec : Prop :=
  forall (R : realType) (V : normedModType R) (v : V) (m n : nat) (x dx : V -> 'cV[R]_(n * m)),
  mxd v x dx ->
  mxd v (fun u => (unvec (x u) : 'M[R]_(m, n)))
    (fun h => (unvec (dx h) : 'M[R]_(m, n))).

Definition adjoint_unvec : Prop :=
  forall (R : realType) (m n : nat) (dx : 'cV[R]_(n * m)) (G : 'M[R]_(m, n)),
  inner G (unvec dx : 'M[R]_(m, n)) = inner (vec G) dx.

Definition jacobian_unvec : Prop :=
  forall (R : realType) (m n : nat) (dx : 'cV[R]_(n * m)),
  vec (unvec dx : 'M[R]_(m, n)) = dx.

Definition d_horizontal : Prop :=
  forall (R : realType) (V : normedModType R) (v : V) (a b m : nat) (A dA : V -> 'M[R]_(m, a))
    (B dB : V -> 'M[R]_(m, b)),
  mxd v A dA ->
  mxd v B dB ->
  mxd v (fun u => row_mx (A u) (B u))
    (fun h => row_mx (dA h) (dB h)).

Definition adjoint_horizontal : Prop :=
  forall (R : realType) (a b m : nat) (dA : 'M[R]_(m, a)) (G : 'M[R]_(m, a + b)),
  inner G (row_mx dA (0 : 'M[R]_(m, b))) = inner (block 0 0 G : 'M[R]_(m, a)) dA.

Definition jacobian_horizontal : Prop :=
  forall (R : realType) (a b m : nat) (dA : 'M[R]_(m, a)),
  vec (row_mx dA (0 : 'M[R]_(m, b))) = (resized (col_mx (1%:M : 'M[R]_(a * m, a * m)) (0 : 'M[R]_(b * m, a * m)) *m vec dA) : 'M[R]_((a + b) * m, 1)).

Definition d_vertical : Prop :=
  forall (R : realType) (V : normedModType R) (v : V) (a b n : nat) (A dA : V -> 'M[R]_(a, n))
    (B dB : V -> 'M[R]_(b, n)),
  mxd v A dA ->
  mxd v B dB ->
  mxd v (fun u => col_mx (A u) (B u))
    (fun h => col_mx (dA h) (dB h)).

Definition adjoint_vertical : Prop :=
  forall (R : realType) (a b n : nat) (dA : 'M[R]_(a, n)) (G : 'M[R]_(a + b, n)),
  inner G (col_mx dA (0 : 'M[R]_(b, n))) = inner (block 0 0 G : 'M[R]_(a, n)) dA.

Definition jacobian_vertical : Prop :=
  forall (R : realType) (a b n : nat) (dA : 'M[R]_(a, n)),
  vec (col_mx dA (0 : 'M[R]_(b, n))) = kron (1%:M : 'M[R]_(n, n)) (block 0 0 (1%:M : 'M[R]_(a + b, a + b)) : 'M[R]_(a + b, a)) *m vec dA.

Definition d_block : Prop :=
  forall (R : realType) (V : normedModType R) (v : V) (a b m n p q : nat)
    (A dA : V -> 'M[R]_(a + m + p, b + n + q)),
  mxd v A dA ->
  mxd v (fun u => (block a b (A u) : 'M[R]_(p, q)))
    (fun h => (block a b (dA h) : 'M[R]_(p, q))).

Definition adjoint_block : Prop :=
  forall (R : realType) (a b m n p q : nat) (dA : 'M[R]_(a + m + p, b + n + q)) (G : 'M[R]_(p, q)),
  inner G (block a b dA : 'M[R]_(p, q)) = inner (place a b G : 'M[R]_(a + m + p, b + n + q)) dA.

Definition jacobian_block : Prop :=
  forall (R : realType) (a b m n p q : nat) (dA : 'M[R]_(a + m + p, b + n + q)),
  vec (block a b dA : 'M[R]_(p, q)) = kron (block b 0 (1%:M : 'M[R]_(b + n + q, b + n + q)) : 'M[R]_(q, b + n + q)) (block a 0 (1%:M : 'M[R]_(a + m + p, a + m + p)) : 'M[R]_(p, a + m + p)) *m vec dA.

Definition d_place : Prop :=
  forall (R : realType) (V : normedModType R) (v : V) (a b m n p q : nat) (A dA : V -> 'M[R]_(p, q)),
  mxd v A dA ->
  mxd v (fun u => (place a b (A u) : 'M[R]_(a + m + p, b + n + q)))
    (fun h => (place a b (dA h) : 'M[R]_(a + m + p, b + n + q))).

Definition adjoint_place : Prop :=
  forall (R : realType) (a b m n p q : nat) (dA : 'M[R]_(p, q)) (G : 'M[R]_(a + m + p, b + n + q)),
  inner G (place a b dA : 'M[R]_(a + m + p, b + n + q)) = inner (block a b G : 'M[R]_(p, q)) dA.

Definition jacobian_place : Prop :=
  forall (R : realType) (a b m n p q : nat) (dA : 'M[R]_(p, q)),
  vec (place a b dA : 'M[R]_(a + m + p, b + n + q)) = (kron (block b 0 (1%:M : 'M[R]_(b + n + q, b + n + q)) : 'M[R]_(q, b + n + q)) (block a 0 (1%:M : 'M[R]_(a + m + p, a + m + p)) : 'M[R]_(p, a + m + p)))^T *m vec dA.

Definition d_total : Prop :=
  forall (R : realType) (V : normedModType R) (v : V) (m n : nat) (A dA : V -> 'M[R]_(m, n)),
  mxd v A dA ->
  is_diff v (fun u => total (A u))
    (fun h => total (dA h)).

Definition adjoint_total : Prop :=
  forall (R : realType) (m n : nat) (dA : 'M[R]_(m, n)) (g : R),
  g * total dA = inner (g *: ones m n) dA.

Definition jacobian_total : Prop :=
  forall (R : realType) (m n : nat) (dA : 'M[R]_(m, n)),
  total dA = \tr ((vec (ones m n))^T *m vec dA).

Definition d_total_rows : Prop :=
  forall (R : realType) (V : normedModType R) (v : V) (m n : nat) (A dA : V -> 'M[R]_(m, n)),
  mxd v A dA ->
  mxd v (fun u => total_rows (A u))
    (fun h => total_rows (dA h)).

Definition adjoint_total_rows : Prop :=
  forall (R : realType) (m n : nat) (dA : 'M[R]_(m, n)) (G : 'M[R]_(1, n)),
  inner G (total_rows dA) = inner (ones m 1 *m G) dA.

Definition jacobian_total_rows : Prop :=
  forall (R : realType) (m n : nat) (dA : 'M[R]_(m, n)),
  (total_rows dA)^T = (resized (kron (1%:M : 'M[R]_(n, n)) (ones 1 m) *m vec dA) : 'M[R]_(n, 1)).

Definition d_total_columns : Prop :=
  forall (R : realType) (V : normedModType R) (v : V) (m n : nat) (A dA : V -> 'M[R]_(m, n)),
  mxd v A dA ->
  mxd v (fun u => total_columns (A u))
    (fun h => total_columns (dA h)).

Definition adjoint_total_columns : Prop :=
  forall (R : realType) (m n : nat) (dA : 'M[R]_(m, n)) (G : 'cV[R]_m),
  inner G (total_columns dA) = inner (G *m ones 1 n) dA.

Definition jacobian_total_columns : Prop :=
  forall (R : realType) (m n : nat) (dA : 'M[R]_(m, n)),
  total_columns dA = (resized (kron (ones 1 n) (1%:M : 'M[R]_(m, m)) *m vec dA) : 'M[R]_(m, 1)).

Definition d_maximum : Prop :=
  forall (R : realType) (V : normedModType R) (v : V) (m n : nat) (A dA : V -> 'M[R]_(m, n)),
  mxd v A dA ->
  (exists i j, forall i' j', (i', j') != (i, j) -> (A v) i' j' < (A v) i j) ->
  is_diff v (fun u => maximum (A u))
    (fun h => total (dA h ⊙ argmax (A v))).

Definition d_maximum_rows : Prop :=
  forall (R : realType) (V : normedModType R) (v : V) (m n : nat) (A dA : V -> 'M[R]_(m, n)),
  mxd v A dA ->
  (forall j, exists i, forall i', i' != i -> (A v) i' j < (A v) i j) ->
  mxd v (fun u => maximum_rows (A u))
    (fun h => total_rows (dA h ⊙ argmax_rows (A v))).

Definition d_maximum_columns : Prop :=
  forall (R : realType) (V : normedModType R) (v : V) (m n : nat) (A dA : V -> 'M[R]_(m, n)),
  mxd v A dA ->
  (forall i, exists j, forall j', j' != j -> (A v) i j' < (A v) i j) ->
  mxd v (fun u => maximum_columns (A u))
    (fun h => total_columns (dA h ⊙ argmax_columns (A v))).

Definition d_argmax : Prop :=
  forall (R : realType) (V : normedModType R) (v : V) (m n : nat) (A dA : V -> 'M[R]_(m, n)),
  mxd v A dA ->
  (exists i j, forall i' j', (i', j') != (i, j) -> (A v) i' j' < (A v) i j) ->
  mxd v (fun u => argmax (A u))
    (fun h => (0 : 'M[R]_(m, n))).

Definition d_argmax_rows : Prop :=
  forall (R : realType) (V : normedModType R) (v : V) (m n : nat) (A dA : V -> 'M[R]_(m, n)),
  mxd v A dA ->
  (forall j, exists i, forall i', i' != i -> (A v) i' j < (A v) i j) ->
  mxd v (fun u => argmax_rows (A u))
    (fun h => (0 : 'M[R]_(m, n))).

Definition d_argmax_columns : Prop :=
  forall (R : realType) (V : normedModType R) (v : V) (m n : nat) (A dA : V -> 'M[R]_(m, n)),
  mxd v A dA ->
  (forall i, exists j, forall j', j' != j -> (A v) i j' < (A v) i j) ->
  mxd v (fun u => argmax_columns (A u))
    (fun h => (0 : 'M[R]_(m, n))).

Definition d_log_sum_exp : Prop :=
  forall (R : realType) (V : normedModType R) (v : V) (m n : nat) (A dA : V -> 'M[R]_(m, n)),
  mxd v A dA ->
  (0 < m)%N ->
  (0 < n)%N ->
  is_diff v (fun u => logsumexp (A u))
    (fun h => \tr ((map_mx (@expR R) (A v - logsumexp (A v) *: ones m n))^T *m dA h)).

Definition d_log_sum_exp_rows : Prop :=
  forall (R : realType) (V : normedModType R) (v : V) (m n : nat) (A dA : V -> 'M[R]_(m, n)),
  mxd v A dA ->
  (0 < m)%N ->
  mxd v (fun u => logsumexp_rows (A u))
    (fun h => total_rows (dA h ⊙ softmax_rows (A v))).

Definition d_log_sum_exp_columns : Prop :=
  forall (R : realType) (V : normedModType R) (v : V) (m n : nat) (A dA : V -> 'M[R]_(m, n)),
  mxd v A dA ->
  (0 < n)%N ->
  mxd v (fun u => logsumexp_columns (A u))
    (fun h => total_columns (dA h ⊙ softmax_columns (A v))).

Definition d_log_sum_exp_vector : Prop :=
  forall (R : realType) (V : normedModType R) (v : V) (n : nat) (x dx : V -> 'cV[R]_n),
  mxd v x dx ->
  (0 < n)%N ->
  is_diff v (fun u => logsumexp (x u))
    (fun h => \tr ((softmax_rows (x v))^T *m dx h)).

Definition d_norm2 : Prop :=
  forall (R : realType) (V : normedModType R) (v : V) (m n : nat) (A dA : V -> 'M[R]_(m, n)),
  mxd v A dA ->
  A v != 0 ->
  is_diff v (fun u => norm2 (A u))
    (fun h => (norm2 (A v))^-1 * \tr ((A v)^T *m dA h)).

Definition d_softmax : Prop :=
  forall (R : realType) (V : normedModType R) (v : V) (n : nat) (x dx : V -> 'cV[R]_n),
  mxd v x dx ->
  (0 < n)%N ->
  mxd v (fun u => softmax_rows (x u))
    (fun h => dx h ⊙ softmax_rows (x v) - \tr ((softmax_rows (x v))^T *m dx h) *: softmax_rows (x v)).

Definition d_softmax_rows : Prop :=
  forall (R : realType) (V : normedModType R) (v : V) (m n : nat) (A dA : V -> 'M[R]_(m, n)),
  mxd v A dA ->
  (0 < m)%N ->
  mxd v (fun u => softmax_rows (A u))
    (fun h => dA h ⊙ softmax_rows (A v) - softmax_rows (A v) *m diag ((total_rows (dA h ⊙ softmax_rows (A v)))^T)).

Definition d_softmax_columns : Prop :=
  forall (R : realType) (V : normedModType R) (v : V) (m n : nat) (A dA : V -> 'M[R]_(m, n)),
  mxd v A dA ->
  (0 < n)%N ->
  mxd v (fun u => softmax_columns (A u))
    (fun h => dA h ⊙ softmax_columns (A v) - diag (total_columns (dA h ⊙ softmax_columns (A v))) *m softmax_columns (A v)).

Definition d_exp : Prop :=
  forall (R : realType) (V : normedModType R) (v : V) (m n : nat) (A dA : V -> 'M[R]_(m, n)),
  mxd v A dA ->
  mxd v (fun u => map_mx (@expR R) (A u))
    (fun h => dA h ⊙ map_mx (@expR R) (A v)).

Definition d_log : Prop :=
  forall (R : realType) (V : normedModType R) (v : V) (m n : nat) (A dA : V -> 'M[R]_(m, n)),
  mxd v A dA ->
  (forall i j, 0 < (A v) i j) ->
  mxd v (fun u => map_mx (@ln R) (A u))
    (fun h => dA h ⊙ map_mx (fun t => t^-1) (A v)).

Definition d_abs : Prop :=
  forall (R : realType) (V : normedModType R) (v : V) (m n : nat) (A dA : V -> 'M[R]_(m, n)),
  mxd v A dA ->
  (forall i j, (A v) i j != 0) ->
  mxd v (fun u => map_mx (@absolute R) (A u))
    (fun h => dA h ⊙ map_mx (@Num.sg R) (A v)).

Definition d_sign : Prop :=
  forall (R : realType) (V : normedModType R) (v : V) (m n : nat) (A dA : V -> 'M[R]_(m, n)),
  mxd v A dA ->
  (forall i j, (A v) i j != 0) ->
  mxd v (fun u => map_mx (@Num.sg R) (A u))
    (fun h => (0 : 'M[R]_(m, n))).

Definition d_step : Prop :=
  forall (R : realType) (V : normedModType R) (v : V) (m n : nat) (A dA : V -> 'M[R]_(m, n)),
  mxd v A dA ->
  (forall i j, (A v) i j != 0) ->
  mxd v (fun u => map_mx (@step R) (A u))
    (fun h => (0 : 'M[R]_(m, n))).

Definition d_sin : Prop :=
  forall (R : realType) (V : normedModType R) (v : V) (m n : nat) (A dA : V -> 'M[R]_(m, n)),
  mxd v A dA ->
  mxd v (fun u => map_mx (@sin R) (A u))
    (fun h => dA h ⊙ map_mx (@cos R) (A v)).

Definition d_cos : Prop :=
  forall (R : realType) (V : normedModType R) (v : V) (m n : nat) (A dA : V -> 'M[R]_(m, n)),
  mxd v A dA ->
  mxd v (fun u => map_mx (@cos R) (A u))
    (fun h => - (dA h ⊙ map_mx (@sin R) (A v))).

Definition d_tan : Prop :=
  forall (R : realType) (V : normedModType R) (v : V) (m n : nat) (A dA : V -> 'M[R]_(m, n)),
  mxd v A dA ->
  (forall i j, cos ((A v) i j) != 0) ->
  mxd v (fun u => map_mx (@tan R) (A u))
    (fun h => dA h ⊙ map_mx (fun t => t ^+ 2) (map_mx (@sec R) (A v))).

Definition d_cot : Prop :=
  forall (R : realType) (V : normedModType R) (v : V) (m n : nat) (A dA : V -> 'M[R]_(m, n)),
  mxd v A dA ->
  (forall i j, sin ((A v) i j) != 0) ->
  mxd v (fun u => map_mx (@cot R) (A u))
    (fun h => - (dA h ⊙ map_mx (fun t => t ^+ 2) (map_mx (@csc R) (A v)))).

Definition d_sec : Prop :=
  forall (R : realType) (V : normedModType R) (v : V) (m n : nat) (A dA : V -> 'M[R]_(m, n)),
  mxd v A dA ->
  (forall i j, cos ((A v) i j) != 0) ->
  mxd v (fun u => map_mx (@sec R) (A u))
    (fun h => dA h ⊙ map_mx (@tan R) (A v) ⊙ map_mx (@sec R) (A v)).

Definition d_csc : Prop :=
  forall (R : realType) (V : normedModType R) (v : V) (m n : nat) (A dA : V -> 'M[R]_(m, n)),
  mxd v A dA ->
  (forall i j, sin ((A v) i j) != 0) ->
  mxd v (fun u => map_mx (@csc R) (A u))
    (fun h => - (dA h ⊙ map_mx (@cot R) (A v) ⊙ map_mx (@csc R) (A v))).

Definition d_asin : Prop :=
  forall (R : realType) (V : normedModType R) (v : V) (m n : nat) (A dA : V -> 'M[R]_(m, n)),
  mxd v A dA ->
  (forall i j, -1 < (A v) i j < 1) ->
  mxd v (fun u => map_mx (@asin R) (A u))
    (fun h => dA h ⊙ map_mx (fun t => (Num.sqrt t)^-1) (ones m n - map_mx (fun t => t ^+ 2) (A v))).

Definition d_acos : Prop :=
  forall (R : realType) (V : normedModType R) (v : V) (m n : nat) (A dA : V -> 'M[R]_(m, n)),
  mxd v A dA ->
  (forall i j, -1 < (A v) i j < 1) ->
  mxd v (fun u => map_mx (@acos R) (A u))
    (fun h => - (dA h ⊙ map_mx (fun t => (Num.sqrt t)^-1) (ones m n - map_mx (fun t => t ^+ 2) (A v)))).

Definition d_atan : Prop :=
  forall (R : realType) (V : normedModType R) (v : V) (m n : nat) (A dA : V -> 'M[R]_(m, n)),
  mxd v A dA ->
  mxd v (fun u => map_mx (@atan R) (A u))
    (fun h => dA h ⊙ map_mx (fun t => t^-1) (ones m n + map_mx (fun t => t ^+ 2) (A v))).

Definition d_acot : Prop :=
  forall (R : realType) (V : normedModType R) (v : V) (m n : nat) (A dA : V -> 'M[R]_(m, n)),
  mxd v A dA ->
  mxd v (fun u => map_mx (@acot R) (A u))
    (fun h => - (dA h ⊙ map_mx (fun t => t^-1) (ones m n + map_mx (fun t => t ^+ 2) (A v)))).

Definition d_sinh : Prop :=
  forall (R : realType) (V : normedModType R) (v : V) (m n : nat) (A dA : V -> 'M[R]_(m, n)),
  mxd v A dA ->
  mxd v (fun u => map_mx (@sinh R) (A u))
    (fun h => dA h ⊙ map_mx (@cosh R) (A v)).

Definition d_cosh : Prop :=
  forall (R : realType) (V : normedModType R) (v : V) (m n : nat) (A dA : V -> 'M[R]_(m, n)),
  mxd v A dA ->
  mxd v (fun u => map_mx (@cosh R) (A u))
    (fun h => dA h ⊙ map_mx (@sinh R) (A v)).

Definition d_tanh : Prop :=
  forall (R : realType) (V : normedModType R) (v : V) (m n : nat) (A dA : V -> 'M[R]_(m, n)),
  mxd v A dA ->
  mxd v (fun u => map_mx (@tanh R) (A u))
    (fun h => dA h ⊙ (ones m n - map_mx (fun t => t ^+ 2) (map_mx (@tanh R) (A v)))).

Definition d_coth : Prop :=
  forall (R : realType) (V : normedModType R) (v : V) (m n : nat) (A dA : V -> 'M[R]_(m, n)),
  mxd v A dA ->
  (forall i j, (A v) i j != 0) ->
  mxd v (fun u => map_mx (@coth R) (A u))
    (fun h => - (dA h ⊙ map_mx (fun t => t ^+ 2) (map_mx (@csch R) (A v)))).

Definition d_sech : Prop :=
  forall (R : realType) (V : normedModType R) (v : V) (m n : nat) (A dA : V -> 'M[R]_(m, n)),
  mxd v A dA ->
  mxd v (fun u => map_mx (@sech R) (A u))
    (fun h => - (dA h ⊙ map_mx (@tanh R) (A v) ⊙ map_mx (@sech R) (A v))).

Definition d_csch : Prop :=
  forall (R : realType) (V : normedModType R) (v : V) (m n : nat) (A dA : V -> 'M[R]_(m, n)),
  mxd v A dA ->
  (forall i j, (A v) i j != 0) ->
  mxd v (fun u => map_mx (@csch R) (A u))
    (fun h => - (dA h ⊙ map_mx (@coth R) (A v) ⊙ map_mx (@csch R) (A v))).

Definition d_sigmoid : Prop :=
  forall (R : realType) (V : normedModType R) (v : V) (m n : nat) (A dA : V -> 'M[R]_(m, n)),
  mxd v A dA ->
  mxd v (fun u => map_mx (@sigmoid R) (A u))
    (fun h => dA h ⊙ map_mx (@sigmoid R) (A v) ⊙ (ones m n - map_mx (@sigmoid R) (A v))).

Definition d_relu : Prop :=
  forall (R : realType) (V : normedModType R) (v : V) (m n : nat) (A dA : V -> 'M[R]_(m, n)),
  mxd v A dA ->
  (forall i j, (A v) i j != 0) ->
  mxd v (fun u => map_mx (@relu R) (A u))
    (fun h => dA h ⊙ map_mx (@step R) (A v)).

Definition d_leaky_relu : Prop :=
  forall (R : realType) (V : normedModType R) (v : V) (m n : nat) (A dA : V -> 'M[R]_(m, n)) (b db : V -> R),
  mxd v A dA ->
  is_diff v b db ->
  (forall i j, (A v) i j != 0) ->
  mxd v (fun u => map_mx (fun t => leaky_relu t (b u)) (A u))
    (fun h => db h *: (A v ⊙ (ones m n - map_mx (@step R) (A v))) + dA h ⊙ (map_mx (@step R) (A v) + b v *: (ones m n - map_mx (@step R) (A v)))).

Definition d_elu : Prop :=
  forall (R : realType) (V : normedModType R) (v : V) (m n : nat) (A dA : V -> 'M[R]_(m, n)) (b db : V -> R),
  mxd v A dA ->
  is_diff v b db ->
  (forall i j, (A v) i j != 0) ->
  mxd v (fun u => map_mx (fun t => elu t (b u)) (A u))
    (fun h => db h *: (- ones m n + map_mx (@expR R) (map_mx (fun t => smaller t 0) (A v))) + dA h ⊙ (map_mx (@step R) (A v) + (ones m n - map_mx (@step R) (A v)) ⊙ (b v *: ones m n + map_mx (fun t => elu t (b v)) (A v)))).

Definition d_gelu : Prop :=
  forall (R : realType) (V : normedModType R) (v : V) (m n : nat) (A dA : V -> 'M[R]_(m, n)),
  mxd v A dA ->
  mxd v (fun u => map_mx (@gelu R) (A u))
    (fun h => dA h ⊙ ((1 / 2%:R) *: (ones m n + map_mx (@erf R) ((Num.sqrt 2%:R)^-1 *: A v)) + (Num.sqrt (2%:R * pi))^-1 *: (A v ⊙ map_mx (@expR R) ((- (1 / 2%:R)) *: map_mx (fun t => t ^+ 2) (A v))))).

Definition d_silu : Prop :=
  forall (R : realType) (V : normedModType R) (v : V) (m n : nat) (A dA : V -> 'M[R]_(m, n)),
  mxd v A dA ->
  mxd v (fun u => map_mx (@silu R) (A u))
    (fun h => dA h ⊙ (map_mx (@sigmoid R) (A v) + map_mx (@silu R) (A v) ⊙ (ones m n - map_mx (@sigmoid R) (A v)))).

Definition d_softplus : Prop :=
  forall (R : realType) (V : normedModType R) (v : V) (m n : nat) (A dA : V -> 'M[R]_(m, n)),
  mxd v A dA ->
  mxd v (fun u => map_mx (@softplus R) (A u))
    (fun h => dA h ⊙ map_mx (@sigmoid R) (A v)).

Definition d_erf : Prop :=
  forall (R : realType) (V : normedModType R) (v : V) (m n : nat) (A dA : V -> 'M[R]_(m, n)),
  mxd v A dA ->
  mxd v (fun u => map_mx (@erf R) (A u))
    (fun h => (2%:R * (Num.sqrt pi)^-1) *: (dA h ⊙ map_mx (@expR R) (- (map_mx (fun t => t ^+ 2) (A v))))).

Definition d_larger : Prop :=
  forall (R : realType) (V : normedModType R) (v : V) (m n : nat) (A dA : V -> 'M[R]_(m, n)) (b db : V -> R),
  mxd v A dA ->
  is_diff v b db ->
  (forall i j, (A v) i j != b v) ->
  mxd v (fun u => map_mx (fun t => larger t (b u)) (A u))
    (fun h => dA h ⊙ map_mx (@step R) (A v - b v *: ones m n) + db h *: (ones m n - map_mx (@step R) (A v - b v *: ones m n))).

Definition d_smaller : Prop :=
  forall (R : realType) (V : normedModType R) (v : V) (m n : nat) (A dA : V -> 'M[R]_(m, n)) (b db : V -> R),
  mxd v A dA ->
  is_diff v b db ->
  (forall i j, (A v) i j != b v) ->
  mxd v (fun u => map_mx (fun t => smaller t (b u)) (A u))
    (fun h => dA h ⊙ map_mx (@step R) (- A v + b v *: ones m n) + db h *: (ones m n - map_mx (@step R) (- A v + b v *: ones m n))).

Definition gradient_of_inner : Prop :=
  forall (R : realType) (m n : nat) (f : 'M[R]_(m.+1, n.+1) -> R) (df : 'M[R]_(m.+1, n.+1) -> R)
    (X G : 'M[R]_(m.+1, n.+1)),
  is_diff X f df ->
  (forall dX, df dX = inner G dX) ->
  is_gradient f X G /\ (forall G', is_gradient f X G' -> G' = G).

Definition jacobian_of_differential : Prop :=
  forall (R : realType) (m n p q : nat) (Y dY : 'M[R]_(m.+1, n.+1) -> 'M[R]_(p, q)) (X : 'M[R]_(m.+1, n.+1))
    (J : 'M[R]_(q * p, n.+1 * m.+1)),
  mxd X Y dY ->
  (forall dX, vec (dY dX) = J *m vec dX) ->
  is_jacobian Y X J /\ (forall J', is_jacobian Y X J' -> J' = J).
