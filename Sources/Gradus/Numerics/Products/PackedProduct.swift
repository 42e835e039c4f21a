import GradusKernels

/// `C = alpha A B + beta D` by blocks that fit the caches, panel by panel.
///
/// Goto and van de Geijn, "Anatomy of high-performance matrix multiplication", ACM Trans. Math. Softw. 34 (2008). Blocks
/// are packed only where reading them as they lie would cost more than the copy.
struct PackedProduct<Scalar: ProductScalar> {
  /// At most this many steps of the inner dimension: one panel of `B` then stays in the first cache.
  private static var maximumDepth: Int { 256 }
  /// Where columns of `A` are read as rows of a narrow result, more steps would touch more pages than are remembered.
  private static var maximumDepthAcrossRows: Int { 96 }
  /// At most about this many rows of `A`, whose block then stays in the second cache.
  private static var maximumRows: Int { 144 }
  /// At most about this many columns of `B`, whose block then stays in the last cache.
  private static var maximumColumns: Int { 1536 }
  /// From so many rows on that a block of `B` is read for, or columns that one of `A` is, a copy pays.
  private static var packingCount: Int { 384 }

  let kernel: ProductKernel
  let alpha: Scalar
  let beta: Scalar
  let height: Int
  let width: Int
  /// By how many columns a narrower tile is narrower, to take less time by its share of them.
  let widthStep: Int

  init(_ kernel: ProductKernel, alpha: Scalar, beta: Scalar) {
    self.kernel = kernel
    self.alpha = alpha
    self.beta = beta
    (height, width, widthStep) = Scalar.tileShape(kernel)
  }

  func packsRight(_ b: MatrixView<Scalar>, rows: Int) -> Bool {
    kernel.alwaysPacks || b.columnStride != 1 || (rows >= Self.packingCount && b.columns > width)
  }

  private func packsLeft(_ a: MatrixView<Scalar>, columns: Int) -> Bool {
    kernel.alwaysPacks || (a.rowStride == 1 && a.columnStride != 1 && columns >= Self.packingCount)
  }

  func multiply(
    _ a: MatrixView<Scalar>, _ b: MatrixView<Scalar>, adding d: MatrixView<Scalar>, into c: MatrixView<Scalar>
  ) {
    let (packsLeft, packsRight) = (packsLeft(a, columns: c.columns), packsRight(b, rows: c.rows))
    let isAcrossRows = !packsLeft && a.columnStride != 1 && c.columns <= width
    let depthStep = Self.evenStep(
      a.columns, atMost: isAcrossRows ? Self.maximumDepthAcrossRows : Self.maximumDepth, multipleOf: 1)
    let rowStep =
      c.columns <= width && !packsLeft
      ? a.rows : Self.evenStep(a.rows, atMost: Self.maximumRows, multipleOf: height)
    let columnStep = Self.evenStep(b.columns, atMost: Self.maximumColumns, multipleOf: width)
    let copies = kernel.alwaysPacks ? Scalar.portableCopies : 1
    let leftCount = packsLeft ? rowStep * depthStep * copies : 0
    let rightCount = packsRight ? columnStep * depthStep : 0
    let left = Self.scratch(leftCount + rightCount)
    let right = left + leftCount
    for p in stride(from: 0, to: a.columns, by: depthStep) {
      let depth = p..<min(p + depthStep, a.columns)
      for j in stride(from: 0, to: b.columns, by: columnStep) {
        let columns = j..<min(j + columnStep, b.columns)
        let rightBlock = b.block(rows: depth, columns: columns)
        if packsRight { pack(right: rightBlock, into: right) }
        for i in stride(from: 0, to: a.rows, by: rowStep) {
          let rows = i..<min(i + rowStep, a.rows)
          let leftBlock = a.block(rows: rows, columns: depth)
          if packsLeft { pack(left: leftBlock, copies: copies, into: left) }
          let target = c.block(rows: rows, columns: columns)
          multiply(
            leftBlock, packsLeft ? left : nil, copies, rightBlock, packsRight ? right : nil,
            beta: p == 0 ? beta : 1, adding: p == 0 ? d.block(rows: rows, columns: columns) : target, into: target)
        }
      }
    }
  }

  private static func scratch(_ count: Int) -> UnsafeMutablePointer<Scalar> {
    guard let memory = gradus_scratch(count * MemoryLayout<Scalar>.stride) else {
      preconditionFailure("no memory for \(count) numbers")
    }
    return memory.bindMemory(to: Scalar.self, capacity: count)
  }

  /// Blocks, and copies of them where there are any.
  private func multiply(
    _ a: MatrixView<Scalar>, _ left: UnsafePointer<Scalar>?, _ copies: Int, _ b: MatrixView<Scalar>,
    _ right: UnsafePointer<Scalar>?, beta: Scalar, adding d: MatrixView<Scalar>, into c: MatrixView<Scalar>
  ) {
    for j in stride(from: 0, to: c.columns, by: width) {
      Scalar.compute(
        kernel,
        ProductPanel(
          rows: c.rows, columns: min(width, c.columns - j), depth: a.columns, left: left ?? UnsafePointer(a.base),
          leftRow: left == nil ? a.rowStride : 1, leftColumn: left == nil ? a.columnStride : height,
          leftTile: left == nil ? height * a.rowStride : height * a.columns * copies,
          right: right.map { $0 + j * a.columns } ?? UnsafePointer(b.base + j),
          rightRow: right == nil ? b.rowStride : width, alpha: alpha, beta: beta, addend: d.base + j,
          addendRow: d.rowStride, target: c.base + j, targetRow: c.rowStride))
    }
  }

  /// Panels of the tile's width, row by row.
  private func pack(right b: MatrixView<Scalar>, into target: UnsafeMutablePointer<Scalar>) {
    for first in stride(from: 0, to: b.columns, by: width) {
      let count = min(width, b.columns - first)
      let panel = target + first * b.rows
      // Vectors of the portable kernel read past the edge.
      if count < width, kernel.alwaysPacks { panel.update(repeating: 0, count: width * b.rows) }
      Self.copy(b.block(rows: 0..<b.rows, columns: first..<(first + count)), into: panel, rowStride: width)
    }
  }

  /// Panels of the tile's height, column by column; of every entry as many copies.
  private func pack(left a: MatrixView<Scalar>, copies: Int, into target: UnsafeMutablePointer<Scalar>) {
    for first in stride(from: 0, to: a.rows, by: height) {
      let rows = first..<min(first + height, a.rows)
      let panel = target + first * a.columns * copies
      let block = a.block(rows: rows, columns: 0..<a.columns)
      if copies == 1 {
        Self.copy(block.transposed, into: panel, rowStride: height)
      } else {
        Scalar.repeatEntries(block, into: panel)
      }
    }
  }

  private static func copy(_ source: MatrixView<Scalar>, into target: UnsafeMutablePointer<Scalar>, rowStride: Int) {
    if source.columnStride == 1, source.columns == 4 || source.columns == 8 {
      copyFours(source, into: target, rowStride: rowStride)
    } else if source.columnStride == 1 {
      for row in 0..<source.rows {
        (target + row * rowStride).update(from: source.base + row * source.rowStride, count: source.columns)
      }
    } else if source.rowStride == 1 {
      Scalar.transpose(source.columns, source.rows, source.base, source.columnStride, target, rowStride)
    } else {
      for row in 0..<source.rows {
        for column in 0..<source.columns { target[row * rowStride + column] = source[row, column] }
      }
    }
  }

  /// Short rows, for which a call would take longer than the copying.
  private static func copyFours(
    _ source: MatrixView<Scalar>, into target: UnsafeMutablePointer<Scalar>, rowStride: Int
  ) {
    typealias Four = SIMD4<Scalar>
    for first in stride(from: 0, to: source.columns, by: 4) {
      var (from, to) = (source.base + first, target + first)
      for _ in 0..<source.rows {
        let four = UnsafeRawPointer(from).loadUnaligned(as: Four.self)
        UnsafeMutableRawPointer(to).storeBytes(of: four, as: Four.self)
        (from, to) = (from + source.rowStride, to + rowStride)
      }
    }
  }

  /// Splits a length into equal steps of at most a limit, rounded up to whole tiles.
  private static func evenStep(_ length: Int, atMost limit: Int, multipleOf unit: Int) -> Int {
    Bands(length, of: unit, atMost: max(1, (length + limit - 1) / limit)).width
  }
}
