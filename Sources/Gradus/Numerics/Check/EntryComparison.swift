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
    let scale = Self.scale(claimed, estimate)
    var excess = 1.0
    for row in 0..<claimed.rows {
      for column in 0..<claimed.columns {
        let entry = Entry(
          row: row, column: column, claimed: claimed[row, column], difference: estimate.value[row, column],
          estimatedError: estimate.error[row, column])
        let gap = (entry.claimed - entry.difference).magnitude
        let allowed = Self.allowed(entry.estimatedError, scale)
        if gap > allowed, Self.isKnown(row * claimed.columns + column, estimate) {
          guard gap / allowed > excess else { continue }
          excess = gap / allowed
          differing = entry
        } else if gap <= allowed, Self.margin * entry.estimatedError <= Self.coarsest * scale {
          agreeing += 1
          maximumRelativeError = max(maximumRelativeError, gap / scale)
        } else if entry.estimatedError > noisy?.estimatedError ?? 0 {
          noisy = entry
        }
      }
    }
  }

  /// Whether the entry at a place of the row-major elements differs.
  static func differs(at place: Int, _ claimed: DenseMatrix, _ estimate: Extrapolation.Estimate) -> Bool {
    let gap = (claimed.elements[place] - estimate.value.elements[place]).magnitude
    return gap > allowed(estimate.error.elements[place], scale(claimed, estimate)) && isKnown(place, estimate)
  }

  /// Whether a difference's error is small beside it, or beside a thousandth of the largest of them.
  private static func isKnown(_ place: Int, _ estimate: Extrapolation.Estimate) -> Bool {
    let largest = estimate.value.map { $0.isFinite ? $0 : 0 }.maximumMagnitude
    let worth = max(estimate.value.elements[place].magnitude, 1e-3 * largest, 1e-6)
    return estimate.error.elements[place] <= vaguest * worth || !estimate.error.elements[place].isFinite
  }

  private static func allowed(_ error: Double, _ scale: Double) -> Double { max(tolerance * scale, margin * error) }

  /// The largest entry, of tiny derivatives a thousandth.
  private static func scale(_ claimed: DenseMatrix, _ estimate: Extrapolation.Estimate) -> Double {
    let finite = estimate.value.map { $0.isFinite ? $0 : 0 }
    return max(claimed.maximumMagnitude, finite.maximumMagnitude, 1e-3)
  }
}
