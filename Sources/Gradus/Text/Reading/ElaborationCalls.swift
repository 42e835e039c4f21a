extension Elaboration {
  mutating func call(_ node: SyntaxNode, _ place: Int, _ operands: [Node]) throws(Problem) -> Node {
    switch resolution.meanings[place] {
    case .differential(let variable): return store.differential(inference.variable(variable))
    case .function(let function): return try call(function, place, operands)
    case .custom(let function): return store.custom(function, operands)
    case .differentialOfPart: return try differential(of: operands[0], at: place)
    default: return store.zero
    }
  }

  /// d of an expression by the variables that move, as a difference's first order says.
  private mutating func differential(of node: Node, at place: Int) throws(Problem) -> Node {
    var opening = Opening(store)
    let moving = resolution.variables.indices.map { inference.variable($0) }.filter {
      resolution.moving.contains($0.name)
    }
    var differentiation = Differentiation(store, by: moving)
    do throws(DerivationError) {
      return try differentiation.differential(of: opening.open(node))
    } catch {
      throw syntax.problem(.differentialOfNonVariable(syntax.excerpt(place)), at: place)
    }
  }

  private mutating func call(_ function: FunctionName, _ place: Int, _ operands: [Node]) throws(Problem) -> Node {
    let first = operands[0]
    switch function.form {
    case .elementwise(let operation), .pair(let operation), .fixed(let operation), .concatenation(let operation):
      return try apply(operation, operands, at: place)
    case .reduction(let operation): return try apply(operation, axis: axis(place, operands) ?? .all, [first], at: place)
    case .slices(let operation): return try apply(operation, axis: axis(place, operands) ?? .rows, [first], at: place)
    case .reductionOrPair(let reduction, let pair):
      if operands.count == 1 { return try apply(reduction, axis: .all, [first], at: place) }
      if !isInFunction, !store.isScalar(first), let axis = axis(place, operands) {
        return try apply(reduction, axis: axis, [first], at: place)
      }
      return try apply(pair, operands, at: place)
    case .maximumOfAll: return try apply(.maximum, axis: .all, [first], at: place)
    case .diagonalMatrix:
      let extent = store.extent(first)
      return try apply(.diagonalMatrix, [extent.rows == .one ? store.transpose(first) : first], at: place)
    case .squareRoot: return store.power(first, Rational(1, 2))
    case .power: return store.power(first, operands[1])
    case .logarithm:
      let logarithm = try apply(.log, [first], at: place)
      if operands.count == 1 { return logarithm }
      return store.entrywise(logarithm, store.reciprocal(try apply(.log, [operands[1]], at: place)))
    case .ones: return store.ones(extent(place))
    case .zeros: return store.zeros(extent(place))
    case .identity: return store.identity(extent(place).rows)
    case .vecDiagonal: return store.vecDiagonal(extent(place).columns)
    case .unvec: return store.unvec(first, extent(place))
    case .kroneckerLeft: return store.kroneckerLeft(first, operands[1], extent(place))
    case .kroneckerRight: return store.kroneckerRight(first, operands[1], extent(place))
    case .pulledBack, .pushedForward: return try product(function.form, place, operands)
    case .unit, .commutation, .place: return try sized(function.form, place, first)
    }
  }

  /// vjp(f,X,G) and jvp(f,X,E) are derived where they stand.
  private mutating func product(
    _ form: FunctionName.Form, _ place: Int, _ operands: [Node]
  ) throws(Problem) -> Node {
    let record = store[operands[1]]
    guard record.operation == .variable else {
      throw syntax.problem(.derivativeByNonVariable(store.text(operands[1])), at: place)
    }
    let variable = store.variables[record.payload]
    do throws(DerivationError) {
      if case .pulledBack = form {
        return try store.pulledBack(operands[0], by: variable, upstream: operands[2])
      }
      return try store.pushedForward(operands[0], by: variable, along: operands[2])
    } catch {
      throw syntax.problem(.noDerivative(error), at: place)
    }
  }

  /// The axis that a call's second argument types.
  private func axis(_ place: Int, _ operands: [Node]) -> Axis? {
    operands.count == 2 ? inference.literalAxis(place - 1) : nil
  }

  private mutating func sized(_ form: FunctionName.Form, _ place: Int, _ first: Node) throws(Problem) -> Node {
    let sizes = resolution.sizes.ofCalls[place] ?? []
    switch form {
    case .unit:
      try checkIndex(sizes[1], in: sizes[0], place)
      return store.unit(store.dim(sizes[0]), at: sizes[1].countedFromZero)
    case .commutation: return store.commutation(store.dim(sizes[0]), store.dim(sizes[1]))
    default:
      let part = store.shape(first)
      let (lastRow, lastColumn) = (sizes[2].countedFromZero + part.rows, sizes[3].countedFromZero + part.columns)
      try checkIndex(lastRow, in: sizes[0], place)
      try checkIndex(lastColumn, in: sizes[1], place)
      return store.place(
        first,
        Region(
          rowOffset: sizes[2].countedFromZero, columnOffset: sizes[3].countedFromZero, rows: sizes[0], columns: sizes[1]
        ))
    }
  }

  // MARK: Indices

  mutating func block(_ base: Node, _ place: Int) throws(Problem) -> Node {
    let shape = store.shape(base)
    let places = resolution.sizes.indices[place] ?? []
    var region = Region(rowOffset: 0, columnOffset: 0, rows: shape.rows, columns: shape.columns)
    let result = store.shape(extent(place))
    let isAlongRow = places.count == 1 && shape.columns != .one
    if !isAlongRow, let span = places[0] {
      try checkIndex(span.last, in: shape.rows, place)
      (region.rowOffset, region.rows) = (span.first.countedFromZero, result.rows)
    }
    if let span = isAlongRow ? places[0] : places.count == 2 ? places[1] : nil {
      try checkIndex(span.last, in: shape.columns, place)
      (region.columnOffset, region.columns) = (span.first.countedFromZero, result.columns)
    }
    return store.block(base, region)
  }

  /// Refuses an index that lies beyond a size, whatever the names in both stand for.
  private func checkIndex(_ index: Dimension, in size: Dimension, _ place: Int) throws(Problem) {
    let isBeyond = size == .one ? index != .one : index.subtracting(size)?.terms.isEmpty == false
    if isBeyond { throw syntax.problem(.indexBeyond(index: index, size: size), at: place) }
  }
}
