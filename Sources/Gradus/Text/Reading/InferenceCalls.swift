extension Inference {
  mutating func inferCall(_ place: Int, _ first: Int) throws(Problem) {
    let node = syntax.nodes[place]
    let name = syntax.name(node.value)
    switch resolution.meanings[place] {
    case .differential(let variable): set(place, variables[variable].rows, variables[variable].columns)
    case .differentialOfPart: copy(Int(stack[first]), to: place)
    case .ownFunction, .custom: inferEntrywise(place, first, sign: name)
    case .function(let function): try inferCall(of: function, name, place, first, Int(node.count))
    default: break
    }
  }

  private mutating func inferCall(
    of function: FunctionName, _ name: String, _ place: Int, _ first: Int, _ count: Int
  ) throws(Problem) {
    switch function.form {
    case .elementwise, .squareRoot: set(place, side(first))
    case .pair, .power: inferEntrywise(place, first, sign: name)
    case .logarithm: if count == 1 { set(place, side(first)) } else { inferEntrywise(place, first, sign: name) }
    case .fixed(let operation): infer(operation, name, place, first)
    case .reductionOrPair:
      if count == 2, side(first).isScalar || literalAxis(Int(stack[first + 1])) == nil {
        return inferEntrywise(place, first, sign: name)
      }
      if count == 2, let axis = literalAxis(Int(stack[first + 1])) {
        note(.axis(function: name, text: syntax.excerpt(place), axis: axis))
      }
      try reduce(name, place, first, count)
    case .reduction(let operation):
      if operation == .argmax {
        if count == 2 { _ = try axis(name, first + 1) }
        set(place, side(first))
      } else {
        try reduce(name, place, first, count)
      }
    case .slices:
      let operand = side(first)
      if count == 2 {
        _ = try axis(name, first + 1)
      } else if !operand.isScalar, operand.columns != 0 {
        note(Clash(.axisMissing(name, operand), at: place))
      }
      set(place, operand)
    case .maximumOfAll: set(place, 0, 0)
    case .pulledBack: derive(name, place, value: first, like: first + 2, result: first + 1)
    case .pushedForward: derive(name, place, value: first + 1, like: first + 2, result: first)
    case .concatenation(let operation): concatenate(operation, name, place, first)
    case .diagonalMatrix:
      let operand = side(first)
      if operand.rows != 0, operand.columns != 0 { note(Clash(.argument(name, .columnOrRow, operand), at: place)) }
      let isRow = operand.rows == 0
      let (size, origin) = (isRow ? operand.columns : operand.rows, isRow ? operand.columnOrigin : operand.rowOrigin)
      set(place, Side(rows: size, columns: size, rowOrigin: origin, columnOrigin: origin, range: operand.range))
    default: try inferSized(function.form, name, place, first, count)
    }
  }

  /// The last argument has the shape of what it is multiplied with.
  private mutating func derive(_ name: String, _ place: Int, value: Int, like other: Int, result: Int) {
    let (left, right) = (side(value), side(other))
    if !unify(left, right, at: place) { note(Clash(.arguments(name, left, right), at: place)) }
    set(place, side(result))
  }

  // MARK: Axes

  /// 0 or 1 as typed.
  func literalAxis(_ node: Int) -> Axis? {
    guard let value = syntax.literal(node)?.intValue, value == 0 || value == 1 else { return nil }
    return value == 0 ? .rows : .columns
  }

  private func axis(_ name: String, _ entry: Int) throws(Problem) -> Axis {
    guard let axis = literalAxis(Int(stack[entry])) else {
      throw syntax.problem(.axisNotLiteral(function: name), at: Int(stack[entry]))
    }
    return axis
  }

  private mutating func reduce(_ name: String, _ place: Int, _ first: Int, _ count: Int) throws(Problem) {
    var whole = side(first)
    let axis: Axis = count == 2 ? try axis(name, first + 1) : .all
    if axis != .columns { (whole.rows, whole.rowOrigin) = (0, -1) }
    if axis != .rows { (whole.columns, whole.columnOrigin) = (0, -1) }
    set(place, whole)
  }

  // MARK: Signatures

  /// Matches operands with a signature such as "m,k; k,n -> m,n".
  private mutating func infer(_ operation: Operation, _ name: String, _ place: Int, _ first: Int) {
    let signature = operation.definition.signature
    var letters: [(name: String, term: Unification.Term, origin: Int32)] = []
    var fits = true
    for (index, pattern) in signature.operands.enumerated() {
      let operand = side(first + index)
      for (size, term, origin) in [
        (pattern.rows, operand.rows, operand.rowOrigin), (pattern.columns, operand.columns, operand.columnOrigin),
      ] {
        guard let letter = size.name else {
          if term != 0 { fits = false }
          continue
        }
        if let known = letters.first(where: { $0.name == letter }) {
          if !sizes.unify(known.term, term, at: place) { fits = false }
        } else {
          letters.append((letter, term, origin))
        }
      }
    }
    if !fits { note(Clash(misfit(signature, name, first), at: place)) }
    func find(_ size: Dimension) -> (Unification.Term, Int32) {
      if let letter = letters.first(where: { $0.name == size.name }) { return (letter.term, letter.origin) }
      var product = Unification.one
      for term in size.terms {
        for name in term.names {
          if let letter = letters.first(where: { $0.name == name }) { product = sizes.product(product, letter.term) }
        }
      }
      return (product, -1)
    }
    let (rows, rowOrigin) = find(signature.result.rows)
    let (columns, columnOrigin) = find(signature.result.columns)
    set(
      place,
      Side(
        rows: rows, columns: columns, rowOrigin: rowOrigin, columnOrigin: columnOrigin, range: syntax.nodes[place].range
      ))
  }

  private func misfit(_ signature: Signature, _ name: String, _ first: Int) -> Clash.Kind {
    for (index, pattern) in signature.operands.enumerated() {
      let operand = side(first + index)
      if pattern.columns == .one, operand.columns != 0 { return .argument(name, .column, operand) }
      if pattern.rows == pattern.columns, signature.operands.count == 1 { return .argument(name, .square, operand) }
    }
    return .arguments(name, side(first), side(stack.count - 1))
  }

  private mutating func concatenate(_ operation: Operation, _ name: String, _ place: Int, _ first: Int) {
    let isHorizontal = operation == .horizontal
    var whole = side(first)
    for entry in (first + 1)..<max(first + 1, stack.count) where !sizes.isTooLarge {
      let next = side(entry)
      let (a, b) = isHorizontal ? (whole.rows, next.rows) : (whole.columns, next.columns)
      if !sizes.unify(a, b, at: place) { note(Clash(.arguments(name, side(entry - 1), next), at: place)) }
      if isHorizontal {
        (whole.columns, whole.columnOrigin) = (sizes.sum(whole.columns, next.columns), -1)
      } else {
        (whole.rows, whole.rowOrigin) = (sizes.sum(whole.rows, next.rows), -1)
      }
    }
    set(place, whole)
  }
}
