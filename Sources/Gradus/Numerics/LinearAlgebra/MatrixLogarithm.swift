extension DenseMatrix {
  /// The 1-norm of `X` up to which eight quadrature nodes give `log(I + X)` to rounding (Higham 2008, table 11.1).
  private static let logarithmRadius = 0.25

  /// The real principal logarithm by inverse scaling and squaring, `log A = 2^s log(A^(1 / 2^s))`.
  ///
  /// Higham, "Functions of Matrices", SIAM 2008, section 11.5. The distance from the identity is carried along as
  /// `A^(1/2) - I = (A - I) (A^(1/2) + I)^-1`, which is free of the cancellation of the plain difference (Al-Mohy,
  /// "A more accurate Briggs method for the logarithm", Numer. Algorithms 59 (2012)).
  public func logarithm() throws(NumericalError) -> DenseMatrix {
    precondition(isSquare, "logarithm of \(rows)x\(columns)")
    guard isFinite else { throw .noRealLogarithm }
    let identity = DenseMatrix.identity(rows)
    var root = self
    var distance = self - identity
    var factor = 1.0
    while distance.oneNorm > Self.logarithmRadius {
      guard factor < 0x1p60, let next = root.principalSquareRoot(),
        let halved = try? (next + identity).solve(distance)
      else { throw .noRealLogarithm }
      (root, distance) = (next, halved)
      factor *= 2
    }
    return factor * distance.logarithmNearIdentity()
  }

  /// `log(I + X) = integral over t in [0, 1] of X (I + t X)^-1`, a Pade approximant when done by Gauss quadrature.
  private func logarithmNearIdentity() -> DenseMatrix {
    let identity = DenseMatrix.identity(rows)
    return GaussLegendre.eight.reduce(DenseMatrix.zeros(rows, rows)) { sum, point in
      guard let term = try? (identity + point.node * self).solve(self) else { return sum.map { _ in .nan } }
      return sum + point.weight * term
    }
  }
}

/// The eight-point Gauss-Legendre rule on [0, 1].
private enum GaussLegendre {
  /// Positive nodes and weights on [-1, 1] (Abramowitz and Stegun, table 25.4).
  private static let halfRule: [(node: Double, weight: Double)] = [
    (0.1834346424956498049, 0.3626837833783619830), (0.5255324099163289858, 0.3137066458778872873),
    (0.7966664774136267396, 0.2223810344533744706), (0.9602898564975362317, 0.1012285362903762592),
  ]

  static let eight = halfRule.flatMap { point in
    [
      (node: (1 - point.node) / 2, weight: point.weight / 2),
      (node: (1 + point.node) / 2, weight: point.weight / 2),
    ]
  }
}
