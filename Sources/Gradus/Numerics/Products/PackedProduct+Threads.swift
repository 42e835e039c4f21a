extension PackedProduct {
  /// Cuts the longer side of `C` into as many bands as there are threads, each of whole tiles.
  func multiply(
    _ a: MatrixView<Scalar>, _ b: MatrixView<Scalar>, into c: MatrixView<Scalar>, sharedBy threads: Int
  ) {
    let byRows = c.rows >= c.columns
    let (length, unit) = byRows ? (c.rows, height) : (c.columns, width)
    let band = ((length + threads - 1) / threads + unit - 1) / unit * unit
    // The bands of C are disjoint and the operands only read.
    nonisolated(unsafe) let (a, b, c) = (a, b, c)
    ThreadTeam.shared.perform((length + band - 1) / band) { index in
      let range = (index * band)..<min((index + 1) * band, length)
      if byRows {
        let band = a.block(rows: range, columns: 0..<a.columns)
        self.multiply(band, b, into: c.block(rows: range, columns: 0..<c.columns))
      } else {
        let band = b.block(rows: 0..<b.rows, columns: range)
        self.multiply(a, band, into: c.block(rows: 0..<c.rows, columns: range))
      }
    }
  }
}
