/// How the entries of a sample are drawn; expressions with restricted domains have values under some of them only.
enum Distribution: CaseIterable, Sendable {
  case normal, positive, fraction, aboveOne, small, nearIdentity, definite, negative

  func entry(using generator: inout SplitMix64) -> Double {
    switch self {
    case .normal, .nearIdentity, .definite: generator.nextNormal()
    case .positive: generator.next(in: 0.3...2)
    case .fraction: generator.next(in: 0.1...0.9)
    case .aboveOne: generator.next(in: 1.1...2.5)
    case .small: 0.15 * generator.nextNormal()
    case .negative: generator.next(in: -2 ... -0.3)
    }
  }

  /// A matrix of entries; for square ones the matrix-valued distributions differ from the normal one.
  func matrix(_ rows: Int, _ columns: Int, using generator: inout SplitMix64) -> DenseMatrix {
    let entries = DenseMatrix(rows: rows, columns: columns) { _, _ in entry(using: &generator) }
    guard rows == columns, rows > 0 else { return entries }
    switch self {
    case .nearIdentity: return DenseMatrix.identity(rows) + (0.3 / Double(rows).squareRoot()) * entries
    case .definite: return entries.definite
    case .normal, .positive, .fraction, .aboveOne, .small, .negative: return entries
    }
  }
}

extension DenseMatrix {
  /// B Bᵀ/n + I/2, symmetric positive definite and well conditioned.
  var definite: DenseMatrix {
    (1 / Double(Swift.max(columns, 1))) * times(transposed) + 0.5 * DenseMatrix.identity(rows)
  }
}
