(* The tactic that brings equations of matrices to index form: expressions are read from the outside to the inside. *)
From mathcomp Require Import all_ssreflect all_algebra.
From mathcomp Require Import boolp classical_sets functions reals topology normedtype sequences derive exp trigo.
From mathcomp Require Import ring.
From Gradus Require Import Vocabulary Algebra Differential.
From Gradus Require Export IndexForm.
From Gradus Require DiagonalRules.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Import Order.TTheory GRing.Theory Num.Theory numFieldNormedType.Exports.
Local Open Scope ring_scope.

(* The entries of operations. *)
Section Entries.
Variable R : realType.
Variables (m n p : nat).
Implicit Types (A B : 'M[R]_(m, n)) (i : 'I_m) (j : 'I_n).
Lemma entry_add A B i j : (A + B) i j = A i j + B i j. Proof. by rewrite mxE. Qed.
Lemma entry_opp A i j : (- A) i j = - A i j. Proof. by rewrite mxE. Qed.
Lemma entry_zero i j : (0 : 'M[R]_(m, n)) i j = 0. Proof. by rewrite mxE. Qed.
Lemma entry_scale a A i j : (a *: A) i j = a * A i j. Proof. by rewrite mxE. Qed.
Lemma entry_transpose A i j : A^T j i = A i j. Proof. by rewrite mxE. Qed.
Lemma entry_hadamard A B i j : (A ⊙ B) i j = A i j * B i j. Proof. by rewrite mxE. Qed.
Lemma entry_const (a : R) i j : (const_mx a : 'M[R]_(m, n)) i j = a :> R. Proof. by rewrite mxE. Qed.
Lemma entry_ones i j : (ones m n : 'M[R]_(m, n)) i j = 1. Proof. by rewrite mxE. Qed.
Lemma entry_matrix (f : 'I_m -> 'I_n -> R) i j : (\matrix_(k, l) f k l) i j = f i j. Proof. by rewrite mxE. Qed.
Lemma entry_map (f : R -> R) A i j : (map_mx f A) i j = f (A i j). Proof. by rewrite mxE. Qed.
Lemma entry_total_rows A (i : 'I_1) j : (total_rows A) i j = \sum_k A k j. Proof. by rewrite mxE. Qed.
Lemma entry_total_columns A i (j : 'I_1) : (total_columns A) i j = \sum_k A i k. Proof. by rewrite mxE. Qed.
Lemma entry_mul A (B : 'M[R]_(n, p)) i k : (A *m B) i k = \sum_j A i j * B j k. Proof. by rewrite mxE. Qed.
Lemma entry_mul_one (A : 'M[R]_(m, 1)) (B : 'M[R]_(1, n)) i j : (A *m B) i j = A i 0 * B 0 j.
Proof. by rewrite mxE big_ord1. Qed.
Lemma entry_addl A B (C : 'M[R]_(n, p)) i k : ((A + B) *m C) i k = (A *m C) i k + (B *m C) i k.
Proof. by rewrite mulmxDl mxE. Qed.
Lemma entry_addr (A : 'M[R]_(m, n)) (B C : 'M[R]_(n, p)) i k : (A *m (B + C)) i k = (A *m B) i k + (A *m C) i k.
Proof. by rewrite mulmxDr mxE. Qed.
Lemma entry_oppl A (C : 'M[R]_(n, p)) i k : ((- A) *m C) i k = - (A *m C) i k.
Proof. by rewrite mulNmx mxE. Qed.
Lemma entry_oppr A (C : 'M[R]_(n, p)) i k : (A *m (- C)) i k = - (A *m C) i k.
Proof. by rewrite mulmxN mxE. Qed.
Lemma entry_scalel a A (C : 'M[R]_(n, p)) i k : ((a *: A) *m C) i k = a * (A *m C) i k.
Proof. by rewrite -scalemxAl mxE. Qed.
Lemma entry_scaler a A (C : 'M[R]_(n, p)) i k : (A *m (a *: C)) i k = a * (A *m C) i k.
Proof. by rewrite -scalemxAr mxE. Qed.
Lemma entry_scalar_mul a A i j : (a%:M *m A) i j = a * A i j. Proof. by rewrite mul_scalar_mx mxE. Qed.
Lemma entry_mul_scalar a A i j : (A *m a%:M) i j = a * A i j. Proof. by rewrite mul_mx_scalar mxE. Qed.
Lemma entry_diag_mul x A i j : (diag x *m A) i j = x i 0 * A i j.
Proof. by rewrite /diag mul_diag_mx !mxE. Qed.
Lemma entry_mul_diag x A i j : (A *m diag x) i j = A i j * x j 0.
Proof. by rewrite /diag mul_mx_diag !mxE. Qed.
Lemma entry_transposed_add A B (C : 'M[R]_(m, p)) j k : ((A + B)^T *m C) j k = ((A^T + B^T) *m C) j k.
Proof. by rewrite linearD. Qed.
Lemma entry_transposed_opp A (C : 'M[R]_(m, p)) j k : ((- A)^T *m C) j k = ((- A^T) *m C) j k.
Proof. by rewrite linearN. Qed.
Lemma entry_transposed_scale a A (C : 'M[R]_(m, p)) j k : ((a *: A)^T *m C) j k = ((a *: A^T) *m C) j k.
Proof. by rewrite linearZ. Qed.
Lemma entry_transposed_scalar a A i j : ((a%:M)^T *m A) i j = (a%:M *m A) i j.
Proof. by rewrite tr_scalar_mx. Qed.
Lemma entry_transposed_diag x A i j : ((diag x)^T *m A) i j = (diag x *m A) i j.
Proof. by rewrite /diag tr_diag_mx. Qed.
Lemma entry_transposed_mul q (A : 'M[R]_(q, m)) (B : 'M[R]_(m, n)) (C : 'M[R]_(q, p)) j k :
  ((A *m B)^T *m C) j k = ((B^T *m A^T) *m C) j k.
Proof. by rewrite trmx_mul. Qed.
Lemma entry_transposed_twice A (C : 'M[R]_(n, p)) i k : ((A^T)^T *m C) i k = (A *m C) i k.
Proof. by rewrite trmxK. Qed.
Lemma entry_diagonal (A : 'M[R]_n) (i : 'I_n) (k : 'I_1) : (diagonal A) i k = A i i. Proof. by rewrite mxE. Qed.
Lemma entry_scalar (a : R) (i j : 'I_1) : (a%:M : 'M[R]_1) i j = a. Proof. by rewrite !ord1 mxE. Qed.
Lemma unfold_trace (A : 'M[R]_n) : \tr A = \sum_i A i i. Proof. by []. Qed.
Lemma unfold_total A : total A = \sum_i \sum_j A i j. Proof. by []. Qed.
Lemma unfold_inner A B : inner A B = \sum_i \sum_j A i j * B i j. Proof. exact: innerE. Qed.
Lemma unfold_inner_scalar a (A : 'M[R]_n) : inner a%:M A = a * \tr A.
Proof. by rewrite /inner tr_scalar_mx mul_scalar_mx mxtraceZ. Qed.
Lemma unfold_dot (x y : 'cV[R]_n) : dot x y = \sum_i x i 0 * y i 0.
Proof. by rewrite /dot -[\tr _]/(inner x y) innerE; apply: eq_bigr => i _; rewrite big_ord1. Qed.
Lemma fold_map (f : R -> R) A i j : f (A i j) = (map_mx f A) i j. Proof. by rewrite mxE. Qed.
Lemma unfold_one (g : 'I_1 -> R) : \sum_(k < 1) g k = g 0. Proof. exact: big_ord1. Qed.
Lemma fold_map_sub (f : R -> R) A B i j : f (A i j - B i j) = (map_mx f (A - B)) i j.
Proof. by rewrite !mxE. Qed.
Lemma only_index (i : 'I_1) : 0%N = nat_of_ord i. Proof. by rewrite ord1. Qed.
Lemma unfold_exponent (s : R) k : s ^- k = s^-1 ^+ k. Proof. by rewrite exprVn. Qed.
End Entries.

(* Functions of one matrix are one thing, however Coq has found their carriers. *)
Ltac alike h a := first [constr_eq h a | lazymatch constr:((h, a)) with
  | (entry (map_mx ?f ?A), entry (map_mx ?g ?B)) => constr_eq f g; unify A B
  end].
(* The place of a thing in a list, which grows when it is new there. *)
Ltac place_in l a k := lazymatch l with
  | ?h :: ?t => first [alike h a; k 0%N | place_in t a ltac:(fun n => let s := constr:(S n) in k s)]
  | _ => let T := type of a in let t := fresh "t" in evar (t : seq T); let t' := eval unfold t in t in
         unify l (a :: t'); clear t; k 0%N
  end.
Ltac name_of v p i := lazymatch p with
  | S O => constr:(0%N)
  | _ => lazymatch v with put _ ?x (nat_of_ord i) => x | put ?w _ _ => name_of w p i end
  end.
Ltac depth_of v := lazymatch v with put ?w _ _ => let d := depth_of w in constr:(S d) | _ => constr:(1%N) end.
Ltac has_index v s := lazymatch v with
  | put ?w _ (nat_of_ord ?i) => first [lazymatch s with context [i] => idtac end | has_index w s]
  end.
Ltac at_index := first [reflexivity | exact: only_index].

(* Whether a function of numbers is arithmetic, so that it is read and not taken as a letter. *)
Ltac is_arithmetic f := lazymatch f with
  | (fun _ => GRing.add _ _) => idtac | (fun _ => GRing.opp _) => idtac | (fun _ => GRing.mul _ _) => idtac
  | (fun _ => GRing.exp _ _) => idtac | (fun t => t) => idtac | (fun _ => ?c) => idtac
  | (fun t => (GRing.exp _ _)^-1) => idtac
  end.

(* What is left between numbers. *)
Ltac simple_numbers := first [done | solve [entries; ring] | solve [entries; numbers; try done]].

(* One step: the number that is read, or the entry, is rewritten by an equation. *)
Ltac seen E := notypeclasses refine (reads_eq E _); cbv beta.

Ltac read := lazymatch goal with
  | |- @reads ?R ?D ?L ?A ?v ?s ?e =>
    lazymatch s with
    | GRing.zero _ => exact: reads_zero
    | GRing.one _ => exact: reads_one
    | GRing.add _ _ => notypeclasses refine (reads_add _ _); read
    | GRing.opp _ => notypeclasses refine (reads_opp _); read
    | GRing.mul _ _ => notypeclasses refine (reads_mul _ _); read
    | GRing.exp _ ?n => notypeclasses refine (reads_power n _); read
    | GRing.inv (GRing.exp ?t ?n) => seen (unfold_exponent t n); read
    | mxtrace ?M => seen (unfold_trace M); read
    | total ?M => seen (unfold_total M); read
    | inner (scalar_mx ?a) ?N => seen (unfold_inner_scalar a N); read
    | inner ?M ?N => seen (unfold_inner M N); read
    | dot ?x ?y => seen (unfold_dot x y); read
    | fun_of_matrix ?M ?i ?j => read_entry M i j
    | @BigOp.bigop _ _ _ (index_enum (ordinal_finType ?p)) (fun k => BigBody k _ true (@?g k)) => read_sum D v p g
    | _ => first
      [ has_index v s; lazymatch s with
        | ?f (fun_of_matrix ?M ?i ?j) => seen (fold_map f M i j); read_letter (map_mx f M) i j
        | ?f (fun_of_matrix ?M ?i ?j - fun_of_matrix ?N ?i ?j) =>
            seen (fold_map_sub f M N i j); read_letter (map_mx f (M - N)) i j
        end
      | place_in L s ltac:(fun n => exact (@reads_letter R D L A v n s erefl)) ]
    end
  end
with read_sum D v p g := lazymatch p with
  | S O => seen (unfold_one g); read
  | _ => let x := depth_of v in
         place_in D p ltac:(fun c => lazymatch goal with |- @reads ?R ?D ?L ?A _ _ _ =>
           notypeclasses refine (@reads_sum R D L A v x c p g _ erefl _) end); intro; cbv beta; read
  end
with read_entry M i j := lazymatch M with
  | GRing.zero _ => lazymatch goal with |- @reads ?R _ _ _ _ _ _ => seen (entry_zero R i j) end; read
  | GRing.add ?A ?B => seen (entry_add A B i j); read
  | GRing.opp ?A => seen (entry_opp A i j); read
  | GRing.scale ?a ?A => seen (entry_scale a A i j); read
  | trmx ?A => seen (entry_transpose A j i); read
  | hadamard ?A ?B => seen (entry_hadamard A B i j); read
  | const_mx ?a => seen (entry_const a i j); read
  | ones _ _ => lazymatch goal with |- @reads ?R _ _ _ _ _ _ => seen (entry_ones R i j) end; read
  | @scalar_mx _ 1 ?a => seen (entry_scalar a i j); read
  | diagonal ?A => seen (entry_diagonal A i j); read
  | total_rows ?A => seen (entry_total_rows A i j); read
  | total_columns ?A => seen (entry_total_columns A i j); read
  | (\matrix_(k, l) @?f k l) => seen (entry_matrix f i j); read
  | map_mx ?f ?A => first [is_arithmetic f; seen (entry_map f A i j); read | read_letter M i j]
  | mulmx ?A ?B => read_product A B i j
  | _ => read_letter M i j
  end
with read_product A B i j := lazymatch A with
  | GRing.add ?C ?D => seen (entry_addl C D B i j); read
  | GRing.opp ?C => seen (entry_oppl C B i j); read
  | GRing.scale ?a ?C => seen (entry_scalel a C B i j); read
  | @scalar_mx _ _ ?a => seen (entry_scalar_mul a B i j); read
  | diag ?x => seen (entry_diag_mul x B i j); read
  | trmx ?C => lazymatch C with
    | GRing.add ?D ?E => seen (entry_transposed_add D E B i j); read
    | GRing.opp ?D => seen (entry_transposed_opp D B i j); read
    | GRing.scale ?a ?D => seen (entry_transposed_scale a D B i j); read
    | @scalar_mx _ _ ?a => seen (entry_transposed_scalar a B i j); read
    | diag ?x => seen (entry_transposed_diag x B i j); read
    | mulmx ?D ?E => seen (entry_transposed_mul D E B i j); read
    | trmx ?D => seen (entry_transposed_twice D B i j); read
    | _ => read_other_product A B i j
    end
  | _ => read_other_product A B i j
  end
with read_other_product A B i j := lazymatch B with
  | GRing.add ?C ?D => seen (entry_addr A C D i j); read
  | GRing.opp ?C => seen (entry_oppr A C i j); read
  | GRing.scale ?a ?C => seen (entry_scaler a A C i j); read
  | @scalar_mx _ _ ?a => seen (entry_mul_scalar a A i j); read
  | diag ?x => seen (entry_mul_diag x A i j); read
  | _ => first [seen (entry_mul_one A B i j) | seen (entry_mul A B i j)]; read
  end
with read_letter M i j := lazymatch goal with
  | |- @reads ?R ?D ?L ?A ?v (@fun_of_matrix _ ?m ?n _ _ _) _ =>
    let x := name_of v m i in let y := name_of v n j in
    place_in A (@entry R m n M) ltac:(fun a =>
      notypeclasses refine (@reads_entry R D L A v a x y _ _ M i j erefl _ _)); at_index
  end.

Ltac close_list l := lazymatch l with
  | _ :: ?t => close_list t
  | _ => lazymatch type of l with seq ?T => unify l (@nil T) end
  end.
Ltac index_equation_at R v :=
  let D := fresh "D" in let L := fresh "L" in let A := fresh "A" in
  evar (D : seq nat); evar (L : seq (Real.sort R)); evar (A : seq (nat -> nat -> Real.sort R));
  let D' := eval unfold D in D in let L' := eval unfold L in L in let A' := eval unfold A in A in
  clear D L A;
  notypeclasses refine (@equal_by R D' L' A' v _ _ _ _ _ _ _ _ _ _);
  [ read | read | lazymatch goal with |- finite ?d ?l ?a => close_list d; close_list l; close_list a; exact I end
  | lazymatch goal with |- ?c = ?e => let p := eval vm_compute in c in unify e p; vm_cast_no_check (erefl p) end
  | cbv beta iota delta [vanishes value nth fst snd]; repeat split; simple_numbers ].
Ltac index_equation := lazymatch goal with R : realType |- _ => first
  [ let i := fresh "i" in let j := fresh "j" in apply/matrixP => i j;
    index_equation_at R (put (put (fun=> 0%N) 1%N i) 2%N j)
  | index_equation_at R (fun _ : nat => 0%N) ] end.
