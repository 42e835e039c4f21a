/// Reads gradients off a differential: every linear node hands its cotangent to its operands by the adjoint it declares,
/// which on a shared graph is backpropagation.
struct Transposition {
  let store: Store
  private(set) var steps: [Step] = []
  private var walk = VaryingNodes()

  init(_ store: Store) { self.store = store }

  /// G for each variable with ⟨cotangent, differential⟩ = Σ ⟨G, dX⟩; zeros where dX does not occur.
  mutating func gradients(
    of differential: Node, cotangent: Node, by variables: [Variable]
  ) throws(DerivationError) -> [Node] {
    walk.collect(below: differential, in: store)
    var cotangents = [[Node]](repeating: [], count: walk.nodes.count)
    if !walk.nodes.isEmpty { cotangents[0] = [cotangent] }
    var gradients = [Node?](repeating: nil, count: walk.nodes.count)
    for (place, node) in walk.nodes.enumerated() where !cotangents[place].isEmpty {
      let total = store.sum(cotangents[place])
      cotangents[place] = []
      let record = store[node]
      if record.operation == .differential {
        gradients[place] = total
        continue
      }
      if store.isZero(total) { continue }
      let parts = try Transposition.parts(of: total, at: node, in: store) { store[$0].holdsDifferential }
      for part in parts {
        guard let operand = walk.place(of: part.operand) else { continue }
        cotangents[operand].append(part.result)
      }
      steps.append(.adjoint(record.operation, at: node, cotangent: total, parts: parts))
    }
    return variables.map { variable in
      let place = walk.place(of: store.differential(variable))
      return place.flatMap { gradients[$0] } ?? store.zeros(store.extent(variable.shape))
    }
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

/// The nodes below a node that hold a differential, each before its operands.
///
/// Used again, it costs what it reaches, not what its store holds.
struct VaryingNodes {
  private(set) var nodes: [Node] = []
  /// Where a node stands in `nodes`, if it stands there.
  private var places: ContiguousArray<UInt32> = []

  mutating func collect(below root: Node, in store: Store) {
    nodes.removeAll(keepingCapacity: true)
    let missing = Int(root.index) + 1 - places.count
    if missing > 0 { places.append(contentsOf: repeatElement(0, count: missing)) }
    guard store[root].holdsDifferential else { return }
    reach(root)
    var done = 0
    while done < nodes.count {
      for operand in store.operands(nodes[done]) where store[operand].holdsDifferential && place(of: operand) == nil {
        reach(operand)
      }
      done += 1
    }
    nodes.sort(by: >)
    for (place, node) in nodes.enumerated() { places[Int(node.index)] = UInt32(place) }
  }

  func place(of node: Node) -> Int? {
    let index = Int(node.index)
    guard index < places.count else { return nil }
    let place = Int(places[index])
    return place < nodes.count && nodes[place] == node ? place : nil
  }

  private mutating func reach(_ node: Node) {
    places[Int(node.index)] = UInt32(nodes.count)
    nodes.append(node)
  }
}
