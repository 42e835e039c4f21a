/// A derived expression compared entry by entry with central differences of what was differentiated.
struct DerivativeCheck: Sendable {
  /// An entry where the two differ by more than their estimated error allows.
  struct Disagreement: Sendable {
    let row: Int
    let column: Int
    let derived: Double
    let difference: Double
    let estimatedError: Double
    let point: SamplePoint
  }

  private(set) var points = 0
  private(set) var comparisons = 0
  private(set) var maximumRelativeError = 0.0
  private(set) var disagreement: Disagreement?
  /// Whether every point kept its distance from kinks and singular matrices.
  private(set) var isSmooth = true
  let seed: UInt64

  /// Whether at least one point was tried and every entry agreed.
  var passed: Bool { points > 0 && disagreement == nil }

  /// Relative error that counts as agreement even where the difference claims to be more exact.
  static let tolerance = 1e-7

  /// Tries sampled points; nodes are evaluated as written, whatever attributes say.
  init(
    _ target: Node, by variable: Variable, is derivative: Node, layout: Layout, isGradient: Bool, keepsColumn: Bool,
    structure: Structure? = nil, hypotheses: [Hypothesis] = [], in store: Store, variables: [Variable],
    sizes: [String: Int] = [:], points wanted: Int = 2, seed: UInt64 = 1
  ) {
    self.seed = seed
    var sampler = Sampler(seed: seed)
    let moving = store.variables(in: [target, derivative] + hypotheses.flatMap { [$0.left, $0.right] })
    let projection = Projection(store, onto: hypotheses.map { ($0.left, $0.right) }, moving: moving)
    for _ in 0..<wanted {
      let drawn = sampler.point(
        for: [target, derivative] + hypotheses.map(\.left), in: store, variables: variables + [variable], sizes: sizes)
      guard let drawn, let point = hypotheses.isEmpty ? drawn : projection.project(drawn) else { continue }
      guard let value = try? store.evaluate([derivative], at: point)[0], value.isFinite,
        let estimate = try? CentralDifference(store, target, at: point).jacobian(by: variable.name),
        let base = point.values[variable.name]
      else { continue }
      if let evaluation = try? PlainEvaluation(store, [target, derivative], sizes: point.sizes),
        let values = try? evaluation.values(at: point), evaluation.regularity(of: values) != .smooth
      {
        isSmooth = false
      }
      let shape = store.shape(target)
      let arrangement = Arrangement(
        rows: shape.rows.value(at: point.sizes) ?? 1, columns: shape.columns.value(at: point.sizes) ?? 1,
        variableRows: base.rows, variableColumns: base.columns, layout: layout, isGradient: isGradient,
        isByScalar: variable.shape.isScalar && !keepsColumn)
      var (expected, error) = (arrangement.arranged(estimate.value), arrangement.arranged(estimate.error))
      if let structure, isGradient {
        func along(_ matrix: DenseMatrix) -> DenseMatrix {
          layout == .denominator
            ? structure.projection(of: matrix, at: base)
            : structure.projection(of: matrix.transposed, at: base).transposed
        }
        expected = along(expected)
        error = DenseMatrix(rows: error.rows, columns: error.columns, repeating: error.maximumMagnitude)
      }
      compare(value, expected, error, point)
      points += 1
      if disagreement != nil { return }
    }
  }

  private mutating func compare(
    _ derived: DenseMatrix, _ difference: DenseMatrix, _ error: DenseMatrix, _ point: SamplePoint
  ) {
    let scale = max(derived.maximumMagnitude, difference.maximumMagnitude, 1e-3)
    let fits = derived.rows == difference.rows && derived.columns == difference.columns
    for row in 0..<derived.rows {
      for column in 0..<derived.columns {
        comparisons += 1
        let other = fits ? difference[row, column] : .nan
        let estimated = fits ? error[row, column] : .infinity
        let gap = (derived[row, column] - other).magnitude
        if gap <= max(DerivativeCheck.tolerance * scale, 10 * estimated), fits {
          maximumRelativeError = max(maximumRelativeError, gap / scale)
        } else if disagreement == nil {
          disagreement = Disagreement(
            row: row, column: column, derived: derived[row, column], difference: other, estimatedError: estimated,
            point: point)
        }
      }
    }
  }
}

/// Turns ∂vec(Y)/∂vec(X)ᵀ into the shape that a layout gives the derivative.
struct Arrangement {
  let rows: Int
  let columns: Int
  let variableRows: Int
  let variableColumns: Int
  let layout: Layout
  /// A scalar's first derivative takes the variable's shape.
  let isGradient: Bool
  /// A derivative by a scalar takes the shape of what is differentiated.
  let isByScalar: Bool

  func arranged(_ jacobian: DenseMatrix) -> DenseMatrix {
    let natural: Layout
    let matrix: DenseMatrix
    if isGradient {
      natural = .denominator
      matrix = jacobian.transposed.unvectorized(rows: variableRows, columns: variableColumns)
    } else if isByScalar {
      natural = .numerator
      matrix = jacobian.unvectorized(rows: rows, columns: columns)
    } else {
      natural = .numerator
      matrix = jacobian
    }
    return layout == natural ? matrix : matrix.transposed
  }
}
