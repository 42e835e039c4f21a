extension Store {
  /// The same expression in this store; linear in what it reaches, without recursion.
  func adopt(_ node: Node, from other: Store) -> Node { adopt([node], from: other)[0] }

  func adopt(_ nodes: [Node], from other: Store) -> [Node] {
    if other === self { return nodes }
    var copies: [Node: Node] = [:]
    var operands: [Node] = []
    for node in other.reachable(from: nodes) {
      let record = other[node]
      operands.removeAll(keepingCapacity: true)
      for operand in record.operands { if let copy = copies[operand] { operands.append(copy) } }
      copies[node] = intern(
        record.operation, payload: translate(record, from: other), extent(other.shape(record.extent)), operands)
    }
    return nodes.map { copies[$0] ?? zero }
  }

  /// The payload of another store's record in this store's tables, its sizes renamed if wanted.
  func translate(_ record: Record, from other: Store, size: (Dimension) -> Dimension = { $0 }) -> UInt32 {
    switch record.operation {
    case .number: return payload(other.numbers[record.payload])
    case .variable, .differential: return payload(other.variables[record.payload])
    case .dimension: return dim(size(other.dimensions[record.payload])).index
    case .unit, .commutation, .block, .place:
      let region = other.regions[record.payload]
      return payload(
        Region(
          rowOffset: size(region.rowOffset), columnOffset: size(region.columnOffset), rows: size(region.rows),
          columns: size(region.columns)))
    case .custom: return payload(other.functions[record.payload])
    default: return record.payload
    }
  }

  /// Everything that the nodes are made of, operands before users.
  func reachable(from roots: [Node]) -> [Node] {
    guard let last = roots.max() else { return [] }
    var reached = [Bool](repeating: false, count: Int(last.index) + 1)
    for root in roots { reached[Int(root.index)] = true }
    var nodes: [Node] = []
    for index in stride(from: Int(last.index), through: 0, by: -1) where reached[index] {
      nodes.append(Node(index: UInt32(index)))
      for operand in operands(Node(index: UInt32(index))) { reached[Int(operand.index)] = true }
    }
    nodes.reverse()
    return nodes
  }

  /// The variables that occur, by name.
  func variables(in roots: [Node]) -> [Variable] {
    reachable(from: roots).compactMap { node in
      let record = self[node]
      return record.operation == .variable ? variables[record.payload] : nil
    }.sorted { $0.name < $1.name }
  }
}
