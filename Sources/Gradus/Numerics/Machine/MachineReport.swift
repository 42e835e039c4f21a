#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// What was found on this computer, how fast it is, and what would help; it takes about half a second.
package struct MachineReport {
  private let machine = Machine()
  private let measurements = Products.measurements()
  private let bandwidth = Machine.measuredBandwidth()
  private let exponential = Machine.measuredExponential()
  private let factorization = Products.measuredFactorization()
  private let tools = Tool.all()

  package init() {}

  private static let settings = [
    (name: "GRADUS_BLAS", values: ["auto", "off"], meaning: "off keeps the system's BLAS out"),
    (
      name: "GRADUS_VECTORS", values: ["auto", "avx2", "baseline"],
      meaning: "avx2 or baseline keeps wider vectors out"
    ),
  ]

  private static func value(of setting: String) -> String? { getenv(setting).map { String(cString: $0) } }

  // MARK: Text

  package var text: String {
    let gibibytes = (Double(machine.memory) / 0x1p30).rounded()
    let processors = machine.processorCount == 1 ? "1 processor" : "\(machine.processorCount) processors"
    let head = """
      gradus \(GradusVersion.current)
      \(machine.system), \(processors), \(Int(gibibytes)) GiB of memory
      \(machine.processor)
      """
    return [head + Self.warning, products, others, settings, neighbours].joined(separator: "\n\n")
  }

  private static var warning: String {
    #if DEBUG
      return "\nthis is a debug build, many times slower than one of swift build -c release"
    #else
      return ""
    #endif
  }

  private var threadCounts: [Int] { Array(Set(measurements.map(\.threads))).sorted() }

  private var products: String {
    let heads = ["kernel", ""] + threadCounts.map { $0 == 1 ? "1 thread" : "\($0) threads" } + [""]
    let rows = ProductKernel.allCases.map { kernel in
      [kernel.rawValue, origin(of: kernel)] + threadCounts.map { speed(kernel, threads: $0) }
        + [kernel == Products.standard.kernel ? "in use" : ""]
    }
    return "products of square matrices, in GFLOP/s\n"
      + Self.table([heads] + rows, numbers: 2..<(2 + threadCounts.count))
  }

  private func origin(of kernel: ProductKernel) -> String {
    switch kernel {
    case .portable: "always there"
    case .avx2, .avx512: kernel.isAvailable ? "this processor has it" : "not on this processor, or switched off"
    case .system: SystemBLAS.shared?.name ?? "none found"
    }
  }

  private func speed(_ kernel: ProductKernel, threads: Int) -> String {
    measurements.first { $0.kernel == kernel && $0.threads == threads }.map { Self.tenths($0.gigaflops) } ?? "–"
  }

  private var others: String {
    let memory = "reading memory   \(Self.tenths(bandwidth)) GB/s on one thread"
    let exponentials = "exponentials     \(Self.tenths(exponential)) ns each on one thread"
    let system = factorization.system.map { ", \(Self.tenths(1e3 * $0)) µs by \(SystemBLAS.shared?.name ?? "")" } ?? ""
    let factors =
      "LU factors       \(Self.tenths(1e3 * factorization.here)) µs here\(system), of order \(Products.factorizationOrder) on one thread"
    return [memory, exponentials, factors].map { "  " + $0 }.joined(separator: "\n")
  }

  private var settings: String {
    let rows = Self.settings.map { name, values, meaning in
      let value = Self.value(of: name)
      let state = value.map { values.contains($0) ? $0 : "\($0) is not known: \(values.joined(separator: ", "))" }
      return [name, state ?? "not set (auto)", meaning]
    }
    return "settings by environment variables\n" + Self.table(rows)
  }

  private var neighbours: String {
    let rows = tools.map { tool in
      [tool.name, tool.found ?? "missing", tool.found == nil ? "for \(tool.purpose): \(tool.installation)" : ""]
    }
    return "beside the toolkit, none of it needed\n" + Self.table(rows)
  }

  /// Whole numbers from 10 on, tenths below, thousandths of what has no tenth.
  private static func tenths(_ value: Double) -> String {
    let scale = value < 0.1 ? 1000.0 : 10.0
    return value < 10 ? "\((value * scale).rounded() / scale)" : "\(Int(value.rounded()))"
  }

  /// Columns of equal width, numbers at the right.
  private static func table(_ rows: [[String]], numbers: Range<Int> = 0..<0) -> String {
    let widths = rows[0].indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
    return rows.map { cells in
      let padded = cells.enumerated().map { column, cell in
        let blanks = String(repeating: " ", count: widths[column] - cell.count)
        return numbers.contains(column) ? blanks + cell : cell + blanks
      }
      let line = "  " + padded.joined(separator: "  ")
      return String(line[..<(line.lastIndex { $0 != " " }.map { line.index(after: $0) } ?? line.endIndex)])
    }.joined(separator: "\n")
  }

  // MARK: JSON

  package var json: JSON {
    .fields([
      ("version", .string(GradusVersion.current)), ("system", .string(machine.system)),
      ("processor", .string(machine.processor)), ("processors", .integer(machine.processorCount)),
      ("memoryBytes", .integer(machine.memory)), ("kernel", .string(Products.standard.kernel.rawValue)),
      ("systemBLAS", SystemBLAS.shared.map { .string($0.name) } ?? .null),
      (
        "gigaflops",
        .array(
          measurements.map { found in
            .fields([
              ("kernel", .string(found.kernel.rawValue)), ("threads", .integer(found.threads)),
              ("value", .number(found.gigaflops)),
            ])
          })
      ), ("factorizationMilliseconds", .number(factorization.here)),
      ("systemFactorizationMilliseconds", factorization.system.map { .number($0) } ?? .null),
      ("memoryGigabytesPerSecond", .number(bandwidth)), ("exponentialNanoseconds", .number(exponential)),
      ("settings", .fields(Self.settings.map { ($0.name, Self.value(of: $0.name).map { .string($0) } ?? .null) })),
      ("tools", .fields(tools.map { ($0.name, $0.found.map { .string($0) } ?? .null) })),
    ])
  }
}
