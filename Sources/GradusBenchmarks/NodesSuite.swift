import Gradus

/// Nanoseconds a node over about a million nodes, printed as milliseconds for a million of them.
enum NodesSuite {
  private static let count = 1_000_000

  static func run(_ harness: inout Harness) throws {
    harness.measure("build") { _ = chain() }
    let timing = try Harness.time {
      let (store, value, variable) = chain()
      let before = store.nodeCount
      _ = try store.differential(of: value, by: variable)
      precondition(store.nodeCount > before)
    }
    let building = Harness.time { _ = chain() }
    harness.report(
      "differentiate",
      Harness.Timing(
        median: timing.median - building.median, minimum: timing.minimum - building.minimum,
        maximum: timing.maximum - building.median, processorMedian: timing.processorMedian - building.processorMedian,
        runs: timing.runs))
  }

  /// x, sin x, x ⊙ sin x, and so on: two nodes a step.
  private static func chain() -> (FreshStore, Expression, Variable) {
    let store = FreshStore()
    let (variable, x) = store.variable("x", "n")
    var value = x
    while store.nodeCount < count { value = sin(value) + x }
    return (store, value, variable)
  }
}
