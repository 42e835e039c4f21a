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
          (target + column * panel).update(from: source + column * view.columnStride, count: height)
        }
      } else {
        for row in 0..<height {
          let line = source + row * view.rowStride
          for column in 0..<view.columns { target[column * panel + row] = line[column * view.columnStride] }
        }
      }
      target += panel * view.columns
    }
  }

  /// Splits a length into equal steps of at most a limit, rounded up to whole tiles.
  private static func evenStep(_ length: Int, atMost limit: Int, multipleOf unit: Int) -> Int {
    let parts = max(1, (length + limit - 1) / limit)
    let step = (length + parts - 1) / parts
    return max(unit, (step + unit - 1) / unit * unit)
  }
}
