/// The softmax of a vector, exp(z) / Σ exp(z).
public func softmax<N: Size>(_ z: Vector<N>) -> Vector<N> { Matrix(unchecked: softmax(z.expression)) }

/// The logarithm of the softmax of a vector, z − log Σ exp(z).
public func logSoftmax<N: Size>(_ z: Vector<N>) -> Vector<N> { Matrix(unchecked: logSoftmax(z.expression)) }

/// The softmax in each slice of a matrix.
public func softmax<R: Size, C: Size>(_ z: Matrix<R, C>, axis: SliceAxis) -> Matrix<R, C> {
  Matrix(unchecked: softmax(z.expression, axis: axis.axis))
}

public func logSoftmax<R: Size, C: Size>(_ z: Matrix<R, C>, axis: SliceAxis) -> Matrix<R, C> {
  Matrix(unchecked: logSoftmax(z.expression, axis: axis.axis))
}

/// 1 at the largest entry of a vector (the first of equal ones), 0 elsewhere.
public func argmax<N: Size>(_ x: Vector<N>) -> Vector<N> { Matrix(unchecked: argmax(x.expression)) }

public func argmax<R: Size, C: Size>(_ x: Matrix<R, C>, axis: SliceAxis) -> Matrix<R, C> {
  Matrix(unchecked: argmax(x.expression, axis: axis.axis))
}

@available(
  *, unavailable,
  message: "a matrix needs an axis: softmax(Z, axis: .columns) along each row, or .rows along each column"
)
public func softmax<R: Size, C: Size>(_ z: Matrix<R, C>) -> Matrix<R, C> { z }

@available(
  *, unavailable,
  message: "a matrix needs an axis: logSoftmax(Z, axis: .columns) along each row, or .rows along each column"
)
public func logSoftmax<R: Size, C: Size>(_ z: Matrix<R, C>) -> Matrix<R, C> { z }
