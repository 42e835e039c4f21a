extension DenseMatrix {
  /// The sum of the singular values.
  public var nuclearNorm: Double { SingularValueDecomposition(self).values.reduce(0, +) }

  /// `U V^T` over the singular values above rounding noise: the gradient of the nuclear norm at full rank and its
  /// subgradient of least norm elsewhere.
  ///
  /// Higham, "Functions of Matrices", SIAM 2008, section 8; Watson, Linear Algebra Appl. 170 (1992).
  public var polarFactor: DenseMatrix {
    let decomposition = SingularValueDecomposition(self)
    let kept = decomposition.values.map { $0 <= decomposition.noiseLevel ? 0.0 : 1.0 }
    return decomposition.left.times(.diagonal(kept)).times(decomposition.right.transposed)
  }
}
