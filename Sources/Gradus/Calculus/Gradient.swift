/// Reads gradients off a differential: every linear node hands its cotangent to its operands by the adjoint it declares,
/// which on a shared graph is backpropagation.
struct Transposition {
  let store: Store
  private(set) var steps: [Step] = []

  init(_ store: Store) { self.store = store }

  /// G for each variable with ⟨cotangent, differential⟩ = Σ ⟨G, dX⟩; zeros where dX does not occur.
  mutating func gradients(
    of differential: Node, cotangent: Node, by variables: [Variable]
  ) throws(DerivationError) -> [Node] {
    let nodes = store.reachable(from: [differential])
    let varying = Varying(nodes, in: store)
    var cotangents = NodeMap<[Node]>()
    if varying.contains(differential) { cotangents[differential] = [cotangent] }
    var gradients = NodeMap<Node>()
    for node in nodes.reversed() {
      guard let terms = cotangents[node] else { continue }
      cotangents[node] = nil
      let total = store.sum(terms)
      let record = store[node]
      if record.operation == .differential {
        gradients[node] = total
        continue
      }
      if store.isZero(total) { continue }
      let parts = try Transposition.parts(of: total, at: node, in: store) { varying.contains($0) }
      for part in parts { cotangents[part.operand] = (cotangents[part.operand] ?? []) + [part.result] }
      steps.append(.adjoint(record.operation, at: node, cotangent: total, parts: parts))
    }
    return variables.map { gradients[store.differential($0)] ?? store.zeros(store.extent($0.shape)) }
  }

  /// ⟨cotangent, node⟩ = Σ ⟨result, operand⟩ over the operands that vary.
  static func parts(
    of cotangent: Node, at node: Node, in store: Store, varying: (Node) -> Bool
  ) throws(DerivationError) -> [Step.Part] {
    let record = store[node]
    let call = Call(value: Expression(store, node))
    let calculus = record.operation.definition.calculus
    var parts: [Step.Part] = []
    for (place, operand) in record.operands.enumerated() where varying(operand) {
      guard case .linear(let adjoint) = calculus.dependence(at: place) else {
        throw .notLinear(place: store.text(node))
      }
      parts.append(Step.Part(operand: operand, result: adjoint(call, place, Expression(store, cotangent)).node))
    }
    if parts.count > 1, !calculus.isJoint { throw .notLinear(place: store.text(node)) }
    return parts
  }
}

/// Which nodes contain a differential.
struct Varying {
  private var flags: [Bool]

  init(_ nodes: [Node], in store: Store) {
    flags = [Bool](repeating: false, count: Int(nodes.last?.index ?? 0) + 1)
    for node in nodes {
      let record = store[node]
      flags[Int(node.index)] =
        record.operation == .differential || record.operands.contains { flags[Int($0.index)] }
    }
  }

  func contains(_ node: Node) -> Bool { Int(node.index) < flags.count && flags[Int(node.index)] }
}
