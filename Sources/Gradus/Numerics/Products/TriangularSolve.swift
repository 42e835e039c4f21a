/// Which triangle of a matrix holds the coefficients, and whether its diagonal counts as ones.
public enum Triangle: Sendable {
  case lowerWithUnitDiagonal
  case lower
  case upper
}

extension Products {
  /// Up to this order substitution row by row beats cutting the triangle further.
  private static let substitutionOrder = 16

  /// Overwrites the row-major `B` by the solution of `T X = B`, by halves: the first half of the unknowns, a product
  /// that takes them out of the second half, and that half.
  public func solve(_ triangle: Triangle, _ t: MatrixView<Double>, inPlace b: MatrixView<Double>) {
    precondition(t.rows == t.columns && t.rows == b.rows, "\(t.rows)x\(t.columns) system for \(b.rows) rows")
    precondition(b.columnStride == 1, "the right-hand side must be row-major")
    let order = t.rows
    if threads > 1, order * order * b.columns >= Self.parallelWork {
      // The columns of B have nothing to do with each other.
      nonisolated(unsafe) let (t, b) = (t, b)
      let bands = Bands(b.columns, of: 8, atMost: threads)
      return ThreadTeam.perform(bands.count, threads: threads) { place in
        serial.solve(triangle, t, inPlace: b.block(rows: 0..<order, columns: bands[place]))
      }
    }
    guard order > Self.substitutionOrder else { return substitute(triangle, t, inPlace: b) }
    let half = (order / 2 + 7) / 8 * 8
    let (first, second, all) = (0..<half, half..<order, 0..<b.columns)
    let (head, tail) = (b.block(rows: first, columns: all), b.block(rows: second, columns: all))
    if triangle == .upper {
      solve(triangle, t.block(rows: second, columns: second), inPlace: tail)
      gemm(alpha: -1, t.block(rows: first, columns: second), tail, beta: 1, into: head)
      solve(triangle, t.block(rows: first, columns: first), inPlace: head)
    } else {
      solve(triangle, t.block(rows: first, columns: first), inPlace: head)
      gemm(alpha: -1, t.block(rows: second, columns: first), head, beta: 1, into: tail)
      solve(triangle, t.block(rows: second, columns: second), inPlace: tail)
    }
  }

  /// Writes the inverse of a lower triangle into row-major memory, zeros above its diagonal included.
  ///
  /// `[[P, 0], [Q, R]]^-1 = [[P^-1, 0], [-R^-1 Q P^-1, R^-1]]`, a third of the work of solving for the identity. An
  /// upper triangle and its inverse are lower ones when both are viewed transposed.
  public func invertLower(_ t: MatrixView<Double>, unitDiagonal: Bool = false, into target: MatrixView<Double>) {
    let order = t.rows
    let triangle = unitDiagonal ? Triangle.lowerWithUnitDiagonal : .lower
    guard order > Self.substitutionOrder else {
      target.fillWithIdentity()
      return substitute(triangle, t, inPlace: target)
    }
    let half = (order / 2 + 7) / 8 * 8
    let (first, second) = (0..<half, half..<order)
    let (head, tail) = (target.block(rows: first, columns: first), target.block(rows: second, columns: second))
    let corner = target.block(rows: second, columns: first)
    invertLower(t.block(rows: first, columns: first), unitDiagonal: unitDiagonal, into: head)
    gemm(alpha: -1, t.block(rows: second, columns: first), head, into: corner)
    solve(triangle, t.block(rows: second, columns: second), inPlace: corner)
    invertLower(t.block(rows: second, columns: second), unitDiagonal: unitDiagonal, into: tail)
    target.block(rows: first, columns: second).fill(with: 0)
  }

  private func substitute(_ triangle: Triangle, _ t: MatrixView<Double>, inPlace b: MatrixView<Double>) {
    let order = t.rows
    for step in 0..<order {
      let i = triangle == .upper ? order - 1 - step : step
      let row = b.base + i * b.rowStride
      for k in triangle == .upper ? (i + 1)..<order : 0..<i {
        Double.add(-t[i, k], times: b.base + k * b.rowStride, to: row, count: b.columns)
      }
      if triangle != .lowerWithUnitDiagonal {
        let pivot = t[i, i]
        for j in 0..<b.columns { row[j] /= pivot }
      }
    }
  }
}
