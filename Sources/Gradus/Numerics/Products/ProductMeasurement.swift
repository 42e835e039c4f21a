#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The speed of one way to multiply on this machine.
public struct ProductMeasurement: Sendable, CustomStringConvertible {
  public let kernel: ProductKernel
  public let threads: Int
  /// Billions of additions and multiplications a second, both counted.
  public let gigaflops: Double

  public var description: String {
    let library = kernel == .system ? SystemBLAS.shared.map { " (\($0.name))" } ?? "" : ""
    let rounded = (gigaflops * 10).rounded() / 10
    return "\(kernel.rawValue)\(library), \(threads) thread\(threads == 1 ? "" : "s"): \(rounded) GFLOP/s"
  }
}

extension Products {
  /// Times every available kernel on a square product in double precision, on one thread and on all; about 50 ms each.
  public static func measurements(order: Int = 384) -> [ProductMeasurement] {
    let threadCounts = ThreadTeam.processorCount > 1 ? [1, ThreadTeam.processorCount] : [1]
    return ProductKernel.allCases.flatMap { kernel in
      threadCounts.compactMap { threads in
        Products(kernel: kernel, threads: threads).map {
          ProductMeasurement(kernel: kernel, threads: threads, gigaflops: $0.measuredGigaflops(order: order))
        }
      }
    }
  }

  /// What was found on this machine and chosen, a line for each kernel with its measured speed.
  public static func report(order: Int = 384) -> String {
    let chosen = "products: \(standard.kernel.rawValue) kernel, \(standard.threads) threads"
    return ([chosen] + measurements(order: order).map { "  \($0)" }).joined(separator: "\n")
  }

  private func measuredGigaflops(order: Int) -> Double {
    let count = order * order
    let memory = UnsafeMutablePointer<Double>.allocate(capacity: 3 * count)
    defer { memory.deallocate() }
    memory.initialize(repeating: 1, count: 3 * count)
    let view = { MatrixView(memory + $0 * count, rows: order, columns: order) }
    let start = Self.seconds()
    var best = Double.infinity
    repeat {
      let before = Self.seconds()
      gemm(view(0), view(1), into: view(2))
      best = min(best, Self.seconds() - before)
    } while Self.seconds() - start < 0.05
    return 2e-9 * Double(order * count) / best
  }

  private static func seconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + 1e-9 * Double(time.tv_nsec)
  }
}
