/// A derivative whose shape and layout are types, with the derivation that led to it.
public struct Derivative<Value: Symbolic, Layout: Sendable>: Sendable, CustomStringConvertible {
  public let expression: Value
  /// Steps, assumptions, notes and the numerical check.
  public let derivation: DerivedResult

  init(_ derivation: DerivedResult) {
    self.derivation = derivation
    expression = Value(unchecked: derivation.expression)
  }

  /// The text syntax.
  public var description: String { expression.description }
}

/// A gradient has the shape of the variable.
public typealias Gradient<Value: Symbolic> = Derivative<Value, DenominatorLayout>

/// A Jacobian has rows by what is differentiated.
public typealias Jacobian<Value: Symbolic> = Derivative<Value, NumeratorLayout>

/// A differential that was derived, with the derivation that led to it.
public struct DerivedDifferential<Value: Symbolic>: Sendable, CustomStringConvertible {
  public let expression: Differential<Value>
  public let derivation: DerivedResult

  /// The text syntax.
  public var description: String { expression.description }
}

/// dY where the variable varies.
public func differential<Value: Symbolic>(
  of y: Value, by variable: some Symbolic
) throws(DerivationError) -> DerivedDifferential<Value> {
  let derivation = try y.expression.differential(by: variable.expression.variable(for: "differential(of:by:)"))
  return DerivedDifferential(expression: Differential(unchecked: derivation.expression), derivation: derivation)
}

/// ∂f/∂X, shaped like X.
public func gradient<Value: Symbolic>(
  of f: Scalar, by variable: Value, layout: DenominatorLayout = .denominator, structured: Bool = false
) throws(DerivationError) -> Gradient<Value> {
  Derivative(
    try f.expression.gradient(by: variable.expression.variable(for: "gradient(of:by:)"), structured: structured))
}

/// ∂f/∂X, shaped like Xᵀ.
public func gradient<Value: Symbolic>(
  of f: Scalar, by variable: Value, layout: NumeratorLayout, structured: Bool = false
) throws(DerivationError) -> Derivative<Value.Transposed, NumeratorLayout> {
  Derivative(
    try f.expression.gradient(
      by: variable.expression.variable(for: "gradient(of:by:)"), layout: .numerator, structured: structured))
}

@available(*, unavailable, message: "a gradient is of a scalar; jacobian(of:by:) derives a matrix or a vector")
public func gradient<R: Size, C: Size, Value: Symbolic>(of y: Matrix<R, C>, by variable: Value) -> Value { variable }

/// ∂²f/∂s².
public func hessian(of f: Scalar, by variable: Scalar) throws(DerivationError) -> Derivative<Scalar, NumeratorLayout> {
  Derivative(try f.expression.hessian(by: variable.expression.variable(for: "hessian(of:by:)")))
}

/// ∂²f/∂x∂xᵀ.
public func hessian<N: Size>(
  of f: Scalar, by variable: Vector<N>
) throws(DerivationError) -> Derivative<Matrix<N, N>, NumeratorLayout> {
  Derivative(try f.expression.hessian(by: variable.expression.variable(for: "hessian(of:by:)")))
}

/// ∂vec(∇f)/∂vec(X)ᵀ.
public func hessian<R: Size, C: Size>(
  of f: Scalar, by variable: Matrix<R, C>
) throws(DerivationError) -> Derivative<Matrix<Times<C, R>, Times<C, R>>, NumeratorLayout> {
  Derivative(try f.expression.hessian(by: variable.expression.variable(for: "hessian(of:by:)")))
}

/// ∂²f/∂x∂yᵀ.
public func hessian<M: Size, N: Size>(
  of f: Scalar, by first: Vector<M>, and second: Vector<N>
) throws(DerivationError) -> Derivative<Matrix<M, N>, NumeratorLayout> {
  let variable = second.expression.variable(for: "hessian(of:by:and:)")
  return Derivative(
    try f.expression.hessian(by: first.expression.variable(for: "hessian(of:by:and:)"), and: variable))
}
