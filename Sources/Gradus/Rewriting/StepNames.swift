/// Names for what the steps of a long derivation say again and again, so that its text grows with the derivation's graph.
///
/// The names that the request gives are kept; a named Z has its differential under the name dZ.
struct StepNames {
  private(set) var names: [Node: String] = [:]
  /// What a differential step defines, which needs no line of its own.
  private(set) var isDefinedByStep: Set<Node> = []

  /// Up to this many nodes in its longest line a derivation is written out.
  private static let longestLine: UInt64 = 48
  private static let leastSaving: UInt64 = 10

  init(_ derivation: Derivation, _ numbers: [Int]) {
    let store = derivation.store
    let steps = numbers.map { derivation.steps[$0] }
    let roots = steps.flatMap(\.sides)
    let given = derivation.request.names
    let longest = steps.map { $0.sides.reduce(UInt64(0)) { $0 + UInt64(store[$1].size) } }.max() ?? 0
    if given.isEmpty, longest <= StepNames.longestLine { return }
    let nodes = store.readingOrder(from: roots)
    let present = Set(nodes)
    for (node, name) in given where present.contains(node) { names[node] = name }
    var supply = NameSupply(used: store.names(in: nodes).union(given.map(\.name)))
    if longest > StepNames.longestLine { nameRepeated(nodes, roots, store, &supply, derivation.cotangents) }
    nameDifferentials(derivation, steps, store)
  }

  private mutating func nameRepeated(
    _ nodes: [Node], _ roots: [Node], _ store: Store, _ supply: inout NameSupply, _ cotangents: Set<Node>
  ) {
    var uses: [Node: UInt64] = [:]
    for node in roots { uses[node, default: 0] += 1 }
    for node in nodes {
      for operand in store.operands(node) { uses[operand, default: 0] += 1 }
    }
    var written: [Node: UInt64] = [:]
    for node in nodes {
      let size = store.operands(node).reduce(UInt64(1)) { $0 + (written[$1] ?? 1) }
      written[node] = names[node] == nil ? size : 1
      guard names[node] == nil, !store[node].holdsDifferential else { continue }
      if (size - 1) * ((uses[node] ?? 1) - 1) >= StepNames.leastSaving, size > 2 {
        names[node] = supply.next(for: store.extent(node), letter: cotangents.contains(node) ? "G" : nil)
        written[node] = 1
      }
    }
  }

  /// dZ for the differential of Z, and for what it is simplified to.
  private mutating func nameDifferentials(_ derivation: Derivation, _ steps: [Step], _ store: Store) {
    for step in steps {
      switch step {
      case .differential(_, let node, let differential):
        guard let name = names[node], store[differential].size > 3, names[differential] == nil else { continue }
        names[differential] = "d" + name
        isDefinedByStep.insert(differential)
      case .rewrite(_, let before, let after):
        guard let name = names[before], store[after].holdsDifferential, store[after].size > 3, names[after] == nil
        else { continue }
        names[after] = name
        isDefinedByStep.insert(after)
      default: break
      }
    }
  }

  /// The named nodes that a line writes by name and that no earlier line has introduced, what is used first first.
  func introductions(for roots: [Node], in store: Store, known: inout Set<Node>) -> [Node] {
    var found: [Node] = []
    var opened: Set<Node> = []
    var closed: Set<Node> = []
    var pending = Array(roots.reversed())
    while let node = pending.last {
      if known.contains(node) || closed.contains(node) {
        pending.removeLast()
      } else if opened.insert(node).inserted {
        pending.append(contentsOf: store.operands(node).reversed())
      } else {
        pending.removeLast()
        closed.insert(node)
        guard names[node] != nil else { continue }
        known.insert(node)
        if !isDefinedByStep.contains(node) { found.append(node) }
      }
    }
    return found
  }
}

extension Derivation {
  /// The nodes that something is handed on by: G of ⟨G, Z⟩.
  fileprivate var cotangents: Set<Node> {
    var all: Set<Node> = []
    for case .adjoint(_, _, let cotangent, _) in steps { all.insert(cotangent) }
    return all
  }
}
