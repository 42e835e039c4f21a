infix operator ⊙ : MultiplicationPrecedence
infix operator ⊘ : MultiplicationPrecedence

extension Expression {
  /// The sum; a scalar beside a matrix stands for that scalar in every entry, s·1 + A.
  public static func + (left: Expression, right: Expression) -> Expression {
    build(left, right) { store, left, right in
      let (a, b) = store.filled(left, right)
      require(store.extent(a) == store.extent(b), .sum, left, right, in: store)
      return store.sum(a, b)
    }
  }

  public static func - (left: Expression, right: Expression) -> Expression { left + -right }

  public static prefix func - (operand: Expression) -> Expression {
    build([operand]) { store, nodes in store.negated(nodes[0]) }
  }

  /// The matrix product, or a scalar times anything.
  public static func * (left: Expression, right: Expression) -> Expression {
    build(left, right) { store, left, right in
      let (a, b) = (store.extent(left), store.extent(right))
      require(a.isScalar || b.isScalar || a.columns == b.rows, .product, left, right, in: store)
      if a.isScalar { return store.scale(left, right) }
      if b.isScalar { return store.scale(right, left) }
      return store.product(left, right)
    }
  }

  /// Division by a scalar.
  public static func / (left: Expression, right: Expression) -> Expression {
    build(left, right) { store, left, right in
      require(store.isScalar(right), .scale, left, right, in: store)
      return store.scale(store.reciprocal(right), left)
    }
  }

  /// The entrywise product; a scalar multiplies every entry.
  public static func ⊙ (left: Expression, right: Expression) -> Expression {
    build(left, right) { store, left, right in
      require(store.entrywiseFits(left, right), .hadamard, left, right, in: store)
      return store.entrywise(left, right)
    }
  }

  /// The entrywise quotient.
  public static func ⊘ (left: Expression, right: Expression) -> Expression {
    build(left, right) { store, left, right in
      require(store.entrywiseFits(left, right), .hadamard, left, right, in: store)
      return store.entrywise(left, store.reciprocal(right))
    }
  }

  /// The transpose.
  // swift-format-ignore: AlwaysUseLowerCamelCase
  public var T: Expression { Expression.build([self]) { store, nodes in store.transpose(nodes[0]) } }

  /// The entrywise power; either side may be a scalar.
  public func power(_ exponent: Expression) -> Expression {
    Expression.build(self, exponent) { store, base, exponent in
      Expression.require(store.entrywiseFits(base, exponent), .power, base, exponent, in: store)
      return store.power(base, exponent)
    }
  }

  private static func require(_ fits: Bool, _ operation: Operation, _ left: Node, _ right: Node, in store: Store) {
    precondition(
      fits,
      Diagnostic.text(of: ShapeClash(operation: operation, shapes: [store.shape(left), store.shape(right)])))
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
