import Gradus
import Testing

@Suite struct BlockedFactorizationTests {
  /// Below, at and above the orders where blocks are cut.
  private let orders = [0, 1, 2, 7, 16, 17, 32, 33, 40, 65, 100]

  /// Every kernel here with one and two threads.
  private let engines = ProductKernel.allCases.flatMap { kernel in
    [1, 2].compactMap { Products(kernel: kernel, threads: $0) }
  }

  private func withView<Result>(
    _ matrix: DenseMatrix, _ body: (MatrixView<Double>) throws -> Result
  ) rethrows -> Result {
    // One spare entry keeps the pointer of an empty matrix valid.
    try (matrix.elements + [0]).withUnsafeBufferPointer {
      try body(MatrixView($0.baseAddress!, rows: matrix.rows, columns: matrix.columns))
    }
  }

  private func filled(
    _ rows: Int, _ columns: Int, _ body: (MatrixView<Double>) throws -> Void
  ) rethrows -> DenseMatrix {
    var memory = Array(repeating: Double.nan, count: rows * columns + 1)
    try memory.withUnsafeMutableBufferPointer {
      try body(MatrixView($0.baseAddress!, rows: rows, columns: columns))
    }
    return DenseMatrix(rows: rows, columns: columns, elements: Array(memory.dropLast()))
  }

  @Test func luAgreesWithTheReference() throws {
    var generator = SplitMix64(seed: 91)
    for order in orders {
      let a = DenseMatrix.normal(order, order, using: &generator)
      let reference = LUFactorization(a)
      let inverse = try a.inverse()
      for engine in engines {
        let context = "seed 91 \(engine) order \(order)"
        let lu = withView(a) { BlockedLU($0, products: engine) }
        expectClose(lu.logAbsoluteDeterminant, reference.logAbsoluteDeterminant, tolerance: 1e-11, context)
        expectClose(lu.determinant / reference.determinant, 1, tolerance: 1e-9, context)
        let result = try filled(order, order) { try lu.inverse(into: $0) }
        expectClose(result, inverse, tolerance: 1e-13, scale: a.oneNorm * inverse.oneNorm * inverse.oneNorm, context)
        let transposedLU = withView(a) { BlockedLU($0.transposed, products: engine) }
        expectClose(transposedLU.determinant / lu.determinant, 1, tolerance: 1e-9, context)
      }
    }
  }

  @Test func luSolvesForFewColumns() throws {
    var generator = SplitMix64(seed: 92)
    for order in orders {
      for columns in [0, 1, 3] {
        let a = DenseMatrix.normal(order, order, using: &generator)
        let right = DenseMatrix.normal(order, columns, using: &generator)
        let solution = try filled(order, columns) { target in
          for i in 0..<order {
            for j in 0..<columns { target.base[i * columns + j] = right[i, j] }
          }
          try withView(a) { BlockedLU($0) }.solve(inPlace: target)
        }
        let scale = 1 + a.oneNorm * solution.maximumMagnitude
        expectClose(a.times(solution), right, tolerance: 1e-13, scale: scale, "seed 92 order \(order)")
      }
    }
  }

  @Test func trianglesAreSolvedAndInverted() throws {
    var generator = SplitMix64(seed: 94)
    for order in orders {
      let square = (1 / Double(order + 1)) * DenseMatrix.normal(order, order, using: &generator)
      let lower = DenseMatrix(rows: order, columns: order) { i, j in i == j ? 1.5 : j < i ? square[i, j] : 0 }
      let inverse = try lower.inverse()
      for engine in engines {
        let context = "seed 94 \(engine) order \(order)"
        let result = filled(order, order) { target in withView(lower) { engine.invertLower($0, into: target) } }
        expectClose(result, inverse, tolerance: 1e-14, scale: 10, context)
        // What lies outside the triangle or on a unit diagonal must not be read.
        let noisy = DenseMatrix(rows: order, columns: order) { i, j in j < i ? square[i, j] : .nan }
        let unit = DenseMatrix(rows: order, columns: order) { i, j in i == j ? 1 : j < i ? square[i, j] : 0 }
        let unitResult = filled(order, order) { target in
          withView(noisy) { engine.invertLower($0, unitDiagonal: true, into: target) }
        }
        expectClose(unitResult, try unit.inverse(), tolerance: 1e-14, scale: 10, context)
        let upperResult = filled(order, order) { target in
          for i in 0..<order { target.base[i * (order + 1)] = 1 }
          for i in 0..<order { for j in 0..<order where i != j { target.base[i * order + j] = 0 } }
          withView(lower) { engine.solve(.upper, $0.transposed, inPlace: target) }
        }
        expectClose(upperResult, inverse.transposed, tolerance: 1e-14, scale: 10, context)
      }
    }
  }

  @Test func luFindsSingularMatrices() {
    for order in [1, 5, 40] {
      let a = DenseMatrix(rows: order, columns: order) { i, j in j == order / 2 ? 0 : Double((i * 7 + j * 3) % 11) }
      let lu = withView(a) { BlockedLU($0) }
      #expect(lu.isSingular && lu.determinant == 0 && lu.logAbsoluteDeterminant == -.infinity)
      #expect(throws: NumericalError.singular) { try filled(order, order) { try lu.inverse(into: $0) } }
    }
  }

  @Test func choleskyAgreesWithTheReference() throws {
    var generator = SplitMix64(seed: 93)
    for order in orders {
      let a = randomPositiveDefinite(order, using: &generator)
      for engine in engines {
        let context = "seed 93 \(engine) order \(order)"
        let cholesky = try withView(a) { try BlockedCholesky($0, products: engine) }
        expectClose(cholesky.logDeterminant, try a.choleskyLogDeterminant(), tolerance: 1e-12, context)
        let right = DenseMatrix.normal(order, 2, using: &generator)
        let solution = filled(order, 2) { target in
          for index in right.elements.indices { target.base[index] = right.elements[index] }
          cholesky.solve(inPlace: target, products: engine)
        }
        let scale = 1 + a.oneNorm * solution.maximumMagnitude
        expectClose(a.times(solution), right, tolerance: 1e-13, scale: scale, context)
      }
    }
  }

  @Test func choleskyRefusesIndefiniteMatrices() {
    for order in [1, 16, 40] {
      for index in [0, order / 2, order - 1] {
        var a = DenseMatrix.identity(order)
        a[index, index] = -1
        #expect(throws: NumericalError.notPositiveDefinite) { try withView(a) { _ = try BlockedCholesky($0) } }
      }
    }
  }
}
