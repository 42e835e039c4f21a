/// Derivatives in numbers by nothing but values: (f(x + h e) − f(x − h e)) / 2h, extrapolated to h → 0.
///
/// Every entry of a variable moves by itself, whatever its attributes say, unless a structure is named.
struct CentralDifference: Sendable {
  typealias Estimate = Extrapolation.Estimate

  private let point: SamplePoint
  private let evaluation: PlainEvaluation
  private let values: [DenseMatrix]
  private let function: Expression
  /// Another first step makes an estimate of its own.
  var stepFactor = 1.0
  /// Told how many of how many entries are done.
  var progress: (@Sendable (Int, Int) -> Void)?

  /// The point must hold all values and sizes.
  init(_ store: Store, _ root: Node, at point: SamplePoint) throws(EvaluationError) {
    self.point = point
    function = Expression(store, root)
    evaluation = try PlainEvaluation(store, [root], sizes: point.sizes)
    values = try evaluation.values(at: point)
  }

  /// The value at the point itself.
  var value: DenseMatrix { values[evaluation.roots[0]] }

  /// ∂vec(f)/∂vec(X)ᵀ, columns of matrices one under the other on both sides.
  ///
  /// Inside a structure each entry's direction is projected onto it, and the variable stays in it while it moves.
  func jacobian(by variable: String, inside structure: Structure? = nil) throws(EvaluationError) -> Estimate {
    if structure == nil, let estimate = incremental(by: variable) { return estimate }
    let dependents = evaluation.dependents(on: [variable])
    let paths = try paths(of: variable, inside: structure)
    let columns = paths.enumerated().map { place, line in
      progress?(place, paths.count)
      return extrapolated(along: line.0, dependents, reach: line.reach)
    }
    return Estimate(value: Self.beside(columns.map(\.value)), error: Self.beside(columns.map(\.error)))
  }

  /// From this many entries on it pays to compute only what moving one changes.
  private static let manyEntries = 100

  /// The Jacobian of a scalar by a large variable; nil where another way is quicker or the only one.
  private func incremental(by variable: String) -> Estimate? {
    guard let base = point.values[variable], base.elements.count >= Self.manyEntries, value.elements.count == 1,
      point.differentials.isEmpty,
      let differences = try? EntrywiseDifferences(function, by: variable, at: point.values, sizes: point.sizes),
      differences.isIncremental
    else { return nil }
    var (numbers, errors): ([Double], [Double]) = ([], [])
    for column in 0..<base.columns {
      for row in 0..<base.rows {
        progress?(numbers.count, base.elements.count)
        var extrapolation = Extrapolation(magnitude: value.maximumMagnitude, reach: base[row, column].magnitude)
        extrapolation.firstStep *= stepFactor
        let found = extrapolation.numbers(like: 0.0) { step in
          let moved = differences.value(moving: row, column, by: step)
          return moved.isFinite ? moved : nil
        }
        numbers.append(found.value)
        errors.append(found.error)
      }
    }
    return Estimate(value: .row(numbers), error: .row(errors))
  }

  /// The same with one step for all entries and nothing extrapolated: by differences to both sides, and to one side.
  func plainJacobians(
    by variable: String, inside structure: Structure? = nil, step: Double
  ) throws(EvaluationError) -> (central: DenseMatrix, forward: DenseMatrix)? {
    let dependents = evaluation.dependents(on: [variable])
    var columns: [(central: DenseMatrix, forward: DenseMatrix)] = []
    for (path, _) in try paths(of: variable, inside: structure) {
      guard let above = moved(to: path(step), dependents), let below = moved(to: path(-step), dependents) else {
        return nil
      }
      columns.append(((0.5 / step) * (above - below), (1 / step) * (above - value)))
    }
    return (Self.beside(columns.map(\.central)), Self.beside(columns.map(\.forward)))
  }

  /// For every entry of a variable, column by column, the line on which it moves and its magnitude.
  private func paths(
    of variable: String, inside structure: Structure?
  ) throws(EvaluationError) -> [((Double) -> [String: DenseMatrix], reach: Double)] {
    guard let base = point.values[variable] else { throw .missingValue(variable: variable) }
    var paths: [((Double) -> [String: DenseMatrix], reach: Double)] = []
    for column in 0..<base.columns {
      for row in 0..<base.rows {
        var direction = DenseMatrix.zeros(base.rows, base.columns)
        direction[row, column] = 1
        let reach = base[row, column].magnitude
        if let structure {
          let tangent = structure.projection(of: direction, at: base)
          paths.append(({ [variable: structure.moved(base, by: $0, along: tangent)] }, reach))
        } else {
          let entry = direction
          paths.append(({ [variable: base + $0 * entry] }, reach))
        }
      }
    }
    return paths
  }

  /// Matrices as the columns of one.
  private static func beside(_ matrices: [DenseMatrix]) -> DenseMatrix {
    let columns = matrices.map(\.vectorized)
    return DenseMatrix(rows: columns.first?.rows ?? 0, columns: columns.count) { columns[$1][$0, 0] }
  }

  /// d f(X + t E)/dt at 0, for directions by the names of variables.
  func directional(along directions: [String: DenseMatrix]) throws(EvaluationError) -> Estimate {
    let length = directions.values.map(\.maximumMagnitude).max() ?? 0
    guard length > 0 else {
      let zeros = DenseMatrix.zeros(value.rows, value.columns)
      return Estimate(value: zeros, error: zeros)
    }
    var reach = 0.0
    var bases: [String: DenseMatrix] = [:]
    for name in directions.keys {
      guard let base = point.values[name] else { throw .missingValue(variable: name) }
      bases[name] = base
      reach = max(reach, base.maximumMagnitude)
    }
    let unit = directions.mapValues { (1 / length) * $0 }
    let estimate = extrapolated(
      along: { step in bases.merging(unit) { $0 + step * $1 } }, evaluation.dependents(on: Set(directions.keys)),
      reach: reach)
    return Estimate(value: length * estimate.value, error: length * estimate.error)
  }

  /// The value where variables take other values; nil where there is no finite one.
  func value(moving changed: [String: DenseMatrix]) -> DenseMatrix? {
    moved(to: changed, evaluation.dependents(on: Set(changed.keys)))
  }

  private func extrapolated(
    along path: (Double) -> [String: DenseMatrix], _ dependents: [Int], reach: Double
  ) -> Estimate {
    var extrapolation = Extrapolation(magnitude: value.maximumMagnitude, reach: reach)
    extrapolation.firstStep *= stepFactor
    return extrapolation.estimate(like: value) { moved(to: path($0), dependents) }
  }

  private func moved(to changed: [String: DenseMatrix], _ dependents: [Int]) -> DenseMatrix? {
    var (point, values) = (point, values)
    point.values.merge(changed) { $1 }
    guard (try? evaluation.update(&values, in: dependents, at: point)) != nil else { return nil }
    let moved = values[evaluation.roots[0]]
    return moved.isFinite ? moved : nil
  }
}

extension Structure {
  /// A matrix of the structure near X + tE for a direction E tangent to it; orthogonal ones are brought back by their
  /// polar factor.
  fileprivate func moved(_ base: DenseMatrix, by step: Double, along direction: DenseMatrix) -> DenseMatrix {
    let moved = base + step * direction
    return self == .orthogonal ? moved.polarFactor : moved
  }
}
