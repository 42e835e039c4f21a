/// An expression that is said to be another one's derivative, tried at sampled points.
///
/// Nodes are evaluated as written, whatever attributes say: points that leave a structure are then right as well.
struct DerivativeCheck {
  let store: Store
  let target: Node
  let variable: Variable
  let derivative: Node
  let layout: Layout
  /// A scalar's first derivative, shaped like the variable.
  let isGradient: Bool
  /// A second derivative of a scalar, which stays a column where the variable is a scalar.
  var keepsColumn = false
  /// Where the variable moves; nil for every entry by itself.
  var structure: Structure?
  /// Whether the derivative is projected onto the structure on the side of what is differentiated too.
  var projectsRows = false
  var isDerived = true
  var hypotheses: [Hypothesis] = []
  var variables: [Variable] = []
  var sizes: [String: Int] = [:]
  var points = 2
  var seed: UInt64 = 1

  /// Points tried for each wanted, where some decide nothing.
  private static let patience = 3

  func run() -> GradientCheck {
    var tally = CheckTally(seed: seed, isDerived: isDerived)
    var sampler = Sampler(seed: seed)
    let projection = Projection(
      store, onto: hypotheses.map { ($0.left, $0.right) },
      moving: store.variables(in: [target, derivative] + hypotheses.flatMap { [$0.left, $0.right] }))
    for _ in 0..<(Self.patience * points) where tally.check.points < points {
      let drawn = sampler.point(
        for: [target, derivative] + hypotheses.map(\.left), in: store, variables: variables + [variable], sizes: sizes)
      // What a sampler cannot find in many draws it will not find in the next.
      guard let drawn else { break }
      guard let point = hypotheses.isEmpty ? drawn : projection.project(drawn), let trial = trial(at: point) else {
        continue
      }
      tally.add(trial.outcome())
      if let failing = tally.failing {
        let shorter = ShorterPoint(check: self).search(from: point)
        return tally.verdict(disagreement(shorter?.entry ?? failing.entry, failing.slope, shorter?.point ?? point))
      }
    }
    return tally.verdict(nil)
  }

  func trial(at point: SamplePoint) -> DerivativeTrial? { DerivativeTrial(self, at: point) }

  private func disagreement(_ entry: EntryComparison.Entry, _ slope: Double?, _ point: SamplePoint)
    -> GradientCheck.Disagreement
  {
    GradientCheck.Disagreement(
      row: entry.row, column: entry.column, claimed: entry.claimed, difference: entry.difference,
      estimatedError: entry.estimatedError, remainderSlope: slope, point: point.values,
      commands: EvaluationCommand.commands(showing: self, at: point))
  }
}
