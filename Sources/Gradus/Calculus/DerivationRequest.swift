/// What is to be derived, in a store of its own.
struct DerivationRequest {
  var function: Node
  var variable: Variable
  /// The variable of the second derivative; the first one's if not named.
  var second: Variable?
  var order = 1
  var layout: Layout?
  var hypotheses: [Hypothesis] = []
  /// G with which ⟨G, Y⟩ is differentiated where the function Y is no scalar, as backpropagation hands it on.
  var cotangent: Node?
  /// Whether the variable moves inside the structure that its attributes declare.
  var structured = false
  /// Names that the text gave to parts of the function, in order.
  var names: [(node: Node, name: String)] = []
  /// Variables that the expression's text names, though folding may have removed them.
  var mentioned: [Variable] = []

  /// Whether the result is a gradient, shaped like the variable in denominator layout.
  func isGradient(in store: Store) -> Bool { order == 1 && (cotangent != nil || store.isScalar(function)) }

  /// The variables of the expression as written and those differentiated by, by name.
  func parameters(in store: Store) -> [Variable] {
    var all = Set(store.variables(in: [function]) + mentioned)
    all.insert(variable)
    if let second { all.insert(second) }
    for node in store.reachable(from: [function]) where store.operation(node) == .differential {
      all.insert(store.variables[store[node].payload])
    }
    return all.sorted { $0.name < $1.name }
  }
}
