/// The square matrix with the vector on its diagonal.
public func diag<N: Size>(_ x: Vector<N>) -> Matrix<N, N> { Matrix(unchecked: diag(x.expression)) }
public func diag<N: Size>(_ x: Matrix<One, N>) -> Matrix<N, N> { Matrix(unchecked: diag(x.expression.T)) }
public func diagonal<N: Size>(_ a: Matrix<N, N>) -> Vector<N> { Matrix(unchecked: diagonal(a.expression)) }

/// The lower triangle, zeros above it.
public func tril<N: Size>(_ a: Matrix<N, N>) -> Matrix<N, N> { Matrix(unchecked: tril(a.expression)) }

/// The columns one under the other, so that vec(A X B) = kron(B.T, A) * vec(X) also by type.
public func vec<R: Size, C: Size>(_ a: Matrix<R, C>) -> Vector<Times<C, R>> { Matrix(unchecked: vec(a.expression)) }

/// The Kronecker product, every entry of A times B.
public func kron<P: Size, Q: Size, R: Size, C: Size>(
  _ a: Matrix<P, Q>, _ b: Matrix<R, C>
) -> Matrix<Times<P, R>, Times<Q, C>> {
  Matrix(unchecked: kron(a.expression, b.expression))
}

/// A and B side by side.
public func hcat<R: Size, C: Size, D: Size>(_ a: Matrix<R, C>, _ b: Matrix<R, D>) -> Matrix<R, Plus<C, D>> {
  Matrix(unchecked: .call(.horizontal, a.expression, b.expression))
}

/// A on top of B.
public func vcat<R: Size, S: Size, C: Size>(_ a: Matrix<R, C>, _ b: Matrix<S, C>) -> Matrix<Plus<R, S>, C> {
  Matrix(unchecked: .call(.vertical, a.expression, b.expression))
}

extension Matrix {
  /// The entry in a row and a column, counted from 1 as on paper.
  public subscript(_ row: Dimension, _ column: Dimension) -> Scalar {
    Scalar(unchecked: block(row: row, column: column))
  }

  /// A row, counted from 1.
  public subscript(_ row: Dimension, _ all: UnboundedRange) -> Matrix<One, Columns> {
    Matrix<One, Columns>(unchecked: block(row: row, column: nil))
  }

  /// A column, counted from 1.
  public subscript(_ all: UnboundedRange, _ column: Dimension) -> Matrix<Rows, One> {
    Matrix<Rows, One>(unchecked: block(row: nil, column: column))
  }

  private func block(row: Dimension?, column: Dimension?) -> Expression {
    let region = Region(
      rowOffset: Matrix.offset(row, in: Rows.dimension), columnOffset: Matrix.offset(column, in: Columns.dimension),
      rows: row == nil ? Rows.dimension : 1, columns: column == nil ? Columns.dimension : 1)
    return Expression.build([expression]) { store, nodes in store.block(nodes[0], region) }
  }

  private static func offset(_ index: Dimension?, in size: Dimension) -> Dimension {
    guard let index else { return 0 }
    let excess = index.subtracting(size)
    precondition(index != 0 && (excess == nil || excess == 0), "index \(index) is not among 1...\(size)")
    return index.countedFromZero
  }
}

extension Vector where Columns == One {
  /// The entry at a place, counted from 1.
  public subscript(_ row: Dimension) -> Scalar { self[row, 1] }
}
