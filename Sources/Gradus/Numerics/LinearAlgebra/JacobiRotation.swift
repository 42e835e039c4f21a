/// The plane rotation `[[c, s], [-s, c]]` that makes a symmetric 2x2 matrix diagonal.
struct JacobiRotation {
  /// Convergence is quadratic and takes about ten sweeps; the bound only stops endless work.
  static let maximumSweeps = 60

  let cosine: Double
  let sine: Double

  /// Takes the smaller angle, `t^2 + 2 tau t - 1 = 0` with `tau = (qq - pp) / (2 pq)`, for `pq != 0`.
  init(diagonalising pp: Double, _ pq: Double, _ qq: Double) {
    let tau = (qq - pp) / (2 * pq)
    let tangent = (tau >= 0 ? 1.0 : -1.0) / (abs(tau) + (1 + tau * tau).squareRoot())
    cosine = 1 / (1 + tangent * tangent).squareRoot()
    sine = tangent * cosine
  }

  func applyToColumns(_ p: Int, _ q: Int, of matrix: inout DenseMatrix) {
    for i in 0..<matrix.rows {
      let (left, right) = (matrix[i, p], matrix[i, q])
      matrix[i, p] = cosine * left - sine * right
      matrix[i, q] = sine * left + cosine * right
    }
  }

  func applyToRows(_ p: Int, _ q: Int, of matrix: inout DenseMatrix) {
    for j in 0..<matrix.columns {
      let (upper, lower) = (matrix[p, j], matrix[q, j])
      matrix[p, j] = cosine * upper - sine * lower
      matrix[q, j] = sine * upper + cosine * lower
    }
  }
}
