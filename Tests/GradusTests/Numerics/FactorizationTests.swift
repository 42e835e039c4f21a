import Gradus
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

@Suite struct FactorizationTests {
  @Test func inverseUndoesTheMatrix() throws {
    var generator = SplitMix64(seed: 21)
    for order in sampleOrders {
      for _ in 0..<10 {
        let a = DenseMatrix.normal(order, order, using: &generator)
        let inverse = try a.inverse()
        let scale = max(1, a.oneNorm * inverse.oneNorm)
        expectClose(a.times(inverse), .identity(order), tolerance: 1e-14, scale: scale, "seed 21")
        expectClose(inverse.times(a), .identity(order), tolerance: 1e-14, scale: scale, "seed 21")
        let right = DenseMatrix.normal(order, 3, using: &generator)
        expectClose(try a.solve(right), inverse.times(right), tolerance: 1e-13, scale: scale, "seed 21")
      }
    }
  }

  @Test func determinantIsMultiplicative() {
    var generator = SplitMix64(seed: 22)
    for order in sampleOrders {
      for _ in 0..<10 {
        let a = DenseMatrix.normal(order, order, using: &generator)
        let b = DenseMatrix.normal(order, order, using: &generator)
        let expected = a.determinant * b.determinant
        expectClose(a.times(b).determinant / expected, 1, tolerance: 1e-9, "seed 22")
        expectClose(a.logAbsoluteDeterminant, log(abs(a.determinant)), tolerance: 1e-13, "seed 22")
        expectClose(a.transposed.determinant / a.determinant, 1, tolerance: 1e-10, "seed 22")
      }
    }
  }

  @Test func determinantsOfKnownMatrices() {
    #expect(DenseMatrix.identity(0).determinant == 1)
    #expect(DenseMatrix.identity(0).logAbsoluteDeterminant == 0)
    #expect(DenseMatrix([[0, 2], [3, 0]]).determinant == -6)
    #expect(DenseMatrix([[1, 2], [2, 4]]).determinant == 0)
    #expect(DenseMatrix([[1, 2], [2, 4]]).logAbsoluteDeterminant == -.infinity)
    #expect(DenseMatrix.zeros(3, 3).determinant == 0)
    #expect(DenseMatrix.diagonal(Array(repeating: 1e-200, count: 4)).determinant == 0)
    let tiny = DenseMatrix.diagonal(Array(repeating: 1e-200, count: 4))
    expectClose(tiny.logAbsoluteDeterminant, 4 * log(1e-200))
  }

  @Test func singularMatricesHaveNoInverse() {
    for matrix in [DenseMatrix([[1, 2], [2, 4]]), .zeros(1, 1), .zeros(4, 4)] {
      #expect(throws: NumericalError.singular) { try matrix.inverse() }
    }
  }

  @Test func choleskyFactorRebuildsTheMatrix() throws {
    var generator = SplitMix64(seed: 23)
    for order in sampleOrders {
      let a = randomPositiveDefinite(order, using: &generator)
      let factor = try a.choleskyFactor()
      expectClose(factor.times(factor.transposed), a, "seed 23")
      #expect((0..<order).allSatisfy { i in ((i + 1)..<order).allSatisfy { factor[i, $0] == 0 } })
      expectClose(try a.choleskyLogDeterminant(), a.logAbsoluteDeterminant, "seed 23")
    }
  }

  @Test func choleskyRefusesWhatItCannotFactor() {
    #expect(throws: NumericalError.notSymmetric) { try DenseMatrix([[2, 1], [0, 2]]).choleskyLogDeterminant() }
    #expect(throws: NumericalError.notSymmetric) { try DenseMatrix.zeros(2, 3).choleskyFactor() }
    #expect(throws: NumericalError.notPositiveDefinite) { try DenseMatrix([[1, 2], [2, 1]]).choleskyFactor() }
    #expect(throws: NumericalError.notPositiveDefinite) { try DenseMatrix.zeros(2, 2).choleskyFactor() }
    #expect(throws: NumericalError.notPositiveDefinite) { try DenseMatrix([[.nan]]).choleskyFactor() }
  }

  @Test func symmetricEigenvectorsDiagonalise() throws {
    var generator = SplitMix64(seed: 24)
    for order in sampleOrders {
      let square = DenseMatrix.normal(order, order, using: &generator)
      for a in [square + square.transposed, randomMatrix(order, order, rank: 1, using: &generator)] {
        let symmetric = 0.5 * (a + a.transposed)
        let (values, vectors) = try (
          symmetric.symmetricEigenvalues(), symmetric.symmetricEigendecomposition().vectors
        )
        #expect(values == values.sorted())
        expectClose(vectors.transposed.times(vectors), .identity(order), "seed 24")
        expectClose(vectors.times(.diagonal(values)).times(vectors.transposed), symmetric, "seed 24")
        expectClose(values.reduce(0, +), symmetric.trace, "seed 24")
      }
    }
    let values = try DenseMatrix([[2, 1], [1, 2]]).symmetricEigenvalues()
    expectClose(.column(values), .column([1, 3]), tolerance: 1e-15)
    #expect(throws: NumericalError.notSymmetric) { try DenseMatrix([[0, 1], [0, 0]]).symmetricEigenvalues() }
  }

  @Test func eigenvaluesOfThePathGraph() throws {
    // The second difference matrix has the eigenvalues 2 - 2 cos(k pi / (n + 1)).
    let order = 12
    let a = DenseMatrix(rows: order, columns: order) { $0 == $1 ? 2 : abs($0 - $1) == 1 ? -1 : 0 }
    for (index, value) in try a.symmetricEigenvalues().enumerated() {
      expectClose(value, 2 - 2 * cos(Double(index + 1) * .pi / Double(order + 1)))
    }
  }
}
