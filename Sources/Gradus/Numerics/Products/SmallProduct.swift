/// Products too small to be worth packing.
enum SmallProduct<Scalar: ProductScalar> {
  /// Up to this many multiplications the plain loops win.
  static var largestWork: Int { 256 }

  /// `C = alpha A B + beta C`, row by row, so that the innermost loop runs along the rows of `B` and `C`.
  static func multiply(
    alpha: Scalar, _ a: MatrixView<Scalar>, _ b: MatrixView<Scalar>, beta: Scalar, into c: MatrixView<Scalar>
  ) {
    for i in 0..<c.rows {
      let target = c.base + i * c.rowStride
      for j in 0..<c.columns { target[j] = beta == 0 ? 0 : beta * target[j] }
      for p in 0..<a.columns {
        let factor = alpha * a[i, p]
        let source = b.base + p * b.rowStride
        for j in 0..<c.columns { target[j] += factor * source[j * b.columnStride] }
      }
    }
  }
}
