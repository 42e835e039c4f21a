/// One line of a forward pass: a name for an expression in the layer's variables and in the names before it.
struct LayerStage: Sendable {
  let variable: Variable
  /// A store of the stage's own, so that stages are derived and renamed one by one.
  let store: Store
  let node: Node

  var name: String { variable.name }

  /// The names that the expression uses.
  var uses: [Variable] { store.variables(in: [node]) }

  init(_ name: String, _ node: Node, in store: Store) {
    variable = Variable(name, store.shape(node))
    self.store = store
    self.node = node
  }

  func renamed(_ renaming: LayerRenaming) -> LayerStage {
    let store = Store()
    return LayerStage(renaming.name(name), renaming.copy(node, from: self.store, into: store), in: store)
  }
}

/// An equation that holds for a layer's variables.
struct LayerAssumption: Sendable {
  let store: Store
  let left: Node
  let right: Node

  func renamed(_ renaming: LayerRenaming) -> LayerAssumption {
    let store = Store()
    return LayerAssumption(
      store: store, left: renaming.copy(left, from: self.store, into: store),
      right: renaming.copy(right, from: self.store, into: store))
  }

  func hypothesis(in store: Store) -> Hypothesis {
    let text = self.store.text(left) + " = " + self.store.text(right)
    return Hypothesis(
      left: store.adopt(left, from: self.store), right: store.adopt(right, from: self.store), text: text)
  }
}

/// New names for a layer's variables and sizes.
struct LayerRenaming {
  var names: [String: String] = [:]
  var sizes: [String: Dimension] = [:]

  func name(_ old: String) -> String { names[old] ?? old }

  func variable(_ old: Variable) -> Variable {
    let shape = Shape(
      old.shape.rows.substituting { sizes[$0] }, old.shape.columns.substituting { sizes[$0] })
    return Variable(name(old.name), shape, old.attributes)
  }

  func copy(_ node: Node, from source: Store, into target: Store) -> Node {
    var substitution = Substitution(into: target)
    substitution.sizes = sizes
    for old in source.variables(in: [node]) { substitution.variables[old.name] = target.variable(variable(old)) }
    return substitution.copy(node, from: source)
  }
}
