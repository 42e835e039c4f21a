// Reductions: over all entries a scalar, down the rows a row, along the columns a column.

/// The sum of all entries.
public func sum<R: Size, C: Size>(_ a: Matrix<R, C>) -> Scalar { Scalar(unchecked: sum(a.expression)) }

public func sum<R: Size, C: Size>(_ a: Matrix<R, C>, axis: AxisOfRows) -> Matrix<One, C> {
  Matrix(unchecked: sum(a.expression, axis: .rows))
}

public func sum<R: Size, C: Size>(_ a: Matrix<R, C>, axis: AxisOfColumns) -> Matrix<R, One> {
  Matrix(unchecked: sum(a.expression, axis: .columns))
}

/// The mean of all entries.
public func mean<R: Size, C: Size>(_ a: Matrix<R, C>) -> Scalar { Scalar(unchecked: mean(a.expression)) }

public func mean<R: Size, C: Size>(_ a: Matrix<R, C>, axis: AxisOfRows) -> Matrix<One, C> {
  Matrix(unchecked: mean(a.expression, axis: .rows))
}

public func mean<R: Size, C: Size>(_ a: Matrix<R, C>, axis: AxisOfColumns) -> Matrix<R, One> {
  Matrix(unchecked: mean(a.expression, axis: .columns))
}

/// The largest entry.
public func max<R: Size, C: Size>(_ a: Matrix<R, C>) -> Scalar { Scalar(unchecked: max(a.expression)) }

public func max<R: Size, C: Size>(_ a: Matrix<R, C>, axis: AxisOfRows) -> Matrix<One, C> {
  Matrix(unchecked: max(a.expression, axis: .rows))
}

public func max<R: Size, C: Size>(_ a: Matrix<R, C>, axis: AxisOfColumns) -> Matrix<R, One> {
  Matrix(unchecked: max(a.expression, axis: .columns))
}

/// log Σ exp over all entries.
public func logsumexp<R: Size, C: Size>(_ a: Matrix<R, C>) -> Scalar { Scalar(unchecked: logsumexp(a.expression)) }

public func logsumexp<R: Size, C: Size>(_ a: Matrix<R, C>, axis: AxisOfRows) -> Matrix<One, C> {
  Matrix(unchecked: logsumexp(a.expression, axis: .rows))
}

public func logsumexp<R: Size, C: Size>(_ a: Matrix<R, C>, axis: AxisOfColumns) -> Matrix<R, One> {
  Matrix(unchecked: logsumexp(a.expression, axis: .columns))
}
