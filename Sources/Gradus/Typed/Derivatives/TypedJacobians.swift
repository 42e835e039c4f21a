// The table of layouts: one pair of declarations for each line of it.

/// ∂Y/∂s, shaped like Y; in denominator layout like Yᵀ.
public func jacobian<Value: Symbolic>(
  of y: Value, by variable: Scalar, layout: NumeratorLayout = .numerator
) throws(DerivationError) -> Derivative<Value, NumeratorLayout> {
  Derivative(try y.derived(by: variable, layout: .numerator))
}

public func jacobian<Value: Symbolic>(
  of y: Value, by variable: Scalar, layout: DenominatorLayout
) throws(DerivationError) -> Derivative<Value.Transposed, DenominatorLayout> {
  Derivative(try y.derived(by: variable, layout: .denominator))
}

/// ∂y/∂xᵀ, or its transpose.
public func jacobian<M: Size, N: Size>(
  of y: Vector<M>, by variable: Vector<N>, layout: NumeratorLayout = .numerator
) throws(DerivationError) -> Derivative<Matrix<M, N>, NumeratorLayout> {
  Derivative(try y.derived(by: variable, layout: .numerator))
}

public func jacobian<M: Size, N: Size>(
  of y: Vector<M>, by variable: Vector<N>, layout: DenominatorLayout
) throws(DerivationError) -> Derivative<Matrix<N, M>, DenominatorLayout> {
  Derivative(try y.derived(by: variable, layout: .denominator))
}

/// ∂y/∂vec(X)ᵀ, or its transpose.
public func jacobian<M: Size, R: Size, C: Size>(
  of y: Vector<M>, by variable: Matrix<R, C>, layout: NumeratorLayout = .numerator
) throws(DerivationError) -> Derivative<Matrix<M, Times<C, R>>, NumeratorLayout> {
  Derivative(try y.derived(by: variable, layout: .numerator))
}

public func jacobian<M: Size, R: Size, C: Size>(
  of y: Vector<M>, by variable: Matrix<R, C>, layout: DenominatorLayout
) throws(DerivationError) -> Derivative<Matrix<Times<C, R>, M>, DenominatorLayout> {
  Derivative(try y.derived(by: variable, layout: .denominator))
}

/// ∂vec(Y)/∂xᵀ, or its transpose.
public func jacobian<P: Size, Q: Size, N: Size>(
  of y: Matrix<P, Q>, by variable: Vector<N>, layout: NumeratorLayout = .numerator
) throws(DerivationError) -> Derivative<Matrix<Times<Q, P>, N>, NumeratorLayout> {
  Derivative(try y.derived(by: variable, layout: .numerator))
}

public func jacobian<P: Size, Q: Size, N: Size>(
  of y: Matrix<P, Q>, by variable: Vector<N>, layout: DenominatorLayout
) throws(DerivationError) -> Derivative<Matrix<N, Times<Q, P>>, DenominatorLayout> {
  Derivative(try y.derived(by: variable, layout: .denominator))
}

/// ∂vec(Y)/∂vec(X)ᵀ, or its transpose.
public func jacobian<P: Size, Q: Size, R: Size, C: Size>(
  of y: Matrix<P, Q>, by variable: Matrix<R, C>, layout: NumeratorLayout = .numerator
) throws(DerivationError) -> Derivative<Matrix<Times<Q, P>, Times<C, R>>, NumeratorLayout> {
  Derivative(try y.derived(by: variable, layout: .numerator))
}

public func jacobian<P: Size, Q: Size, R: Size, C: Size>(
  of y: Matrix<P, Q>, by variable: Matrix<R, C>, layout: DenominatorLayout
) throws(DerivationError) -> Derivative<Matrix<Times<C, R>, Times<Q, P>>, DenominatorLayout> {
  Derivative(try y.derived(by: variable, layout: .denominator))
}

extension Symbolic {
  fileprivate func derived(by variable: some Symbolic, layout: Layout) throws(DerivationError) -> DerivedResult {
    try expression.jacobian(by: variable.expression.variable(for: "jacobian(of:by:)"), layout: layout)
  }
}
