import Gradus
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

@Suite struct MatrixFunctionTests {
  @Test func exponentialOfKnownMatrices() {
    #expect(DenseMatrix.identity(0).exponential() == .identity(0))
    #expect(DenseMatrix.zeros(3, 3).exponential() == .identity(3))
    for x in [-700.0, -3, 1e-10, 0.5, 4, 300] {
      expectClose(DenseMatrix.scalar(x).exponential()[0, 0] / exp(x), 1, tolerance: 1e-13, "exp \(x)")
    }
    expectClose(
      DenseMatrix([[0, -2], [2, 0]]).exponential(), DenseMatrix([[cos(2), -sin(2)], [sin(2), cos(2)]]),
      tolerance: 1e-15)
    #expect(DenseMatrix([[0, 1], [0, 0]]).exponential() == DenseMatrix([[1, 1], [0, 1]]))
    #expect(DenseMatrix.scalar(.infinity).exponential()[0, 0].isNaN)
  }

  @Test func exponentialLaws() throws {
    var generator = SplitMix64(seed: 51)
    for order in sampleOrders {
      for size in [0.01, 1, 3] {
        let a = size * DenseMatrix.normal(order, order, using: &generator)
        let result = a.exponential()
        let reverse = (-a).exponential()
        let scale = max(1, result.oneNorm * reverse.oneNorm)
        expectClose(result.times(reverse), .identity(order), scale: scale, "seed 51")
        expectClose((2 * a).exponential(), result.times(result), tolerance: 1e-11, "seed 51")
        expectClose(a.transposed.exponential(), result.transposed, "seed 51")
        expectClose(LUFactorization(result).logAbsoluteDeterminant, a.trace, tolerance: scale * 1e-13, "seed 51")
      }
    }
  }

  @Test func logarithmInvertsTheExponential() throws {
    var generator = SplitMix64(seed: 52)
    for order in sampleOrders {
      for _ in 0..<5 {
        let definite = randomPositiveDefinite(order, using: &generator)
        expectClose(try definite.logarithm().exponential(), definite, "seed 52")
        let (values, vectors) = try (
          definite.symmetricEigenvalues(), definite.symmetricEigendecomposition().vectors
        )
        expectClose(
          try definite.logarithm(), vectors.times(.diagonal(values.map { log($0) })).times(vectors.transposed),
          "seed 52")
        // Eigenvalues of norm below 1 keep the exponential within the principal strip.
        let general = DenseMatrix.normal(order, order, using: &generator)
        let small = (1 / max(1, general.oneNorm)) * general
        expectClose(try small.exponential().logarithm(), small, tolerance: 1e-13, "seed 52")
      }
    }
    for x in [1e-300, 1e-8, 1 + 1e-12, 3, 1e300] {
      let result = try DenseMatrix.scalar(x).logarithm()[0, 0]
      expectClose(result / log(x), 1, tolerance: 1e-13, "log \(x)")
    }
    expectClose(
      try DenseMatrix([[cos(3), -sin(3)], [sin(3), cos(3)]]).logarithm(), DenseMatrix([[0, -3], [3, 0]]),
      tolerance: 1e-13)
  }

  @Test func noLogarithmOnTheClosedNegativeAxis() {
    let matrices = [
      DenseMatrix.scalar(-1), .scalar(0), .scalar(.nan), DenseMatrix([[1, 0], [0, -2]]), .zeros(3, 3),
      DenseMatrix([[1, 5], [3, 2]]), -DenseMatrix.identity(2), DenseMatrix([[1, 2], [2, 4]]),
    ]
    for matrix in matrices {
      #expect(throws: NumericalError.noRealLogarithm, "\(matrix)") { try matrix.logarithm() }
    }
  }

  @Test func derivativesMatchCentralDifferences() throws {
    var generator = SplitMix64(seed: 53)
    let step = 1e-5
    for order in sampleOrders {
      let a = DenseMatrix.normal(order, order, using: &generator)
      let direction = DenseMatrix.normal(order, order, using: &generator)
      let quotient = (1 / (2 * step)) * ((a + step * direction).exponential() - (a - step * direction).exponential())
      expectClose(a.exponentialDerivative(along: direction), quotient, tolerance: 1e-7, "seed 53 exp \(order)")

      let b = randomPositiveDefinite(order, using: &generator)
      let difference = try (b + step * direction).logarithm() - (b - step * direction).logarithm()
      let logQuotient = (1 / (2 * step)) * difference
      expectClose(try b.logarithmDerivative(along: direction), logQuotient, tolerance: 1e-7, "seed 53 log \(order)")
    }
  }

  @Test func derivativesInvertEachOther() throws {
    var generator = SplitMix64(seed: 54)
    for order in sampleOrders {
      let a = 0.3 * DenseMatrix.normal(order, order, using: &generator)
      for size in [1e-12, 1, 1e12] {
        let direction = size * DenseMatrix.normal(order, order, using: &generator)
        let there = a.exponentialDerivative(along: direction)
        let back = try a.exponential().logarithmDerivative(along: there)
        expectClose(back, direction, tolerance: 1e-11, scale: size, "seed 54")
      }
    }
  }

  @Test func derivativeAlongACommutingDirection() {
    var generator = SplitMix64(seed: 55)
    let a = DenseMatrix.normal(5, 5, using: &generator)
    expectClose(a.exponentialDerivative(along: a), a.times(a.exponential()), tolerance: 1e-11, "seed 55")
    #expect(a.exponentialDerivative(along: .zeros(5, 5)) == .zeros(5, 5))
  }

  @Test func powersMultiply() throws {
    var generator = SplitMix64(seed: 56)
    for order in sampleOrders {
      let a = DenseMatrix.normal(order, order, using: &generator)
      let inverse = try a.inverse()
      #expect(try a.power(0) == .identity(order))
      #expect(try a.power(1) == a)
      expectClose(try a.power(5), a.times(a).times(a).times(a).times(a), "seed 56")
      expectClose(try a.power(-3), inverse.times(inverse).times(inverse), "seed 56")
    }
    #expect(throws: NumericalError.singular) { try DenseMatrix.zeros(2, 2).power(-1) }
  }
}
