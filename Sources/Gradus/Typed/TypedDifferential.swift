/// An expression that is linear in differentials, by its type: a product of two of them does not compile.
public struct Differential<Value: Symbolic>: Sendable, Hashable, CustomStringConvertible {
  public let expression: Expression

  init(unchecked expression: Expression) { self.expression = expression }

  /// The text syntax.
  public var description: String { expression.description }
}

/// The differential of a variable.
public func d<Value: Symbolic>(_ variable: Value) -> Differential<Value> {
  Differential(unchecked: .differential(of: variable.expression.variable(for: "d(·)")))
}

extension Differential {
  public static func + (left: Differential, right: Differential) -> Differential {
    Differential(unchecked: left.expression + right.expression)
  }

  public static func - (left: Differential, right: Differential) -> Differential {
    Differential(unchecked: left.expression - right.expression)
  }

  public static prefix func - (operand: Differential) -> Differential {
    Differential(unchecked: -operand.expression)
  }

  public static func * (left: Scalar, right: Differential) -> Differential {
    Differential(unchecked: left.expression * right.expression)
  }

  public static func * (left: Differential, right: Scalar) -> Differential {
    Differential(unchecked: left.expression * right.expression)
  }

  public static func / (left: Differential, right: Scalar) -> Differential {
    Differential(unchecked: left.expression / right.expression)
  }
}

extension Matrix {
  /// A dX.
  public static func * <Other: Size>(
    left: Matrix, right: Differential<Matrix<Columns, Other>>
  ) -> Differential<Matrix<Rows, Other>> {
    Differential<Matrix<Rows, Other>>(unchecked: left.expression * right.expression)
  }

  /// dX A.
  public static func * <Other: Size>(
    left: Differential<Matrix<Other, Rows>>, right: Matrix
  ) -> Differential<Matrix<Other, Columns>> {
    Differential<Matrix<Other, Columns>>(unchecked: left.expression * right.expression)
  }

  /// A ds.
  public static func * (left: Matrix, right: Differential<Scalar>) -> Differential<Matrix> {
    Differential<Matrix>(unchecked: left.expression * right.expression)
  }

  /// ds A.
  public static func * (left: Differential<Scalar>, right: Matrix) -> Differential<Matrix> {
    Differential<Matrix>(unchecked: left.expression * right.expression)
  }

  public static func ⊙ (left: Matrix, right: Differential<Matrix>) -> Differential<Matrix> {
    Differential<Matrix>(unchecked: left.expression ⊙ right.expression)
  }

  public static func ⊙ (left: Differential<Matrix>, right: Matrix) -> Differential<Matrix> {
    Differential<Matrix>(unchecked: left.expression ⊙ right.expression)
  }

  public static func ⊘ (left: Differential<Matrix>, right: Matrix) -> Differential<Matrix> {
    Differential<Matrix>(unchecked: left.expression ⊘ right.expression)
  }
}

extension Matrix where Rows == One {
  /// aᵀ dx.
  public static func * (left: Matrix, right: Differential<Matrix<Columns, One>>) -> Differential<Scalar> {
    Differential<Scalar>(unchecked: left.expression * right.expression)
  }
}

extension Matrix where Columns == One {
  /// dxᵀ a.
  public static func * (left: Differential<Matrix<One, Rows>>, right: Matrix) -> Differential<Scalar> {
    Differential<Scalar>(unchecked: left.expression * right.expression)
  }
}
