/// df/dt at 0 from differences (f(t) − f(−t)) / 2t at halved steps t, extrapolated to t → 0.
///
/// Ridders, "Accurate computation of F'(x) and F'(x) F''(x)", Adv. Eng. Software 4 (1982).
struct Extrapolation {
  /// Numbers, and for each how far it may be off; infinite where no step gave a value.
  struct Estimate: Sendable {
    var value: DenseMatrix
    var error: DenseMatrix
  }

  /// f(0).
  let value: DenseMatrix
  /// The magnitude of what moves, in whose rounding the step is lost.
  let reach: Double
  var firstStep = 0x1p-7

  private static let halvings = 10

  /// Every entry takes its steadiest number of Richardson's table; `f` is nil where it has no finite value.
  func estimate(_ f: (Double) -> DenseMatrix?) -> Estimate {
    var best = Estimate(value: value.map { _ in .nan }, error: value.map { _ in .infinity })
    var previous: [DenseMatrix] = []
    var step = firstStep * max(1, reach.binade)
    for _ in 0...Self.halvings {
      if let above = f(step), let below = f(-step) {
        let difference = (0.5 / step) * (above - below)
        // Values carry rounding errors of a few units, which a difference magnifies.
        let noise = 4 * .ulpOfOne * (value.maximumMagnitude + reach * difference.maximumMagnitude) / step
        let row = Self.refine(difference, with: previous)
        for (older, refined) in zip(zip(row, previous), row.dropFirst()) {
          best.improve(refined, by: older.0, older.1, noise: noise)
        }
        if best.isSettled { return best }
        previous = row
      } else {
        previous = []
      }
      step /= 2
    }
    return best
  }

  /// The next row of the table: each column removes one more even power of the step from the error.
  private static func refine(_ difference: DenseMatrix, with previous: [DenseMatrix]) -> [DenseMatrix] {
    var row = [difference]
    var power = 4.0
    for older in previous {
      let newer = row[row.count - 1]
      row.append(newer + (1 / (power - 1)) * (newer - older))
      power *= 4
    }
    return row
  }
}

extension Extrapolation.Estimate {
  /// What two independent estimates say together: each is off by at least half their difference.
  func merged(with other: Self) -> Self {
    var merged = self
    for place in value.elements.indices {
      let gap = (value.elements[place] - other.value.elements[place]).magnitude
      let worst = max(error.elements[place], other.error.elements[place], gap)
      merged.error.elements[place] = worst.isNaN ? .infinity : worst
    }
    return merged
  }

  /// Takes over entries that lie closer to their two parents in the table than any before.
  fileprivate mutating func improve(_ refined: DenseMatrix, by left: DenseMatrix, _ above: DenseMatrix, noise: Double) {
    for place in refined.elements.indices {
      let number = refined.elements[place]
      let spread = max((number - left.elements[place]).magnitude, (number - above.elements[place]).magnitude) + noise
      if spread < error.elements[place] {
        value.elements[place] = number
        error.elements[place] = spread
      }
    }
  }

  /// Whether smaller steps could hardly help.
  fileprivate var isSettled: Bool {
    let scale = max(value.maximumMagnitude, 1e-3)
    return error.elements.allSatisfy { $0 < 1e-10 * scale }
  }
}
