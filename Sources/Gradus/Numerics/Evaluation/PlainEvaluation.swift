/// The nodes of expressions in order, each evaluated by its definition in plain double arithmetic.
///
/// It is the measure of everything faster. All that is needed of the store is copied out, so that one evaluation serves
/// many points.
struct PlainEvaluation: Sendable {
  /// One node: where its value comes from, and the places of its operands among the steps.
  struct Step: Sendable {
    enum Source: Sendable {
      case constant(DenseMatrix)
      case variable(Variable)
      case differential(Variable)
      case call
    }
    let operation: Operation
    let source: Source
    let operands: [Int]
    let rows: Int
    let columns: Int
    let axis: Axis
    let region: (row: Int, column: Int, rows: Int, columns: Int)
    let function: ElementwiseFunction?
  }

  let steps: [Step]
  /// The places of the expressions asked for.
  let roots: [Int]

  private static let largestCount = 1 << 26

  init(_ store: Store, _ roots: [Node], sizes: [String: Int]) throws(EvaluationError) {
    var steps: [Step] = []
    var places: [Node: Int] = [:]
    for node in store.reachable(from: roots) {
      let record = store[node]
      let operands = record.operands.compactMap { places[$0] }
      places[node] = steps.count
      let step = try Step(store, record, operands: operands, sizes: sizes)
      try step.requireRange(of: operands.map { steps[$0] })
      steps.append(step)
    }
    self.steps = steps
    self.roots = roots.compactMap { places[$0] }
  }

  /// The values of all steps.
  func values(at point: SamplePoint) throws(EvaluationError) -> [DenseMatrix] {
    var values: [DenseMatrix] = []
    values.reserveCapacity(steps.count)
    for step in steps { values.append(try step.value(at: point) { values[$0] }) }
    return values
  }

  /// Brings the values up to date in the steps named, which must be all that depend on what has changed.
  func update(_ values: inout [DenseMatrix], in places: [Int], at point: SamplePoint) throws(EvaluationError) {
    for place in places { values[place] = try steps[place].value(at: point) { values[$0] } }
  }

  /// The steps whose value can change when these variables do.
  func dependents(on variables: Set<String>) -> [Int] {
    var depends: [Bool] = []
    for step in steps {
      if case .variable(let variable) = step.source {
        depends.append(variables.contains(variable.name))
      } else {
        depends.append(step.operands.contains { depends[$0] })
      }
    }
    return depends.indices.filter { depends[$0] }
  }
}

extension PlainEvaluation.Step {
  fileprivate init(
    _ store: Store, _ record: Record, operands: [Int], sizes: [String: Int]
  ) throws(EvaluationError) {
    func size(_ dimension: Dimension) throws(EvaluationError) -> Int {
      guard let size = dimension.value(at: sizes), size >= 0 else { throw .unknownSize(dimension) }
      return size
    }
    let shape = store.shape(record.extent)
    (rows, columns) = (try size(shape.rows), try size(shape.columns))
    let (count, overflow) = rows.multipliedReportingOverflow(by: columns)
    if overflow || count > PlainEvaluation.largestCount { throw .tooLarge(shape.rows, shape.columns) }
    operation = record.operation
    self.operands = operands
    axis = Axis(rawValue: record.payload) ?? .all
    function = record.operation == .custom ? store.functions[record.payload] : nil
    switch record.operation {
    case .unit, .commutation, .block, .place:
      let stored = store.regions[record.payload]
      region = (
        try size(stored.rowOffset), try size(stored.columnOffset), try size(stored.rows), try size(stored.columns)
      )
    default: region = (0, 0, rows, columns)
    }
    switch record.operation {
    case .number: source = .constant(.scalar(store.numbers[record.payload].doubleValue))
    case .pi: source = .constant(.scalar(.pi))
    case .dimension: source = .constant(.scalar(Double(try size(store.dimensions[record.payload]))))
    case .variable: source = .variable(store.variables[record.payload])
    case .differential: source = .differential(store.variables[record.payload])
    default: source = .call
    }
  }

  /// Indices and rectangles may be numbers where sizes are names, so that they fit at some sizes only.
  fileprivate func requireRange(of operands: [Self]) throws(EvaluationError) {
    let fits =
      switch operation {
      case .unit: region.row < rows
      case .block: region.row <= operands[0].rows - rows && region.column <= operands[0].columns - columns
      case .place: region.row <= rows - operands[0].rows && region.column <= columns - operands[0].columns
      default: true
      }
    if fits { return }
    throw .outOfRange(operation, rows: operands.first?.rows ?? rows, columns: operands.first?.columns ?? columns)
  }

  fileprivate func value(at point: SamplePoint, operand: (Int) -> DenseMatrix) throws(EvaluationError) -> DenseMatrix {
    switch source {
    case .constant(let value): return value
    case .variable(let variable):
      guard let value = point.values[variable.name] else { throw .missingValue(variable: variable.name) }
      return try checked(value, variable)
    case .differential(let variable):
      guard let value = point.differentials[variable.name] else { throw .missingDifferential(variable: variable.name) }
      return try checked(value, variable)
    case .call:
      let kernel = Kernel(
        operands: operands.map(operand), rows: rows, columns: columns, axis: axis, region: region, function: function)
      do {
        return try operation.definition.evaluate(kernel)
      } catch let error as NumericalError {
        throw .undefined(operation, error)
      } catch {
        preconditionFailure("\(operation) throws \(error), which is no numerical error")
      }
    }
  }

  private func checked(_ value: DenseMatrix, _ variable: Variable) throws(EvaluationError) -> DenseMatrix {
    if value.rows == rows, value.columns == columns { return value }
    throw .wrongShape(variable: variable.name, declared: variable.shape, rows: value.rows, columns: value.columns)
  }
}
