/// Central differences of a scalar function in every entry of one variable.
///
/// Moving one entry changes a column, a row or a rectangle of the values made of it; only these are computed again, from
/// what they were. Where an operation spreads a change in a way that is not known here, the whole plan runs.
package struct EntrywiseDifferences {
  private let variable: String
  private var values: [String: DenseMatrix]
  private let sizes: [String: Int]
  private let function: Expression
  private let compiled: CompiledExpression
  private let changes: ChangingValues?

  package init(
    _ function: Expression, by variable: String, at values: [String: DenseMatrix], sizes: [String: Int]
  ) throws(EvaluationError) {
    self.function = function
    self.variable = variable
    self.values = values
    self.sizes = sizes
    compiled = try CompiledExpression([function], sizes: sizes)
    let (store, node) = (function.store, function.node)
    let lowering = try store.guarded { store in
      Result { () throws(EvaluationError) in try Lowering(store, [node], sizes: sizes) }
    }.get()
    changes = ChangingValues(lowering, moving: variable, at: values)
  }

  /// Whether moving an entry costs less than the whole function.
  var isIncremental: Bool { changes != nil }

  /// f(X + tEᵢⱼ).
  func value(moving row: Int, _ column: Int, by step: Double) -> Double {
    changes?.value(moving: row, column, by: step) ?? .nan
  }

  /// (f(X + hEᵢⱼ) − f(X − hEᵢⱼ)) / 2h for every entry.
  package func gradient(step: Double) -> DenseMatrix {
    guard let point = values[variable] else { return .zeros(0, 0) }
    if let changes {
      return DenseMatrix(rows: point.rows, columns: point.columns) { row, column in
        (changes.value(moving: row, column, by: step) - changes.value(moving: row, column, by: -step)) / (2 * step)
      }
    }
    func value(_ row: Int, _ column: Int, _ change: Double) -> Double {
      var moved = values
      moved[variable]?[row, column] += change
      return (try? compiled.evaluate(moved))?[0][0, 0] ?? .nan
    }
    return DenseMatrix(rows: point.rows, columns: point.columns) { row, column in
      (value(row, column, step) - value(row, column, -step)) / (2 * step)
    }
  }
}
