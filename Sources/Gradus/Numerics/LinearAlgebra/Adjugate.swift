extension DenseMatrix {
  /// The transposed cofactors, `A adj(A) = det(A) I`, as accurate for singular matrices as for others.
  ///
  /// From the decomposition `A = U S V^T`: `adj(A) = det(U) det(V) V adj(S) U^T`, where `adj(S)` holds the products
  /// of all singular values but one (Stewart, "On the adjugate matrix", Linear Algebra Appl. 283 (1998)).
  public var adjugate: DenseMatrix {
    precondition(isSquare, "adjugate of \(rows)x\(columns)")
    // Signed minors leave small integer matrices exact.
    if rows <= 2 {
      return DenseMatrix(rows: rows, columns: rows) { i, j in
        ((i + j).isMultiple(of: 2) ? 1 : -1) * removing(row: j, column: i).determinant
      }
    }
    let decomposition = SingularValueDecomposition(self)
    let orientation = decomposition.left.determinant * decomposition.right.determinant < 0 ? -1.0 : 1.0
    let products = Self.productsOfOthers(decomposition.values).map { orientation * $0 }
    return decomposition.right.times(.diagonal(products)).times(decomposition.left.transposed)
  }

  /// For each index the product of all values but the one there, without dividing.
  private static func productsOfOthers(_ values: [Double]) -> [Double] {
    var products = Array(repeating: 1.0, count: values.count)
    var before = 1.0
    var after = 1.0
    for (front, back) in zip(values.indices, values.indices.reversed()) {
      products[front] *= before
      before *= values[front]
      products[back] *= after
      after *= values[back]
    }
    return products
  }
}
