extension Derivation {
  /// The numbers of the steps that the result rests on; rewritings that were only tried on the way are left out.
  var relevantSteps: [Int] {
    var relevance = Relevance(store)
    relevance.add([target, differential] + (result.map { [$0] } ?? []))
    for step in steps { relevance.add(step.subjects) }
    var numbers: [Int] = []
    for number in steps.indices.reversed() {
      switch steps[number] {
      case .rewrite(_, let before, let after), .hypothesis(_, _, let before, let after):
        guard relevance.contains(after) else { continue }
        relevance.add([before])
      case .differential, .adjoint, .jacobian, .identification: break
      }
      numbers.append(number)
    }
    return numbers.reversed()
  }
}

/// The nodes that something kept is made of.
private struct Relevance {
  private let store: Store
  private var nodes: Set<Node> = []

  init(_ store: Store) { self.store = store }

  /// Whether the node is a part, or was taken apart into parts: sums and products stand flat in larger ones.
  func contains(_ node: Node) -> Bool {
    if nodes.contains(node) { return true }
    let record = store[node]
    switch record.operation {
    case .sum, .product, .hadamard, .scale: return record.operands.allSatisfy { nodes.contains($0) }
    default: return false
    }
  }

  mutating func add(_ roots: [Node]) {
    var pending = roots
    while let node = pending.popLast() {
      if nodes.insert(node).inserted { pending.append(contentsOf: store.operands(node)) }
    }
  }
}

extension Step {
  /// The nodes that a step of the calculus itself is about; a rewriting has none that it needs by itself.
  fileprivate var subjects: [Node] {
    switch self {
    case .rewrite, .hypothesis: []
    case .differential(_, let node, let differential): [node, differential]
    case .adjoint(_, let node, let cotangent, let parts):
      [node, cotangent] + parts.flatMap { [$0.operand, $0.result] }
    case .jacobian(_, let node, let before, let after): [node, before, after]
    case .identification(_, let variable, let derivative): [variable, derivative]
    }
  }

  /// The nodes that stand on the step's two sides.
  var sides: [Node] {
    switch self {
    case .rewrite(_, let before, let after), .hypothesis(_, _, let before, let after),
      .jacobian(_, _, let before, let after):
      [before, after]
    default: subjects
    }
  }
}
