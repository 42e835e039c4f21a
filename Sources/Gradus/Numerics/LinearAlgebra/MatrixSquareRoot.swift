#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

extension DenseMatrix {
  /// The principal square root, by the scaled product form of the Denman-Beavers iteration, or nil where it does not
  /// converge, as on a spectrum that meets the closed negative axis.
  ///
  /// Cheng, Higham, Kenney and Laub, "Approximating the logarithm of a matrix to specified accuracy", SIAM J. Matrix
  /// Anal. Appl. 22 (2001); Higham, "Functions of Matrices", SIAM 2008, (6.29).
  func principalSquareRoot() -> DenseMatrix? {
    let identity = DenseMatrix.identity(rows)
    let accuracy = Double(rows) * .ulpOfOne
    var root = self
    var residual = self
    var distance = Double.infinity
    for _ in 0..<60 {
      let factorization = LUFactorization(residual)
      guard let inverse = try? factorization.solve(identity), inverse.isFinite else { return nil }
      // Scaling speeds up the way in and would only disturb the quadratic end.
      let logScale = distance < 0.01 ? 0 : -factorization.logAbsoluteDeterminant / Double(2 * rows)
      let scale = exp(logScale)
      let (up, down) = (scale * scale, 1 / (scale * scale))
      root = (scale / 2) * root.times(identity + down * inverse)
      residual = 0.5 * identity + 0.25 * (up * residual + down * inverse)
      let previous = distance
      distance = (residual - identity).oneNorm
      guard distance.isFinite else { return nil }
      if distance <= accuracy || (distance < 1e-8 && distance >= previous / 2) { return isRoot(root) ? root : nil }
    }
    return nil
  }

  /// Where there is no principal root the iteration wanders, and may seem to arrive.
  private func isRoot(_ root: DenseMatrix) -> Bool {
    (root.times(root) - self).oneNorm <= 1e-8 * root.oneNorm * root.oneNorm
  }
}
