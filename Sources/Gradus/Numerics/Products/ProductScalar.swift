import GradusKernels

/// A number type that the packed products know tiles for.
protocol ProductScalar: BinaryFloatingPoint, SIMDScalar, Codable, Sendable {
  /// The height and width of the tile that a packed kernel computes at once, and by how much narrower ones are cheaper.
  static func tileShape(_ kernel: ProductKernel) -> (height: Int, width: Int, widthStep: Int)

  /// `C = alpha A B + beta D` for one panel.
  static func compute(_ kernel: ProductKernel, _ panel: ProductPanel<Self>)

  /// How many copies of an entry of `A` the portable kernel reads at once.
  static var portableCopies: Int { get }

  /// Packs rows for the portable kernel, padded with zeros to the height of a tile.
  static func repeatEntries(_ a: MatrixView<Self>, into target: UnsafeMutablePointer<Self>)

  /// `y[j, i] = x[i, j]` for rows of `x` and `y` that start so many entries apart.
  static func transpose(
    _ rows: Int, _ columns: Int, _ x: UnsafePointer<Self>, _ xRow: Int, _ y: UnsafeMutablePointer<Self>, _ yRow: Int)

  /// `y += factor x`.
  static func add(
    _ factor: Self, times x: UnsafePointer<Self>, to y: UnsafeMutablePointer<Self>, count: Int)

  /// `sum of x[i] y[i]`.
  static func dot(_ x: UnsafePointer<Self>, _ y: UnsafePointer<Self>, count: Int) -> Self

  /// The Fortran product of this precision in the system library.
  static func systemProduct(_ library: SystemBLAS) -> SystemBLAS.Product<Self>
}

extension Double: ProductScalar {
  static func tileShape(_ kernel: ProductKernel) -> (height: Int, width: Int, widthStep: Int) {
    switch kernel {
    case .avx512: (8, 24, 8)
    case .avx2: (6, 8, 4)
    case .portable, .system: PortablePanel<SIMD2<Double>>.tileShape
    }
  }

  static func compute(_ kernel: ProductKernel, _ panel: ProductPanel<Double>) {
    switch kernel {
    case .avx512: withUnsafePointer(to: panel.kernelPanel) { gradus_panel_double_avx512($0) }
    case .avx2: withUnsafePointer(to: panel.kernelPanel) { gradus_panel_double_avx2($0) }
    case .portable, .system: PortablePanel<SIMD2<Double>>.compute(panel)
    }
  }

  static var portableCopies: Int { SIMD2<Double>.scalarCount }

  static func repeatEntries(_ a: MatrixView<Double>, into target: UnsafeMutablePointer<Double>) {
    PortablePanel<SIMD2<Double>>.repeatEntries(a, into: target)
  }

  static func transpose(
    _ rows: Int, _ columns: Int, _ x: UnsafePointer<Double>, _ xRow: Int, _ y: UnsafeMutablePointer<Double>, _ yRow: Int
  ) {
    gradus_transpose_double(rows, columns, x, xRow, y, yRow)
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
    gradus_dots_double(1, count, x, y, 0, &result)
    return result
  }

  static func systemProduct(_ library: SystemBLAS) -> SystemBLAS.Product<Double> { library.doubleProduct }
}

extension Float: ProductScalar {
  static func tileShape(_ kernel: ProductKernel) -> (height: Int, width: Int, widthStep: Int) {
    switch kernel {
    case .avx512: (8, 48, 16)
    case .avx2: (6, 16, 8)
    case .portable, .system: PortablePanel<SIMD4<Float>>.tileShape
    }
  }

  static func compute(_ kernel: ProductKernel, _ panel: ProductPanel<Float>) {
    switch kernel {
    case .avx512: withUnsafePointer(to: panel.kernelPanel) { gradus_panel_float_avx512($0) }
    case .avx2: withUnsafePointer(to: panel.kernelPanel) { gradus_panel_float_avx2($0) }
    case .portable, .system: PortablePanel<SIMD4<Float>>.compute(panel)
    }
  }

  static var portableCopies: Int { SIMD4<Float>.scalarCount }

  static func repeatEntries(_ a: MatrixView<Float>, into target: UnsafeMutablePointer<Float>) {
    PortablePanel<SIMD4<Float>>.repeatEntries(a, into: target)
  }

  static func transpose(
    _ rows: Int, _ columns: Int, _ x: UnsafePointer<Float>, _ xRow: Int, _ y: UnsafeMutablePointer<Float>, _ yRow: Int
  ) {
    gradus_transpose_float(rows, columns, x, xRow, y, yRow)
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
    gradus_dots_float(1, count, x, y, 0, &result)
    return result
  }

  static func systemProduct(_ library: SystemBLAS) -> SystemBLAS.Product<Float> { library.floatProduct }
}
