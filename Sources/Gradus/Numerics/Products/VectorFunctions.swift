import GradusKernels

/// Elementary functions of contiguous runs, several entries at a time.
///
/// Errors stay within 3 units in the last place, for `exponential` and `logarithm` within 1. The result may overwrite
/// its argument; runs that overlap otherwise give undefined entries.
public enum VectorFunctions {
  /// `e^x`.
  public static func exponential(_ x: UnsafePointer<Double>, into y: UnsafeMutablePointer<Double>, count: Int) {
    gradus_exp(count, x, y)
  }

  /// `ln x`, minus infinity at 0 and NaN below.
  public static func logarithm(_ x: UnsafePointer<Double>, into y: UnsafeMutablePointer<Double>, count: Int) {
    gradus_log(count, x, y)
  }

  /// `ln(1 + e^x)`.
  public static func softplus(_ x: UnsafePointer<Double>, into y: UnsafeMutablePointer<Double>, count: Int) {
    gradus_softplus(count, x, y)
  }

  public static func tanh(_ x: UnsafePointer<Double>, into y: UnsafeMutablePointer<Double>, count: Int) {
    gradus_tanh(count, x, y)
  }

  /// `1 / (1 + e^-x)`.
  public static func sigmoid(_ x: UnsafePointer<Double>, into y: UnsafeMutablePointer<Double>, count: Int) {
    gradus_sigmoid(count, x, y)
  }
}
