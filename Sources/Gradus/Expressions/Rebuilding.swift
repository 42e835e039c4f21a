extension Store {
  /// The node with each operand replaced; the node itself where nothing changes.
  func rebuild(_ node: Node, _ replacement: (Node) -> Node) -> Node {
    let record = self[node]
    for (place, operand) in record.operands.enumerated() {
      let replaced = replacement(operand)
      if replaced == operand { continue }
      var operands: [Node] = []
      operands.reserveCapacity(Int(record.count))
      operands.append(contentsOf: record.operands[..<place])
      operands.append(replaced)
      for later in record.operands[(place + 1)...] { operands.append(replacement(later)) }
      return rebuild(record, operands)
    }
    return node
  }

  /// The record's operation on other operands of the same shapes.
  func rebuild(_ record: Record, _ operands: [Node]) -> Node {
    switch record.operation {
    case .sum: return sum(operands)
    case .product: return product(operands)
    case .hadamard: return hadamard(operands)
    case .scale: return scale(operands[0], operands[1])
    case .transpose: return transpose(operands[0])
    case .power: return power(operands[0], operands[1])
    default: return intern(record.operation, payload: record.payload, record.extent, operands)
    }
  }
}
