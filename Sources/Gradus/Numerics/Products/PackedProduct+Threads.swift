extension PackedProduct {
  /// From so many multiplications on that a part takes much longer than handing it out.
  private static var smallestPart: Int { 1 << 19 }
  /// So many parts a thread let one that is held up leave most of its share to the others.
  private static var partsOfThread: Int { 4 }
  /// From so many rows on that reading all of `B` for them does not count.
  private static var fewestRows: Int { 64 }

  /// Cuts the product into bands of rows, or where these are few of columns, for the threads, and bands across into parts.
  ///
  /// A thread works on the rows, as they lie in memory, that it most likely wrote itself.
  func multiply(
    _ a: MatrixView<Scalar>, _ b: MatrixView<Scalar>, adding d: MatrixView<Scalar>, into c: MatrixView<Scalar>,
    sharedBy threads: Int
  ) {
    if a.columnStride != 1, 2 * threads * c.columns <= a.columns {
      return multiplyByDepth(a, b, adding: d, into: c, sharedBy: threads)
    }
    let byRows = c.rows >= min(c.columns, threads * Self.fewestRows)
    let partCount = partCount(c.rows * c.columns * a.columns, threads)
    let bands = Bands(byRows ? c.rows : c.columns, of: byRows ? height : widthStep, atMost: threads)
    let parts = Bands(byRows ? c.columns : c.rows, of: byRows ? width : height, atMost: partCount)
    // The parts of C are disjoint and the operands only read.
    nonisolated(unsafe) let (a, b, c, d) = (a, b, c, d)
    ThreadTeam.perform(bands.count * parts.count, threads: threads) { place in
      let (band, part) = (bands[place / parts.count], parts[place % parts.count])
      let (rows, columns) = byRows ? (band, part) : (part, band)
      multiply(
        a.block(rows: rows, columns: 0..<a.columns), b.block(rows: 0..<b.rows, columns: columns),
        adding: d.block(rows: rows, columns: columns), into: c.block(rows: rows, columns: columns))
    }
  }

  private func partCount(_ work: Int, _ threads: Int) -> Int {
    max(1, min(Self.partsOfThread, work / (threads * Self.smallestPart)))
  }

  /// `A B` as the sum of products of columns of `A` with rows of `B`, each but the first in memory of its own.
  private func multiplyByDepth(
    _ a: MatrixView<Scalar>, _ b: MatrixView<Scalar>, adding d: MatrixView<Scalar>, into c: MatrixView<Scalar>,
    sharedBy threads: Int
  ) {
    let depthBands = Bands(a.columns, of: 1, atMost: threads)
    let rowBands = Bands(c.rows, of: height, atMost: partCount(c.rows * c.columns * a.columns, threads))
    let count = c.rows * c.columns
    let summand = PackedProduct(kernel, alpha: alpha, beta: 0)
    let memory = UnsafeMutablePointer<Scalar>.allocate(capacity: count * (depthBands.count - 1))
    defer { memory.deallocate() }
    nonisolated(unsafe) let (a, b, c, d) = (a, b, c, d)
    nonisolated(unsafe) let summands = (1..<depthBands.count).map {
      MatrixView(memory + ($0 - 1) * count, rows: c.rows, columns: c.columns)
    }
    let columns = 0..<c.columns
    ThreadTeam.perform(depthBands.count * rowBands.count, threads: threads) { part in
      let (place, rows) = (part / rowBands.count, rowBands[part % rowBands.count])
      let left = a.block(rows: rows, columns: depthBands[place])
      let right = b.block(rows: depthBands[place], columns: columns)
      if place == 0 {
        multiply(
          left, right, adding: d.block(rows: rows, columns: columns), into: c.block(rows: rows, columns: columns))
      } else {
        let target = summands[place - 1].block(rows: rows, columns: columns)
        summand.multiply(left, right, adding: target, into: target)
      }
    }
    ThreadTeam.perform(rowBands.count, threads: threads) { part in
      for summand in summands {
        for row in rowBands[part] {
          Scalar.add(
            1, times: summand.base + row * c.columns, to: c.base + row * c.rowStride, count: c.columns)
        }
      }
    }
  }
}
