extension Store {
  /// The node with each operand replaced; the node itself where nothing changes.
  func rebuild(_ node: Node, _ replacement: (Node) -> Node) -> Node {
    let record = self[node]
    if record.count == 0 { return node }
    var operands: [Node] = []
    operands.reserveCapacity(Int(record.count))
    var changed = false
    for operand in record.operands {
      let replaced = replacement(operand)
      changed = changed || replaced != operand
      operands.append(replaced)
    }
    return changed ? rebuild(record, operands) : node
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
