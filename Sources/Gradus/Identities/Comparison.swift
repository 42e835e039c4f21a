/// Finds the verdict on two sides of the same shape.
struct Comparison {
  let store: Store
  let left: Node
  let right: Node
  /// Equations that the claim brings along.
  let given: [Hypothesis]
  let trials: Trials
  /// The left side in the other layout, where it has one.
  var mirrored: Node?

  private var decision: SymbolicDecision { SymbolicDecision(store: store) }

  /// Points tried where a proof stands beside them, and where they have to carry the verdict alone.
  private static let pointsWithProof = 2
  private static let pointsWithout = 8

  func judgement() -> Judgement {
    switch outcome(under: []) {
    case .holds(let verdict, let reason): return unconditional(verdict, reason)
    case .fails(let trial): return conditional(trial) ?? refuted(trial)
    case .differsInForm:
      var judgement = Judgement(verdict: .refuted, reason: "the index forms differ, if by less than rounding shows")
      judgement.correct = store.text(left)
      return judgement
    case .unknown:
      // Both sides may have values only where the hypotheses hold.
      if !given.isEmpty, case .holds(_, let reason) = outcome(under: given) {
        return Judgement(
          verdict: .conditional, reason: "under \(words(given)): \(reason)", hypotheses: given.map(\.text))
      }
      return untried
    }
  }

  // MARK: Outcomes

  private enum Outcome {
    case holds(Verdict, String)
    case fails(Trials.Trial)
    /// The index form, complete for such expressions, tells them apart, though no number does.
    case differsInForm
    case unknown
  }

  private func outcome(under hypotheses: [Hypothesis]) -> Outcome {
    let answer = decision.answer(left, right, under: hypotheses)
    var proof: String?
    if case .equal(let words) = answer { proof = words }
    let points = proof == nil ? Comparison.pointsWithout : Comparison.pointsWithProof
    switch trials.compare(left, right, under: hypotheses, points: points) {
    case .differs(let trial): return .fails(trial)
    case .agrees(let found):
      let worst = found.map(\.difference).max() ?? 0
      let numbers = "\(found.count) points agree to \(worst < 1e-15 ? "rounding" : "\(Comparison.short(worst))")"
      if let proof { return .holds(.proved, "equal \(proof); \(numbers)") }
      let least = answer == .different ? 0 : Trials.clearDifference
      if let far = trials.farDifference(left, right, under: hypotheses, least: least) { return .fails(far) }
      if answer == .different { return .differsInForm }
      return .holds(.confirmed, "not decided symbolically; \(numbers), and none was found that does not")
    case .untried:
      // The points may all have been too near to one another to tell.
      guard proof == nil, let doubtful = trials.farDifference(left, right, under: hypotheses, least: 1e-8) else {
        return .unknown
      }
      return .fails(doubtful)
    }
  }

  private func unconditional(_ verdict: Verdict, _ reason: String) -> Judgement {
    var judgement = Judgement(verdict: verdict, reason: reason)
    judgement.notes = given.map { "the hypothesis \($0.text) is not needed" }
    return judgement
  }

  private var untried: Judgement {
    if case .equal(let words) = decision.answer(left, right, under: []) {
      // Without a single trial a proof is not worth its name.
      return Judgement(
        verdict: .confirmed, reason: "equal \(words), but no point was found at which both sides have values")
    }
    var judgement = Judgement(verdict: .refuted, reason: "no point was found at which both sides have values")
    judgement.correct = store.text(left)
    return judgement
  }

  private func refuted(_ failing: Trials.Trial) -> Judgement {
    let underGiven = given.isEmpty ? nil : trials.fails(left, right, under: given)
    let trial = trials.shortest(underGiven ?? failing, left, right, under: underGiven == nil ? [] : given)
    let hint = Hint(store: store, trials: trials, failing: failing).hint(left, right, mirrored: mirrored)
    var judgement = Judgement(verdict: .refuted, reason: difference(trial) + (hint.map { "; \($0)" } ?? ""))
    judgement.counterexample = counterexample(trial)
    judgement.correct = store.text(left)
    return judgement
  }

  // MARK: Hypotheses

  /// The smallest set of hypotheses under which the claim holds: of those given, or those and one of the list, or where
  /// none is given up to two of the list.
  private func conditional(_ failing: Trials.Trial) -> Judgement? {
    if !given.isEmpty, case .holds(_, let reason) = outcome(under: given) {
      return conditional(on: fewest(given), reason, failing, isFound: false)
    }
    let candidates = HypothesisList(store: store).candidates(for: [left, right])
    for first in candidates {
      if let judgement = conditional(on: given + first, failing) { return judgement }
    }
    if !given.isEmpty { return nil }
    for (place, first) in candidates.enumerated() {
      for second in candidates[(place + 1)...] {
        if let judgement = conditional(on: first + second, failing) { return judgement }
      }
    }
    return nil
  }

  private func conditional(on hypotheses: [Hypothesis], _ failing: Trials.Trial) -> Judgement? {
    // One point refutes most sets, so that the dear decision runs for few.
    guard case .agrees = trials.compare(left, right, under: hypotheses, points: 1),
      case .holds(_, let reason) = outcome(under: hypotheses), isMeaningful(under: hypotheses, failing)
    else { return nil }
    return conditional(on: fewest(hypotheses), reason, failing, isFound: true)
  }

  /// Without those given that can be left out.
  private func fewest(_ hypotheses: [Hypothesis]) -> [Hypothesis] {
    var needed = hypotheses
    for hypothesis in given where needed.count > 1 {
      let fewer = needed.filter { $0.text != hypothesis.text }
      if case .agrees = trials.compare(left, right, under: fewer, points: 1), case .holds = outcome(under: fewer) {
        needed = fewer
      }
    }
    return needed
  }

  private func conditional(on needed: [Hypothesis], _ reason: String, _ failing: Trials.Trial, isFound: Bool)
    -> Judgement
  {
    let trial = trials.shortest(failing, left, right, under: [])
    var judgement = Judgement(
      verdict: .conditional,
      reason:
        "holds under \(words(needed)) (\(isFound ? "found" : "given")): \(reason); without it, \(difference(trial))",
      hypotheses: needed.map(\.text))
    judgement.counterexample = counterexample(trial)
    judgement.correct = store.text(left)
    let unused = given.filter { hypothesis in !needed.contains { $0.text == hypothesis.text } }
    judgement.notes = unused.map { "the hypothesis \($0.text) is not needed" }
    return judgement
  }

  /// Whether something is still claimed: the sides neither vanish nor become constant by the hypotheses.
  private func isMeaningful(under hypotheses: [Hypothesis], _ failing: Trials.Trial) -> Bool {
    var fixed = trials
    fixed.sizes = failing.point.sizes
    guard case .agrees(let found) = fixed.compare(left, right, under: hypotheses, points: 3) else { return false }
    if found.allSatisfy({ $0.left.maximumMagnitude < 1e-9 && $0.right.maximumMagnitude < 1e-9 }) { return false }
    return varies(found.map(\.left)) || !varies(fixed.values(of: left, points: 3) + [failing.left])
  }

  private func varies(_ values: [DenseMatrix]) -> Bool {
    guard let first = values.first else { return false }
    return values.contains { ($0 - first).maximumMagnitude > 1e-9 * Swift.max(1, first.maximumMagnitude) }
  }

  // MARK: Words

  private func words(_ hypotheses: [Hypothesis]) -> String { hypotheses.map(\.text).joined(separator: " and ") }

  func counterexample(_ trial: Trials.Trial) -> Counterexample {
    let known = store.variables(in: [left, right])
    let differentials = store.reachable(from: [left, right]).filter { store.operation($0) == .differential }
      .map { store.variables[store[$0].payload] }
    let all = known + differentials.filter { !known.contains($0) }
    var point = trial.point
    point.values = point.values.filter { name, _ in known.contains { $0.name == name } }
    return Counterexample(
      point, all.sorted { $0.name < $1.name }, expected: trial.left, claimed: trial.right)
  }

  func difference(_ trial: Trials.Trial) -> String {
    let gaps = (trial.left - trial.right).map(\.magnitude)
    let worst = gaps.elements.firstIndex(of: gaps.maximumMagnitude) ?? 0
    let (expected, claimed) = (trial.left.elements[worst], trial.right.elements[worst])
    let place =
      gaps.elements.count == 1 ? "the value" : "entry (\(worst / gaps.columns + 1),\(worst % gaps.columns + 1))"
    let values = counterexample(trial).text
    let sizes = trial.point.sizes.sorted { $0.key < $1.key }.map { "\($0.key) = \($0.value)" }.joined(separator: ", ")
    let point = !values.isEmpty ? "at \(values)" : !sizes.isEmpty ? "at \(sizes)" : "everywhere"
    return "\(point): \(place) is \(Comparison.short(expected)), "
      + "and claimed to be \(Comparison.short(claimed))"
  }

  /// Six digits, as people compare numbers.
  static func short(_ value: Double) -> String {
    if value == value.rounded(), value.magnitude < 1e15 { return "\(Int(value))" }
    guard value != 0, value.isFinite else { return "\(value)" }
    var digits = 1.0
    var magnitude = value.magnitude
    while magnitude < 1e5 { (magnitude, digits) = (magnitude * 10, digits * 10) }
    while magnitude >= 1e6 { (magnitude, digits) = (magnitude / 10, digits / 10) }
    return "\((value * digits).rounded() / digits)"
  }
}

extension Trials {
  fileprivate func fails(_ left: Node, _ right: Node, under hypotheses: [Hypothesis]) -> Trial? {
    if case .differs(let trial) = compare(left, right, under: hypotheses, points: 4) { return trial }
    return nil
  }

  fileprivate func values(of node: Node, points: Int) -> [DenseMatrix] {
    guard case .agrees(let found) = compare(node, node, points: points) else { return [] }
    return found.map(\.left)
  }
}
