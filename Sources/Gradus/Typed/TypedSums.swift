extension Scalar {
  public static func + (left: Scalar, right: Scalar) -> Scalar {
    Scalar(unchecked: left.expression + right.expression)
  }

  public static func - (left: Scalar, right: Scalar) -> Scalar {
    Scalar(unchecked: left.expression - right.expression)
  }

  public static prefix func - (operand: Scalar) -> Scalar { Scalar(unchecked: -operand.expression) }
}

extension Matrix {
  public static func + (left: Matrix, right: Matrix) -> Matrix {
    Matrix(unchecked: left.expression + right.expression)
  }

  /// s·1 + A, the scalar in every entry.
  public static func + (left: Scalar, right: Matrix) -> Matrix {
    Matrix(unchecked: left.expression + right.expression)
  }

  /// A + s·1, the scalar in every entry.
  public static func + (left: Matrix, right: Scalar) -> Matrix {
    Matrix(unchecked: left.expression + right.expression)
  }

  public static func - (left: Matrix, right: Matrix) -> Matrix {
    Matrix(unchecked: left.expression - right.expression)
  }

  /// s·1 − A, the scalar in every entry.
  public static func - (left: Scalar, right: Matrix) -> Matrix {
    Matrix(unchecked: left.expression - right.expression)
  }

  /// A − s·1, the scalar in every entry.
  public static func - (left: Matrix, right: Scalar) -> Matrix {
    Matrix(unchecked: left.expression - right.expression)
  }

  public static prefix func - (operand: Matrix) -> Matrix { Matrix(unchecked: -operand.expression) }
}
