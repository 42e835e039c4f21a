/// The thin decomposition `A = U diag(values) V^T` with `k = min(rows, columns)` descending values.
///
/// `U` and `V` have orthonormal columns even where singular values vanish. One-sided Jacobi: Demmel and Veselic,
/// "Jacobi's method is more accurate than QR", SIAM J. Matrix Anal. Appl. 13 (1992); the quicker ways of system libraries
/// lose the digits of small values, on which ranks and pseudoinverses turn.
public struct SingularValueDecomposition: Sendable, Equatable {
  public let left: DenseMatrix
  public let values: [Double]
  public let right: DenseMatrix

  public init(_ matrix: DenseMatrix) {
    if matrix.rows >= matrix.columns {
      (left, values, right) = Self.decomposeTall(matrix)
    } else {
      (right, values, left) = Self.decomposeTall(matrix.transposed)
    }
  }

  /// `max(rows, columns) * eps` times the largest value, below which a singular value is taken for rounding noise.
  var noiseLevel: Double { Double(max(left.rows, right.rows)) * .ulpOfOne * (values.first ?? 0) }

  private static func decomposeTall(_ matrix: DenseMatrix) -> (DenseMatrix, [Double], DenseMatrix) {
    let (rows, columns) = (matrix.rows, matrix.columns)
    guard matrix.isFinite else {
      let blank = { DenseMatrix(rows: $0, columns: $1, repeating: .nan) }
      return (blank(rows, columns), Array(repeating: .nan, count: columns), blank(columns, columns))
    }
    // A power of two changes no digit and keeps the squares below from overflowing or vanishing.
    let largest = matrix.maximumMagnitude
    let scale = largest > 0 ? largest.binade : 1
    // Columns lie as rows here, one run of memory each.
    var work = matrix.transposed.map { $0 / scale }
    var right = DenseMatrix.identity(columns)
    orthogonaliseRows(of: &work, recordingIn: &right)

    let norms = (0..<columns).map { column in
      work.elements.withUnsafeBufferPointer { $0.dot(column, column, length: rows).squareRoot() }
    }
    let order = (0..<columns).sorted { norms[$0] > norms[$1] }
    var left = DenseMatrix.zeros(rows, columns)
    for (target, source) in order.enumerated() {
      if norms[source] > 0x1p-500 {
        for i in 0..<rows { left[i, target] = work[source, i] / norms[source] }
      } else {
        left.completeColumn(target)
      }
    }
    return (
      left, order.map { norms[$0] * scale },
      DenseMatrix(rows: columns, columns: columns) { right[order[$1], $0] }
    )
  }

  /// Rotates pairs of rows until all are orthogonal to working accuracy.
  private static func orthogonaliseRows(of work: inout DenseMatrix, recordingIn right: inout DenseMatrix) {
    let (count, length) = (work.rows, work.columns)
    let tolerance = Double.ulpOfOne * Double(length).squareRoot()
    work.elements.withUnsafeMutableBufferPointer { work in
      right.elements.withUnsafeMutableBufferPointer { right in
        var rotated = true
        var sweep = 0
        while rotated, sweep < JacobiRotation.maximumSweeps {
          rotated = false
          sweep += 1
          for p in 0..<count {
            for q in (p + 1)..<count {
              let rows = UnsafeBufferPointer(work)
              let (pp, pq) = (rows.dot(p, p, length: length), rows.dot(p, q, length: length))
              let qq = rows.dot(q, q, length: length)
              guard abs(pq) > tolerance * pp.squareRoot() * qq.squareRoot() else { continue }
              rotated = true
              let rotation = JacobiRotation(diagonalising: pp, pq, qq)
              rotation.apply(to: work, p, q, length: length)
              rotation.apply(to: right, p, q, length: count)
            }
          }
        }
      }
    }
  }
}

// Always in the same order, so that factors are the same on every processor.

extension UnsafeBufferPointer<Double> {
  /// The inner product of two rows of a length.
  fileprivate func dot(_ p: Int, _ q: Int, length: Int) -> Double {
    guard let base = baseAddress else { return 0 }
    let (x, y) = (UnsafeRawPointer(base + p * length), UnsafeRawPointer(base + q * length))
    var sums = SIMD4<Double>.zero
    for place in stride(from: 0, to: length - 3, by: 4) {
      sums +=
        x.loadUnaligned(fromByteOffset: 8 * place, as: SIMD4<Double>.self)
        * y.loadUnaligned(fromByteOffset: 8 * place, as: SIMD4<Double>.self)
    }
    var sum = sums.sum()
    for place in (length / 4 * 4)..<length { sum += self[p * length + place] * self[q * length + place] }
    return sum
  }
}

extension JacobiRotation {
  fileprivate func apply(to rows: UnsafeMutableBufferPointer<Double>, _ p: Int, _ q: Int, length: Int) {
    guard let base = rows.baseAddress else { return }
    let (x, y) = (base + p * length, base + q * length)
    for place in 0..<length {
      let (a, b) = (x[place], y[place])
      x[place] = cosine * a - sine * b
      y[place] = sine * a + cosine * b
    }
  }
}

extension DenseMatrix {
  /// Fills a column with a unit vector orthogonal to all columns before it, by Gram-Schmidt on unit vectors.
  fileprivate mutating func completeColumn(_ target: Int) {
    for axis in 0..<rows {
      var candidate = (0..<rows).map { $0 == axis ? 1.0 : 0.0 }
      // Twice is enough to be orthogonal to working accuracy (Kahan; Parlett, section 6-9).
      for _ in 0..<2 {
        for j in 0..<target {
          let overlap = (0..<rows).reduce(0) { $0 + self[$1, j] * candidate[$1] }
          for i in 0..<rows { candidate[i] -= overlap * self[i, j] }
        }
      }
      let norm = candidate.reduce(0) { $0 + $1 * $1 }.squareRoot()
      // Of all axes, one leaves at least sqrt((rows - target) / rows) outside the span.
      if norm * norm >= 0.5 / Double(rows) {
        for i in 0..<rows { self[i, target] = candidate[i] / norm }
        return
      }
    }
  }
}
