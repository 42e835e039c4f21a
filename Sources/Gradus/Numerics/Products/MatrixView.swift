/// A matrix in memory that someone else owns: entry `(i, j)` lies `i * rowStride + j * columnStride` after `base`.
///
/// One of the strides must be 1 in an operand that a system library is to take; transposing swaps them.
public struct MatrixView<Scalar> {
  public let base: UnsafeMutablePointer<Scalar>
  public let rows: Int
  public let columns: Int
  public let rowStride: Int
  public let columnStride: Int

  /// Views row-major memory whose rows start `stride` entries apart, or follow each other when none is given.
  public init(_ base: UnsafeMutablePointer<Scalar>, rows: Int, columns: Int, stride: Int? = nil) {
    self.init(base, rows: rows, columns: columns, rowStride: stride ?? columns, columnStride: 1)
  }

  /// Views memory that is only to be read.
  public init(_ base: UnsafePointer<Scalar>, rows: Int, columns: Int, stride: Int? = nil) {
    self.init(UnsafeMutablePointer(mutating: base), rows: rows, columns: columns, stride: stride)
  }

  init(_ base: UnsafeMutablePointer<Scalar>, rows: Int, columns: Int, rowStride: Int, columnStride: Int) {
    self.base = base
    self.rows = rows
    self.columns = columns
    self.rowStride = rowStride
    self.columnStride = columnStride
  }

  public var transposed: MatrixView {
    MatrixView(base, rows: columns, columns: rows, rowStride: columnStride, columnStride: rowStride)
  }

  public func block(rows rowRange: Range<Int>, columns columnRange: Range<Int>) -> MatrixView {
    MatrixView(
      base + rowRange.lowerBound * rowStride + columnRange.lowerBound * columnStride,
      rows: rowRange.count, columns: columnRange.count, rowStride: rowStride, columnStride: columnStride)
  }

  @inline(__always)
  subscript(_ row: Int, _ column: Int) -> Scalar {
    get { base[row * rowStride + column * columnStride] }
    nonmutating set { base[row * rowStride + column * columnStride] = newValue }
  }

  /// Writes the entries row by row into contiguous memory.
  func copy(to target: UnsafeMutablePointer<Scalar>) {
    for i in 0..<rows {
      if columnStride == 1 {
        (target + i * columns).update(from: base + i * rowStride, count: columns)
      } else {
        for j in 0..<columns { target[i * columns + j] = self[i, j] }
      }
    }
  }

  /// Takes over another view's entries.
  func copyEntries(of other: MatrixView<Scalar>) {
    for i in 0..<rows {
      for j in 0..<columns { self[i, j] = other[i, j] }
    }
  }

  func fill(with value: Scalar) {
    for i in 0..<rows {
      for j in 0..<columns { self[i, j] = value }
    }
  }

  var hasUnitStride: Bool { rowStride == 1 || columnStride == 1 }

  var isEmpty: Bool { rows == 0 || columns == 0 }
}

extension MatrixView where Scalar: FloatingPoint {
  func fillWithIdentity() {
    fill(with: 0)
    for i in 0..<rows { self[i, i] = 1 }
  }
}
