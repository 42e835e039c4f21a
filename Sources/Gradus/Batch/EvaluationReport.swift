/// A value laid out for a person or a program.
struct EvaluationReport {
  struct Differences {
    let variable: String
    let layout: Layout
    let value: DenseMatrix
    let error: Double
  }

  let store: Store
  let function: Node
  let value: DenseMatrix
  let variables: [Variable]
  let point: SamplePoint
  let differences: Differences?

  private static let mostRows = 24
  private static let mostColumns = 12

  var text: String {
    let occurring = Set(store.variables(in: [function]).map(\.name))
    let declared = variables.filter { occurring.contains($0.name) }.map { "  \($0.name): \(shape($0))" }
    var parts = [(["f = \(store.text(function))"] + declared).joined(separator: "\n"), Self.equation("f", value)]
    if let differences {
      let error = "estimated error up to \(Diagnostic.oneDigit(differences.error))"
      parts.append(
        Self.equation("df/d\(differences.variable)", differences.value, exactTo: differences.error)
          + "\n  by central differences, \(differences.layout.rawValue) layout, \(error)")
    }
    return parts.joined(separator: "\n\n")
  }

  /// The shape in numbers, as a declaration says it.
  private func shape(_ variable: Variable) -> Shape {
    guard let value = point.values[variable.name] else { return variable.shape }
    return Shape(Dimension(value.rows), Dimension(value.columns))
  }

  /// A scalar on the line of its name, a matrix in lines below.
  private static func equation(_ name: String, _ value: DenseMatrix, exactTo error: Double = 0) -> String {
    func number(_ value: Double) -> String { Diagnostic.number(value, exactTo: error) }
    if value.rows == 1, value.columns == 1 { return "\(name) = \(number(value[0, 0]))" }
    return "\(name) is \(value.rows) × \(value.columns)\n"
      + lines(value, number).map { "  " + $0 }.joined(separator: "\n")
  }

  /// Columns aligned right; of large matrices the first rows and columns.
  private static func lines(_ value: DenseMatrix, _ number: (Double) -> String) -> [String] {
    let (rows, columns) = (min(value.rows, mostRows), min(value.columns, mostColumns))
    let texts = (0..<rows).map { row in (0..<columns).map { number(value[row, $0]) } }
    let widths = (0..<columns).map { column in texts.map { $0[column].count }.max() ?? 0 }
    var lines = texts.map { cells in
      zip(cells, widths).map { cell, width in String(repeating: " ", count: width - cell.count) + cell }
        .joined(separator: "  ") + (columns < value.columns ? "  …" : "")
    }
    if rows < value.rows || columns < value.columns {
      lines.append("… \(rows) × \(columns) of \(value.rows) × \(value.columns) are shown; --format json gives all")
    }
    return lines
  }

  var json: JSON {
    .fields([
      ("expression", .string(store.text(function))),
      ("shape", .array([.integer(value.rows), .integer(value.columns)])),
      ("value", Counterexample.json(value, isColumn: value.columns == 1)),
      (
        "differences",
        differences.map { found in
          .fields([
            ("variable", .string(found.variable)), ("layout", .string(found.layout.rawValue)),
            ("value", Counterexample.json(found.value, isColumn: found.value.columns == 1)),
            ("estimatedError", .number(found.error)),
          ])
        }
      ),
    ])
  }
}
