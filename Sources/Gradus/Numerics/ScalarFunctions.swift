#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Real functions of one number or of a run of numbers that stay right where the textbook formula overflows.
public enum ScalarFunctions {
  /// `1 / (1 + e^-x)`.
  public static func sigmoid(_ x: Double) -> Double {
    let decay = exp(-abs(x))
    return (x < 0 ? decay : 1) / (1 + decay)
  }

  /// `ln(1 + e^x)`.
  public static func softplus(_ x: Double) -> Double {
    x.isNaN ? x : max(x, 0) + log1p(exp(-abs(x)))
  }

  /// `ln sigmoid(x) = -softplus(-x)`.
  public static func logSigmoid(_ x: Double) -> Double { -softplus(-x) }

  /// `x Phi(x)` with the normal distribution function `Phi(x) = erfc(-x / sqrt 2) / 2` (Hendrycks and Gimpel 2016).
  public static func gelu(_ x: Double) -> Double {
    x == -.infinity ? -0.0 : x * (erfc(-x * 0.5.squareRoot()) / 2)
  }

  /// `x sigmoid(x)`.
  public static func silu(_ x: Double) -> Double { x == -.infinity ? -0.0 : x * sigmoid(x) }

  /// The error function, `2 / sqrt pi` times the integral of `e^(-t^2)` from 0 to `x`.
  public static func errorFunction(_ x: Double) -> Double { erf(x) }

  /// `pi / 2 - atan x`, the continuous branch with values in (0, pi), without cancellation for large `x`.
  public static func acot(_ x: Double) -> Double { atan2(1, x) }

  public static func sec(_ x: Double) -> Double { 1 / cos(x) }

  public static func csc(_ x: Double) -> Double { 1 / sin(x) }

  public static func cot(_ x: Double) -> Double { 1 / tan(x) }

  /// `1 / cosh x = 2 e^-|x| / (1 + e^-2|x|)`.
  public static func sech(_ x: Double) -> Double {
    let decay = exp(-abs(x))
    return 2 * decay / (1 + decay * decay)
  }

  /// `1 / sinh x = 2 e^-|x| / (1 - e^-2|x|)` with the sign of `x`.
  public static func csch(_ x: Double) -> Double {
    let magnitude = 2 * exp(-abs(x)) / -expm1(-2 * abs(x))
    return x.sign == .minus ? -magnitude : magnitude
  }

  public static func coth(_ x: Double) -> Double { 1 / tanh(x) }

  /// `ln(sum of e^x)`, shifted by the largest entry; minus infinity for no entries.
  public static func logSumExp(_ values: some Collection<Double>) -> Double {
    let largest = maximum(values)
    // An infinite or missing maximum is the answer, and `inf - inf` below would spoil it.
    guard largest.isFinite else { return largest }
    return largest + log(values.reduce(0) { $0 + exp($1 - largest) })
  }

  /// `e^x[i] / sum of e^x`; an entry of minus infinity gets weight 0, a run of nothing else NaN.
  public static func softmax(_ values: some Collection<Double>) -> [Double] {
    let largest = maximum(values)
    let weights = values.map { exp($0 - largest) }
    let total = weights.reduce(0, +)
    return weights.map { $0 / total }
  }

  /// `x[i] - logSumExp(x)`, in an order that does not lose small differences.
  public static func logSoftmax(_ values: some Collection<Double>) -> [Double] {
    let largest = maximum(values)
    let logTotal = log(values.reduce(0) { $0 + exp($1 - largest) })
    return values.map { ($0 - largest) - logTotal }
  }

  private static func maximum(_ values: some Collection<Double>) -> Double {
    values.reduce(-.infinity) { $1.isNaN || $0.isNaN ? .nan : max($0, $1) }
  }
}
