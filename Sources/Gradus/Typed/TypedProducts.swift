extension Scalar {
  public static func * (left: Scalar, right: Scalar) -> Scalar {
    Scalar(unchecked: left.expression * right.expression)
  }

  public static func / (left: Scalar, right: Scalar) -> Scalar {
    Scalar(unchecked: left.expression / right.expression)
  }
}

extension Matrix {
  /// The matrix product: the inner sizes are one type.
  public static func * <Other: Size>(left: Matrix, right: Matrix<Columns, Other>) -> Matrix<Rows, Other> {
    Matrix<Rows, Other>(unchecked: left.expression * right.expression)
  }

  public static func * (left: Scalar, right: Matrix) -> Matrix {
    Matrix(unchecked: left.expression * right.expression)
  }

  public static func * (left: Matrix, right: Scalar) -> Matrix {
    Matrix(unchecked: left.expression * right.expression)
  }

  public static func / (left: Matrix, right: Scalar) -> Matrix {
    Matrix(unchecked: left.expression / right.expression)
  }

  /// The entrywise product.
  public static func ⊙ (left: Matrix, right: Matrix) -> Matrix {
    Matrix(unchecked: left.expression ⊙ right.expression)
  }

  public static func ⊙ (left: Scalar, right: Matrix) -> Matrix {
    Matrix(unchecked: left.expression ⊙ right.expression)
  }

  public static func ⊙ (left: Matrix, right: Scalar) -> Matrix {
    Matrix(unchecked: left.expression ⊙ right.expression)
  }

  /// The entrywise quotient.
  public static func ⊘ (left: Matrix, right: Matrix) -> Matrix {
    Matrix(unchecked: left.expression ⊘ right.expression)
  }

  public static func ⊘ (left: Scalar, right: Matrix) -> Matrix {
    Matrix(unchecked: left.expression ⊘ right.expression)
  }

  public static func ⊘ (left: Matrix, right: Scalar) -> Matrix {
    Matrix(unchecked: left.expression ⊘ right.expression)
  }
}

extension Matrix where Rows == One {
  /// A row times a column is a scalar, xᵀy.
  public static func * (left: Matrix, right: Matrix<Columns, One>) -> Scalar {
    Scalar(unchecked: left.expression * right.expression)
  }
}
