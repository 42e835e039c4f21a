/// A matrix expression whose sizes are types, so that a product that does not fit does not compile.
public struct Matrix<Rows: Size, Columns: Size>: Symbolic {
  public typealias Transposed = Matrix<Columns, Rows>

  public let expression: Expression

  public init(unchecked expression: Expression) { self.expression = expression }

  /// A variable.
  public init(_ name: String, _ attributes: Attributes = []) {
    expression = Expression(Variable(name, Matrix.shape, attributes))
  }

  /// The expression as a matrix of these sizes; nil where it has others.
  public init?(_ expression: Expression) {
    guard expression.shape == Matrix.shape else { return nil }
    self.expression = expression
  }

  public static var shape: Shape { Shape(Rows.dimension, Columns.dimension) }
  public static var zeros: Matrix { Matrix(unchecked: .zeros(Rows.dimension, Columns.dimension)) }
  public static var ones: Matrix { Matrix(unchecked: .ones(Rows.dimension, Columns.dimension)) }

  /// The transpose.
  // swift-format-ignore: AlwaysUseLowerCamelCase
  public var T: Matrix<Columns, Rows> { Matrix<Columns, Rows>(unchecked: expression.T) }

  /// The value where variables, by name, take the values given.
  public func evaluate(
    _ values: [String: DenseMatrix], sizes: [String: Int] = [:]
  ) throws(EvaluationError) -> DenseMatrix {
    try expression.evaluate(values, sizes: sizes)
  }
}

extension Matrix where Rows == Columns {
  public static var identity: Matrix { Matrix(unchecked: .identity(Rows.dimension)) }
}

/// A column; its transpose is a row.
public typealias Vector<Length: Size> = Matrix<Length, One>
