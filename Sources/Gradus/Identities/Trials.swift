/// Compares two sides in numbers at sampled points, on hypotheses where there are any.
struct Trials {
  let store: Store
  let variables: [Variable]
  var sizes: [String: Int] = [:]
  var seed: UInt64 = 1

  /// A point with both sides' values.
  struct Trial {
    let point: SamplePoint
    let left: DenseMatrix
    let right: DenseMatrix
    /// The largest number met on the way to either side, to which rounding is in proportion.
    let largest: Double

    private var gap: Double {
      guard left.rows == right.rows, left.columns == right.columns else { return .infinity }
      return (left - right).maximumMagnitude
    }

    /// The largest difference relative to the larger side; none where it is what rounding leaves of moderate numbers.
    var difference: Double {
      let scale = Swift.max(left.maximumMagnitude, right.maximumMagnitude)
      return scale == 0 || gap <= 1e-14 * Swift.min(largest, 1e4) ? 0 : gap / scale
    }

    var agrees: Bool { difference <= Trials.tolerance }
    /// Rounding of the largest number on the way can be no reason for a difference.
    var differs: Bool { difference > Trials.clearDifference && exceedsRounding }
    var exceedsRounding: Bool { gap > 1e-13 * largest }
  }

  enum Outcome {
    case agrees([Trial])
    case differs(Trial)
    /// No point was found at which both sides have values.
    case untried
  }

  /// Rounding leaves less than this, and a wrong formula differs by more than the other; between them a point says nothing.
  static let tolerance = 1e-9
  static let clearDifference = 1e-6

  /// As many points as wanted where both sides have values, or the first at which they differ.
  func compare(_ left: Node, _ right: Node, under hypotheses: [Hypothesis] = [], points wanted: Int) -> Outcome {
    var trials: [Trial] = []
    var sampler = Sampler(seed: seed)
    let hasSizes = !store.dimensionNames(in: [left, right], and: variables).allSatisfy { sizes[$0] != nil }
    for _ in 0..<(3 * wanted) where trials.count < wanted || (wanted > 1 && hasSizes && trials.haveOneSize) {
      guard let trial = trial(left, right, under: hypotheses, &sampler) else {
        // What a sampler cannot find in many draws it will not find in the next.
        if trials.isEmpty, hypotheses.isEmpty { return .untried }
        continue
      }
      if trial.differs { return .differs(trial) }
      if trial.agrees { trials.append(trial) }
    }
    return trials.isEmpty ? .untried : .agrees(trials)
  }

  func trial(_ left: Node, _ right: Node, under hypotheses: [Hypothesis], _ sampler: inout Sampler) -> Trial? {
    guard let point = point(left, right, under: hypotheses, &sampler) else { return nil }
    return trial(left, right, at: point)
  }

  func trial(_ left: Node, _ right: Node, at point: SamplePoint) -> Trial? {
    guard let evaluation = try? PlainEvaluation(store, [left, right], sizes: point.sizes),
      let values = try? evaluation.values(at: point), evaluation.regularity(of: values) != .undefined
    else { return nil }
    return Trial(
      point: point, left: values[evaluation.roots[0]], right: values[evaluation.roots[1]],
      largest: values.reduce(0) { Swift.max($0, $1.maximumMagnitude) })
  }

  /// A point at which the hypotheses hold, moved by the factors given before it is brought onto them.
  private func point(
    _ left: Node, _ right: Node, under hypotheses: [Hypothesis], factors: [String: Double] = [:],
    _ sampler: inout Sampler
  ) -> SamplePoint? {
    let roots = [left, right] + hypotheses.flatMap { [$0.left, $0.right] }
    // What cannot move towards an equation has to be drawn on it.
    let isDrawn = store.variables(in: hypotheses.flatMap { [$0.left, $0.right] }).contains {
      !$0.attributes.isDisjoint(with: .discrete)
    }
    let projection = hypotheses.isEmpty ? nil : self.projection(hypotheses, roots)
    for _ in 0..<(isDrawn ? Trials.drawings : 1) {
      guard var point = sampler.point(for: roots, in: store, variables: variables, sizes: sizes) else { return nil }
      for variable in store.variables(in: roots) {
        guard let factor = factors[variable.name], let value = point.values[variable.name] else { continue }
        let scaled = factor * value
        if variable.attributes.holds(for: scaled) { point.values[variable.name] = scaled }
      }
      guard let projection else { return point }
      if let projected = projection.project(point) { return projected }
    }
    return nil
  }

  private static let drawings = 24

  /// A point at which the sides differ, looked for among very large and very small numbers.
  ///
  /// A unit can be inactive and a term negligible wherever numbers are of the order of one.
  ///
  /// A relative difference counts from the least one given, and only where rounding cannot be the reason.
  func farDifference(_ left: Node, _ right: Node, under hypotheses: [Hypothesis], least: Double) -> Trial? {
    var sampler = Sampler(seed: seed &+ 29)
    var generator = SplitMix64(seed: seed &+ 31)
    // Moved onto an equation from afar, a point keeps to it less exactly than a difference could be seen.
    let held = Set(store.variables(in: hypotheses.flatMap { [$0.left, $0.right] }))
    let names = store.variables(in: [left, right]).filter { !held.contains($0) }.map(\.name)
    if names.isEmpty, !hypotheses.isEmpty { return nil }
    for round in 0..<(hypotheses.isEmpty ? Trials.farPoints : Trials.factors.count) {
      let common = Trials.factors[round % Trials.factors.count]
      var factors: [String: Double] = [:]
      for name in names {
        let other = Trials.factors[Int(generator.next() % UInt64(Trials.factors.count))]
        factors[name] = round < 2 * Trials.factors.count ? common : other
      }
      guard let point = point(left, right, under: hypotheses, factors: factors, &sampler),
        let trial = trial(left, right, at: point)
      else { continue }
      if trial.difference > least, trial.exceedsRounding { return trial }
    }
    return nil
  }

  private static let farPoints = 24
  private static let factors: [Double] = [10, 0.1, 100, 0.01, 1000, 1]

  private func projection(_ hypotheses: [Hypothesis], _ roots: [Node]) -> Projection {
    Projection(store, onto: hypotheses.map { ($0.left, $0.right) }, moving: store.variables(in: roots))
  }

  // MARK: Counterexamples

  /// A small point with short numbers at which the sides differ clearly; the trial's own if there is none.
  func shortest(_ trial: Trial, _ left: Node, _ right: Node, under hypotheses: [Hypothesis]) -> Trial {
    let names = store.dimensionNames(in: [left, right], and: variables).filter { sizes[$0] == nil }
    var small = self
    for name in names { small.sizes[name] = 2 }
    for trials in [small, self] {
      var sampler = Sampler(seed: seed &+ 17)
      for _ in 0..<6 {
        guard let found = trials.trial(left, right, under: hypotheses, &sampler) else { break }
        for digits in [1.0, 10, 100] {
          if let rounded = trials.rounded(found.point, digits, left, right, under: hypotheses) { return rounded }
        }
      }
    }
    return trial
  }

  /// The point with entries in whole multiples of 1/digits, if it still serves.
  private func rounded(
    _ point: SamplePoint, _ digits: Double, _ left: Node, _ right: Node, under hypotheses: [Hypothesis]
  ) -> Trial? {
    func round(_ values: [String: DenseMatrix]) -> [String: DenseMatrix] {
      values.mapValues { $0.map { ($0 * digits).rounded() / digits } }
    }
    let short = SamplePoint(values: round(point.values), differentials: round(point.differentials), sizes: point.sizes)
    let occurring = store.variables(in: [left, right])
    let keepsAttributes = occurring.allSatisfy { variable in
      short.values[variable.name].map { variable.attributes.holds(for: $0) } ?? true
    }
    guard keepsAttributes, let trial = trial(left, right, at: short), trial.difference > 1e-2
    else { return nil }
    let holds = hypotheses.allSatisfy { hypothesis in
      self.trial(hypothesis.left, hypothesis.right, at: short).map { $0.agrees } ?? false
    }
    return holds ? trial : nil
  }
}

extension [Trials.Trial] {
  /// Whether all points have the same sizes, at which a formula may be right by chance.
  fileprivate var haveOneSize: Bool { allSatisfy { $0.point.sizes == first?.point.sizes } }
}
