/// Products of a matrix with a vector, which read each entry once and so gain nothing from packing.
enum VectorProduct<Scalar: ProductScalar> {
  /// `y = alpha A x + beta y` for contiguous vectors and a matrix with a stride of 1.
  static func multiply(
    alpha: Scalar, _ a: MatrixView<Scalar>, _ x: UnsafePointer<Scalar>, beta: Scalar, _ y: UnsafeMutablePointer<Scalar>
  ) {
    if a.columnStride == 1 {
      for i in 0..<a.rows {
        let sum = alpha * Scalar.dot(a.base + i * a.rowStride, x, count: a.columns)
        y[i] = beta == 0 ? sum : beta * y[i] + sum
      }
    } else {
      for i in 0..<a.rows { y[i] = beta == 0 ? 0 : beta * y[i] }
      for j in 0..<a.columns {
        Scalar.add(alpha * x[j], times: a.base + j * a.columnStride, to: y, count: a.rows)
      }
    }
  }
}
