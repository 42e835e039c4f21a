/// A layer's output and gradients as expressions of its variables alone, in one store, so that a plan shares their work.
struct LayerGraph: Sendable {
  let store: Store
  let output: Node
  /// ∂L/∂Y, where the output is no scalar.
  let upstream: Variable?
  /// In the order of the inputs, then of the parameters.
  let gradients: [(variable: Variable, node: Node)]

  init(_ pass: LayerPass) {
    store = Store()
    var forward = Substitution(into: store)
    let stages = pass.form.stages
    for stage in stages {
      // The forms in which the gradients hold what the forward pass computes.
      let own = Store()
      let plain = Simplifier(own, assumes: false).simplify(own.adopt(stage.node, from: stage.store))
      forward.variables[stage.name] = forward.copy(plain, from: own)
    }
    let last = stages[stages.count - 1].name
    output = forward.variables[last] ?? store.zero
    upstream = pass.cotangents[last]
    var backward = forward
    if let upstream { backward.variables[upstream.name] = store.variable(upstream) }
    var terms: [String: [Node]] = [:]
    var current = last
    for part in pass.parts {
      if part.line != current {
        // All users of the line's value have been passed.
        current = part.line
        if let cotangent = pass.cotangents[current] {
          backward.variables[cotangent.name] = store.sum(terms[current] ?? [store.zeros(store.extent(cotangent.shape))])
        }
      }
      terms[part.variable.name, default: []].append(backward.copy(part.gradient, from: part.derivation.store))
    }
    gradients = (pass.form.inputs + pass.form.parameters).map { [store] variable in
      (variable, store.sum(terms[variable.name] ?? [store.zeros(store.extent(variable.shape))]))
    }
  }

  /// What the gradients are gradients of: ⟨Ȳ, Y⟩, or Y itself where it is a scalar.
  var objective: Node {
    guard let upstream else { return output }
    return Expression(store, store.variable(upstream)).contracted(with: Expression(store, output)).node
  }
}
