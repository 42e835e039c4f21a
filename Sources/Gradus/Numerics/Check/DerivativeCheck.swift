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
  /// Told how many of how many entries are done.
  var progress: (@Sendable (Int, Int) -> Void)?

  /// Points tried for each wanted, where some decide nothing.
  private static let patience = 3
  private static let piecewiseFactor = 4

  /// The verdict; of a wrong derivative a short counterexample is looked for unless that is not wanted.
  func run(shortening: Bool = true) -> GradientCheck {
    var tally = CheckTally(seed: seed, isDerived: isDerived)
    var last: SamplePoint?
    // A piecewise formula may be right on some of its pieces only.
    let wanted = points > 1 && isPiecewise ? Self.piecewiseFactor * points : points
    tryPoints(Self.patience * wanted) { trial in
      tally.add(trial.outcome())
      last = trial.point
      return tally.failing == nil && tally.check.points < wanted
    }
    guard let failing = tally.failing, let point = last else { return tally.verdict(nil) }
    let shorter = shortening ? ShorterPoint(check: self).search(from: point) : nil
    return tally.verdict(disagreement(shorter?.entry ?? failing.entry, failing.slope, shorter?.point ?? point))
  }

  /// The first point at which function and derivative have values.
  var firstTrial: DerivativeTrial? {
    var first: DerivativeTrial?
    tryPoints(Self.patience * points) { trial in
      first = trial
      return false
    }
    return first
  }

  private var isPiecewise: Bool {
    let piecewise: Set<Operation> = [
      .step, .sign, .abs, .relu, .leakyRelu, .elu, .larger, .smaller, .maximum, .argmax,
    ]
    return store.reachable(from: [target, derivative]).contains { piecewise.contains(store.operation($0)) }
  }

  /// Calls the body with as many points until it wants no more.
  private func tryPoints(_ count: Int, _ body: (DerivativeTrial) -> Bool) {
    var sampler = Sampler(seed: seed)
    let projection = Projection(
      store, onto: hypotheses.map { ($0.left, $0.right) },
      moving: store.variables(in: [target, derivative] + hypotheses.flatMap { [$0.left, $0.right] }))
    for _ in 0..<count {
      let drawn = sampler.point(
        for: [target, derivative] + hypotheses.map(\.left), in: store, variables: variables + [variable], sizes: sizes)
      // What a sampler cannot find in many draws it will not find in the next.
      guard let drawn else { return }
      guard let point = hypotheses.isEmpty ? drawn : projection.project(drawn), let trial = trial(at: point) else {
        continue
      }
      if !body(trial) { return }
    }
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
