extension Expression {
  /// ∂f/∂X of a scalar, shaped like the variable unless another layout is named.
  ///
  /// With `structured` the variable moves inside the structure that its attributes declare.
  public func gradient(
    by variable: Variable, layout: Layout = .denominator, structured: Bool = false
  ) throws(DerivationError) -> DerivedResult {
    if !shape.isScalar { throw .notScalar(shape) }
    return try derivative(by: variable, layout: layout, structured: structured)
  }

  /// ∂Y/∂X, rows by Y and columns by X unless another layout is named.
  public func jacobian(by variable: Variable, layout: Layout = .numerator) throws(DerivationError) -> DerivedResult {
    try derivative(by: variable, layout: layout)
  }

  /// ∂²f/∂X² of a scalar, or ∂²f/∂X∂Y with rows by the first variable.
  public func hessian(
    by variable: Variable, and second: Variable? = nil, layout: Layout = .numerator
  ) throws(DerivationError) -> DerivedResult {
    if !shape.isScalar { throw .notScalar(shape) }
    return try derivative(by: variable, and: second, order: 2, layout: layout)
  }

  /// dY where the variable varies, linear in dX.
  public func differential(by variable: Variable) throws(DerivationError) -> DerivedResult {
    let derivation = try derivation(by: variable)
    return DerivedResult(derivation, expression: derivation.differential)
  }

  private func derivative(
    by variable: Variable, and second: Variable? = nil, order: Int = 1, layout: Layout, structured: Bool = false
  ) throws(DerivationError) -> DerivedResult {
    let derivation = try derivation(by: variable, and: second, order: order, layout: layout, structured: structured)
    guard let result = derivation.result else { throw derivation.whyNoResult ?? .unknownVariable(variable.name) }
    return DerivedResult(derivation, expression: result)
  }

  /// Derives in a store of its own, so that no lock is held meanwhile.
  private func derivation(
    by variable: Variable, and second: Variable? = nil, order: Int = 1, layout: Layout? = nil, structured: Bool = false
  ) throws(DerivationError) -> Derivation {
    let own = Store()
    let function = store.guarded { own.adopt(node, from: $0) }
    var request = DerivationRequest(function: function, variable: variable)
    request.second = second
    request.order = order
    request.layout = layout
    request.structured = structured
    return try Deriver.derive(request, in: own)
  }
}
