/// A user's own function of a scalar, applied entry by entry.
public struct ElementwiseFunction: Sendable, Hashable {
  public let name: String
  /// The derivative as an expression in the argument, entrywise.
  let derivative: @Sendable (Expression) -> Expression
  let kernel: @Sendable (Double) -> Double
  /// Values between which the function is defined and smooth.
  public let domain: ClosedRange<Double>

  public init(
    name: String, domain: ClosedRange<Double> = -2...2, derivative: @escaping @Sendable (Expression) -> Expression,
    kernel: @escaping @Sendable (Double) -> Double
  ) {
    self.name = name
    self.domain = domain
    self.derivative = derivative
    self.kernel = kernel
  }

  /// Functions are told apart by their names.
  public static func == (left: ElementwiseFunction, right: ElementwiseFunction) -> Bool { left.name == right.name }
  public func hash(into hasher: inout Hasher) { hasher.combine(name) }

  public func callAsFunction(_ argument: Expression) -> Expression {
    Expression.build([argument]) { store, nodes in store.custom(self, nodes[0]) }
  }
}

extension Store {
  /// A user's function of each entry.
  func custom(_ function: ElementwiseFunction, _ argument: Node) -> Node {
    intern(.custom, payload: payload(function), extent(argument), argument)
  }
}
