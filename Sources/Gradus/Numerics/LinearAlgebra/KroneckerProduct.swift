extension DenseMatrix {
  /// The block matrix `A (x) B` whose block `(i, j)` is `A[i, j] B`.
  public func kronecker(_ other: DenseMatrix) -> DenseMatrix {
    DenseMatrix(rows: rows * other.rows, columns: columns * other.columns) { i, j in
      self[i / other.rows, j / other.columns] * other[i % other.rows, j % other.columns]
    }
  }

  /// Stacks the columns into one, the first on top.
  public var vectorized: DenseMatrix { .column(transposed.elements) }

  /// Cuts a column (or row) into the columns of a matrix, the inverse of `vectorized`.
  public func unvectorized(rows: Int, columns: Int) -> DenseMatrix {
    precondition(self.rows == 1 || self.columns == 1, "\(self.rows)x\(self.columns) is no vector")
    return DenseMatrix(rows: columns, columns: rows, elements: elements).transposed
  }

  /// The permutation `K` with `vec(X^T) = K vec(X)` for every `X` of the given shape.
  ///
  /// Magnus and Neudecker, "The commutation matrix: some properties and applications", Ann. Statist. 7 (1979).
  public static func commutation(rows: Int, columns: Int) -> DenseMatrix {
    var result = zeros(rows * columns, rows * columns)
    for i in 0..<rows {
      for j in 0..<columns { result[i * columns + j, j * rows + i] = 1 }
    }
    return result
  }
}
