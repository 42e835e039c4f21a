// Rows of scalars: d s = (∂s/∂x) dx.
extension JacobianReading {
  /// A scalar's row of partial derivatives, by its adjoint.
  ///
  /// Deep nests are not multiplied out: a sum in them has a row of its own, which others share.
  mutating func row(_ node: Node) throws(DerivationError) -> Node {
    // A gradient by a matrix is put together before it is made a row of.
    guard variable.shape.columns == 1 else { return try adjointRow(node) }
    let parts = nestedParts(of: node)
    if parts.nested.isEmpty { return try adjointRow(node) }
    for sum in sumsBelow(node) { _ = try jacobian(of: sum) }
    var rows: [Node] = []
    for part in parts.nested { rows.append(store.scale(part.constant, try jacobian(of: part.sum))) }
    if !parts.others.isEmpty { rows.append(try adjointRow(store.sum(parts.others))) }
    return store.sum(rows)
  }

  /// The terms c s of a scalar where s is a sum that begins a deep nest, and the other terms that vary.
  private func nestedParts(of node: Node) -> (nested: [(constant: Node, sum: Node)], others: [Node]) {
    let record = store[node]
    var parts: (nested: [(constant: Node, sum: Node)], others: [Node]) = ([], [])
    for term in record.operation == .sum ? Array(record.operands) : [node] where isVarying(term) {
      if let sum = sumFactor(of: term), isNested(sum, levels: JacobianReading.shallow) {
        parts.nested.append((store.hadamard(store.operands(term).filter { $0 != sum }), sum))
      } else {
        parts.others.append(term)
      }
    }
    return parts
  }

  /// Down to this nesting a gradient multiplied out is no longer than a nested one, and common factors are seen in it.
  private static let shallow = 3

  /// The nested sums whose rows are not known yet, those first that others are made of: however deep, none waits for another.
  private func sumsBelow(_ node: Node) -> [Node] {
    var found: Set<Node> = []
    var pending = [node]
    while let sum = pending.popLast() {
      for part in nestedParts(of: sum).nested where known[part.sum] == nil && found.insert(part.sum).inserted {
        pending.append(part.sum)
      }
    }
    return found.sorted()
  }

  /// The varying sum s of a scalar c s.
  private func sumFactor(of term: Node) -> Node? {
    let record = store[term]
    guard record.operation == .hadamard, record.extent.isScalar else { return nil }
    return record.operands.first { isVarying($0) && store.operation($0) == .sum }
  }

  private func isNested(_ sum: Node, levels: Int) -> Bool {
    levels == 0
      || store.operands(sum).contains { term in
        sumFactor(of: term).map { isNested($0, levels: levels - 1) } ?? false
      }
  }
}
