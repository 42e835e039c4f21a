/// An expression's value as the command line asks for it: read with the values' shapes, evaluated and laid out.
package struct EvaluateRun {
  package var expression: String
  /// Values by name.
  package var values: [(name: String, value: GivenValue)]
  package var declarations: [String] = []
  /// The variable by which central differences are wanted too.
  package var variable: String?
  package var layout: Layout?
  package var format = "text"
  /// Told how many of how many entries of a difference are done.
  package var progress: (@Sendable (Int, Int) -> Void)?

  package init(expression: String, values: [(name: String, value: GivenValue)]) {
    self.expression = expression
    self.values = values
  }

  package struct Outcome {
    package let text: String
    package let warnings: [String]
  }

  package func perform() throws -> Outcome {
    let store = Store()
    let reading = try read(into: store)
    let node = reading.expressions[0]
    var point = SamplePoint(values: [:])
    for (name, value) in values {
      point.values[name] = value.matrix
      if let size = value.size { point.sizes[name] = size }
    }
    point.sizes = try store.deducedSizes(of: [node], at: point)
    let compiled = try CompiledExpression([Expression(store, node)], sizes: point.sizes)
    let value = try compiled.evaluate(point.values, threads: ThreadTeam.processorCount)[0]
    let report = EvaluationReport(
      store: store, function: node, value: value, variables: reading.variables, point: point,
      differences: try variable.map { try differences($0, of: node, in: store, at: point, reading.variables) })
    return Outcome(
      text: format == "json" ? report.json.description : report.text,
      warnings: reading.warnings + unused(reading, node).map { "\($0) is given a value, and does not occur" })
  }

  /// Reads with what the values say; if sizes that only the text names then clash, with the usual kinds of names.
  private func read(into store: Store) throws -> Reading {
    do throws(Problem) {
      return try reader { _ in true }.read(into: store)
    } catch {
      let problem = error
      let usual: (GivenValue.Kind, String) -> Bool = { kind, name in
        switch (NameKind(of: name), kind) {
        case (.scalar, .scalar), (.vector, .vector), (.matrix, .matrix): true
        default: false
        }
      }
      let second = reader { given in !usual(given.value.kind, given.name) }
      guard let reading = try? second.read(into: store), fits(reading, in: store) else {
        let known = Set(values.map(\.name) + declaredNames)
        let unknown = Lexer.names(in: expression).filter { !$0.isCalled && !known.contains($0.name) }.map(\.name)
        throw ShapesError(problem: problem, unknown: unknown.first)
      }
      return reading
    }
  }

  /// Whether every value has its variable's shape.
  private func fits(_ reading: Reading, in store: Store) -> Bool {
    let point = SamplePoint(
      values: Dictionary(uniqueKeysWithValues: values.map { ($0.name, $0.value.matrix) }), sizes: [:])
    guard let sizes = try? store.deducedSizes(of: reading.expressions, at: point) else { return false }
    return reading.variables.allSatisfy { variable in
      guard let value = point.values[variable.name] else { return true }
      return variable.shape.rows.value(at: sizes) == value.rows
        && variable.shape.columns.value(at: sizes) == value.columns
    }
  }

  private var declaredNames: [String] {
    declarations.compactMap { $0.split(separator: ":").first.map { String($0.filter { $0 != " " }) } }
  }

  private func reader(_ isDeclared: ((name: String, value: GivenValue)) -> Bool) -> Reader {
    let names = Set(declaredNames)
    let variables = values.filter { isDeclared($0) && !names.contains($0.name) }.map { given in
      Variable(given.name, Shape(Dimension(given.value.matrix.rows), Dimension(given.value.matrix.columns)))
    }
    var reader = Reader(expression, declarations: declarations, variables: variables)
    for (name, value) in values { reader.sizes[name] = value.size }
    return reader
  }

  /// Names that neither the expression nor a declared size holds.
  private func unused(_ reading: Reading, _ node: Node) -> [String] {
    let text = Set(Lexer.names(in: expression).map(\.name))
    let sizes = Set(declarations.flatMap { Lexer.names(in: $0).map(\.name) })
    return values.map(\.name).filter { !text.contains($0) && !sizes.contains($0) && $0 != variable }
  }

  private func differences(
    _ name: String, of node: Node, in store: Store, at point: SamplePoint, _ variables: [Variable]
  ) throws -> EvaluationReport.Differences {
    guard let variable = variables.first(where: { $0.name == name }) else {
      throw DerivationError.unknownVariable(name)
    }
    var difference = try CentralDifference(store, node, at: point)
    difference.progress = progress
    let estimate = try difference.jacobian(by: name)
    let base = point.values[name] ?? .zeros(0, 0)
    let isGradient = difference.value.rows == 1 && difference.value.columns == 1
    let layout = layout ?? (isGradient ? .denominator : .numerator)
    let arrangement = Arrangement(
      rows: difference.value.rows, columns: difference.value.columns, variableRows: base.rows,
      variableColumns: base.columns, layout: layout, isGradient: isGradient, isByScalar: variable.shape.isScalar)
    return EvaluationReport.Differences(
      variable: name, layout: layout, value: arrangement.arranged(estimate.value),
      error: estimate.error.elements.max() ?? 0)
  }
}

/// A text whose shapes clash with those of the values.
struct ShapesError: Error {
  let problem: Problem
  /// A name without a value, which may be a size.
  let unknown: String?
}
