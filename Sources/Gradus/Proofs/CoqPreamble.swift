/// What every file of Coq starts with that Gradus writes.
enum CoqPreamble {
  static func text(importing file: String) -> String {
    """
    From mathcomp Require Import all_ssreflect all_algebra.
    From mathcomp Require Import boolp classical_sets functions reals topology normedtype sequences derive exp trigo.
    From Gradus Require Import \(file).
    Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
    Import Order.TTheory GRing.Theory Num.Theory numFieldNormedType.Exports.
    Local Open Scope ring_scope.
    """
  }
}
