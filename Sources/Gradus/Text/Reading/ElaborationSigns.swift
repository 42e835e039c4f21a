extension Elaboration {
  /// In a function of one's own a scalar beside a matrix stands in every entry.
  func filledSum(_ operands: [Node], _ extent: Extent) -> Node {
    if operands.allSatisfy({ store.isScalar($0) }) { return store.sum(operands) }
    return store.sum(operands.map { store.isScalar($0) ? store.scale($0, store.ones(extent)) : $0 })
  }

  /// The product from left to right, where a part that has become 1×1 multiplies what follows.
  func product(_ operands: [Node]) -> Node {
    var scalars: [Node] = []
    var chain: [Node] = []
    for operand in operands {
      if store.isScalar(operand) {
        scalars.append(operand)
        continue
      }
      if let first = chain.first, let last = chain.last, store.extent(first).rows == .one, store.extent(last).columns == .one {
        scalars.append(store.product(chain))
        chain.removeAll(keepingCapacity: true)
      }
      chain.append(operand)
    }
    if chain.isEmpty { return store.hadamard(scalars) }
    let matrix = store.product(chain)
    return scalars.isEmpty ? matrix : store.scale(store.hadamard(scalars), matrix)
  }

  func entrywise(_ operands: [Node]) -> Node {
    let scalars = operands.filter { store.isScalar($0) }
    let matrices = operands.filter { !store.isScalar($0) }
    if matrices.isEmpty { return store.hadamard(scalars) }
    let matrix = store.hadamard(matrices)
    return scalars.isEmpty ? matrix : store.scale(store.hadamard(scalars), matrix)
  }

  func matrixPower(_ base: Node, _ exponent: Node, _ place: Int) throws(Problem) -> Node {
    guard let power = store.value(exponent)?.intValue else {
      throw syntax.problem(.exponentNotInteger(syntax.excerpt(place - 1)), at: place)
    }
    if power.magnitude > Elaboration.powerLimit {
      throw syntax.problem(.powerTooHigh(limit: Elaboration.powerLimit), at: place)
    }
    if power == 0 { return store.identity(store.extent(base).rows) }
    let factor = power > 0 ? base : try apply(.inverse, [base], at: place)
    return store.product(Array(repeating: factor, count: Int(power.magnitude)))
  }

  func apply(
    _ operation: Operation, axis: Axis? = nil, _ operands: [Node], at place: Int
  ) throws(Problem) -> Node {
    do throws(ShapeClash) {
      return try store.apply(operation, payload: axis?.rawValue ?? 0, operands)
    } catch {
      throw syntax.problem(.operands(error), at: place)
    }
  }
}
