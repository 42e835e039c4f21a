extension Store {
  /// The gradient of ⟨G, f⟩ by X with the upstream G held: Jᵀ vec G in the shape of X.
  func pulledBack(_ function: Node, by variable: Variable, upstream: Node) throws(DerivationError) -> Node {
    let plain = Simplifier(self, assumes: false)
    let differential = try simplifiedDifferential(of: function, by: [variable], plain)
    var transposition = Transposition(self)
    let raw = try transposition.gradients(of: differential, cotangent: upstream, by: [variable])[0]
    return plain.simplify(raw)
  }

  /// The differential of f where dX = E: J vec E in the shape of f.
  func pushedForward(_ function: Node, by variable: Variable, along direction: Node) throws(DerivationError) -> Node {
    let plain = Simplifier(self, assumes: false)
    let differential = try simplifiedDifferential(of: function, by: [variable], plain)
    let replaced = replacing([self.differential(variable): direction], in: differential)
    return plain.simplify(replaced)
  }

  /// df by some variables, simplified before any attribute or hypothesis.
  func simplifiedDifferential(
    of function: Node, by variables: [Variable], _ plain: Simplifier
  ) throws(DerivationError) -> Node {
    plain.simplify(try Linearization(of: function, by: variables, in: self).differential)
  }
}

extension Expression {
  /// The vector-Jacobian product: the gradient of ⟨G, f⟩ by X, for an upstream G of f's shape that is held.
  public func vectorJacobianProduct(
    by variable: Variable, upstream: Expression
  ) throws(DerivationError) -> Expression {
    try product(upstream) { store, function, upstream throws(DerivationError) in
      try store.pulledBack(function, by: variable, upstream: upstream)
    }
  }

  /// The Jacobian-vector product: the differential of f where dX = E.
  public func jacobianVectorProduct(
    by variable: Variable, along direction: Expression
  ) throws(DerivationError) -> Expression {
    try product(direction) { store, function, direction throws(DerivationError) in
      try store.pushedForward(function, by: variable, along: direction)
    }
  }

  /// Works in a store of its own, so that no lock is held meanwhile.
  private func product(
    _ other: Expression, _ body: (Store, Node, Node) throws(DerivationError) -> Node
  ) throws(DerivationError) -> Expression {
    let own = Store()
    let function = store.guarded { own.adopt(node, from: $0) }
    let argument = other.store.guarded { own.adopt(other.node, from: $0) }
    let result = try body(own, function, argument)
    return SharedStore.building { $0.adopt(result, from: own) }
  }
}
