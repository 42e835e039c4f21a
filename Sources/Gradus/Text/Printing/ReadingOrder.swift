extension Store {
  /// Everything that the nodes are made of, operands before users and from left to right: an order that does not depend
  /// on what else the store holds.
  func readingOrder(from roots: [Node]) -> [Node] {
    var ordered: [Node] = []
    var opened: Set<Node> = []
    var closed: Set<Node> = []
    var pending = Array(roots.reversed())
    while let node = pending.last {
      if opened.insert(node).inserted {
        for operand in operands(node).reversed() where !opened.contains(operand) { pending.append(operand) }
      } else {
        pending.removeLast()
        if closed.insert(node).inserted { ordered.append(node) }
      }
    }
    return ordered
  }
}
