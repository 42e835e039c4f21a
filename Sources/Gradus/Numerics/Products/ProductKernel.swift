import GradusKernels

/// A way to multiply matrices; which ones exist depends on the machine.
public enum ProductKernel: String, Sendable, CaseIterable {
  /// Packed panels and tiles in Swift's own vectors, on every machine.
  case portable
  /// The same with tiles for AVX2 and FMA.
  case avx2
  /// The same with tiles for AVX-512.
  case avx512
  /// The BLAS of the system: Accelerate on Apple, a shared OpenBLAS elsewhere.
  case system

  public var isAvailable: Bool {
    switch self {
    case .portable: true
    case .avx2: gradus_widest_vectors().rawValue >= GRADUS_VECTORS_AVX2.rawValue
    case .avx512: gradus_widest_vectors().rawValue >= GRADUS_VECTORS_AVX512.rawValue
    case .system: SystemBLAS.shared != nil
    }
  }

  /// Whether operands are always copied first; the others read most of them as they lie.
  var alwaysPacks: Bool { self == .portable || self == .system }

  /// The widest packed kernel that runs here.
  static let widest: ProductKernel = avx512.isAvailable ? .avx512 : avx2.isAvailable ? .avx2 : .portable
}
