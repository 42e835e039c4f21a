extension PackedProduct {
  /// Cuts the product into as many bands as there are threads, alike but for less than a tile.
  ///
  /// A thread works on the rows, as they lie in memory, that it most likely wrote itself.
  func multiply(
    _ a: MatrixView<Scalar>, _ b: MatrixView<Scalar>, adding d: MatrixView<Scalar>, into c: MatrixView<Scalar>,
    sharedBy threads: Int
  ) {
    if a.columnStride != 1, 2 * threads * c.columns <= a.columns {
      return multiplyByDepth(a, b, adding: d, into: c, sharedBy: threads)
    }
    let byRows = c.rows >= c.columns
    // The bands of C are disjoint and the operands only read.
    nonisolated(unsafe) let (a, b, c, d) = (a, b, c, d)
    ThreadTeam.performBands(byRows ? c.rows : c.columns, of: byRows ? height : widthStep, threads) { band in
      let (rows, columns) = byRows ? (band, 0..<c.columns) : (0..<c.rows, band)
      multiply(
        a.block(rows: rows, columns: 0..<a.columns), b.block(rows: 0..<b.rows, columns: columns),
        adding: d.block(rows: rows, columns: columns), into: c.block(rows: rows, columns: columns))
    }
  }

  /// `A B` as the sum of products of columns of `A` with rows of `B`, each but the first in memory of its own.
  private func multiplyByDepth(
    _ a: MatrixView<Scalar>, _ b: MatrixView<Scalar>, adding d: MatrixView<Scalar>, into c: MatrixView<Scalar>,
    sharedBy threads: Int
  ) {
    let count = c.rows * c.columns
    let summand = PackedProduct(kernel, alpha: alpha, beta: 0)
    let memory = UnsafeMutablePointer<Scalar>.allocate(capacity: count * (threads - 1))
    defer { memory.deallocate() }
    nonisolated(unsafe) let (a, b, c, d) = (a, b, c, d)
    nonisolated(unsafe) let partial = memory
    ThreadTeam.performBands(a.columns, of: 1, threads) { band in
      let (left, right) = (a.block(rows: 0..<a.rows, columns: band), b.block(rows: band, columns: 0..<b.columns))
      guard band.lowerBound > 0 else { return multiply(left, right, adding: d, into: c) }
      let place = band.lowerBound / band.count - 1
      let view = MatrixView(partial + place * count, rows: c.rows, columns: c.columns)
      summand.multiply(left, right, adding: view, into: view)
    }
    for place in 0..<(threads - 1) {
      for row in 0..<c.rows {
        Scalar.add(
          1, times: partial + (place * c.rows + row) * c.columns, to: c.base + row * c.rowStride, count: c.columns)
      }
    }
  }
}
