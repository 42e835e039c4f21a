/// Where steps stand in what their stage begins with.
struct StepPlaces {
  /// A node's operand and the node above it, on the first way from the top.
  private struct Link {
    let parent: Node
    let operand: Int
  }

  private var function: [Node: Link] = [:]
  private var differential: [Node: Link] = [:]
  private var gradient: [Node: Link] = [:]
  private let roots: [Stage: Node]

  init(_ derivation: Derivation) {
    let store = derivation.store
    var raw: Node?
    for case .identification(_, _, let derivative) in derivation.steps { raw = derivative }
    function = StepPlaces.links(below: derivation.target, in: store)
    differential = StepPlaces.links(below: derivation.differential, in: store)
    if let raw { gradient = StepPlaces.links(below: raw, in: store) }
    roots = [
      .opening: derivation.target, .differential: derivation.target, .gradient: derivation.differential,
      .simplification: raw ?? derivation.target,
    ]
  }

  /// Operand numbers from the top, as 1.2; empty for the whole, nil for what arose on the way.
  func place(of step: Step, in stage: Stage) -> String? {
    let node: Node
    switch step {
    case .rewrite(_, let before, _), .hypothesis(_, _, let before, _): node = before
    case .differential(_, let function, _): node = function
    case .adjoint(_, let linear, _, _), .jacobian(_, let linear, _, _): node = linear
    case .identification: return ""
    }
    if node == roots[stage] { return "" }
    let links: [Node: Link]
    switch stage {
    case .opening, .differential: links = function
    case .gradient: links = differential
    case .simplification: links = gradient
    }
    guard var link = links[node] else { return nil }
    var path = [link.operand]
    while let above = links[link.parent] {
      path.append(above.operand)
      link = above
    }
    return path.reversed().map { String($0 + 1) }.joined(separator: ".")
  }

  private static func links(below root: Node, in store: Store) -> [Node: Link] {
    var links: [Node: Link] = [:]
    // Operands come before what they stand in, so the last to claim a node is the nearest to the top.
    for node in store.reachable(from: [root]) {
      for (place, operand) in store.operands(node).enumerated() {
        links[operand] = Link(parent: node, operand: place)
      }
    }
    return links
  }
}
