extension Writer {
  /// A matrix product; equal neighbours are powers.
  func chain(_ operands: UnsafeBufferPointer<Node>) -> Phrase {
    let factors = links(operands)
    return Phrase(factors.count == 1 ? .postfix : .product, joined(factors))
  }

  /// A factor in a chain; a product stands there without parentheses if reading makes the chain flat again.
  func spliced(_ node: Node) -> [Piece] {
    let record = store[node]
    if record.operation == .product, record.count <= Store.flatteningLimit, names[node] == nil {
      return joined(links(record.operands))
    }
    return [.node(node, atLeast: .postfix)]
  }

  private func links(_ operands: UnsafeBufferPointer<Node>) -> [[Piece]] {
    runs(operands).map { node, count in
      count == 1 ? [.node(node, atLeast: .postfix)] : raised(node, to: count)
    }
  }

  /// Equal neighbours counted, square or scalar ones only, and never more than reading makes flat.
  func runs(_ nodes: some Sequence<Node>) -> [(node: Node, count: Int)] {
    var runs: [(node: Node, count: Int)] = []
    for node in nodes {
      if let last = runs.last, last.node == node, last.count < Store.flatteningLimit {
        runs[runs.count - 1].count += 1
      } else {
        runs.append((node, 1))
      }
    }
    return runs
  }

  func joined(_ factors: [[Piece]]) -> [Piece] {
    guard var pieces = factors.first else { return [] }
    for factor in factors.dropFirst() {
      pieces.append(.text(startsWithDigit(factor) ? dialect.signs.timesDigit : dialect.signs.times))
      pieces += factor
    }
    return pieces
  }

  private func startsWithDigit(_ factor: [Piece]) -> Bool {
    guard case .node(let node, _) = factor.first else { return false }
    return store.isNumber(node) || store.operation(node) == .power && store.isNumber(store.operands(node)[0])
  }

  /// A ⊗ B where the notation has the sign.
  func kronecker(_ operands: UnsafeBufferPointer<Node>) -> Phrase? {
    guard let sign = dialect.signs.kronecker else { return nil }
    return Phrase(
      .product, [.node(operands[0], atLeast: .postfix), .text(sign), .node(operands[1], atLeast: .postfix)])
  }
}
