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

  private func measuredGigaflops(order: Int, for duration: Double) -> Double {
    let count = order * order
    let memory = UnsafeMutablePointer<Double>.allocate(capacity: 3 * count)
    defer { memory.deallocate() }
    memory.initialize(repeating: 1, count: 3 * count)
    let view = { MatrixView(memory + $0 * count, rows: order, columns: order) }
    return 2e-9 * Double(order * count) / Stopwatch.best(for: duration) { gemm(view(0), view(1), into: view(2)) }
  }
}
