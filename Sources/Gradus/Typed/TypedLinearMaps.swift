// The linear functions, applied to a differential.

extension Differential {
  /// dXᵀ.
  // swift-format-ignore: AlwaysUseLowerCamelCase
  public var T: Differential<Value.Transposed> { Differential<Value.Transposed>(unchecked: expression.T) }
}

/// tr dX.
public func tr<N: Size>(_ a: Differential<Matrix<N, N>>) -> Differential<Scalar> {
  Differential(unchecked: tr(a.expression))
}

/// The sum of all entries of dX.
public func sum<R: Size, C: Size>(_ a: Differential<Matrix<R, C>>) -> Differential<Scalar> {
  Differential(unchecked: sum(a.expression))
}

/// 1ᵀ dX.
public func sum<R: Size, C: Size>(
  _ a: Differential<Matrix<R, C>>, axis: AxisOfRows
) -> Differential<Matrix<One, C>> {
  Differential(unchecked: sum(a.expression, axis: .rows))
}

/// dX 1.
public func sum<R: Size, C: Size>(
  _ a: Differential<Matrix<R, C>>, axis: AxisOfColumns
) -> Differential<Matrix<R, One>> {
  Differential(unchecked: sum(a.expression, axis: .columns))
}

/// The mean of all entries of dX.
public func mean<R: Size, C: Size>(_ a: Differential<Matrix<R, C>>) -> Differential<Scalar> {
  Differential(unchecked: mean(a.expression))
}

/// The means of the columns of dX.
public func mean<R: Size, C: Size>(
  _ a: Differential<Matrix<R, C>>, axis: AxisOfRows
) -> Differential<Matrix<One, C>> {
  Differential(unchecked: mean(a.expression, axis: .rows))
}

/// The means of the rows of dX.
public func mean<R: Size, C: Size>(
  _ a: Differential<Matrix<R, C>>, axis: AxisOfColumns
) -> Differential<Matrix<R, One>> {
  Differential(unchecked: mean(a.expression, axis: .columns))
}

/// diag dx.
public func diag<N: Size>(_ a: Differential<Vector<N>>) -> Differential<Matrix<N, N>> {
  Differential(unchecked: diag(a.expression))
}

/// The diagonal of dX.
public func diagonal<N: Size>(_ a: Differential<Matrix<N, N>>) -> Differential<Vector<N>> {
  Differential(unchecked: diagonal(a.expression))
}

/// vec dX.
public func vec<R: Size, C: Size>(_ a: Differential<Matrix<R, C>>) -> Differential<Vector<Times<C, R>>> {
  Differential(unchecked: vec(a.expression))
}

/// ⟨A, dX⟩.
public func inner<R: Size, C: Size>(_ a: Matrix<R, C>, _ b: Differential<Matrix<R, C>>) -> Differential<Scalar> {
  Differential(unchecked: inner(a.expression, b.expression))
}

/// aᵀ dx.
public func dot<N: Size>(_ a: Vector<N>, _ b: Differential<Vector<N>>) -> Differential<Scalar> {
  Differential(unchecked: dot(a.expression, b.expression))
}
