extension Definition {
  /// xᵀy.
  static let dot = Definition(
    notation: .function("dot", latex: "\\operatorname{dot}"), signature: Signature("n,1; n,1 -> 1,1"),
    calculus: .abbreviation { call in call[0].T * call[1] }, cites: [.magnusNeudecker("1.9")],
    evaluate: { .scalar($0[0].innerProduct($0[1])) }, examples: [Example("n,1; n,1")])

  /// tr(AᵀB).
  static let inner = Definition(
    notation: .function("inner", latex: "\\operatorname{inner}"), signature: Signature("m,n; m,n -> 1,1"),
    calculus: .abbreviation { call in call[0].contracted(with: call[1]) }, cites: [.magnusNeudecker("1.10")],
    evaluate: { .scalar($0[0].innerProduct($0[1])) }, examples: [Example("m,n; m,n")])

  /// The sum of absolute values.
  static let norm1 = Definition(
    notation: .function("norm1", latex: "\\operatorname{norm}_1"), signature: Signature("m,n -> 1,1"),
    calculus: .abbreviation { call in Gradus.sum(Gradus.abs(call[0])) }, cites: [.hornJohnson("5.6")],
    evaluate: { .scalar($0[0].elements.reduce(0) { $0 + $1.magnitude }) }, examples: [Example("m,n", in: .nonzero)])

  /// √tr(AᵀA), Euclidean or Frobenius; d = ⟨A, dA⟩ / ‖A‖ away from 0.
  static let norm2 = Definition(
    notation: .function("norm2", latex: "\\operatorname{norm}_2"), signature: Signature("m,n -> 1,1"),
    calculus: .every(.nonlinear { call, da in call[0].contracted(with: da) / call.value }),
    cites: [.cookbook(129)], evaluate: { .scalar($0[0].frobeniusNorm) }, examples: [Example("m,n")])

  /// The sum of singular values; d = ⟨U Vᵀ, dA⟩ at full rank.
  static let nuclearNorm = Definition(
    notation: .function("norm_nuclear", latex: "\\operatorname{norm}_*"), signature: Signature("m,n -> 1,1"),
    calculus: .every(.nonlinear { call, da in Gradus.polar(call[0]).contracted(with: da) }),
    cites: [.hornJohnson("7.4")],
    evaluate: { .scalar($0[0].nuclearNorm) }, examples: [Example("m,n")])
}
