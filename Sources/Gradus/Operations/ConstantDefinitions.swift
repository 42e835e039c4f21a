extension Definition {
  /// A leaf: its value comes from outside, and nothing varies in it.
  private static func leaf(_ signature: Signature, _ evaluate: @escaping @Sendable (Kernel) -> DenseMatrix)
    -> Definition
  {
    Definition(
      notation: .signs, signature: signature, calculus: .constant, cites: [.magnusNeudecker("8.2")], evaluate: evaluate,
      examples: [])
  }

  private static let free = Signature(" -> m,n", free: true)

  /// Numbers, π, dimensions and variables: the evaluator looks their values up.
  static let atom = leaf(free) { DenseMatrix.zeros($0.rows, $0.columns) }

  static let zeros = leaf(free) { DenseMatrix.zeros($0.rows, $0.columns) }

  static let ones = leaf(free) { DenseMatrix(rows: $0.rows, columns: $0.columns, repeating: 1) }

  static let identity = leaf(free) { DenseMatrix.identity($0.rows) }

  /// e_i, the i-th column of the identity.
  static let unit = leaf(free) { kernel in
    DenseMatrix(rows: kernel.rows, columns: 1) { row, _ in row == kernel.region.row ? 1 : 0 }
  }

  /// vec(Xᵀ) = K vec(X).
  static let commutation = leaf(free) { DenseMatrix.commutation(rows: $0.region.rows, columns: $0.region.columns) }

  /// vec(diag(x)) = D x.
  static let vecDiagonal = leaf(free) { kernel in
    DenseMatrix(rows: kernel.rows, columns: kernel.columns) { row, column in
      row == column * (kernel.columns + 1) ? 1 : 0
    }
  }
}
