#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// `A = R^T R` with an upper triangular `R` at the speed of the matrix product; only the upper triangle of `A` is read.
public struct BlockedCholesky: Sendable {
  /// Up to this order elimination row by row beats cutting the matrix further.
  private static let blockOrder = 16

  private let order: Int
  /// `R` on and above the diagonal, leftovers of `A` below.
  private var factor: [Double]

  public init(_ matrix: MatrixView<Double>, products: Products = .standard) throws(NumericalError) {
    precondition(matrix.rows == matrix.columns, "Cholesky factorization of \(matrix.rows)x\(matrix.columns)")
    let order = matrix.rows
    self.order = order
    factor = Array(unsafeUninitializedCapacity: order * order) { buffer, count in
      if let base = buffer.baseAddress { matrix.copy(to: base) }
      count = order * order
    }
    let isPositiveDefinite = factor.withUnsafeMutableBufferPointer { factor in
      factor.baseAddress.map { Self.factor(MatrixView($0, rows: order, columns: order), products) } ?? true
    }
    guard isPositiveDefinite else { throw .notPositiveDefinite }
  }

  /// `ln det A = 2 sum over i of ln R[i, i]`.
  public var logDeterminant: Double { 2 * (0..<order).reduce(0) { $0 + log(factor[$1 * (order + 1)]) } }

  /// Overwrites the row-major `B` by the solution of `A X = B`.
  public func solve(inPlace right: MatrixView<Double>, products: Products = .standard) {
    precondition(right.rows == order && right.columnStride == 1, "the right-hand side does not fit")
    factor.withUnsafeBufferPointer { factor in
      guard let base = factor.baseAddress else { return }
      let upper = MatrixView(base, rows: order, columns: order)
      products.solve(.lower, upper.transposed, inPlace: right)
      products.solve(.upper, upper, inPlace: right)
    }
  }

  /// Factors the leading half, then what it leaves of the other; false when a pivot is not positive.
  private static func factor(_ a: MatrixView<Double>, _ products: Products) -> Bool {
    let order = a.rows
    guard order > blockOrder else { return eliminate(a) }
    let half = (order / 2 + 7) / 8 * 8
    let (first, second) = (0..<half, half..<order)
    let (leading, corner) = (a.block(rows: first, columns: first), a.block(rows: first, columns: second))
    let remainder = a.block(rows: second, columns: second)
    guard factor(leading, products) else { return false }
    products.solve(.lower, leading.transposed, inPlace: corner)
    products.gemm(alpha: -1, corner.transposed, corner, beta: 1, into: remainder)
    return factor(remainder, products)
  }

  private static func eliminate(_ a: MatrixView<Double>) -> Bool {
    for k in 0..<a.rows {
      guard a[k, k] > 0, a[k, k].isFinite else { return false }
      let root = a[k, k].squareRoot()
      for j in k..<a.columns { a[k, j] /= root }
      for i in (k + 1)..<a.rows {
        for j in i..<a.columns { a[i, j] -= a[k, i] * a[k, j] }
      }
    }
    return true
  }
}
