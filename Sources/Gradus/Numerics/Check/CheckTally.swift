/// Collects what single points say into a verdict.
struct CheckTally {
  /// What one point says.
  enum Outcome {
    /// Every entry agrees.
    case agrees(EntryComparison, slope: Double?)
    case differs(EntryComparison.Entry, slope: Double?)
    case doubtful(GradientCheck.Doubt)
  }

  /// From this exponent down a remainder falls as that of a wrong derivative.
  private static let wrongSlope = 1.3

  private(set) var check: GradientCheck
  private(set) var failing: (entry: EntryComparison.Entry, slope: Double?)?
  private var doubt = GradientCheck.Doubt.noPoint

  init(seed: UInt64, isDerived: Bool) { check = GradientCheck(seed: seed, isDerived: isDerived) }

  mutating func add(_ outcome: Outcome) {
    switch outcome {
    case .agrees(let comparison, let slope):
      check.points += 1
      check.comparisons += comparison.agreeing
      check.maximumRelativeError = max(check.maximumRelativeError, comparison.maximumRelativeError)
      if let slope { check.remainderSlope = min(slope, check.remainderSlope ?? slope) }
    case .differs(let entry, let slope):
      if failing == nil { failing = (entry, slope) }
      check.points += 1
      check.comparisons += 1
    case .doubtful(let found): doubt = found
    }
  }

  /// The verdict of all points; a disagreement is described by the caller, who knows the point.
  func verdict(_ disagreement: GradientCheck.Disagreement?) -> GradientCheck {
    var check = check
    if let disagreement {
      check.verdict = .disagrees(disagreement)
    } else if check.points == 0 {
      check.verdict = .undecided(doubt)
    } else if let slope = check.remainderSlope, slope < Self.wrongSlope {
      check.verdict = .undecided(.remainder(slope: slope))
    } else {
      check.verdict = .agrees
    }
    return check
  }
}

extension CheckTally.Outcome {
  /// Steps of another order of magnitude see a pole that the first ones reach across.
  private static let secondLook = 0.01

  /// Compares, and where an entry differs looks again with other steps before saying so.
  init(
    _ claimed: DenseMatrix, _ estimate: Extrapolation.Estimate, isSmooth: Bool,
    again: (Double) -> Extrapolation.Estimate?,
    spread: () -> DenseMatrix, slope: () -> Double?
  ) {
    var comparison = EntryComparison(claimed, estimate)
    if comparison.differing != nil, isSmooth, let other = again(Self.secondLook) {
      var both = estimate.merged(with: other)
      both.error = both.error + spread()
      comparison = EntryComparison(claimed, both)
    }
    if let entry = comparison.differing {
      self = isSmooth ? .differs(entry, slope: slope()) : .doubtful(.kink)
    } else if let entry = comparison.noisy {
      self = .doubtful(
        entry.estimatedError.isFinite
          ? .noise(
            row: entry.row, column: entry.column, claimed: entry.claimed, difference: entry.difference,
            estimatedError: entry.estimatedError) : .oneSided(row: entry.row, column: entry.column))
    } else {
      self = .agrees(comparison, slope: isSmooth ? slope() : nil)
    }
  }
}
