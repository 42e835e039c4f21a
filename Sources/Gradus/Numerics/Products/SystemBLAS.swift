#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The matrix product of a shared library found at run time, so that none is needed to build or to run.
///
/// The interface is the Fortran one of the reference BLAS with 32-bit integers (Dongarra and others, "A set of level 3
/// basic linear algebra subprograms", ACM Trans. Math. Softw. 16 (1990)), which every implementation exports.
struct SystemBLAS: Sendable {
  typealias Flag = UnsafePointer<CChar>
  typealias Size = UnsafePointer<Int32>
  typealias DoubleProduct =
    @convention(c) (
      Flag, Flag, Size, Size, Size, UnsafePointer<Double>, UnsafePointer<Double>, Size, UnsafePointer<Double>, Size,
      UnsafePointer<Double>, UnsafeMutablePointer<Double>, Size
    ) -> Void
  typealias FloatProduct =
    @convention(c) (
      Flag, Flag, Size, Size, Size, UnsafePointer<Float>, UnsafePointer<Float>, Size, UnsafePointer<Float>, Size,
      UnsafePointer<Float>, UnsafeMutablePointer<Float>, Size
    ) -> Void
  typealias Product<Scalar> = (
    Flag, Flag, Size, Size, Size, UnsafePointer<Scalar>, UnsafePointer<Scalar>, Size, UnsafePointer<Scalar>, Size,
    UnsafePointer<Scalar>, UnsafeMutablePointer<Scalar>, Size
  ) -> Void

  /// LU factors in place: rows, columns, entries, stride, exchanges, status.
  typealias Factorization =
    @convention(c) (
      Size, Size, UnsafeMutablePointer<Double>, Size, UnsafeMutablePointer<Int32>, UnsafeMutablePointer<Int32>
    ) -> Void

  let name: String
  let doubleProduct: DoubleProduct
  let floatProduct: FloatProduct
  /// Only measured, to be compared with the factorization here.
  private let factorization: Factorization?
  private let setThreads: (@convention(c) (Int32) -> Void)?

  #if canImport(Darwin)
    private static let names = ["/System/Library/Frameworks/Accelerate.framework/Accelerate"]
  #else
    private static let names = ["libopenblas.so.0", "libblas.so.3"]
  #endif

  /// The first library found, looked for once and only when asked for.
  static let shared: SystemBLAS? = names.lazy.compactMap { SystemBLAS(name: $0) }.first

  private init?(name: String) {
    guard let library = dlopen(name, RTLD_NOW | RTLD_LOCAL),
      let double = dlsym(library, "dgemm_"), let float = dlsym(library, "sgemm_")
    else { return nil }
    #if !canImport(Darwin)
      // The reference implementation behind the same name is slower than any kernel here.
      guard dlsym(library, "openblas_get_config") != nil else { return nil }
    #endif
    self.name = name
    doubleProduct = unsafeBitCast(double, to: DoubleProduct.self)
    floatProduct = unsafeBitCast(float, to: FloatProduct.self)
    factorization = dlsym(library, "dgetrf_").map { unsafeBitCast($0, to: Factorization.self) }
    setThreads = dlsym(library, "openblas_set_num_threads")
      .map { unsafeBitCast($0, to: (@convention(c) (Int32) -> Void).self) }
  }

  /// `C = alpha A B + beta C` for a row-major `C`, which Fortran sees as `C^T = alpha B^T A^T + beta C^T`.
  func multiply<Scalar: ProductScalar>(
    _ a: MatrixView<Scalar>, _ b: MatrixView<Scalar>, into c: MatrixView<Scalar>, alpha: Scalar, beta: Scalar,
    threads: Int
  ) {
    setThreads?(Int32(threads))
    // Fortran takes every argument by its address.
    var (left, right) = (Self.fortranLayout(b), Self.fortranLayout(a))
    var (rows, columns, inner) = (Int32(c.columns), Int32(c.rows), Int32(a.columns))
    var (alpha, beta, stride) = (alpha, beta, Int32(c.rowStride))
    Scalar.systemProduct(self)(
      &left.flag, &right.flag, &rows, &columns, &inner, &alpha, b.base, &left.stride, a.base, &right.stride, &beta,
      c.base, &stride)
  }

  /// Factors a square matrix on one thread; false where the library has no factorizations.
  func factor(_ matrix: UnsafeMutablePointer<Double>, order: Int) -> Bool {
    guard let factorization else { return false }
    setThreads?(1)
    var (size, status) = (Int32(order), Int32(0))
    withUnsafeTemporaryAllocation(of: Int32.self, capacity: order) { exchanges in
      if let exchanges = exchanges.baseAddress { factorization(&size, &size, matrix, &size, exchanges, &status) }
    }
    return status == 0
  }

  /// Fortran reads row-major memory as its transpose, so a plain view goes in as it lies.
  private static func fortranLayout<Scalar>(_ view: MatrixView<Scalar>) -> (flag: CChar, stride: Int32) {
    let (plain, transposed) = (CChar(UInt8(ascii: "N")), CChar(UInt8(ascii: "T")))
    return view.columnStride == 1
      ? (plain, Int32(max(view.rowStride, view.columns, 1)))
      : (transposed, Int32(max(view.columnStride, view.rows, 1)))
  }

  /// Whether the 32-bit interface can take the operand.
  static func canTake<Scalar>(_ view: MatrixView<Scalar>) -> Bool {
    view.hasUnitStride
      && max(view.rows, view.columns, view.rowStride, view.columnStride) <= Int(Int32.max)
  }
}
