/// Takes the differential of expressions: every node once, so that shared work stays shared.
struct Differentiation {
  let store: Store
  let variables: Set<Variable>
  private(set) var steps: [Step] = []
  private var known = NodeMap<Node>()

  init(_ store: Store, by variables: [Variable]) {
    self.store = store
    self.variables = Set(variables)
  }

  /// d(root), linear in the differentials of the variables; zeros where nothing varies.
  mutating func differential(of root: Node) throws(DerivationError) -> Node {
    for node in store.reachable(from: [root]) where known[node] == nil {
      if let differential = try step(node) { known[node] = differential }
    }
    return known[root] ?? store.zeros(store.extent(root))
  }

  /// Takes a differential as known, so that a step above it can be taken again by itself.
  mutating func know(_ differential: Node, of node: Node) { known[node] = differential }

  /// The differential of a node whose operands are done; nil where it is constant.
  mutating func step(_ node: Node) throws(DerivationError) -> Node? {
    let record = store[node]
    if record.operation == .variable {
      let variable = store.variables[record.payload]
      return variables.contains(variable) ? store.differential(variable) : nil
    }
    guard record.count > 0, record.operands.contains(where: { known[$0] != nil }) else { return nil }
    let call = Call(value: Expression(store, node))
    var terms: [Node] = []
    let calculus = record.operation.definition.calculus
    if calculus.isJoint {
      let changes = record.operands.map { known[$0] ?? store.zeros(store.extent($0)) }
      let differential = store.rebuild(record, changes)
      steps.append(.differential(record.operation, of: node, is: differential))
      return differential
    }
    for (place, operand) in record.operands.enumerated() {
      guard let change = known[operand] else { continue }
      // The same entrywise factor contributes the same each time: d(x ⊙ x ⊙ x) = 3 x ⊙ x ⊙ dx.
      let isEntrywise = record.operation == .hadamard
      if isEntrywise, record.operands[..<place].contains(operand) { continue }
      let times = isEntrywise ? record.operands[place...].count { $0 == operand } : 1
      let term = try contribution(calculus.dependence(at: place), record, call, place, Expression(store, change))
      if !store.isZero(term) { terms.append(store.scaled(Rational(times), term)) }
    }
    let differential = terms.isEmpty ? nil : store.sum(terms)
    steps.append(.differential(record.operation, of: node, is: differential ?? store.zeros(record.extent)))
    return differential
  }

  private func contribution(
    _ dependence: Dependence?, _ record: Record, _ call: Call, _ place: Int, _ change: Expression
  ) throws(DerivationError) -> Node {
    switch dependence {
    case .linear:
      return store.linearPart(record, at: place, change.node)
    case .nonlinear(let contribution): return contribution(call, change).node
    case .elementwise(let derivative): return store.entrywise(derivative(call).node, change.node)
    case .refused(let reason):
      throw .refused(operation: record.operation, place: store.text(call.value.node), reason: reason)
    case nil:
      throw .refused(
        operation: record.operation, place: store.text(call.value.node), reason: "it has no differential of its own")
    }
  }
}

extension Store {
  /// f(…, dA, …) of an operation that is linear in the operand: what it makes of one operand's differential.
  func linearPart(_ record: Record, at place: Int, _ change: Node) -> Node {
    var operands = Array(record.operands)
    // Parts put side by side are linear jointly, not each for itself.
    let isJoint = record.operation == .horizontal || record.operation == .vertical
    if isJoint { operands = operands.map { zeros(extent($0)) } }
    operands[place] = change
    return rebuild(record, operands)
  }
}
