/// Turns ∂vec(Y)/∂vec(X)ᵀ into the shape that a layout gives the derivative, and back.
struct Arrangement {
  let rows: Int
  let columns: Int
  let variableRows: Int
  let variableColumns: Int
  let layout: Layout
  /// A scalar's first derivative takes the variable's shape.
  let isGradient: Bool
  /// A derivative by a scalar takes the shape of what is differentiated.
  let isByScalar: Bool

  private var natural: Layout { isGradient ? .denominator : .numerator }

  func arranged(_ jacobian: DenseMatrix) -> DenseMatrix {
    let matrix: DenseMatrix
    if isGradient {
      matrix = jacobian.transposed.unvectorized(rows: variableRows, columns: variableColumns)
    } else if isByScalar {
      matrix = jacobian.unvectorized(rows: rows, columns: columns)
    } else {
      matrix = jacobian
    }
    return layout == natural ? matrix : matrix.transposed
  }

  /// ∂vec(Y)/∂vec(X)ᵀ of an arranged derivative.
  func jacobian(of arranged: DenseMatrix) -> DenseMatrix {
    let matrix = layout == natural ? arranged : arranged.transposed
    if isGradient { return matrix.vectorized.transposed }
    return isByScalar ? matrix.vectorized : matrix
  }
}
