extension PackedProduct {
  /// Cuts one side of `C` into as many bands as there are threads, each of whole tiles.
  func multiply(
    _ a: MatrixView<Scalar>, _ b: MatrixView<Scalar>, adding d: MatrixView<Scalar>, into c: MatrixView<Scalar>,
    sharedBy threads: Int
  ) {
    // Bands of rows would each copy all of a packed B.
    let byRows = packsRight(b, rows: c.rows) ? c.rows > 4 * c.columns : c.rows >= c.columns
    let (length, unit) = byRows ? (c.rows, height) : (c.columns, width)
    let band = ((length + threads - 1) / threads + unit - 1) / unit * unit
    // The bands of C are disjoint and the operands only read.
    nonisolated(unsafe) let (a, b, c, d) = (a, b, c, d)
    ThreadTeam.shared.perform((length + band - 1) / band) { index in
      let range = (index * band)..<min((index + 1) * band, length)
      let (rows, columns) = byRows ? (range, 0..<c.columns) : (0..<c.rows, range)
      self.multiply(
        a.block(rows: rows, columns: 0..<a.columns), b.block(rows: 0..<b.rows, columns: columns),
        adding: d.block(rows: rows, columns: columns), into: c.block(rows: rows, columns: columns))
    }
  }
}
