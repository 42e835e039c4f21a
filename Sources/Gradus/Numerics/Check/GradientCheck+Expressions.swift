extension GradientCheck {
  /// Compares a gradient with central differences of `f` at random points: the one given, or else the one derived here.
  ///
  /// Variables take values that have their attributes; sizes that are not fixed are drawn, all different.
  public init(
    of f: Expression, wrt variable: Variable, equals gradient: Expression? = nil, layout: Layout = .denominator,
    sizes: [String: Int] = [:], points: Int = 2, seed: UInt64 = 1
  ) throws {
    guard f.shape.isScalar else { throw DerivationError.notScalar(f.shape) }
    guard let gradient else {
      let derived = try f.gradient(by: variable, layout: layout)
      guard let check = derived.check(sizes: sizes, points: points, seed: seed) else {
        throw DerivationError.unknownVariable(variable.name)
      }
      self = check
      return
    }
    let expected = layout == .denominator ? variable.shape : variable.shape.transposed
    guard gradient.shape == expected else {
      throw DerivativeShapeError(claimed: gradient.shape, expected: expected, layout: layout)
    }
    let store = Store()
    let (target, claimed) = (
      f.store.guarded { store.adopt(f.node, from: $0) },
      gradient.store.guarded { store.adopt(gradient.node, from: $0) }
    )
    self =
      DerivativeCheck(
        store: store, target: target, variable: variable, derivative: claimed, layout: layout, isGradient: true,
        isDerived: false, sizes: sizes, points: points, seed: seed
      ).run()
  }

  /// Compares a gradient with central differences of a typed scalar.
  public init<Value: Symbolic>(
    of f: Scalar, wrt variable: Value, equals gradient: Value? = nil, sizes: [String: Int] = [:], points: Int = 2,
    seed: UInt64 = 1
  ) throws {
    try self.init(
      of: f.expression, wrt: variable.expression.variable(for: "GradientCheck(of:wrt:)"),
      equals: gradient?.expression, sizes: sizes, points: points, seed: seed)
  }
}
