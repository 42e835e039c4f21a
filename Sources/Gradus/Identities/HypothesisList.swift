/// The hypotheses that are looked for where a claim fails, in this order, at most two at a time:
///
/// - `1'*y = 1`: a vector sums to one; `sum(Y,1) = 1`, `sum(Y,0) = 1`: each row or column of a matrix does;
/// - `A' = A`: a square matrix is symmetric;
/// - `step(z) = 1`: every unit is active, that is the argument z of relu, max(0,·), leaky_relu or elu is positive; of
///   several layers every unit of each.
///
/// Only what the claim does not declare anyway is tried.
struct HypothesisList {
  let store: Store

  private static let limit = 16

  /// Each one hypothesis, of one equation or for several layers of more; the units are those of the first root.
  func candidates(for roots: [Node]) -> [[Hypothesis]] {
    var found: [[Hypothesis]] = []
    for variable in store.variables(in: roots) { found += sums(variable).map { [$0] } }
    for variable in store.variables(in: roots) { found += symmetry(variable).map { [$0] } }
    let active = activity(Array(roots.prefix(1)))
    if !active.isEmpty { found.append(active) }
    return Array(found.prefix(HypothesisList.limit))
  }

  private func sums(_ variable: Variable) -> [Hypothesis] {
    let node = store.variable(variable)
    let extent = store.extent(node)
    let known: Attributes = [.simplex, .oneHot, .oneHotRows, .orthogonal, .skew]
    guard !extent.isScalar, variable.attributes.isDisjoint(with: known) else { return [] }
    let name = variable.name
    if extent.columns == .one {
      return [hypothesis(store.product(store.ones(.one, extent.rows), node), "1'*\(name) = 1")]
    }
    if extent.rows == .one { return [hypothesis(store.product(node, store.ones(extent.columns)), "sum(\(name)) = 1")] }
    return [
      hypothesis(store.product(node, store.ones(extent.columns)), "sum(\(name),1) = 1"),
      hypothesis(store.product(store.ones(.one, extent.rows), node), "sum(\(name),0) = 1"),
    ]
  }

  private func hypothesis(_ left: Node, _ text: String) -> Hypothesis {
    Hypothesis(left: left, right: store.ones(store.extent(left)), text: text)
  }

  private func symmetry(_ variable: Variable) -> [Hypothesis] {
    let node = store.variable(variable)
    let extent = store.extent(node)
    guard extent.rows == extent.columns, !extent.isScalar,
      variable.attributes.isDisjoint(with: [.symmetric, .positiveDefinite, .diagonal, .skew, .lowerTriangular])
    else { return [] }
    return [Hypothesis(left: store.transpose(node), right: node, text: "\(variable.name)' = \(variable.name)")]
  }

  private func activity(_ roots: [Node]) -> [Hypothesis] {
    var units: [Node] = []
    var steps: [Node] = []
    for node in store.reachable(from: roots) {
      let operands = store.operands(node)
      switch store.operation(node) {
      case .relu, .leakyRelu, .elu: if !units.contains(operands[0]) { units.append(operands[0]) }
      case .larger:
        if let unit = operands.first(where: { !store.isZero($0) }), operands.contains(where: { store.isZero($0) }),
          !units.contains(unit)
        {
          units.append(unit)
        }
      case .step: steps.append(operands[0])
      default: break
      }
    }
    let arguments = units.isEmpty ? steps : units
    guard arguments.count <= HypothesisList.layers else { return [] }
    return arguments.map { argument in
      let step = store.intern(.step, store.extent(argument), argument)
      return Hypothesis(
        left: step, right: store.ones(store.extent(argument)), text: "step(\(store.text(argument))) = 1")
    }
  }

  private static let layers = 4
}
