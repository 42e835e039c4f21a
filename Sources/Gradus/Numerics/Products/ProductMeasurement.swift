/// The speed of one way to multiply on this machine.
public struct ProductMeasurement: Sendable {
  public let kernel: ProductKernel
  public let threads: Int
  /// Billions of additions and multiplications a second, both counted.
  public let gigaflops: Double
}

extension Products {
  /// Times every available kernel on a square product in double precision, on one thread and on all; about 50 ms each.
  ///
  /// The order is a small one where the large one would take long, as without optimization.
  public static func measurements(order: Int = 256) -> [ProductMeasurement] {
    let threadCounts = ThreadTeam.processorCount > 1 ? [1, ThreadTeam.processorCount] : [1]
    return ProductKernel.allCases.flatMap { kernel in
      threadCounts.compactMap { threads in
        Products(kernel: kernel, threads: threads).map {
          let small = $0.measuredGigaflops(order: min(order, 48), for: 0)
          let isSlow = small < 0.5
          let gigaflops = isSlow ? small : $0.measuredGigaflops(order: order, for: 0.05)
          return ProductMeasurement(kernel: kernel, threads: threads, gigaflops: gigaflops)
        }
      }
    }
  }

  /// A small one without optimization, where a large one would take long.
  static var factorizationOrder: Int {
    #if DEBUG
      32
    #else
      256
    #endif
  }

  /// Milliseconds for the LU factors of a matrix on one thread, here and by the system's library.
  static func measuredFactorization() -> (here: Double, system: Double?) {
    var generator = SplitMix64(seed: 1)
    let order = factorizationOrder
    let entries = (0..<order * order).map { _ in generator.next(in: -1...1) }
    var copy = entries
    return copy.withUnsafeMutableBufferPointer { copy in
      guard let base = copy.baseAddress else { return (0, nil) }
      func milliseconds(_ body: () -> Void) -> Double {
        1e3
          * Stopwatch.best(for: 0.03) {
            base.update(from: entries, count: entries.count)
            body()
          }
      }
      let view = MatrixView(base, rows: order, columns: order)
      let here = milliseconds { _ = BlockedLU(view, products: standard.serial) }
      base.update(from: entries, count: entries.count)
      guard let library = SystemBLAS.shared, library.factor(base, order: order) else { return (here, nil) }
      return (here, milliseconds { _ = library.factor(base, order: order) })
    }
  }

  private func measuredGigaflops(order: Int, for duration: Double) -> Double {
    let count = order * order
    let memory = UnsafeMutablePointer<Double>.allocate(capacity: 3 * count)
    defer { memory.deallocate() }
    memory.initialize(repeating: 1, count: 3 * count)
    let view = { MatrixView(memory + $0 * count, rows: order, columns: order) }
    return 2e-9 * Double(order * count) / Stopwatch.best(for: duration) { gemm(view(0), view(1), into: view(2)) }
  }
}
