import Gradus
import Testing

@Suite struct SingularValueTests {
  /// Full rank, every lower rank and badly scaled matrices of all sample shapes.
  private func samples(seed: UInt64) -> [DenseMatrix] {
    var generator = SplitMix64(seed: seed)
    var matrices: [DenseMatrix] = []
    for (rows, columns) in sampleShapes {
      let full = DenseMatrix.normal(rows, columns, using: &generator)
      matrices += [full, 1e-180 * full, 1e180 * full, .zeros(rows, columns)]
      for rank in 0..<max(1, min(rows, columns)) {
        matrices.append(randomMatrix(rows, columns, rank: rank, using: &generator))
      }
    }
    return matrices
  }

  @Test func factorsAreOrthonormalAndRebuildTheMatrix() {
    for a in samples(seed: 31) {
      let decomposition = SingularValueDecomposition(a)
      let count = min(a.rows, a.columns)
      let (left, right, values) = (decomposition.left, decomposition.right, decomposition.values)
      #expect(values.count == count && values == values.sorted(by: >) && values.allSatisfy { $0 >= 0 })
      expectClose(left.transposed.times(left), .identity(count), "seed 31\n\(a)")
      expectClose(right.transposed.times(right), .identity(count), "seed 31\n\(a)")
      expectClose(
        left.times(.diagonal(values)).times(right.transposed), a, tolerance: 1e-13, scale: a.frobeniusNorm, "seed 31")
    }
  }

  @Test func pseudoInverseObeysThePenroseLaws() {
    for a in samples(seed: 32) {
      let inverse = a.pseudoInverse()
      let scale = max(1, a.frobeniusNorm * inverse.frobeniusNorm)
      expectClose(a.times(inverse).times(a), a, tolerance: 1e-13, scale: scale * a.frobeniusNorm, "seed 32")
      expectClose(
        inverse.times(a).times(inverse), inverse, tolerance: 1e-13, scale: scale * inverse.frobeniusNorm, "seed 32")
      expectClose(a.times(inverse), a.times(inverse).transposed, tolerance: 1e-13, scale: scale, "seed 32")
      expectClose(inverse.times(a), inverse.times(a).transposed, tolerance: 1e-13, scale: scale, "seed 32")
    }
  }

  @Test func rankCountsTheFactors() {
    var generator = SplitMix64(seed: 33)
    for (rows, columns) in sampleShapes {
      for rank in 0...min(rows, columns) {
        #expect(randomMatrix(rows, columns, rank: rank, using: &generator).rank == rank, "seed 33")
      }
    }
  }

  @Test func smallSingularValuesKeepTheirDigits() {
    // Column scaling is harmless to one-sided Jacobi, where bidiagonalisation would lose the small value.
    let a = DenseMatrix([[1, 1e-20], [1, -1e-20]])
    let values = SingularValueDecomposition(a).values
    expectClose(values[0], 2.0.squareRoot(), tolerance: 1e-15)
    expectClose(values[1] * 1e20, 2.0.squareRoot(), tolerance: 1e-15)
  }

  @Test func nuclearNormIsThePolarInnerProduct() {
    for a in samples(seed: 34) where a.maximumMagnitude < 1e100 {
      let polar = a.polarFactor
      expectClose(polar.innerProduct(a), a.nuclearNorm, "seed 34")
      expectClose(polar.times(polar.transposed).times(polar), polar, "seed 34, partial isometry")
      let stretch = polar.transposed.times(a)
      expectClose(stretch, stretch.transposed, "seed 34, symmetric factor")
    }
    #expect(DenseMatrix([[3, 0], [0, -4]]).nuclearNorm == 7)
    #expect(DenseMatrix([[3, 0], [0, -4]]).polarFactor == DenseMatrix([[1, 0], [0, -1]]))
  }

  @Test func missingNumbersStayMissing() {
    let decomposition = SingularValueDecomposition(DenseMatrix([[1, .nan], [0, 1]]))
    #expect(decomposition.values.count == 2 && decomposition.values.allSatisfy { $0.isNaN })
    #expect(DenseMatrix([[1, .infinity]]).nuclearNorm.isNaN)
  }
}
