infix operator ⊙ : MultiplicationPrecedence
infix operator ⊘ : MultiplicationPrecedence

extension Expression {
  /// The sum; a scalar beside a matrix stands for that scalar in every entry, s·1 + A.
  public static func + (left: Expression, right: Expression) -> Expression {
    build([left, right]) { store, nodes in
      let (a, b) = store.filled(nodes[0], nodes[1])
      require(store.extent(a) == store.extent(b), .sum, left, right)
      return store.sum(a, b)
    }
  }

  public static func - (left: Expression, right: Expression) -> Expression { left + -right }

  public static prefix func - (operand: Expression) -> Expression {
    build([operand]) { store, nodes in store.negated(nodes[0]) }
  }

  /// The matrix product, or a scalar times anything.
  public static func * (left: Expression, right: Expression) -> Expression {
    build([left, right]) { store, nodes in
      let (a, b) = (store.extent(nodes[0]), store.extent(nodes[1]))
      require(a.isScalar || b.isScalar || a.columns == b.rows, .product, left, right)
      if a.isScalar { return store.scale(nodes[0], nodes[1]) }
      if b.isScalar { return store.scale(nodes[1], nodes[0]) }
      return store.product(nodes[0], nodes[1])
    }
  }

  /// Division by a scalar.
  public static func / (left: Expression, right: Expression) -> Expression {
    build([left, right]) { store, nodes in
      require(store.isScalar(nodes[1]), .scale, left, right)
      return store.scale(store.reciprocal(nodes[1]), nodes[0])
    }
  }

  /// The entrywise product; a scalar multiplies every entry.
  public static func ⊙ (left: Expression, right: Expression) -> Expression {
    build([left, right]) { store, nodes in
      require(store.entrywiseFits(nodes[0], nodes[1]), .hadamard, left, right)
      return store.entrywise(nodes[0], nodes[1])
    }
  }

  /// The entrywise quotient.
  public static func ⊘ (left: Expression, right: Expression) -> Expression {
    build([left, right]) { store, nodes in
      require(store.entrywiseFits(nodes[0], nodes[1]), .hadamard, left, right)
      return store.entrywise(nodes[0], store.reciprocal(nodes[1]))
    }
  }

  /// The transpose.
  // swift-format-ignore: AlwaysUseLowerCamelCase
  public var T: Expression { Expression.build([self]) { store, nodes in store.transpose(nodes[0]) } }

  /// The entrywise power; either side may be a scalar.
  public func power(_ exponent: Expression) -> Expression {
    Expression.build([self, exponent]) { store, nodes in
      Expression.require(store.entrywiseFits(nodes[0], nodes[1]), .power, self, exponent)
      return store.power(nodes[0], nodes[1])
    }
  }

  private static func require(_ fits: Bool, _ operation: Operation, _ left: Expression, _ right: Expression) {
    precondition(fits, Diagnostic.text(of: ShapeClash(operation: operation, shapes: [left.shape, right.shape])))
  }
}

extension Store {
  func entrywiseFits(_ left: Node, _ right: Node) -> Bool {
    let (a, b) = (extent(left), extent(right))
    return a == b || a.isScalar || b.isScalar
  }

  /// The entrywise product where a scalar may stand on either side.
  func entrywise(_ left: Node, _ right: Node) -> Node {
    if isScalar(left) { return scale(left, right) }
    if isScalar(right) { return scale(right, left) }
    return hadamard([left, right])
  }

  /// Beside a matrix a scalar s is filled up to s·1.
  func filled(_ left: Node, _ right: Node) -> (Node, Node) {
    let (a, b) = (extent(left), extent(right))
    if a == b { return (left, right) }
    if a.isScalar { return (scale(left, ones(b)), right) }
    if b.isScalar { return (left, scale(right, ones(a))) }
    return (left, right)
  }
}
