extension Store {
  /// The documented order of the operands of commutative operations: smaller first (of the largest the less deep), then by the operation list, then by
  /// what the node carries, then operand by operand; names decide last. It never looks at places in the store.
  func precedes(_ left: Node, _ right: Node) -> Bool { compare(left, right) < 0 }

  /// Negative where `left` comes first, 0 for the same node.
  func compare(_ left: Node, _ right: Node) -> Int {
    // The first operands that differ decide nearly always, and lead down without anything to come back to.
    var (a, b) = (left, right)
    while a != b {
      let (first, second) = (self[a], self[b])
      let heads = compareHeads(first, second)
      if heads != 0 { return heads }
      var place = 0
      while place < first.count, first.operands[place] == second.operands[place] { place += 1 }
      if place == first.count { return compareOperands(left, right) }
      (a, b) = (first.operands[place], second.operands[place])
    }
    return 0
  }

  private func compareOperands(_ left: Node, _ right: Node) -> Int {
    var pending = [(left, right)]
    while let (a, b) = pending.popLast() {
      if a == b { continue }
      let (x, y) = (self[a], self[b])
      let heads = compareHeads(x, y)
      if heads != 0 { return heads }
      for place in stride(from: Int(x.count) - 1, through: 0, by: -1) {
        pending.append((x.operands[place], y.operands[place]))
      }
    }
    return 0
  }

  private func compareHeads(_ a: Record, _ b: Record) -> Int {
    if a.size != b.size { return a.size < b.size ? -1 : 1 }
    if a.size == Record.largestSize, a.depth != b.depth { return a.depth < b.depth ? -1 : 1 }
    if a.operation != b.operation { return a.operation.rawValue < b.operation.rawValue ? -1 : 1 }
    if a.payload != b.payload {
      let order = comparePayloads(a, b)
      if order != 0 { return order }
    }
    if a.count != b.count { return a.count < b.count ? -1 : 1 }
    if a.count == 0, a.extent != b.extent {
      let (x, y) = (shape(a.extent).description, shape(b.extent).description)
      if x != y { return x < y ? -1 : 1 }
    }
    return 0
  }

  private func comparePayloads(_ a: Record, _ b: Record) -> Int {
    func order<Value: Comparable>(_ x: Value, _ y: Value) -> Int { x == y ? 0 : x < y ? -1 : 1 }
    switch a.operation {
    case .number: return order(numbers[a.payload], numbers[b.payload])
    case .variable, .differential:
      let (x, y) = (variables[a.payload], variables[b.payload])
      if x.name != y.name { return order(x.name, y.name) }
      return order(x.description, y.description)
    case .dimension: return order(dimensions[a.payload].description, dimensions[b.payload].description)
    case .block, .place, .commutation, .unit:
      return order("\(regions[a.payload])", "\(regions[b.payload])")
    case .custom: return order(functions[a.payload].name, functions[b.payload].name)
    default: return order(a.payload, b.payload)
    }
  }
}
