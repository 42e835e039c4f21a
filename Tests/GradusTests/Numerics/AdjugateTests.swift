import Gradus
import Testing

@Suite struct AdjugateTests {
  @Test func knownAdjugates() {
    #expect(DenseMatrix.identity(0).adjugate == .identity(0))
    #expect(DenseMatrix.scalar(0).adjugate == .scalar(1))
    #expect(DenseMatrix([[1, 2], [3, 4]]).adjugate == DenseMatrix([[4, -2], [-3, 1]]))
    expectClose(
      DenseMatrix([[1, 2, 3], [4, 5, 6], [7, 8, 9]]).adjugate,
      DenseMatrix([[-3, 6, -3], [6, -12, 6], [-3, 6, -3]]), tolerance: 1e-14)
  }

  @Test func productWithTheMatrixIsTheDeterminant() {
    var generator = SplitMix64(seed: 41)
    for order in sampleOrders {
      for deficiency in 0...min(3, order) {
        let a = randomMatrix(order, order, rank: order - deficiency, using: &generator)
        let determinant = deficiency == 0 ? a.determinant : 0
        let expected = determinant * DenseMatrix.identity(order)
        let scale = max(a.adjugate.maximumMagnitude * a.maximumMagnitude, abs(determinant), 1)
        expectClose(a.times(a.adjugate), expected, tolerance: 1e-12, scale: scale, "seed 41 rank -\(deficiency)")
        expectClose(a.adjugate.times(a), expected, tolerance: 1e-12, scale: scale, "seed 41 rank -\(deficiency)")
      }
    }
  }

  @Test func entriesAreSignedMinors() {
    var generator = SplitMix64(seed: 42)
    for order in 1...8 {
      for deficiency in 0...min(2, order - 1) {
        let a = randomMatrix(order, order, rank: order - deficiency, using: &generator)
        let expected = DenseMatrix(rows: order, columns: order) { i, j in
          ((i + j) % 2 == 0 ? 1 : -1) * a.removing(row: j, column: i).determinant
        }
        // The largest product that a cofactor of entries of this size can be.
        let scale = SingularValueDecomposition(a).values.dropLast(2).reduce(a.frobeniusNorm, *)
        expectClose(a.adjugate, expected, tolerance: 1e-14, scale: scale, "seed 42 order \(order) -\(deficiency)")
      }
    }
  }

  @Test func rankFallsAsItShould() {
    var generator = SplitMix64(seed: 43)
    for order in [3, 5, 8] {
      #expect(randomMatrix(order, order, rank: order - 1, using: &generator).adjugate.rank == 1)
      let vanishing = randomMatrix(order, order, rank: order - 2, using: &generator).adjugate
      expectClose(vanishing, .zeros(order, order), tolerance: 1e-12 * 1e3)
    }
  }

  @Test func reversesProducts() {
    var generator = SplitMix64(seed: 44)
    for order in sampleOrders {
      let a = DenseMatrix.normal(order, order, using: &generator)
      let b = DenseMatrix.normal(order, order, using: &generator)
      let expected = b.adjugate.times(a.adjugate)
      expectClose(a.times(b).adjugate, expected, tolerance: 1e-10, "seed 44")
    }
  }
}
