#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// `P A = L U` with partial pivoting at the speed of the matrix product.
///
/// Toledo, "Locality of reference in LU decomposition with partial pivoting", SIAM J. Matrix Anal. Appl. 18 (1997).
public struct BlockedLU: Sendable {
  /// Up to this many columns elimination column by column beats cutting the panel further.
  private static let panelWidth = 32
  /// Below this order the threads would wait for each other's columns longer than they work.
  private static let parallelOrder = 512

  private let products: Products
  /// What steps that need each other multiply with.
  private let stepProducts: Products
  private let order: Int
  /// `U` on and above the diagonal, `L` without its ones below.
  private var factors: [Double]
  /// Step `k` exchanged the rows `k` and `exchanges[k]`.
  private var exchanges: [Int]

  public init(_ matrix: MatrixView<Double>, products: Products = .standard) {
    precondition(matrix.rows == matrix.columns, "LU factorization of \(matrix.rows)x\(matrix.columns)")
    self.products = products
    let order = matrix.rows
    let stepProducts = order < Self.parallelOrder ? products.serial : products
    self.stepProducts = stepProducts
    self.order = order
    factors = Array(unsafeUninitializedCapacity: order * order) { buffer, count in
      if let base = buffer.baseAddress { matrix.copy(to: base) }
      count = order * order
    }
    exchanges = Array(0..<order)
    factors.withUnsafeMutableBufferPointer { factors in
      exchanges.withUnsafeMutableBufferPointer { exchanges in
        guard let base = factors.baseAddress, let steps = exchanges.baseAddress else { return }
        Self.factor(MatrixView(base, rows: order, columns: order), steps, stepProducts)
      }
    }
  }

  private var pivots: some Sequence<Double> { (0..<order).lazy.map { factors[$0 * (order + 1)] } }

  /// Whether elimination met an exactly zero pivot.
  public var isSingular: Bool { pivots.contains(0) }

  /// The signed product of the pivots; 1 for the 0x0 matrix.
  public var determinant: Double {
    let exchangeCount = exchanges.indices.count { exchanges[$0] != $0 }
    return pivots.reduce(exchangeCount.isMultiple(of: 2) ? 1 : -1, *)
  }

  /// `ln |det A|`; minus infinity for a singular matrix.
  public var logAbsoluteDeterminant: Double { pivots.reduce(0) { $0 + log(abs($1)) } }

  /// Overwrites the row-major `B` by the solution of `A X = B`.
  public func solve(inPlace right: MatrixView<Double>) throws(NumericalError) {
    precondition(right.rows == order && right.columnStride == 1, "the right-hand side does not fit")
    guard !isSingular else { throw .singular }
    factors.withUnsafeBufferPointer { factors in
      guard let base = factors.baseAddress else { return }
      let matrix = MatrixView(base, rows: order, columns: order)
      for (row, other) in exchanges.enumerated() { right.exchangeRows(row, other) }
      products.solve(.lowerWithUnitDiagonal, matrix, inPlace: right)
      products.solve(.upper, matrix, inPlace: right)
    }
  }

  /// Writes the inverse `U^-1 L^-1 P` of `A` into row-major memory.
  public func inverse(into target: MatrixView<Double>) throws(NumericalError) {
    precondition(target.rows == order && target.columns == order, "the inverse does not fit")
    precondition(target.columnStride == 1, "the inverse must be row-major")
    guard !isSingular else { throw .singular }
    factors.withUnsafeBufferPointer { factors in
      guard let base = factors.baseAddress else { return }
      let matrix = MatrixView(base, rows: order, columns: order)
      stepProducts.invertLower(matrix, unitDiagonal: true, into: target)
      products.solve(.upper, matrix, inPlace: target)
    }
    permuteColumns(of: target)
  }

  /// Multiplies by `P` from the right.
  private func permuteColumns(of target: MatrixView<Double>) {
    var sources = Array(0..<order)
    for (row, other) in exchanges.enumerated() { sources.swapAt(row, other) }
    withUnsafeTemporaryAllocation(of: Double.self, capacity: order) { line in
      for i in 0..<order {
        let row = target.base + i * target.rowStride
        for (column, destination) in sources.enumerated() { line[destination] = row[column] }
        if let permuted = line.baseAddress { row.update(from: permuted, count: order) }
      }
    }
  }

  /// Factors a panel at least as high as wide, its left half first.
  private static func factor(
    _ panel: MatrixView<Double>, _ exchanges: UnsafeMutablePointer<Int>, _ products: Products
  ) {
    guard panel.columns > panelWidth else { return eliminate(panel, exchanges) }
    let half = (panel.columns / 2 + 7) / 8 * 8
    let (first, second, below) = (0..<half, half..<panel.columns, half..<panel.rows)
    factor(panel.block(rows: 0..<panel.rows, columns: first), exchanges, products)
    let right = panel.block(rows: 0..<panel.rows, columns: second)
    for row in first { right.exchangeRows(row, exchanges[row]) }
    let (corner, remainder) = (panel.block(rows: first, columns: second), panel.block(rows: below, columns: second))
    products.solve(.lowerWithUnitDiagonal, panel.block(rows: first, columns: first), inPlace: corner)
    let multipliers = panel.block(rows: below, columns: first)
    products.gemm(alpha: -1, multipliers, corner, beta: 1, into: remainder)
    factor(remainder, exchanges + half, products)
    for row in 0..<second.count {
      multipliers.exchangeRows(row, exchanges[half + row])
      // The recursive call counted from its own first row.
      exchanges[half + row] += half
    }
  }

  /// Eliminates in a transposed copy, where the columns of a narrow panel are long runs.
  private static func eliminate(_ panel: MatrixView<Double>, _ exchanges: UnsafeMutablePointer<Int>) {
    let (rows, columns) = (panel.rows, panel.columns)
    withUnsafeTemporaryAllocation(of: Double.self, capacity: rows * columns) { memory in
      guard let base = memory.baseAddress else { return }
      panel.transposed.copy(to: base)
      for k in 0..<columns {
        let column = base + k * rows
        var pivotRow = k
        for i in k..<rows where abs(column[i]) > abs(column[pivotRow]) { pivotRow = i }
        exchanges[k] = pivotRow
        if pivotRow != k {
          for j in 0..<columns { memory.swapAt(j * rows + k, j * rows + pivotRow) }
        }
        let pivot = column[k]
        guard pivot != 0 else { continue }
        for i in (k + 1)..<rows { column[i] /= pivot }
        for j in (k + 1)..<columns {
          let target = base + j * rows
          Double.add(-target[k], times: column + k + 1, to: target + k + 1, count: rows - k - 1)
        }
      }
      let result = MatrixView(base, rows: columns, columns: rows).transposed
      for i in 0..<rows {
        for j in 0..<columns { panel[i, j] = result[i, j] }
      }
    }
  }
}

extension MatrixView<Double> {
  /// Exchanges two rows of row-major memory.
  fileprivate func exchangeRows(_ first: Int, _ second: Int) {
    guard first != second else { return }
    let (a, b) = (base + first * rowStride, base + second * rowStride)
    for j in 0..<columns { (a[j], b[j]) = (b[j], a[j]) }
  }
}
