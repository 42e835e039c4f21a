extension Definition {
  /// d tr A = tr dA.
  static let trace = Definition(
    notation: .function("tr", latex: "\\operatorname{tr}"), signature: Signature("n,n -> 1,1"),
    calculus: .every(
      .linear { call, _, g in g * Expression(call.store, call.store.identity(call.extent(0).rows)) }),
    cites: [.basic(96)], evaluate: { .scalar($0[0].trace) }, examples: [Example("n,n")])

  /// Jacobi's formula: d det A = tr(adj(A) dA).
  static let determinant = Definition(
    notation: .function("det", latex: "\\det"), signature: Signature("n,n -> 1,1"),
    calculus: .every(.nonlinear { call, da in tr(adj(call[0]) * da) }), cites: [.cookbook(41)],
    evaluate: { .scalar($0[0].determinant) }, examples: [Example("n,n", in: .invertible)])

  /// d log|det A| = tr(A⁻¹ dA).
  static let logDeterminant = Definition(
    notation: .function("logdet", latex: "\\log\\det"), signature: Signature("n,n -> 1,1"),
    calculus: .every(.nonlinear { call, da in tr(inv(call[0]) * da) }), cites: [.cookbook(43)],
    evaluate: { .scalar($0[0].logAbsoluteDeterminant) }, examples: [Example("n,n", in: .invertible)])

  /// adj(A) = det(A) A⁻¹, so d adj(A) = tr(A⁻¹ dA) adj(A) − A⁻¹ dA adj(A) where A is invertible.
  static let adjugate = Definition(
    notation: .function("adj", latex: "\\operatorname{adj}"), signature: Signature("n,n -> n,n"),
    calculus: .every(
      .nonlinear { call, da in
        let inverse = inv(call[0])
        return tr(inverse * da) * call.value - inverse * da * call.value
      }), cites: [.magnusNeudecker("8.7")], evaluate: { $0[0].adjugate }, examples: [Example("n,n", in: .invertible)])
}
