/// The tile of height 4 and the width of one vector, held in four vectors.
@inline(__always)
func portableTile<Vector: SIMD>(
  _: Vector.Type, depth: Int, _ a: UnsafePointer<Vector.Scalar>, _ b: UnsafePointer<Vector.Scalar>,
  alpha: Vector.Scalar, beta: Vector.Scalar, _ c: UnsafeMutablePointer<Vector.Scalar>, stride: Int
) where Vector.Scalar: FloatingPoint {
  var sums = (Vector.zero, Vector.zero, Vector.zero, Vector.zero)
  for p in 0..<depth {
    let right = UnsafeRawPointer(b + p * Vector.scalarCount).loadUnaligned(as: Vector.self)
    let left = a + 4 * p
    sums.0 = accumulate(sums.0, left[0], right)
    sums.1 = accumulate(sums.1, left[1], right)
    sums.2 = accumulate(sums.2, left[2], right)
    sums.3 = accumulate(sums.3, left[3], right)
  }
  store(sums.0, alpha: alpha, beta: beta, to: c)
  store(sums.1, alpha: alpha, beta: beta, to: c + stride)
  store(sums.2, alpha: alpha, beta: beta, to: c + 2 * stride)
  store(sums.3, alpha: alpha, beta: beta, to: c + 3 * stride)
}

@inline(__always)
private func accumulate<Vector: SIMD>(_ sum: Vector, _ factor: Vector.Scalar, _ vector: Vector) -> Vector
where Vector.Scalar: FloatingPoint {
  // Fused multiplication is an instruction of every 64-bit ARM but a slow call on the oldest x86-64.
  #if arch(arm64)
    sum.addingProduct(Vector(repeating: factor), vector)
  #else
    sum + factor * vector
  #endif
}

@inline(__always)
private func store<Vector: SIMD>(
  _ sum: Vector, alpha: Vector.Scalar, beta: Vector.Scalar, to target: UnsafeMutablePointer<Vector.Scalar>
) where Vector.Scalar: FloatingPoint {
  let memory = UnsafeMutableRawPointer(target)
  let scaled = alpha * sum
  let result = beta == 0 ? scaled : beta * memory.loadUnaligned(as: Vector.self) + scaled
  memory.storeBytes(of: result, as: Vector.self)
}
