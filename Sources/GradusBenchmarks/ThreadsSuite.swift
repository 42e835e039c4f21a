import Gradus

/// What several threads bring, beside what the processors give where nothing is shared.
///
/// Both are measured in turns a few milliseconds long, since other work comes and goes on a machine.
enum ThreadsSuite {
  private static let productBound = ["mlp-784-256-128-10-b128", "matfac-500x500-r20", "attention-256x64"]
  private static let turns = 100
  private static let turnSeconds = 0.008

  static func run(_ harness: inout Harness) throws {
    let threads = max(2, harness.threads)
    for workload in EvaluateSuite.workloads where productBound.contains(workload.name) && harness.isAsked(workload.name)
    {
      let derived = try DerivedFunction(workload.text, declarations: workload.declarations, by: workload.by)
      let plan = try CompiledExpression(derived.gradients, sizes: workload.sizes)
      let values = EvaluateSuite.values(of: derived, workload.sizes)
      let alone = try Evaluator(plan, values, precision: harness.precision)
      let together = try Evaluator(plan, values, precision: harness.precision, threads: threads)
      let separate = SeparateProducts(threads)
      var found: [(one: Double, all: Double, apart: Double)] = []
      for _ in 0..<turns {
        let one = try Harness.time(atLeast: turnSeconds, alone.run).median
        let all = try Harness.time(atLeast: turnSeconds, together.run).median
        let oneApart = Harness.time(atLeast: turnSeconds) { separate.run(1) }.median
        let allApart = Harness.time(atLeast: turnSeconds) { separate.run(threads) }.median
        found.append((one, all, Double(threads) * oneApart / allApart))
      }
      harness.reportGain(
        workload.name, threads: threads, one: found.map(\.one), all: found.map(\.all), apart: found.map(\.apart))
    }
  }

  /// A product for every thread, of matrices of its own that stay in its cache.
  private final class SeparateProducts: Sendable {
    private static let size = 96
    nonisolated(unsafe) private let memory: UnsafeMutablePointer<Double>
    private let products = Products.standard.serial

    init(_ threads: Int) {
      memory = .allocate(capacity: 3 * threads * Self.size * Self.size)
      memory.initialize(repeating: 0.5, count: 3 * threads * Self.size * Self.size)
    }

    deinit { memory.deallocate() }

    func run(_ threads: Int) {
      ThreadTeam.perform(threads, threads: threads) { thread in
        let count = Self.size * Self.size
        let views = (0..<3).map {
          MatrixView(memory + (3 * thread + $0) * count, rows: Self.size, columns: Self.size)
        }
        for _ in 0..<8 { products.gemm(views[0], views[1], into: views[2]) }
      }
    }
  }
}
