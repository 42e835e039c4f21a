extension DenseMatrix {
  /// The Frechet derivative of `exp` at `A` along `E`, `exp(A + E) = exp(A) + L(A, E) + o(E)`.
  public func exponentialDerivative(along direction: DenseMatrix) -> DenseMatrix {
    frechetDerivative(along: direction) { $0.exponential() }
  }

  /// The Frechet derivative of the principal logarithm at `A` along `E`.
  public func logarithmDerivative(along direction: DenseMatrix) throws(NumericalError) -> DenseMatrix {
    // A negative eigenvalue occurs twice in the block matrix, where rounding can make a pair of it that has a logarithm.
    _ = try logarithm()
    return try frechetDerivative(along: direction) { matrix throws(NumericalError) in try matrix.logarithm() }
  }

  /// `f([[A, E], [0, A]]) = [[f(A), L(A, E)], [0, f(A)]]` (Higham, "Functions of Matrices", SIAM 2008, theorem 3.6).
  ///
  /// The derivative is linear in `E`, which is given norm 1 so that it does not rule the norm of the block matrix.
  private func frechetDerivative<Failure: Error>(
    along direction: DenseMatrix, of function: (DenseMatrix) throws(Failure) -> DenseMatrix
  ) throws(Failure) -> DenseMatrix {
    let size = direction.oneNorm
    let unit = size > 0 && size.isFinite ? size : 1
    let blocks = try function(blockUpperTriangular(direction: direction.map { $0 / unit }))
    return unit * blocks.block(rows: 0..<rows, columns: rows..<(2 * rows))
  }
}
