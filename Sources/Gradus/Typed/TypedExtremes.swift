/// The larger of two, entry by entry.
public func max<Value: Symbolic>(_ a: Value, _ b: Value) -> Value {
  Value(unchecked: max(a.expression, b.expression))
}

public func max<R: Size, C: Size>(_ a: Scalar, _ b: Matrix<R, C>) -> Matrix<R, C> {
  Matrix(unchecked: max(a.expression, b.expression))
}

public func max<R: Size, C: Size>(_ a: Matrix<R, C>, _ b: Scalar) -> Matrix<R, C> {
  Matrix(unchecked: max(a.expression, b.expression))
}

/// The smaller of two, entry by entry.
public func min<Value: Symbolic>(_ a: Value, _ b: Value) -> Value {
  Value(unchecked: min(a.expression, b.expression))
}

public func min<R: Size, C: Size>(_ a: Scalar, _ b: Matrix<R, C>) -> Matrix<R, C> {
  Matrix(unchecked: min(a.expression, b.expression))
}

public func min<R: Size, C: Size>(_ a: Matrix<R, C>, _ b: Scalar) -> Matrix<R, C> {
  Matrix(unchecked: min(a.expression, b.expression))
}
