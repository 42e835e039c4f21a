/// `C = alpha A B + beta C` by blocks that fit the caches, packed so that the tiles read memory in order.
///
/// Goto and van de Geijn, "Anatomy of high-performance matrix multiplication", ACM Trans. Math. Softw. 34 (2008).
struct PackedProduct<Scalar: ProductScalar> {
  /// At most this many steps of the inner dimension: one panel of `B` then stays in the first cache.
  private static var maximumDepth: Int { 256 }
  /// At most about this many rows of `A`, whose block then stays in the second cache.
  private static var maximumRows: Int { 144 }
  /// At most about this many columns of `B`, whose block then stays in the last cache.
  private static var maximumColumns: Int { 1536 }

  let kernel: ProductKernel
  let alpha: Scalar
  let beta: Scalar
  let height: Int
  let width: Int

  init(_ kernel: ProductKernel, alpha: Scalar, beta: Scalar) {
    self.kernel = kernel
    self.alpha = alpha
    self.beta = beta
    (height, width) = Scalar.tileShape(kernel)
  }

  func multiply(_ a: MatrixView<Scalar>, _ b: MatrixView<Scalar>, into c: MatrixView<Scalar>) {
    let depthStep = Self.evenStep(a.columns, atMost: Self.maximumDepth, multipleOf: 1)
    let rowStep = Self.evenStep(a.rows, atMost: Self.maximumRows, multipleOf: height)
    let columnStep = Self.evenStep(b.columns, atMost: Self.maximumColumns, multipleOf: width)
    let leftCount = rowStep * depthStep
    let rightCount = columnStep * depthStep
    withUnsafeTemporaryAllocation(of: Scalar.self, capacity: leftCount + rightCount + height * width) { memory in
      guard let left = memory.baseAddress else { return }
      let (right, spare) = (left + leftCount, left + leftCount + rightCount)
      for p in stride(from: 0, to: a.columns, by: depthStep) {
        let depth = p..<min(p + depthStep, a.columns)
        for j in stride(from: 0, to: b.columns, by: columnStep) {
          let columns = j..<min(j + columnStep, b.columns)
          Self.pack(b.block(rows: depth, columns: columns).transposed, panel: width, into: right)
          for i in stride(from: 0, to: a.rows, by: rowStep) {
            let rows = i..<min(i + rowStep, a.rows)
            Self.pack(a.block(rows: rows, columns: depth), panel: height, into: left)
            multiplyPacked(
              left, right, depth: depth.count, beta: p == 0 ? beta : 1, spare: spare,
              into: c.block(rows: rows, columns: columns))
          }
        }
      }
    }
  }

  private func multiplyPacked(
    _ left: UnsafePointer<Scalar>, _ right: UnsafePointer<Scalar>, depth: Int, beta: Scalar,
    spare: UnsafeMutablePointer<Scalar>, into c: MatrixView<Scalar>
  ) {
    for j in stride(from: 0, to: c.columns, by: width) {
      let columns = min(width, c.columns - j)
      for i in stride(from: 0, to: c.rows, by: height) {
        let rows = min(height, c.rows - i)
        let (a, b, target) = (left + i * depth, right + j * depth, c.base + i * c.rowStride + j)
        if rows == height && columns == width {
          Scalar.computeTile(kernel, depth: depth, a, b, alpha: alpha, beta: beta, target, stride: c.rowStride)
          continue
        }
        // A tile that sticks out is computed whole on the side, and the part that exists carried over.
        Scalar.computeTile(kernel, depth: depth, a, b, alpha: alpha, beta: 0, spare, stride: width)
        for row in 0..<rows {
          let (source, destination) = (spare + row * width, target + row * c.rowStride)
          if beta == 0 {
            destination.update(from: source, count: columns)
          } else {
            for column in 0..<columns { destination[column] = beta * destination[column] + source[column] }
          }
        }
      }
    }
  }

  /// Cuts the rows into panels and lays each out column by column, padded with zeros to full height.
  private static func pack(_ view: MatrixView<Scalar>, panel: Int, into target: UnsafeMutablePointer<Scalar>) {
    var target = target
    for first in stride(from: 0, to: view.rows, by: panel) {
      let height = min(panel, view.rows - first)
      let source = view.base + first * view.rowStride
      if height < panel { target.update(repeating: 0, count: panel * view.columns) }
      if view.rowStride == 1 {
        for column in 0..<view.columns {
          let (from, to) = (source + column * view.columnStride, target + column * panel)
          if height == panel, panel.isMultiple(of: 8) {
            // Short runs of a known length are copied here; a call for each would take as long again.
            for part in stride(from: 0, to: panel, by: 8) { copyEight(from + part, to + part) }
          } else {
            to.update(from: from, count: height)
          }
        }
      } else if height == 8, panel == 8 {
        packEightRows(view.block(rows: first..<(first + 8), columns: 0..<view.columns), into: target)
      } else {
        for row in 0..<height {
          let line = source + row * view.rowStride
          for column in 0..<view.columns { target[column * panel + row] = line[column * view.columnStride] }
        }
      }
      target += panel * view.columns
    }
  }

  @inline(__always)
  private static func copyEight(_ source: UnsafePointer<Scalar>, _ target: UnsafeMutablePointer<Scalar>) {
    let eight = UnsafeRawPointer(source).loadUnaligned(as: SIMD8<Scalar>.self)
    UnsafeMutableRawPointer(target).storeBytes(of: eight, as: SIMD8<Scalar>.self)
  }

  /// Reads eight rows side by side, so that every column is written at once.
  private static func packEightRows(_ rows: MatrixView<Scalar>, into target: UnsafeMutablePointer<Scalar>) {
    let (a, step) = (rows.base, rows.rowStride)
    let (b, c, d, e) = (a + step, a + 2 * step, a + 3 * step, a + 4 * step)
    let (f, g, h) = (a + 5 * step, a + 6 * step, a + 7 * step)
    for column in 0..<rows.columns {
      let place = column * rows.columnStride
      let eight = SIMD8(a[place], b[place], c[place], d[place], e[place], f[place], g[place], h[place])
      UnsafeMutableRawPointer(target + 8 * column).storeBytes(of: eight, as: SIMD8<Scalar>.self)
    }
  }

  /// Splits a length into equal steps of at most a limit, rounded up to whole tiles.
  private static func evenStep(_ length: Int, atMost limit: Int, multipleOf unit: Int) -> Int {
    let parts = max(1, (length + limit - 1) / limit)
    let step = (length + parts - 1) / parts
    return max(unit, (step + unit - 1) / unit * unit)
  }
}
