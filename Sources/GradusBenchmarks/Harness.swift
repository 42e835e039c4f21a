import Gradus

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Times bodies of work and prints a line for each.
struct Harness {
  var suite = ""
  var printsJSON = false
  var precision = CompiledExpression.Precision.double
  var threads = 1
  /// The one name to measure, if not all.
  var only: String?
  private var hasHeader = false

  /// What a check found where it did not agree.
  struct Disagreement: Error, CustomStringConvertible {
    let description: String
  }

  /// Medians over runs, in milliseconds.
  struct Timing {
    let median: Double
    let minimum: Double
    let maximum: Double
    let processorMedian: Double
    let runs: Int
  }

  private static let fewestRuns = 7
  private static let mostRuns = 101
  /// Shorter bodies are repeated within a run, so that the clock's own cost does not count.
  private static let shortestRun = 50e-6

  func isAsked(_ name: String) -> Bool { only == nil || only == name }

  /// Times a body after a warm-up, in runs that take some seconds together, and prints the result.
  @discardableResult
  mutating func measure(
    _ name: String, kernel: String = Products.standard.kernel.rawValue, atLeast duration: Double = 0.4,
    _ body: () throws -> Void
  ) rethrows -> Double {
    guard isAsked(name) else { return 0 }
    let timing = try Self.time(atLeast: duration, body)
    report(name, timing, kernel: kernel)
    return timing.median
  }

  static func time(atLeast duration: Double = 0.4, _ body: () throws -> Void) rethrows -> Timing {
    let start = seconds(CLOCK_MONOTONIC)
    try body()
    let first = seconds(CLOCK_MONOTONIC) - start
    let repetitions = max(1, Int(shortestRun / max(first, 1e-9)))
    var wall: [Double] = []
    var processor: [Double] = []
    let begin = seconds(CLOCK_MONOTONIC)
    while wall.count < fewestRuns || (wall.count < mostRuns && seconds(CLOCK_MONOTONIC) - begin < duration) {
      let (before, processorBefore) = (seconds(CLOCK_MONOTONIC), seconds(CLOCK_PROCESS_CPUTIME_ID))
      for _ in 0..<repetitions { try body() }
      wall.append((seconds(CLOCK_MONOTONIC) - before) * 1e3 / Double(repetitions))
      processor.append((seconds(CLOCK_PROCESS_CPUTIME_ID) - processorBefore) * 1e3 / Double(repetitions))
    }
    wall.sort()
    processor.sort()
    return Timing(
      median: wall[wall.count / 2], minimum: wall[0], maximum: wall[wall.count - 1],
      processorMedian: processor[processor.count / 2], runs: wall.count)
  }

  mutating func report(_ name: String, _ timing: Timing, kernel: String = Products.standard.kernel.rawValue) {
    if printsJSON {
      print(
        "{\"suite\": \"\(suite)\", \"name\": \"\(name)\", \"medianMs\": \(timing.median), \"minMs\": \(timing.minimum), "
          + "\"maxMs\": \(timing.maximum), \"cpuMedianMs\": \(timing.processorMedian), \"runs\": \(timing.runs), "
          + "\"threads\": \(threads), \"kernel\": \"\(kernel)\"}")
    } else {
      if !hasHeader {
        print(Self.row("suite", "name", ["median ms", "min", "max", "cpu", "runs"]))
        hasHeader = true
      }
      let numbers = [timing.median, timing.minimum, timing.maximum, timing.processorMedian].map(Self.rounded)
      print(Self.row(suite, name, numbers + ["\(timing.runs)"]))
    }
    fflush(nil)
  }

  /// Reports how many times as fast several threads are as one: the median over turns, and the quotient of the best.
  mutating func reportGain(_ name: String, threads: Int, one: [Double], all: [Double], apart: [Double]) {
    func median(_ values: [Double]) -> Double { values.sorted()[values.count / 2] }
    let gain = median(zip(one, all).map { $0 / $1 })
    let best = (one.min() ?? 0) / (all.min() ?? 1)
    if printsJSON {
      print(
        "{\"suite\": \"\(suite)\", \"name\": \"\(name)\", \"threads\": \(threads), \"oneMs\": \(median(one)), "
          + "\"allMs\": \(median(all)), \"gain\": \(gain), \"bestGain\": \(best), \"apartGain\": \(median(apart))}")
    } else {
      if !hasHeader {
        print(Self.row("suite", "name", ["one ms", "\(threads) threads", "gain", "of best", "apart"]))
        hasHeader = true
      }
      print(Self.row(suite, name, [median(one), median(all), gain, best, median(apart)].map(Self.rounded)))
    }
    fflush(nil)
  }

  private static func row(_ suite: String, _ name: String, _ numbers: [String]) -> String {
    func padded(_ text: String, _ width: Int) -> String {
      text + String(repeating: " ", count: max(1, width - text.count))
    }
    return padded(suite, 11) + padded(name, 34)
      + numbers.map { String(repeating: " ", count: max(0, 11 - $0.count)) + $0 }.joined()
  }

  private static func rounded(_ value: Double) -> String {
    let digits = value < 1 ? 1e5 : 1e3
    return "\((value * digits).rounded() / digits)"
  }

  static func seconds(_ clock: clockid_t) -> Double {
    var time = timespec()
    clock_gettime(clock, &time)
    return Double(time.tv_sec) + 1e-9 * Double(time.tv_nsec)
  }

  /// Stops where two values differ by more than rounding.
  static func requireClose(
    _ found: DenseMatrix, _ wanted: DenseMatrix, within tolerance: Double, _ name: String
  ) throws(Disagreement) {
    let scale = wanted.elements.reduce(1e-3) { max($0, abs($1)) }
    let worst = zip(found.elements, wanted.elements).reduce(0.0) { worst, pair in
      let difference = abs(pair.0 - pair.1) / scale
      return difference.isNaN ? .infinity : max(worst, difference)
    }
    guard found.rows == wanted.rows, found.columns == wanted.columns, worst <= tolerance else {
      throw Disagreement(description: "\(name) differs from its definition by \(worst)")
    }
  }
}

/// Numbers from a fixed seed.
struct Inputs {
  private var source = SplitMix64(seed: 20_25)

  mutating func matrix(_ rows: Int, _ columns: Int, in range: ClosedRange<Double> = -1...1) -> DenseMatrix {
    DenseMatrix(rows: rows, columns: columns) { _, _ in Double.random(in: range, using: &source) }
  }

  /// A one in each row, zeros elsewhere.
  mutating func oneHot(_ rows: Int, _ columns: Int) -> DenseMatrix {
    let places = (0..<rows).map { _ in Int.random(in: 0..<columns, using: &source) }
    return DenseMatrix(rows: rows, columns: columns) { $1 == places[$0] ? 1 : 0 }
  }

  mutating func signs(_ rows: Int) -> DenseMatrix {
    DenseMatrix(rows: rows, columns: 1) { _, _ in Bool.random(using: &source) ? 1 : -1 }
  }
}
