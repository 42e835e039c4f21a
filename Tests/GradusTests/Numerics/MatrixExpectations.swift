import Gradus
import Testing

/// Expects two matrices of one shape whose entries differ by at most `tolerance` times the scale of the problem.
func expectClose(
  _ actual: DenseMatrix, _ expected: DenseMatrix, tolerance: Double = 1e-12, scale: Double? = nil,
  _ context: String = "", sourceLocation: SourceLocation = #_sourceLocation
) {
  #expect(
    actual.rows == expected.rows && actual.columns == expected.columns, "\(context)", sourceLocation: sourceLocation)
  guard actual.rows == expected.rows, actual.columns == expected.columns else { return }
  let allowed = tolerance * (scale ?? max(1, expected.maximumMagnitude))
  let error = (actual - expected).maximumMagnitude
  #expect(
    error <= allowed, "\(context): error \(error) of \(actual.rows)x\(actual.columns)", sourceLocation: sourceLocation)
}

/// Expects two numbers that differ by at most `tolerance` relative to the larger of 1 and the expected one.
func expectClose(
  _ actual: Double, _ expected: Double, tolerance: Double = 1e-12, _ context: String = "",
  sourceLocation: SourceLocation = #_sourceLocation
) {
  let same = actual == expected || abs(actual - expected) <= tolerance * max(1, abs(expected))
  #expect(same, "\(context): \(actual) against \(expected)", sourceLocation: sourceLocation)
}

/// Shapes that exercise the empty, the scalar, the flat, the tall and the square.
let sampleShapes: [(rows: Int, columns: Int)] = [
  (0, 0), (0, 3), (3, 0), (1, 1), (1, 4), (4, 1), (2, 2), (2, 5), (5, 2), (5, 5), (8, 3), (8, 8),
]

let sampleOrders = [0, 1, 2, 3, 5, 8, 13]

/// A product of two thin random factors, of the given rank almost surely.
func randomMatrix(
  _ rows: Int, _ columns: Int, rank: Int, using generator: inout SplitMix64
) -> DenseMatrix {
  DenseMatrix.normal(rows, rank, using: &generator).times(.normal(rank, columns, using: &generator))
}

/// `B B^T + I / 2`.
func randomPositiveDefinite(_ order: Int, using generator: inout SplitMix64) -> DenseMatrix {
  let factor = DenseMatrix.normal(order, order, using: &generator)
  return factor.times(factor.transposed) + 0.5 * .identity(order)
}
