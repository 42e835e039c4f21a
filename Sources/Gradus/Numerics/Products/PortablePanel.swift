/// The product of packed panels in tiles of height 4 and the width of two vectors, in Swift's own vectors of 16 bytes.
///
/// The left panel holds every entry as often as a vector has lanes: without wider instructions filling a vector with
/// one number takes as long as multiplying by it.
enum PortablePanel<Vector: SIMD> where Vector.Scalar: ProductScalar {
  typealias Scalar = Vector.Scalar

  static var height: Int { 4 }
  static var width: Int { 2 * Vector.scalarCount }

  static var tileShape: (height: Int, width: Int, widthStep: Int) { (height, width, width) }

  /// Packs at most as many rows as a tile has, column by column, padded with zeros.
  static func repeatEntries(_ a: MatrixView<Scalar>, into target: UnsafeMutablePointer<Scalar>) {
    let step = height * Vector.scalarCount
    guard a.rows < height else { return repeatFour(a, into: target) }
    target.update(repeating: 0, count: step * a.columns)
    for row in 0..<a.rows {
      let (from, to) = (a.base + row * a.rowStride, target + row * Vector.scalarCount)
      for column in 0..<a.columns {
        let entries = Vector(repeating: from[column * a.columnStride])
        UnsafeMutableRawPointer(to + column * step).storeBytes(of: entries, as: Vector.self)
      }
    }
  }

  private static func repeatFour(_ a: MatrixView<Scalar>, into target: UnsafeMutablePointer<Scalar>) {
    var (first, second) = (a.base, a.base + a.rowStride)
    var (third, fourth) = (a.base + 2 * a.rowStride, a.base + 3 * a.rowStride)
    let (place, size) = (UnsafeMutableRawPointer(target), MemoryLayout<Vector>.stride)
    var offset = 0
    for _ in 0..<a.columns {
      place.storeBytes(of: Vector(repeating: first.pointee), toByteOffset: offset, as: Vector.self)
      place.storeBytes(of: Vector(repeating: second.pointee), toByteOffset: offset &+ size, as: Vector.self)
      place.storeBytes(of: Vector(repeating: third.pointee), toByteOffset: offset &+ 2 &* size, as: Vector.self)
      place.storeBytes(of: Vector(repeating: fourth.pointee), toByteOffset: offset &+ 3 &* size, as: Vector.self)
      (first, second) = (first + a.columnStride, second + a.columnStride)
      (third, fourth) = (third + a.columnStride, fourth + a.columnStride)
      offset = offset &+ 4 &* size
    }
  }

  static func compute(_ panel: ProductPanel<Scalar>) {
    withUnsafeTemporaryAllocation(of: Scalar.self, capacity: height * width) { spare in
      guard let spare = spare.baseAddress else { return }
      for first in stride(from: 0, to: panel.rows, by: height) {
        let tile = panel.left + first / height * panel.leftTile
        let (addend, target) = (panel.addend + first * panel.addendRow, panel.target + first * panel.targetRow)
        let rows = min(height, panel.rows - first)
        if rows == height, panel.columns == width {
          compute(
            tile, panel.right, panel.depth, alpha: panel.alpha, beta: panel.beta, addend, panel.addendRow, target,
            panel.targetRow)
          continue
        }
        // A tile that sticks out is computed whole on the side, and the part that exists carried over.
        compute(tile, panel.right, panel.depth, alpha: panel.alpha, beta: 0, spare, width, spare, width)
        for row in 0..<rows {
          for column in 0..<panel.columns {
            let product = spare[row * width + column]
            let rest = panel.beta == 0 ? 0 : panel.beta * addend[row * panel.addendRow + column]
            target[row * panel.targetRow + column] = rest + product
          }
        }
      }
    }
  }

  @inline(__always)
  private static func compute(
    _ left: UnsafePointer<Scalar>, _ right: UnsafePointer<Scalar>, _ depth: Int, alpha: Scalar, beta: Scalar,
    _ addend: UnsafePointer<Scalar>, _ addendRow: Int, _ target: UnsafeMutablePointer<Scalar>, _ targetRow: Int
  ) {
    var (a, b) = (Vector.zero, Vector.zero)
    var (c, d) = (Vector.zero, Vector.zero)
    var (e, f) = (Vector.zero, Vector.zero)
    var (g, h) = (Vector.zero, Vector.zero)
    for p in 0..<depth {
      let (from, factors) = (right + p * width, left + p * height * Vector.scalarCount)
      let (x, y) = (load(from), load(from + Vector.scalarCount))
      let first = load(factors)
      (a, b) = (accumulate(a, first, x), accumulate(b, first, y))
      let second = load(factors + Vector.scalarCount)
      (c, d) = (accumulate(c, second, x), accumulate(d, second, y))
      let third = load(factors + 2 * Vector.scalarCount)
      (e, f) = (accumulate(e, third, x), accumulate(f, third, y))
      let fourth = load(factors + 3 * Vector.scalarCount)
      (g, h) = (accumulate(g, fourth, x), accumulate(h, fourth, y))
    }
    store(alpha * a, alpha * b, beta: beta, addend, target)
    store(alpha * c, alpha * d, beta: beta, addend + addendRow, target + targetRow)
    store(alpha * e, alpha * f, beta: beta, addend + 2 * addendRow, target + 2 * targetRow)
    store(alpha * g, alpha * h, beta: beta, addend + 3 * addendRow, target + 3 * targetRow)
  }

  @inline(__always)
  private static func accumulate(_ sum: Vector, _ left: Vector, _ right: Vector) -> Vector {
    // Fused multiplication is an instruction of every 64-bit ARM but a slow call on the oldest x86-64.
    #if arch(arm64)
      sum.addingProduct(left, right)
    #else
      sum + left * right
    #endif
  }

  @inline(__always)
  private static func load(_ source: UnsafePointer<Scalar>) -> Vector {
    UnsafeRawPointer(source).loadUnaligned(as: Vector.self)
  }

  @inline(__always)
  private static func store(
    _ first: Vector, _ second: Vector, beta: Scalar, _ addend: UnsafePointer<Scalar>,
    _ target: UnsafeMutablePointer<Scalar>
  ) {
    let other = Vector.scalarCount
    UnsafeMutableRawPointer(target).storeBytes(
      of: beta == 0 ? first : beta * load(addend) + first, as: Vector.self)
    UnsafeMutableRawPointer(target + other).storeBytes(
      of: beta == 0 ? second : beta * load(addend + other) + second, as: Vector.self)
  }
}
