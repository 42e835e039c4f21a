extension GradientCheck {
  /// Compares a gradient written by hand with central differences of a function of numbers, at one point.
  public init(
    of f: @escaping ([Double]) -> Double, at point: [Double], equals gradient: @escaping ([Double]) -> [Double]
  ) throws(DerivativeShapeError) {
    self = try Self.run(f, gradient, at: CollectionOfOne(point), wanted: 1, seed: 0)
  }

  /// The same at random points with as many entries as are said.
  public init(
    of f: @escaping ([Double]) -> Double, entries: Int, equals gradient: @escaping ([Double]) -> [Double],
    points: Int = 2,
    seed: UInt64 = 1
  ) throws(DerivativeShapeError) {
    var generator = SplitMix64(seed: seed)
    // Some points may lie outside the function's domain.
    let drawn = (0..<(4 * points)).map { _ in (0..<entries).map { _ in generator.nextNormal() } }
    self = try Self.run(f, gradient, at: drawn, wanted: points, seed: seed)
  }

  private static func run(
    _ f: @escaping ([Double]) -> Double, _ gradient: @escaping ([Double]) -> [Double],
    at points: some Collection<[Double]>, wanted: Int,
    seed: UInt64
  ) throws(DerivativeShapeError) -> GradientCheck {
    var tally = CheckTally(seed: seed, isDerived: false)
    for point in points where tally.check.points < wanted {
      let claimed = gradient(point)
      if claimed.count != point.count {
        let (claimed, expected) = (Shape(Dimension(claimed.count), 1), Shape(Dimension(point.count), 1))
        throw DerivativeShapeError(claimed: claimed, expected: expected, layout: .denominator)
      }
      let trial = ClosureTrial(f: f, gradient: gradient, point: point, claimed: .column(claimed))
      if let outcome = trial.outcome() { tally.add(outcome) }
      guard let (entry, slope) = tally.failing else { continue }
      return tally.verdict(
        Disagreement(
          row: entry.row, column: entry.column, claimed: entry.claimed, difference: entry.difference,
          estimatedError: entry.estimatedError, remainderSlope: slope, point: ["x": .column(point)], commands: []))
    }
    return tally.verdict(nil)
  }
}

/// A function of numbers and what is said to be its gradient, at one point.
private struct ClosureTrial {
  let f: ([Double]) -> Double
  let gradient: ([Double]) -> [Double]
  let point: [Double]
  let claimed: DenseMatrix

  /// Nil where function or gradient have no finite value.
  func outcome() -> CheckTally.Outcome? {
    guard f(point).isFinite, claimed.isFinite else { return nil }
    return CheckTally.Outcome(
      claimed, estimate(stepFactor: 1), isSmooth: true, again: { estimate(stepFactor: $0) }, spread: { spread },
      slope: { slope })
  }

  private func estimate(stepFactor: Double) -> Extrapolation.Estimate {
    let estimates = point.indices.map { place in
      var extrapolation = Extrapolation(magnitude: f(point).magnitude, reach: point[place].magnitude)
      extrapolation.firstStep *= stepFactor
      return extrapolation.numbers(like: 0.0) { step in
        var moved = point
        moved[place] += step
        return finite(moved)
      }
    }
    return Extrapolation.Estimate(
      value: .column(estimates.map(\.value)), error: .column(estimates.map(\.error)))
  }

  private func finite(_ point: [Double]) -> Double? {
    let value = f(point)
    return value.isFinite ? value : nil
  }

  /// How the gradient changes with the last digits of the point.
  private var spread: DenseMatrix {
    let moved = DenseMatrix.column(gradient(point.map { $0 * (1 + 0x1p-49) }))
    guard moved.rows == claimed.rows, moved.isFinite else { return .zeros(claimed.rows, 1) }
    return (moved - claimed).map(\.magnitude)
  }

  private var slope: Double? {
    var generator = SplitMix64(seed: 1)
    let direction = point.map { _ in generator.next(in: -1...1) }
    let derivative = zip(direction, claimed.elements).reduce(0) { $0 + $1.0 * $1.1 }
    return TaylorRemainder(value: .scalar(f(point)), derivative: .scalar(derivative)) { step in
      finite(zip(point, direction).map { $0 + step * $1 }).map { .scalar($0) }
    }.slope
  }
}
