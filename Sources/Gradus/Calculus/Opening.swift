/// Opens abbreviations, and what reads better open, before differentiation.
struct Opening {
  let store: Store
  private(set) var steps: [Step] = []
  /// What each node has become.
  private(set) var opened = NodeMap<Node>()

  init(_ store: Store) { self.store = store }

  mutating func open(_ root: Node) -> Node {
    for node in store.reachable(from: [root]) {
      let rebuilt = store.rebuild(node) { opened[$0] ?? $0 }
      opened[node] = openHead(rebuilt)
    }
    return opened[root] ?? root
  }

  private mutating func openHead(_ node: Node) -> Node {
    for rule in ExpandingRules.byHead[Int(store.operation(node).rawValue)] {
      guard let after = rule.expand(store, node) else { continue }
      steps.append(.rewrite(rule.name, before: node, after: after))
      return after == node ? after : openHead(after)
    }
    return node
  }
}
