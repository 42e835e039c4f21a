/// A user's own function of one or more scalars, applied entry by entry.
public struct ElementwiseFunction: Sendable, Hashable {
  public let name: String
  /// The derivative by each argument as an expression in the arguments, entrywise.
  let partials: [@Sendable ([Expression]) -> Expression]
  /// The value of the first argument; functions of several take `combination` instead.
  let kernel: @Sendable (Double) -> Double
  private let combination: (@Sendable ([Double]) -> Double)?
  /// Values between which the function is defined and smooth.
  public let domain: ClosedRange<Double>

  static let largestArity = 4

  public init(
    name: String, domain: ClosedRange<Double> = -2...2, derivative: @escaping @Sendable (Expression) -> Expression,
    kernel: @escaping @Sendable (Double) -> Double
  ) {
    self.name = name
    self.domain = domain
    partials = [{ derivative($0[0]) }]
    self.kernel = kernel
    combination = nil
  }

  /// A function of as many arguments as there are partial derivatives, at most four.
  public init(
    name: String, domain: ClosedRange<Double> = -2...2, partials: [@Sendable ([Expression]) -> Expression],
    combination: @escaping @Sendable ([Double]) -> Double
  ) {
    precondition(
      (1...ElementwiseFunction.largestArity).contains(partials.count), "\(name) has \(partials.count) arguments")
    self.name = name
    self.domain = domain
    self.partials = partials
    kernel = { combination([$0]) }
    self.combination = combination
  }

  var arity: Int { partials.count }

  var usage: String { "\(name)(\(["x", "y", "z", "t"].prefix(arity).joined(separator: ",")))" }

  /// Functions are told apart by their names.
  public static func == (left: ElementwiseFunction, right: ElementwiseFunction) -> Bool { left.name == right.name }
  public func hash(into hasher: inout Hasher) { hasher.combine(name) }

  /// The function of arguments of one shape, or scalars beside them.
  public func callAsFunction(_ arguments: Expression...) -> Expression {
    precondition(arguments.count == arity, "\(usage) is called with \(arguments.count) arguments")
    return Expression.build(arguments) { store, nodes in store.custom(self, nodes) }
  }

  func values(_ kernel: Kernel) -> DenseMatrix {
    guard let combination else { return kernel[0].map(self.kernel) }
    return DenseMatrix(rows: kernel.rows, columns: kernel.columns) { row, column in
      combination(kernel.operands.map { $0.elements.count == 1 ? $0[0, 0] : $0[row, column] })
    }
  }
}

extension Store {
  /// A user's function of each entry.
  func custom(_ function: ElementwiseFunction, _ operands: Node...) -> Node { custom(function, operands) }

  func custom(_ function: ElementwiseFunction, _ operands: [Node]) -> Node {
    let extent = operands.map { self.extent($0) }.first { !$0.isScalar } ?? .scalar
    return intern(.custom, payload: payload(function), extent, operands)
  }
}
