/// A scalar expression; number literals are scalars, so that `2 * A` and `1 + exp(-s)` read as on paper.
public struct Scalar: Symbolic {
  public typealias Transposed = Scalar

  public let expression: Expression

  public init(unchecked expression: Expression) { self.expression = expression }

  /// A variable.
  public init(_ name: String, _ attributes: Attributes = []) {
    expression = Expression(Variable(name, .scalar, attributes))
  }

  public init(_ number: Rational) { expression = Expression(number) }

  /// The expression as a scalar; nil where it has another shape.
  public init?(_ expression: Expression) {
    guard expression.shape.isScalar else { return nil }
    self.expression = expression
  }

  /// The circle number.
  public static var pi: Scalar { Scalar(unchecked: .pi) }

  /// The value where variables, by name, take the values given.
  public func evaluate(_ values: [String: DenseMatrix], sizes: [String: Int] = [:]) throws(EvaluationError) -> Double {
    try expression.evaluate(values, sizes: sizes)[0, 0]
  }
}

extension Scalar: ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral {
  public init(integerLiteral value: Int) { expression = Expression(integerLiteral: value) }

  /// The decimal as written, not the nearest binary fraction.
  public init(floatLiteral value: Double) { expression = Expression(floatLiteral: value) }
}
