#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

extension DenseMatrix {
  /// How far mirrored entries may differ, relative to the largest entry, in what still counts as symmetric.
  static let symmetryTolerance = 1e-10

  /// Whether `A = A^T` up to the rounding that computed matrices carry.
  public var isSymmetric: Bool {
    guard isSquare else { return false }
    let allowed = Self.symmetryTolerance * maximumMagnitude
    return (0..<rows).allSatisfy { i in
      (0..<i).allSatisfy { j in self[i, j] == self[j, i] || abs(self[i, j] - self[j, i]) <= allowed }
    }
  }

  /// The lower triangular `L` with positive diagonal and `A = L L^T`.
  ///
  /// Golub and Van Loan, "Matrix Computations", 4th ed., section 4.2.
  public func choleskyFactor() throws(NumericalError) -> DenseMatrix {
    guard isSymmetric else { throw .notSymmetric }
    var factor = DenseMatrix.zeros(rows, rows)
    for j in 0..<rows {
      for i in j..<rows {
        var remainder = self[i, j]
        for k in 0..<j { remainder -= factor[i, k] * factor[j, k] }
        if i == j {
          guard remainder > 0, remainder.isFinite else { throw .notPositiveDefinite }
          factor[j, j] = remainder.squareRoot()
        } else {
          factor[i, j] = remainder / factor[j, j]
        }
      }
    }
    return factor
  }

  /// `ln det A = 2 sum over i of ln L[i, i]` of a symmetric positive definite matrix.
  public func choleskyLogDeterminant() throws(NumericalError) -> Double {
    let factor = try choleskyFactor()
    return 2 * (0..<rows).reduce(0) { $0 + log(factor[$1, $1]) }
  }
}
