extension Definition {
  /// d A⁻¹ = −A⁻¹ dA A⁻¹.
  static let inverse = Definition(
    notation: .function("inv", latex: "{}^{-1}"), signature: Signature("n,n -> n,n"),
    calculus: .every(.nonlinear { call, da in -(call.value * da * call.value) }), cites: [.cookbook(40)],
    evaluate: { try $0[0].inverse() }, examples: [Example("n,n", in: .invertible)])

  /// d A⁺ = −A⁺ dA A⁺ + A⁺A⁺ᵀ dAᵀ (I − A A⁺) + (I − A⁺A) dAᵀ A⁺ᵀA⁺, where the rank is constant.
  static let pseudoinverse = Definition(
    notation: .function("pinv", latex: "{}^{+}"), signature: Signature("m,n -> n,m"),
    calculus: .every(
      .nonlinear { call, da in
        let (a, p) = (call[0], call.value)
        let rows = Expression(call.store, call.store.identity(call.extent(0).rows))
        let columns = Expression(call.store, call.store.identity(call.extent(0).columns))
        let first = -(p * da * p)
        let second = p * p.T * da.T * (rows - a * p)
        let third = (columns - p * a) * da.T * p.T * p
        return first + second + third
      }), cites: [.magnusNeudecker("8.5")], evaluate: { $0[0].pseudoInverse() }, examples: [Example("m,n")])

  /// The unitary factor U Vᵀ of the singular value decomposition U Σ Vᵀ.
  static let polar = Definition(
    notation: .function("polar", latex: "\\operatorname{polar}"), signature: Signature("m,n -> m,n"),
    calculus: .every(
      .refused("the derivative of the polar factor needs a Sylvester equation, which has no closed form here")),
    cites: [.higham("8.1")], evaluate: { $0[0].polarFactor }, examples: [Example("m,n")])

  /// d exp(A) = L(A, dA), the Fréchet derivative of the matrix exponential.
  static let matrixExponential = Definition(
    notation: .function("expm", latex: "\\operatorname{expm}"), signature: Signature("n,n -> n,n"),
    calculus: .every(.nonlinear { call, da in dexpm(call[0], da) }), cites: [.higham("10.2")],
    evaluate: { $0[0].exponential() }, examples: [Example("n,n")])

  /// d log(A) = L(A, dA), the Fréchet derivative of the principal matrix logarithm.
  static let matrixLogarithm = Definition(
    notation: .function("logm", latex: "\\operatorname{logm}"), signature: Signature("n,n -> n,n"),
    calculus: .every(.nonlinear { call, da in dlogm(call[0], da) }), cites: [.higham("11.2")],
    evaluate: { try $0[0].logarithm() }, examples: [Example("n,n", in: .positiveDefinite)])

  /// L(A, E) is a block of the function of [[A, E], [0, A]], and so its change with A one of that matrix's own L.
  private static func changingPoint(_ call: Call, _ da: Expression) -> Expression {
    let store = call.store
    let (a, e, change) = (call[0].node, call[1].node, da.node)
    let point = store.upperBlocks(a, e, a)
    let direction = store.upperBlocks(change, store.zeros(store.extent(change)), change)
    let derivative = store.intern(store.operation(call.value.node), store.extent(point), [point, direction])
    return Expression(store, store.upperRightBlock(derivative, call.extent(0).rows))
  }

  /// Linear in the direction E, with adjoint L(Aᵀ, ·).
  static let matrixExponentialDerivative = Definition(
    notation: .function("dexpm", latex: "L_{\\exp}"), signature: Signature("n,n; n,n -> n,n"),
    calculus: .operands([.nonlinear(changingPoint), .linear { call, _, g in dexpm(call[0].T, g) }]),
    cites: [.higham("3.2"), .higham("3.3")], evaluate: { $0[0].exponentialDerivative(along: $0[1]) },
    examples: [Example("n,n; n,n")])

  /// Linear in the direction E, with adjoint L(Aᵀ, ·).
  static let matrixLogarithmDerivative = Definition(
    notation: .function("dlogm", latex: "L_{\\log}"), signature: Signature("n,n; n,n -> n,n"),
    calculus: .operands([.nonlinear(changingPoint), .linear { call, _, g in dlogm(call[0].T, g) }]),
    cites: [.higham("3.2"), .higham("3.3")], evaluate: { try $0[0].logarithmDerivative(along: $0[1]) },
    examples: [Example("n,n; n,n", in: .positiveDefinite, .real)])
}
