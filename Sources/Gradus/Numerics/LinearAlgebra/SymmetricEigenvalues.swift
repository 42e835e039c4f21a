/// `A = Q diag(values) Q^T` with ascending values and the eigenvectors as the columns of `Q`.
public struct SymmetricEigendecomposition: Sendable, Equatable {
  public let values: [Double]
  public let vectors: DenseMatrix
}

extension DenseMatrix {
  /// Diagonalises a symmetric matrix by cyclic Jacobi rotations.
  ///
  /// Golub and Van Loan, "Matrix Computations", 4th ed., section 8.5.
  public func symmetricEigendecomposition() throws(NumericalError) -> SymmetricEigendecomposition {
    guard isSymmetric else { throw .notSymmetric }
    guard isFinite else {
      return SymmetricEigendecomposition(
        values: Array(repeating: .nan, count: rows), vectors: DenseMatrix(rows: rows, columns: rows, repeating: .nan))
    }
    let original = self
    var work = DenseMatrix(rows: rows, columns: rows) { (original[$0, $1] + original[$1, $0]) / 2 }
    var vectors = DenseMatrix.identity(rows)
    var rotated = true
    var sweep = 0
    while rotated, sweep < JacobiRotation.maximumSweeps {
      rotated = false
      sweep += 1
      let negligible = Double.ulpOfOne * work.maximumMagnitude * 0x1p-10
      for p in 0..<rows {
        for q in (p + 1)..<rows where abs(work[p, q]) > negligible {
          rotated = true
          let rotation = JacobiRotation(diagonalising: work[p, p], work[p, q], work[q, q])
          rotation.applyToColumns(p, q, of: &work)
          rotation.applyToRows(p, q, of: &work)
          (work[p, q], work[q, p]) = (0, 0)
          rotation.applyToColumns(p, q, of: &vectors)
        }
      }
    }
    let ascending = (0..<rows).sorted { work[$0, $0] < work[$1, $1] }
    return SymmetricEigendecomposition(
      values: ascending.map { work[$0, $0] },
      vectors: DenseMatrix(rows: rows, columns: rows) { vectors[$0, ascending[$1]] })
  }

  /// The eigenvalues of a symmetric matrix in ascending order.
  public func symmetricEigenvalues() throws(NumericalError) -> [Double] {
    try symmetricEigendecomposition().values
  }
}
