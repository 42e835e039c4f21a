/// Derivatives in numbers by nothing but values: (f(x + h e) − f(x − h e)) / 2h, extrapolated to h → 0.
///
/// Ridders, "Accurate computation of F'(x) and F'(x) F''(x)", Adv. Eng. Software 4 (1982). Every entry of a variable moves
/// by itself, whatever its attributes say.
struct CentralDifference: Sendable {
  /// Numbers, and for each how far it may be off; infinite where no step gave a value.
  struct Estimate: Sendable {
    var value: DenseMatrix
    var error: DenseMatrix
  }

  private let point: SamplePoint
  private let evaluation: PlainEvaluation
  private let values: [DenseMatrix]

  /// The point must hold all values and sizes.
  init(_ store: Store, _ root: Node, at point: SamplePoint) throws(EvaluationError) {
    self.point = point
    evaluation = try PlainEvaluation(store, [root], sizes: point.sizes)
    values = try evaluation.values(at: point)
  }

  /// The value at the point itself.
  var value: DenseMatrix { values[evaluation.roots[0]] }

  /// ∂vec(f)/∂vec(X)ᵀ, columns of matrices one under the other on both sides.
  func jacobian(by variable: String) throws(EvaluationError) -> Estimate {
    guard let base = point.values[variable] else { throw .missingValue(variable: variable) }
    let dependents = evaluation.dependents(on: [variable])
    let size = value.rows * value.columns
    var columns: [Estimate] = []
    for column in 0..<base.columns {
      for row in 0..<base.rows {
        var direction = DenseMatrix.zeros(base.rows, base.columns)
        direction[row, column] = 1
        columns.append(extrapolated(along: [variable: direction], dependents, reach: base[row, column].magnitude))
      }
    }
    let (values, errors) = (columns.map(\.value.vectorized), columns.map(\.error.vectorized))
    return Estimate(
      value: DenseMatrix(rows: size, columns: columns.count) { values[$1][$0, 0] },
      error: DenseMatrix(rows: size, columns: columns.count) { errors[$1][$0, 0] })
  }

  /// d f(X + t E)/dt at 0, for directions by the names of variables.
  func directional(along directions: [String: DenseMatrix]) throws(EvaluationError) -> Estimate {
    let length = directions.values.map(\.maximumMagnitude).max() ?? 0
    guard length > 0 else {
      let zeros = DenseMatrix.zeros(value.rows, value.columns)
      return Estimate(value: zeros, error: zeros)
    }
    var reach = 0.0
    for name in directions.keys {
      guard let base = point.values[name] else { throw .missingValue(variable: name) }
      reach = max(reach, base.maximumMagnitude)
    }
    let unit = directions.mapValues { (1 / length) * $0 }
    let estimate = extrapolated(along: unit, evaluation.dependents(on: Set(directions.keys)), reach: reach)
    return Estimate(value: length * estimate.value, error: length * estimate.error)
  }

  private static let firstStep = 0x1p-7
  private static let halvings = 10

  /// Richardson's table of differences at halved steps, from which every entry takes its steadiest number.
  private func extrapolated(along directions: [String: DenseMatrix], _ dependents: [Int], reach: Double) -> Estimate {
    var best = Estimate(value: value.map { _ in .nan }, error: value.map { _ in .infinity })
    var previous: [DenseMatrix] = []
    var step = Self.firstStep * max(1, reach.binade)
    for _ in 0...Self.halvings {
      if let difference = difference(along: directions, dependents, step: step) {
        // Values carry rounding errors of a few units, which a difference magnifies.
        let noise = 4 * .ulpOfOne * (value.maximumMagnitude + reach * difference.maximumMagnitude) / step
        let row = refine(difference, with: previous)
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
  private func refine(_ difference: DenseMatrix, with previous: [DenseMatrix]) -> [DenseMatrix] {
    var row = [difference]
    var power = 4.0
    for older in previous {
      let newer = row[row.count - 1]
      row.append(newer + (1 / (power - 1)) * (newer - older))
      power *= 4
    }
    return row
  }

  /// Nil where either side has no finite value.
  private func difference(along directions: [String: DenseMatrix], _ dependents: [Int], step: Double) -> DenseMatrix? {
    guard let above = moved(by: step, directions, dependents), let below = moved(by: -step, directions, dependents)
    else { return nil }
    return (0.5 / step) * (above - below)
  }

  private func moved(by step: Double, _ directions: [String: DenseMatrix], _ dependents: [Int]) -> DenseMatrix? {
    var (point, values) = (point, values)
    for (name, direction) in directions { point.values[name] = point.values[name].map { $0 + step * direction } }
    guard (try? evaluation.update(&values, in: dependents, at: point)) != nil else { return nil }
    let moved = values[evaluation.roots[0]]
    return moved.isFinite ? moved : nil
  }
}

extension CentralDifference.Estimate {
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
