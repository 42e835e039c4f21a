import GradusKernels

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// What this computer is, as far as it matters for numbers.
struct Machine {
  let system: String
  let processor: String
  let processorCount = ThreadTeam.processorCount
  /// Bytes of memory.
  let memory: Int

  init() {
    var name = utsname()
    uname(&name)
    system = "\(Self.text(name.sysname)) \(Self.text(name.machine))"
    processor = Self.processorName ?? "unknown processor"
    memory = sysconf(Int32(_SC_PHYS_PAGES)) * sysconf(Int32(_SC_PAGESIZE))
  }

  /// The text in a C array that arrives as a tuple.
  private static func text<Characters>(_ characters: Characters) -> String {
    withUnsafeBytes(of: characters) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
  }

  private static var processorName: String? {
    #if canImport(Darwin)
      var size = 0
      guard sysctlbyname("machdep.cpu.brand_string", nil, &size, nil, 0) == 0 else { return nil }
      var bytes = [UInt8](repeating: 0, count: size)
      sysctlbyname("machdep.cpu.brand_string", &bytes, &size, nil, 0)
      return String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
    #else
      let lines = (try? TextFile.read("/proc/cpuinfo"))?.split(separator: "\n") ?? []
      let line = lines.first { $0.hasPrefix("model name") }
      return line?.split(separator: ":").last.map { String($0.drop { $0 == " " }) }
    #endif
  }

  /// Billions of bytes that one thread reads from memory in a second, summing numbers that fit no cache.
  static func measuredBandwidth() -> Double {
    let count = 1 << 23
    let memory = UnsafeMutablePointer<Double>.allocate(capacity: count)
    defer { memory.deallocate() }
    memory.initialize(repeating: 1, count: count)
    var sum = 0.0
    return 8e-9 * Double(count) / Stopwatch.best(for: 0.04) { gradus_totals_double(1, count, memory, &sum) }
  }

  /// Nanoseconds that one thread takes for an exponential function among many.
  static func measuredExponential() -> Double {
    let count = 1 << 14
    let memory = UnsafeMutablePointer<Double>.allocate(capacity: 2 * count)
    defer { memory.deallocate() }
    memory.initialize(repeating: 0.5, count: 2 * count)
    return 1e9 / Double(count) * Stopwatch.best(for: 0.02) { gradus_exp(count, memory, memory + count) }
  }
}

/// Short measurements of time.
enum Stopwatch {
  static func seconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + 1e-9 * Double(time.tv_nsec)
  }

  /// The shortest of as many runs as fit into a duration, at least two.
  static func best(for duration: Double, _ body: () -> Void) -> Double {
    body()
    let start = seconds()
    var best = Double.infinity
    repeat {
      let before = seconds()
      body()
      best = min(best, seconds() - before)
    } while seconds() - start < duration
    return best
  }
}
