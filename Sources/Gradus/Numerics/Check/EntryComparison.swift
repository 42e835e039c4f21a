/// A derivative beside its differences at one point, entry by entry.
struct EntryComparison {
  struct Entry: Sendable {
    let row: Int
    let column: Int
    let claimed: Double
    let difference: Double
    let estimatedError: Double
  }

  /// Relative error that counts as agreement even where the difference claims to be more exact.
  static let tolerance = 1e-9
  /// An estimated error is the order of magnitude of what it estimates.
  private static let margin = 10.0
  /// A difference that may be off by more could hide a mistake in a constant's sixth digit.
  private static let coarsest = 1e-6
  /// Near poles and in fast oscillations differences are off by as much as they are worth, and can accuse nobody.
  private static let vaguest = 1e-2

  private(set) var agreeing = 0
  private(set) var maximumRelativeError = 0.0
  /// The entry that differs by the largest multiple of what its estimated error allows.
  private(set) var differing: Entry?
  /// The entry, among those that do not differ, of which the difference is least known, if that is too little.
  private(set) var noisy: Entry?

  /// Both of one shape.
  init(_ claimed: DenseMatrix, _ estimate: Extrapolation.Estimate) {
    let measure = Measure(claimed, estimate)
    var excess = 1.0
    for row in 0..<claimed.rows {
      for column in 0..<claimed.columns {
        let entry = Entry(
          row: row, column: column, claimed: claimed[row, column], difference: estimate.value[row, column],
          estimatedError: estimate.error[row, column])
        let gap = (entry.claimed - entry.difference).magnitude
        let allowed = measure.allowed(entry.estimatedError)
        if gap > allowed, measure.isKnown(entry.difference, entry.estimatedError) {
          guard gap / allowed > excess else { continue }
          excess = gap / allowed
          differing = entry
        } else if gap <= allowed, Self.margin * entry.estimatedError <= Self.coarsest * measure.scale {
          agreeing += 1
          maximumRelativeError = max(maximumRelativeError, gap / measure.scale)
        } else if entry.estimatedError > noisy?.estimatedError ?? 0 {
          noisy = entry
        }
      }
    }
  }

  /// The places, in row-major order, of the entries that differ.
  static func differing(_ claimed: DenseMatrix, _ estimate: Extrapolation.Estimate) -> [Int] {
    let measure = Measure(claimed, estimate)
    return claimed.elements.indices.filter { place in
      let (difference, error) = (estimate.value.elements[place], estimate.error.elements[place])
      let gap = (claimed.elements[place] - difference).magnitude
      return gap > measure.allowed(error) && measure.isKnown(difference, error)
    }
  }

  /// What the entries of one matrix are measured by.
  private struct Measure {
    /// The largest difference.
    let largest: Double
    /// The largest entry of either side, of tiny derivatives a thousandth.
    let scale: Double

    init(_ claimed: DenseMatrix, _ estimate: Extrapolation.Estimate) {
      largest = estimate.value.map { $0.isFinite ? $0 : 0 }.maximumMagnitude
      scale = max(claimed.maximumMagnitude, largest, 1e-3)
    }

    func allowed(_ error: Double) -> Double { max(tolerance * scale, margin * error) }

    /// Whether a difference's error is small beside it, or beside a thousandth of the largest of them.
    func isKnown(_ difference: Double, _ error: Double) -> Bool {
      error <= vaguest * max(difference.magnitude, 1e-3 * largest, 1e-6) || !error.isFinite
    }
  }
}
