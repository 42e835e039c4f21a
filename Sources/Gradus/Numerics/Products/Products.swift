#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Fast matrix products with a chosen kernel and number of threads.
public struct Products: Sendable {
  public let kernel: ProductKernel
  public let threads: Int

  /// Below this many multiplications a second thread costs more than it brings.
  static let parallelWork = 1 << 17

  /// Takes the kernel if this machine has it.
  public init?(kernel: ProductKernel, threads: Int = 1) {
    guard kernel.isAvailable, threads >= 1 else { return nil }
    self.init(checked: kernel, threads: threads)
  }

  private init(checked kernel: ProductKernel, threads: Int) {
    self.kernel = kernel
    self.threads = threads
  }

  /// The choice for this machine: the widest own kernel, or the system's library where only the portable one is left.
  ///
  /// The environment variable `GRADUS_BLAS=off` keeps the system's library out, `auto` (or nothing) leaves it in.
  public static let standard = Products(checked: automaticKernel, threads: ThreadTeam.processorCount)

  /// The same kernel on the calling thread alone.
  public var serial: Products { Products(checked: kernel, threads: 1) }

  private static var automaticKernel: ProductKernel {
    let systemAllowed = getenv("GRADUS_BLAS").map { String(cString: $0) } != "off"
    return ProductKernel.widest == .portable && systemAllowed && ProductKernel.system.isAvailable
      ? .system : ProductKernel.widest
  }

  /// `C = alpha A B + beta C`; `C` is not read when `beta` is 0 and must not overlap the operands.
  public func gemm(
    alpha: Double = 1, _ a: MatrixView<Double>, _ b: MatrixView<Double>, beta: Double = 0, into c: MatrixView<Double>
  ) {
    multiply(alpha: alpha, a, b, beta: beta, into: c)
  }

  /// `C = alpha A B + beta C` in single precision.
  public func gemm(
    alpha: Float = 1, _ a: MatrixView<Float>, _ b: MatrixView<Float>, beta: Float = 0, into c: MatrixView<Float>
  ) {
    multiply(alpha: alpha, a, b, beta: beta, into: c)
  }

  /// `C = alpha A B + beta D` where `D` lies by rows, or by columns, as `C` does; it may be `C` but not overlap it.
  package func gemm(
    alpha: Double = 1, _ a: MatrixView<Double>, _ b: MatrixView<Double>, beta: Double,
    adding d: MatrixView<Double>, into c: MatrixView<Double>
  ) {
    multiply(alpha: alpha, a, b, beta: beta, adding: d, into: c)
  }

  /// The same in single precision.
  package func gemm(
    alpha: Float = 1, _ a: MatrixView<Float>, _ b: MatrixView<Float>, beta: Float, adding d: MatrixView<Float>,
    into c: MatrixView<Float>
  ) {
    multiply(alpha: alpha, a, b, beta: beta, adding: d, into: c)
  }

  /// `y = alpha A x + beta y` for contiguous vectors; `y` is not read when `beta` is 0.
  public func gemv(
    alpha: Double = 1, _ a: MatrixView<Double>, _ x: UnsafePointer<Double>, beta: Double = 0,
    into y: UnsafeMutablePointer<Double>
  ) {
    VectorProduct.multiply(alpha: alpha, a, x, beta: beta, y)
  }

  /// `y = alpha A x + beta y` in single precision.
  public func gemv(
    alpha: Float = 1, _ a: MatrixView<Float>, _ x: UnsafePointer<Float>, beta: Float = 0,
    into y: UnsafeMutablePointer<Float>
  ) {
    VectorProduct.multiply(alpha: alpha, a, x, beta: beta, y)
  }

  @inline(__always)
  private func multiply<Scalar: ProductScalar>(
    alpha: Scalar, _ a: MatrixView<Scalar>, _ b: MatrixView<Scalar>, beta: Scalar, adding d: MatrixView<Scalar>? = nil,
    into c: MatrixView<Scalar>
  ) {
    precondition(
      a.rows == c.rows && b.columns == c.columns && a.columns == b.rows,
      "\(a.rows)x\(a.columns) times \(b.rows)x\(b.columns) into \(c.rows)x\(c.columns)")
    guard !c.isEmpty else { return }
    // The kernels write rows: a result that lies by columns is computed as its transpose.
    guard c.columnStride == 1 else {
      precondition(c.rowStride == 1, "the result must have one stride of 1")
      return multiply(
        alpha: alpha, b.transposed, a.transposed, beta: beta, adding: d?.transposed, into: c.transposed)
    }
    let work = c.rows * c.columns * a.columns
    let isColumn = c.columns == 1 && c.rowStride == 1 && b.rowStride == 1 && a.hasUnitStride
    let isRow = c.rows == 1 && a.columnStride == 1 && b.hasUnitStride
    let library = kernel == .system && [a, b, c].allSatisfy(SystemBLAS.canTake) ? SystemBLAS.shared : nil
    if work > SmallProduct<Scalar>.largestWork, !isColumn, !isRow, library == nil {
      let product = PackedProduct(kernel, alpha: alpha, beta: beta)
      guard threads > 1, work >= Self.parallelWork else { return product.multiply(a, b, adding: d ?? c, into: c) }
      return product.multiply(a, b, adding: d ?? c, into: c, sharedBy: threads)
    }
    // The others add to what is there.
    if let d, beta != 0 { c.copyEntries(of: d) }
    if work == 0 {
      scale(c, by: beta)
    } else if isColumn {
      VectorProduct.multiply(alpha: alpha, a, b.base, beta: beta, c.base)
    } else if isRow {
      VectorProduct.multiply(alpha: alpha, b.transposed, a.base, beta: beta, c.base)
    } else if let library, work > SmallProduct<Scalar>.largestWork {
      library.multiply(a, b, into: c, alpha: alpha, beta: beta, threads: work < Self.parallelWork ? 1 : threads)
    } else {
      SmallProduct.multiply(alpha: alpha, a, b, beta: beta, into: c)
    }
  }

  private func scale<Scalar: ProductScalar>(_ c: MatrixView<Scalar>, by beta: Scalar) {
    for i in 0..<c.rows {
      for j in 0..<c.columns { c[i, j] = beta == 0 ? 0 : beta * c[i, j] }
    }
  }
}
