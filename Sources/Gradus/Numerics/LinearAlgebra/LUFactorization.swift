#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Gaussian elimination with partial pivoting, `P A = L U` with a unit lower triangular `L`.
///
/// Golub and Van Loan, "Matrix Computations", 4th ed., algorithm 3.4.1.
public struct LUFactorization: Sendable {
  /// `U` on and above the diagonal, `L` without its ones below.
  let factors: DenseMatrix
  /// Row `i` of `P A` is row `permutation[i]` of `A`.
  let permutation: [Int]
  let permutationSign: Double

  public init(_ matrix: DenseMatrix) {
    precondition(matrix.isSquare, "LU factorization of \(matrix.rows)x\(matrix.columns)")
    let order = matrix.rows
    var factors = matrix
    var permutation = Array(0..<order)
    var sign = 1.0
    for k in 0..<order {
      var pivotRow = k
      for i in k..<order where abs(factors[i, k]) > abs(factors[pivotRow, k]) { pivotRow = i }
      if pivotRow != k {
        for j in 0..<order { factors.elements.swapAt(k * order + j, pivotRow * order + j) }
        permutation.swapAt(k, pivotRow)
        sign = -sign
      }
      guard factors[k, k] != 0 else { continue }
      for i in (k + 1)..<order {
        let multiplier = factors[i, k] / factors[k, k]
        factors[i, k] = multiplier
        for j in (k + 1)..<order { factors[i, j] -= multiplier * factors[k, j] }
      }
    }
    self.factors = factors
    self.permutation = permutation
    permutationSign = sign
  }

  private var order: Int { factors.rows }

  private var pivots: [Double] { (0..<order).map { factors[$0, $0] } }

  /// Whether elimination met an exactly zero pivot; nearly singular matrices pass, as they do in LAPACK.
  public var isSingular: Bool { pivots.contains(0) }

  /// The signed product of the pivots; 1 for the 0x0 matrix.
  public var determinant: Double { pivots.reduce(permutationSign, *) }

  /// `ln |det A|`, free of the overflow of the determinant; minus infinity for a singular matrix.
  public var logAbsoluteDeterminant: Double { pivots.reduce(0) { $0 + log(abs($1)) } }

  /// Solves `A X = B` by forward and back substitution.
  public func solve(_ right: DenseMatrix) throws(NumericalError) -> DenseMatrix {
    precondition(right.rows == order, "\(order)x\(order) system with \(right.rows) right-hand rows")
    guard !isSingular else { throw .singular }
    var solution = DenseMatrix(rows: order, columns: right.columns) { right[permutation[$0], $1] }
    for i in 0..<order {
      for k in 0..<i { solution.subtract(factors[i, k], timesRow: k, fromRow: i) }
    }
    for i in (0..<order).reversed() {
      for k in (i + 1)..<order { solution.subtract(factors[i, k], timesRow: k, fromRow: i) }
      for j in 0..<solution.columns { solution[i, j] /= factors[i, i] }
    }
    return solution
  }
}

extension DenseMatrix {
  public var determinant: Double { LUFactorization(self).determinant }

  /// `ln |det A|`; minus infinity for a singular matrix, 0 for the 0x0 matrix.
  public var logAbsoluteDeterminant: Double { LUFactorization(self).logAbsoluteDeterminant }

  public func inverse() throws(NumericalError) -> DenseMatrix {
    try LUFactorization(self).solve(.identity(rows))
  }

  /// Solves `A X = B` for this square `A`.
  public func solve(_ right: DenseMatrix) throws(NumericalError) -> DenseMatrix {
    try LUFactorization(self).solve(right)
  }

  fileprivate mutating func subtract(_ factor: Double, timesRow source: Int, fromRow target: Int) {
    for j in 0..<columns { self[target, j] -= factor * self[source, j] }
  }
}
