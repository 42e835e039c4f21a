extension DenseMatrix {
  public var transposed: DenseMatrix {
    DenseMatrix(rows: columns, columns: rows) { self[$1, $0] }
  }

  public func map(_ transform: (Double) throws -> Double) rethrows -> DenseMatrix {
    DenseMatrix(rows: rows, columns: columns, elements: try elements.map(transform))
  }

  /// Joins two matrices of one shape entry by entry: `C[i, j] = f(A[i, j], B[i, j])`.
  public func combined(
    with other: DenseMatrix, _ transform: (Double, Double) throws -> Double
  ) rethrows -> DenseMatrix {
    requireSameShape(other)
    let pairs = zip(elements, other.elements)
    return DenseMatrix(rows: rows, columns: columns, elements: try pairs.map { try transform($0, $1) })
  }

  public static func + (left: DenseMatrix, right: DenseMatrix) -> DenseMatrix { left.combined(with: right, +) }

  public static func - (left: DenseMatrix, right: DenseMatrix) -> DenseMatrix { left.combined(with: right, -) }

  public static prefix func - (matrix: DenseMatrix) -> DenseMatrix { matrix.map { -$0 } }

  public static func * (factor: Double, matrix: DenseMatrix) -> DenseMatrix { matrix.map { factor * $0 } }

  /// The matrix product `C[i, j] = sum over k of A[i, k] B[k, j]`.
  public func times(_ other: DenseMatrix) -> DenseMatrix {
    precondition(columns == other.rows, "\(rows)x\(columns) times \(other.rows)x\(other.columns)")
    var result = DenseMatrix.zeros(rows, other.columns)
    for i in 0..<rows {
      for k in 0..<columns {
        let factor = elements[i * columns + k]
        for j in 0..<other.columns {
          result.elements[i * other.columns + j] += factor * other.elements[k * other.columns + j]
        }
      }
    }
    return result
  }

  /// The Frobenius inner product `<A, B> = sum over i, j of A[i, j] B[i, j] = tr(A^T B)`.
  public func innerProduct(_ other: DenseMatrix) -> Double {
    requireSameShape(other)
    return zip(elements, other.elements).reduce(0) { $0 + $1.0 * $1.1 }
  }

  public var trace: Double {
    precondition(isSquare, "trace of \(rows)x\(columns)")
    return (0..<rows).reduce(0) { $0 + self[$1, $1] }
  }

  /// The largest `|A[i, j]|`, 0 for an empty matrix and NaN when any entry is NaN.
  public var maximumMagnitude: Double {
    elements.reduce(0) { $1.isNaN || $0.isNaN ? .nan : max($0, abs($1)) }
  }

  /// The operator 1-norm, the largest column sum of magnitudes, NaN when any entry is NaN.
  public var oneNorm: Double {
    (0..<columns).reduce(0) { largest, column in
      let sum = (0..<rows).reduce(0) { $0 + abs(self[$1, column]) }
      return sum.isNaN || largest.isNaN ? .nan : max(largest, sum)
    }
  }

  /// The root of the sum of squares, scaled so that it neither overflows nor underflows early.
  public var frobeniusNorm: Double {
    let scale = maximumMagnitude
    guard scale > 0, scale.isFinite else { return scale }
    return scale * elements.reduce(0) { $0 + ($1 / scale) * ($1 / scale) }.squareRoot()
  }

  public var isFinite: Bool { elements.allSatisfy(\.isFinite) }

  func requireSameShape(_ other: DenseMatrix) {
    precondition(
      rows == other.rows && columns == other.columns, "\(rows)x\(columns) against \(other.rows)x\(other.columns)")
  }
}
