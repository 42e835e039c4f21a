/// Pictures of a derivative beside its central differences at one point.
struct DerivationPictures {
  private let trial: DerivativeTrial
  private let title: String
  private let seed: UInt64
  private let errors: DenseMatrix
  private let wrong: Set<Int>

  /// Nil where there is no point, or no difference there.
  init?(_ check: DerivativeCheck, of derivation: Derivation) {
    guard let trial = check.firstTrial, let estimate = trial.estimate(stepFactor: 1) else { return nil }
    (self.trial, title, seed) = (trial, (check.isDerived ? "" : "claimed ") + Self.title(derivation), check.seed)
    let scale = max(trial.claimed.maximumMagnitude, estimate.value.maximumMagnitude, 1e-3)
    errors = (trial.claimed - estimate.value).map { $0.magnitude / scale }
    wrong = Set(EntryComparison.differing(trial.claimed, estimate))
  }

  private static let longestTitle = 72

  /// ∂f/∂X of f = …
  private static func title(_ derivation: Derivation) -> String {
    let request = derivation.request
    let (first, second) = (request.variable.name, (request.second ?? request.variable).name)
    let derivative =
      request.order == 1 ? "∂f/∂\(first)" : first == second ? "∂²f/∂\(first)²" : "∂²f/∂\(first)∂\(second)"
    let function = Writer(store: derivation.store, dialect: .unicode).text(of: request.function)
    let title = "\(derivative) of f = \(function)"
    return title.count > longestTitle ? title.prefix(longestTitle - 1) + "…" : title
  }

  private var note: String {
    let sizes = trial.point.sizes.sorted { $0.key < $1.key }.map { "\($0.key) = \($0.value)" }.joined(separator: ", ")
    return (sizes.isEmpty ? "" : sizes + ", ") + "seed \(seed)"
  }

  var steps: String {
    StepPlot(
      title: title, sweep: StepSweep(trial), note: note, extrapolated: errors.maximumMagnitude
    ).text
  }

  var heat: String { HeatMap(title: title, note: note, errors: errors, wrong: wrong).text }
}
