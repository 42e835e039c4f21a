extension DenseMatrix {
  /// The Moore-Penrose inverse `V diag(1/s) U^T` over the singular values above `tolerance * max s`.
  ///
  /// The tolerance is `max(rows, columns) * eps` when not given, as in the Python array API standard.
  public func pseudoInverse(relativeTolerance: Double? = nil) -> DenseMatrix {
    let decomposition = SingularValueDecomposition(self)
    let cutoff = relativeTolerance.map { $0 * (decomposition.values.first ?? 0) } ?? decomposition.noiseLevel
    let reciprocals = decomposition.values.map { $0 <= cutoff ? 0 : 1 / $0 }
    return decomposition.right.times(.diagonal(reciprocals)).times(decomposition.left.transposed)
  }

  /// The number of singular values above rounding noise.
  public var rank: Int {
    let decomposition = SingularValueDecomposition(self)
    return decomposition.values.count { $0 > decomposition.noiseLevel }
  }
}
