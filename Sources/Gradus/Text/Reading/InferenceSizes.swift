extension Inference {
  /// A size that counts rows or columns, so 1 at least.
  private mutating func length(_ place: Int, _ index: Int, _ entry: Int) throws(Problem) -> Unification.Term {
    let size = resolution.sizes.ofCalls[place]?[index] ?? .one
    if size.terms.isEmpty { throw syntax.problem(.sizeOutOfRange("0"), at: Int(stack[entry])) }
    return sizes.term(size)
  }

  mutating func inferSized(
    _ form: FunctionName.Form, _ name: String, _ place: Int, _ first: Int, _ count: Int
  ) throws(Problem) {
    switch form {
    case .ones, .zeros:
      let rows = try length(place, 0, first)
      set(place, rows, count == 2 ? try length(place, 1, first + 1) : 0)
    case .identity:
      let size = try length(place, 0, first)
      set(place, size, size)
    case .unit:
      let rows = try length(place, 0, first)
      try checkIndex(resolution.sizes.ofCalls[place]?[1], at: first + 1)
      set(place, rows, 0)
    case .commutation:
      let rows = try length(place, 0, first)
      let size = sizes.product(rows, try length(place, 1, first + 1))
      set(place, size, size)
    case .vecDiagonal:
      let size = try length(place, 0, first)
      set(place, sizes.product(size, size), size)
    case .unvec:
      let rows = try length(place, 0, first + 1)
      let columns = try length(place, 1, first + 2)
      let operand = side(first)
      let length = sizes.product(rows, columns)
      if operand.columns != 0 || !sizes.unify(operand.rows, length, at: place) {
        note(Clash(.argument(name, .vectorOfLength(sizes.size(length)), operand), at: place))
      }
      set(place, rows, columns)
    case .kroneckerLeft, .kroneckerRight:
      let rows = try length(place, 0, first + 2)
      let columns = try length(place, 1, first + 3)
      let (whole, part) = (side(first), side(first + 1))
      let fits = sizes.unify(whole.rows, sizes.product(rows, part.rows), at: place)
      if !sizes.unify(whole.columns, sizes.product(columns, part.columns), at: place) || !fits {
        note(Clash(.arguments(name, whole, part), at: place))
      }
      set(place, rows, columns)
    case .place:
      let rows = try length(place, 0, first + 1)
      let columns = try length(place, 1, first + 2)
      try checkIndex(resolution.sizes.ofCalls[place]?[2], at: first + 3)
      try checkIndex(resolution.sizes.ofCalls[place]?[3], at: first + 4)
      set(place, rows, columns)
    default: break
    }
  }

  // MARK: Indices

  private func checkIndex(_ index: Dimension?, at entry: Int) throws(Problem) {
    if index?.terms.isEmpty ?? false { throw syntax.problem(.indexBelowOne, at: Int(stack[entry])) }
  }

  mutating func inferIndex(_ place: Int, _ first: Int) throws(Problem) {
    let base = side(first)
    let count = stack.count - first - 1
    if count > 2 || (count == 1 && base.rows != 0 && base.columns != 0) {
      note(Clash(.indexCount(count, base), at: place))
      return set(place, base)
    }
    var result = base
    let places = resolution.sizes.indices[place] ?? []
    let isAlongRow = count == 1 && base.columns != 0
    if !isAlongRow, let span = places[0] {
      (result.rows, result.rowOrigin) = (try length(of: span, at: first + 1), -1)
    }
    if let span = isAlongRow ? places[0] : count == 2 ? places[1] : nil {
      (result.columns, result.columnOrigin) = (try length(of: span, at: first + count), -1)
    }
    set(place, result)
  }

  /// How many rows or columns a span takes.
  private mutating func length(of span: Span, at entry: Int) throws(Problem) -> Unification.Term {
    try checkIndex(span.first, at: entry)
    if span.isSingle { return Unification.one }
    guard let length = (span.last + 1).subtracting(span.first), !length.terms.isEmpty else {
      throw syntax.problem(.emptySpan(from: span.first, to: span.last), at: Int(stack[entry]))
    }
    return sizes.term(length)
  }
}
