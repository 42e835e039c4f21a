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

    /// The largest difference relative to the larger side.
    var difference: Double {
      guard left.rows == right.rows, left.columns == right.columns else { return .infinity }
      let scale = Swift.max(left.maximumMagnitude, right.maximumMagnitude)
      return scale == 0 ? 0 : (left - right).maximumMagnitude / scale
    }

    var agrees: Bool { difference <= Trials.tolerance }
    var differs: Bool { difference > Trials.clearDifference }
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
    let roots = [left, right] + hypotheses.flatMap { [$0.left, $0.right] }
    guard var point = sampler.point(for: roots, in: store, variables: variables, sizes: sizes) else { return nil }
    if !hypotheses.isEmpty {
      guard let projected = projection(hypotheses, roots).project(point) else { return nil }
      point = projected
    }
    return trial(left, right, at: point)
  }

  func trial(_ left: Node, _ right: Node, at point: SamplePoint) -> Trial? {
    guard let evaluation = try? PlainEvaluation(store, [left, right], sizes: point.sizes),
      let values = try? evaluation.values(at: point), evaluation.regularity(of: values) != .undefined
    else { return nil }
    return Trial(point: point, left: values[evaluation.roots[0]], right: values[evaluation.roots[1]])
  }

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
