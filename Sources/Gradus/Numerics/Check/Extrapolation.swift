/// df/dt at 0 from differences (f(t) − f(−t)) / 2t at halved steps t, extrapolated to t → 0.
///
/// Ridders, "Accurate computation of F'(x) and F'(x) F''(x)", Adv. Eng. Software 4 (1982).
struct Extrapolation {
  /// Numbers, and for each how far it may be off; infinite where no step gave a value.
  struct Estimate: Sendable {
    var value: DenseMatrix
    var error: DenseMatrix
  }

  /// The largest magnitude in f(0).
  let magnitude: Double
  /// The magnitude of what moves, in whose rounding the step is lost.
  let reach: Double
  var firstStep = 0x1p-7

  private static let halvings = 10

  /// The same for a matrix of numbers at once.
  func estimate(like value: DenseMatrix, _ f: (Double) -> DenseMatrix?) -> Estimate {
    let found = numbers(like: value, f)
    return Estimate(value: found.value, error: found.error)
  }

  /// Every entry takes its steadiest number of Richardson's table; `f` is nil where it has no finite value.
  func numbers<Numbers: ExtrapolatedNumbers>(
    like start: Numbers, _ f: (Double) -> Numbers?
  ) -> (value: Numbers, error: Numbers) {
    var (value, error) = (start.filled(with: .nan), start.filled(with: .infinity))
    var previous: [Numbers] = []
    var step = firstStep * max(1, reach.binade)
    for _ in 0...Self.halvings {
      if let above = f(step), let below = f(-step) {
        let difference = above.difference(to: below, times: 0.5 / step)
        // Values carry rounding errors of a few units, which a difference magnifies.
        let noise = 4 * .ulpOfOne * (magnitude + reach * difference.maximumMagnitude) / step
        let row = Self.refine(difference, with: previous)
        for (older, refined) in zip(zip(row, previous), row.dropFirst()) {
          Self.improve(&value, &error, refined, by: older.0, older.1, noise: noise)
        }
        // Smaller steps could hardly help, or are noisier, twice from step to step, than what is known.
        let needed = max(1e-10 * max(value.maximumMagnitude, 1e-3), 1.5 * noise)
        if (0..<error.entryCount).allSatisfy({ error[entry: $0] < needed }) { break }
        previous = row
      } else {
        previous = []
      }
      step /= 2
    }
    return (value, error)
  }

  /// The next row of the table: each column removes one more even power of the step from the error.
  private static func refine<Numbers: ExtrapolatedNumbers>(
    _ difference: Numbers, with previous: [Numbers]
  ) -> [Numbers] {
    var row = [difference]
    var power = 4.0
    for older in previous {
      let newer = row[row.count - 1]
      row.append(newer.adding(newer.difference(to: older, times: 1 / (power - 1))))
      power *= 4
    }
    return row
  }

  /// Takes over entries that lie closer to their two parents in the table than any before.
  private static func improve<Numbers: ExtrapolatedNumbers>(
    _ value: inout Numbers, _ error: inout Numbers, _ refined: Numbers, by left: Numbers, _ above: Numbers,
    noise: Double
  ) {
    for place in 0..<refined.entryCount {
      let number = refined[entry: place]
      let spread = max((number - left[entry: place]).magnitude, (number - above[entry: place]).magnitude) + noise
      if spread < error[entry: place] { (value[entry: place], error[entry: place]) = (number, spread) }
    }
  }
}

/// A number, or a matrix of them.
protocol ExtrapolatedNumbers {
  /// factor · (self − other).
  func difference(to other: Self, times factor: Double) -> Self
  func adding(_ other: Self) -> Self
  var maximumMagnitude: Double { get }
  var entryCount: Int { get }
  subscript(entry place: Int) -> Double { get set }
  func filled(with value: Double) -> Self
}

extension DenseMatrix: ExtrapolatedNumbers {
  func difference(to other: DenseMatrix, times factor: Double) -> DenseMatrix { factor * (self - other) }
  func adding(_ other: DenseMatrix) -> DenseMatrix { self + other }
  var entryCount: Int { elements.count }
  subscript(entry place: Int) -> Double {
    get { elements[place] }
    set { elements[place] = newValue }
  }
  func filled(with value: Double) -> DenseMatrix { DenseMatrix(rows: rows, columns: columns, repeating: value) }
}

extension Double: ExtrapolatedNumbers {
  func difference(to other: Double, times factor: Double) -> Double { factor * (self - other) }
  func adding(_ other: Double) -> Double { self + other }
  var maximumMagnitude: Double { magnitude }
  var entryCount: Int { 1 }
  subscript(entry place: Int) -> Double {
    get { self }
    set { self = newValue }
  }
  func filled(with value: Double) -> Double { value }
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
}
