import GradusKernels

/// A number type that the packed products know tiles for.
protocol ProductScalar: BinaryFloatingPoint, SIMDScalar, Codable, Sendable {
  /// The height and width of the tile that a packed kernel computes at once.
  static func tileShape(_ kernel: ProductKernel) -> (height: Int, width: Int)

  /// `C = beta C + alpha sum over p of a[p] b[p]^T` for one tile from packed panels.
  static func computeTile(
    _ kernel: ProductKernel, depth: Int, _ a: UnsafePointer<Self>, _ b: UnsafePointer<Self>, alpha: Self, beta: Self,
    _ c: UnsafeMutablePointer<Self>, stride: Int)

  /// `y += factor x`.
  static func add(
    _ factor: Self, times x: UnsafePointer<Self>, to y: UnsafeMutablePointer<Self>, count: Int)

  /// `sum of x[i] y[i]`.
  static func dot(_ x: UnsafePointer<Self>, _ y: UnsafePointer<Self>, count: Int) -> Self

  /// The Fortran product of this precision in the system library.
  static func systemProduct(_ library: SystemBLAS) -> SystemBLAS.Product<Self>
}

extension Double: ProductScalar {
  @inline(__always)
  static func tileShape(_ kernel: ProductKernel) -> (height: Int, width: Int) {
    switch kernel {
    case .avx512: (8, 24)
    case .avx2: (6, 8)
    case .portable, .system: (4, 4)
    }
  }

  @inline(__always)
  static func computeTile(
    _ kernel: ProductKernel, depth: Int, _ a: UnsafePointer<Double>, _ b: UnsafePointer<Double>, alpha: Double,
    beta: Double, _ c: UnsafeMutablePointer<Double>, stride: Int
  ) {
    switch kernel {
    case .avx512: gradus_tile_double_8x24_avx512(depth, a, b, alpha, beta, c, stride)
    case .avx2: gradus_tile_double_6x8_avx2(depth, a, b, alpha, beta, c, stride)
    case .portable, .system:
      portableTile(SIMD4<Double>.self, depth: depth, a, b, alpha: alpha, beta: beta, c, stride: stride)
    }
  }

  @inline(__always)
  static func add(
    _ factor: Double, times x: UnsafePointer<Double>, to y: UnsafeMutablePointer<Double>, count: Int
  ) {
    gradus_add_scaled_double(count, factor, x, y)
  }

  @inline(__always)
  static func dot(_ x: UnsafePointer<Double>, _ y: UnsafePointer<Double>, count: Int) -> Double {
    var result: Double = 0
    gradus_dot_double(count, x, y, &result)
    return result
  }

  static func systemProduct(_ library: SystemBLAS) -> SystemBLAS.Product<Double> { library.doubleProduct }
}

extension Float: ProductScalar {
  @inline(__always)
  static func tileShape(_ kernel: ProductKernel) -> (height: Int, width: Int) {
    switch kernel {
    case .avx512: (8, 48)
    case .avx2: (6, 16)
    case .portable, .system: (4, 8)
    }
  }

  @inline(__always)
  static func computeTile(
    _ kernel: ProductKernel, depth: Int, _ a: UnsafePointer<Float>, _ b: UnsafePointer<Float>, alpha: Float,
    beta: Float, _ c: UnsafeMutablePointer<Float>, stride: Int
  ) {
    switch kernel {
    case .avx512: gradus_tile_float_8x48_avx512(depth, a, b, alpha, beta, c, stride)
    case .avx2: gradus_tile_float_6x16_avx2(depth, a, b, alpha, beta, c, stride)
    case .portable, .system:
      portableTile(SIMD8<Float>.self, depth: depth, a, b, alpha: alpha, beta: beta, c, stride: stride)
    }
  }

  @inline(__always)
  static func add(
    _ factor: Float, times x: UnsafePointer<Float>, to y: UnsafeMutablePointer<Float>, count: Int
  ) {
    gradus_add_scaled_float(count, factor, x, y)
  }

  @inline(__always)
  static func dot(_ x: UnsafePointer<Float>, _ y: UnsafePointer<Float>, count: Int) -> Float {
    var result: Float = 0
    gradus_dot_float(count, x, y, &result)
    return result
  }

  static func systemProduct(_ library: SystemBLAS) -> SystemBLAS.Product<Float> { library.floatProduct }
}
