import Gradus
import GradusKernels
import Testing

/// A matrix inside a larger block of memory, whose margin tells whether anything else was touched.
private struct Guarded<Scalar: BinaryFloatingPoint> {
  var memory: [Scalar]
  let stride: Int
  let matrix: DenseMatrix
  let transposed: Bool

  /// Lays the matrix out by rows or by columns with a gap after each.
  init(_ matrix: DenseMatrix, gap: Int, transposed: Bool = false) {
    let laid = transposed ? matrix.transposed : matrix
    let stride = laid.columns + gap
    memory = Array(repeating: .nan, count: laid.rows * stride + 1)
    for i in 0..<laid.rows {
      for j in 0..<laid.columns { memory[i * stride + j] = Scalar(laid[i, j]) }
    }
    (self.stride, self.matrix, self.transposed) = (stride, matrix, transposed)
  }

  mutating func withView<Result>(_ body: (MatrixView<Scalar>) -> Result) -> Result {
    let (rows, columns) = (transposed ? matrix.columns : matrix.rows, transposed ? matrix.rows : matrix.columns)
    return memory.withUnsafeMutableBufferPointer { buffer in
      let view = MatrixView(buffer.baseAddress!, rows: rows, columns: columns, stride: stride)
      return body(transposed ? view.transposed : view)
    }
  }

  var contents: DenseMatrix {
    DenseMatrix(rows: matrix.rows, columns: matrix.columns) { i, j in
      Double(memory[transposed ? j * stride + i : i * stride + j])
    }
  }

  var marginIsUntouched: Bool { memory.count(where: \.isNaN) == memory.count - matrix.elements.count }
}

@Suite struct ProductTests {
  /// Every kernel here with one and two threads.
  private let engines = ProductKernel.allCases.flatMap { kernel in
    [1, 2].compactMap { Products(kernel: kernel, threads: $0) }
  }

  private let factors = [(1.0, 0.0), (-0.5, 1.0), (2.0, -3.0), (0.0, 0.5), (1.0, 1.0)]

  /// Empty, single, below, at and above the tiles of every kernel, and more than one block deep.
  private let shapes: [(rows: Int, columns: Int, inner: Int)] = [
    (0, 3, 2), (3, 0, 2), (3, 2, 0), (1, 1, 1), (1, 9, 5), (9, 1, 5), (2, 3, 4), (4, 4, 4), (5, 7, 11), (8, 24, 16),
    (9, 25, 17), (6, 8, 300), (16, 48, 3), (17, 49, 31), (1, 130, 40), (130, 1, 40), (7, 100, 1), (150, 20, 30),
    (400, 30, 20), (20, 400, 30), (390, 9, 200),
  ]

  @Test func everyKernelAgreesWithTheReference() {
    var generator = SplitMix64(seed: 81)
    for (rows, columns, inner) in shapes {
      let a = DenseMatrix.normal(rows, inner, using: &generator)
      let b = DenseMatrix.normal(inner, columns, using: &generator)
      let c = DenseMatrix.normal(rows, columns, using: &generator)
      let product = a.times(b)
      for (index, engine) in engines.enumerated() {
        for layout in 0..<8 {
          let transposed = (a: layout & 1 != 0, b: layout & 2 != 0, c: layout & 4 != 0)
          var left = Guarded<Double>(a, gap: index % 3, transposed: transposed.a)
          var right = Guarded<Double>(b, gap: layout % 2, transposed: transposed.b)
          let (alpha, beta) = factors[(index + layout) % factors.count]
          var target = Guarded<Double>(c, gap: 2, transposed: transposed.c)
          left.withView { a in
            right.withView { b in target.withView { engine.gemm(alpha: alpha, a, b, beta: beta, into: $0) } }
          }
          let context = "seed 81 \(engine) \(rows)x\(columns)x\(inner) \(transposed) \(alpha) \(beta)"
          let expected = alpha * product + beta * c
          expectClose(target.contents, expected, tolerance: 1e-14, scale: Double(10 + inner), context)
          #expect(target.marginIsUntouched, "\(context)")
        }
      }
    }
  }

  @Test func singlePrecisionAgreesWithTheReference() {
    var generator = SplitMix64(seed: 82)
    for (rows, columns, inner) in shapes {
      let a = DenseMatrix.normal(rows, inner, using: &generator).map { Double(Float($0)) }
      let b = DenseMatrix.normal(inner, columns, using: &generator).map { Double(Float($0)) }
      let c = DenseMatrix.normal(rows, columns, using: &generator).map { Double(Float($0)) }
      for engine in engines {
        var (left, right) = (Guarded<Float>(a, gap: 1), Guarded<Float>(b, gap: 0, transposed: true))
        var target = Guarded<Float>(c, gap: 3)
        left.withView { a in
          right.withView { b in target.withView { engine.gemm(alpha: 2, a, b, beta: -1, into: $0) } }
        }
        let context = "seed 82 \(engine) \(rows)x\(columns)x\(inner)"
        expectClose(target.contents, 2 * a.times(b) - c, tolerance: 1e-6, scale: Double(10 + inner), context)
        #expect(target.marginIsUntouched, "\(context)")
      }
    }
  }

  @Test func severalBlocksOnSeveralThreads() {
    var generator = SplitMix64(seed: 83)
    for (rows, columns, inner) in [(150, 26, 260), (8, 1560, 4), (152, 97, 70), (97, 152, 70)] {
      let a = DenseMatrix.normal(rows, inner, using: &generator)
      let b = DenseMatrix.normal(inner, columns, using: &generator)
      let probe = DenseMatrix.normal(columns, 1, using: &generator)
      let expected = a.times(b.times(probe))
      for engine in engines {
        var (left, right) = (Guarded<Double>(a, gap: 0), Guarded<Double>(b, gap: 0))
        var target = Guarded<Double>(.zeros(rows, columns), gap: 1)
        left.withView { a in right.withView { b in target.withView { engine.gemm(a, b, into: $0) } } }
        expectClose(target.contents.times(probe), expected, tolerance: 1e-11, "seed 83 \(engine)")
        #expect(target.marginIsUntouched, "seed 83 \(engine)")
      }
    }
  }

  @Test func resultIsNotReadWithoutBeta() {
    for engine in engines {
      for order in [1, 3, 30] {
        var one = Guarded<Double>(.identity(order), gap: 0)
        var target = Guarded<Double>(DenseMatrix(rows: order, columns: order, repeating: .nan), gap: 0)
        one.withView { a in target.withView { engine.gemm(a, a, into: $0) } }
        #expect(target.contents == .identity(order), "\(engine)")
      }
    }
  }

  /// Every way to multiply adds a matrix that lies elsewhere, with rows of another length.
  @Test func productsAreAddedToAnotherMatrix() {
    var generator = SplitMix64(seed: 86)
    for (rows, columns, inner) in shapes where inner > 0 {
      let a = DenseMatrix.normal(rows, inner, using: &generator)
      let b = DenseMatrix.normal(inner, columns, using: &generator)
      let d = DenseMatrix.normal(rows, columns, using: &generator)
      let product = a.times(b)
      for (index, engine) in engines.enumerated() {
        for transposed in [false, true] {
          let (alpha, beta) = factors[index % factors.count]
          var (left, right) = (Guarded<Double>(a, gap: 1), Guarded<Double>(b, gap: 0, transposed: transposed))
          var addend = Guarded<Double>(d, gap: 4, transposed: transposed)
          var target = Guarded<Double>(.zeros(rows, columns), gap: 1, transposed: transposed)
          left.withView { a in
            right.withView { b in
              addend.withView { d in
                target.withView { engine.gemm(alpha: alpha, a, b, beta: beta, adding: d, into: $0) }
              }
            }
          }
          let context = "seed 86 \(engine) \(rows)x\(columns)x\(inner) \(transposed) \(alpha) \(beta)"
          expectClose(
            target.contents, alpha * product + beta * d, tolerance: 1e-14, scale: Double(10 + inner), context)
          #expect(target.marginIsUntouched && addend.contents == d, "\(context)")
        }
      }
    }
  }

  @Test func matrixTimesVector() {
    var generator = SplitMix64(seed: 84)
    let engine = Products.standard
    for (rows, columns) in sampleShapes + [(40, 33), (33, 40)] {
      let a = DenseMatrix.normal(rows, columns, using: &generator)
      let x = DenseMatrix.normal(columns, 1, using: &generator)
      let y = DenseMatrix.normal(rows, 1, using: &generator)
      for transposed in [false, true] {
        var matrix = Guarded<Double>(a, gap: 2, transposed: transposed)
        var result = y.elements
        matrix.withView { view in
          result.withUnsafeMutableBufferPointer {
            if let base = $0.baseAddress { engine.gemv(alpha: 2, view, x.elements, beta: -1, into: base) }
          }
        }
        expectClose(.column(result), 2 * a.times(x) - y, tolerance: 1e-13, "seed 84")
      }
    }
  }

  @Test func callersOnManyThreadsDoNotMix() async {
    var generator = SplitMix64(seed: 85)
    let a = DenseMatrix.normal(120, 110, using: &generator)
    let b = DenseMatrix.normal(110, 100, using: &generator)
    let engine = Products(kernel: .portable, threads: 2)!
    let product: @Sendable () -> DenseMatrix = {
      var (left, right) = (Guarded<Double>(a, gap: 0), Guarded<Double>(b, gap: 0))
      var target = Guarded<Double>(.zeros(120, 100), gap: 0)
      left.withView { a in right.withView { b in target.withView { engine.gemm(a, b, into: $0) } } }
      return target.contents
    }
    let expected = product()
    await withTaskGroup(of: DenseMatrix.self) { group in
      for _ in 0..<8 { group.addTask(operation: product) }
      for await result in group { #expect(result == expected, "seed 85") }
    }
  }

  @Test func unavailableChoicesAreRefused() {
    #expect(Products(kernel: .portable, threads: 0) == nil)
    for kernel in ProductKernel.allCases { #expect((Products(kernel: kernel) != nil) == kernel.isAvailable) }
    #expect(ProductKernel.portable.isAvailable && Products.standard.kernel.isAvailable)
    #expect(Products.standard.serial.threads == 1)
  }

  @Test func everyAvailableKernelIsMeasured() {
    let measurements = Products.measurements(order: 32)
    #expect(Set(measurements.map(\.kernel)) == Set(ProductKernel.allCases.filter(\.isAvailable)))
    #expect(measurements.allSatisfy { $0.gigaflops > 0 })
  }

  @Test func transposesOfEveryShape() {
    for (rows, columns) in [(1, 1), (3, 5), (4, 4), (5, 9), (8, 3), (17, 30)] {
      let matrix = DenseMatrix(rows: rows, columns: columns) { Double(100 * $0 + $1) }
      var double = Guarded<Double>(.zeros(columns, rows), gap: 2)
      double.withView { gradus_transpose_double(rows, columns, matrix.elements, columns, $0.base, $0.rowStride) }
      #expect(double.contents == matrix.transposed && double.marginIsUntouched, "\(rows)x\(columns)")
      var single = Guarded<Float>(.zeros(columns, rows), gap: 3)
      single.withView {
        gradus_transpose_float(rows, columns, matrix.elements.map { Float($0) }, columns, $0.base, $0.rowStride)
      }
      #expect(single.contents == matrix.transposed && single.marginIsUntouched, "\(rows)x\(columns)")
    }
  }
}
