extension Derivation {
  /// The differential as a function of variables dX in the places of the differentials, and what it takes: no Kronecker
  /// product is formed where a product of matrices does.
  var operatorForm: (node: Node, parameters: [Variable]) {
    var places: [Node: Node] = [:]
    var parameters = request.parameters(in: store)
    for variable in varying {
      let direction = variable.direction()
      places[store.differential(variable)] = store.variable(direction)
      parameters.append(direction)
    }
    return (store.replacing(places, in: differential), parameters.sorted { $0.name < $1.name })
  }
}

extension Variable {
  /// The variable that stands for the differential where it is to be a matrix like any other.
  func direction(_ attributes: Attributes = []) -> Variable { Variable("d\(name)", shape, attributes) }
}

extension Store {
  /// The expression with other nodes in the places of some.
  func replacing(_ places: [Node: Node], in root: Node) -> Node {
    var replaced = places
    for node in reachable(from: [root]) where replaced[node] == nil {
      replaced[node] = rebuild(node) { replaced[$0] ?? $0 }
    }
    return replaced[root] ?? root
  }
}
