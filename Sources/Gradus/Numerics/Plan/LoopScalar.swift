import GradusKernels

/// A number type with loops over contiguous runs.
protocol LoopScalar: ProductScalar {
  typealias Run = UnsafePointer<Self>
  typealias Target = UnsafeMutablePointer<Self>

  static func combine(_ count: Int, _ p: Self, _ a: Run, _ q: Self, _ b: Run, _ y: Target)
  static func combine(_ count: Int, _ p: Self, _ a: Run, _ s: Self, _ y: Target)
  static func multiply(_ count: Int, _ a: Run, _ b: Run, _ y: Target)
  static func multiply(_ count: Int, _ a: Run, _ s: Self, _ y: Target)
  static func larger(_ count: Int, _ a: Run, _ b: Run, _ y: Target)
  static func larger(_ count: Int, _ a: Run, _ s: Self, _ y: Target)
  static func smaller(_ count: Int, _ a: Run, _ b: Run, _ y: Target)
  static func smaller(_ count: Int, _ a: Run, _ s: Self, _ y: Target)
  static func map(_ function: PlanGraph.Function, _ count: Int, _ x: Run, _ y: Target)
  static func total(_ count: Int, _ x: Run) -> Self
  static func largest(_ count: Int, _ x: Run) -> Self

  /// Inner products of four rows with a run, and a run plus multiples of four rows.
  static func dotRows(_ count: Int, _ x: Run, _ stride: Int, _ y: Run, _ result: Target)
  static func addRows(_ count: Int, _ factors: Run, _ x: Run, _ stride: Int, _ y: Target)

  /// The numbers as doubles, and back.
  static func widen(_ count: Int, _ x: Run, _ y: UnsafeMutablePointer<Double>)
  static func narrow(_ count: Int, _ x: UnsafePointer<Double>, _ y: Target)

  static func multiply(
    _ products: Products, _ alpha: Self, _ a: MatrixView<Self>, _ b: MatrixView<Self>, _ beta: Self,
    _ d: MatrixView<Self>, _ c: MatrixView<Self>)
}

extension Double: LoopScalar {
  static func combine(_ count: Int, _ p: Double, _ a: Run, _ q: Double, _ b: Run, _ y: Target) {
    gradus_combine_double(count, p, a, q, b, y)
  }
  static func combine(_ count: Int, _ p: Double, _ a: Run, _ s: Double, _ y: Target) {
    gradus_combine_number_double(count, p, a, s, y)
  }
  static func multiply(_ count: Int, _ a: Run, _ b: Run, _ y: Target) { gradus_multiply_double(count, a, b, y) }
  static func multiply(_ count: Int, _ a: Run, _ s: Double, _ y: Target) {
    gradus_multiply_number_double(count, a, s, y)
  }
  static func larger(_ count: Int, _ a: Run, _ b: Run, _ y: Target) { gradus_larger_double(count, a, b, y) }
  static func larger(_ count: Int, _ a: Run, _ s: Double, _ y: Target) { gradus_larger_number_double(count, a, s, y) }
  static func smaller(_ count: Int, _ a: Run, _ b: Run, _ y: Target) { gradus_smaller_double(count, a, b, y) }
  static func smaller(_ count: Int, _ a: Run, _ s: Double, _ y: Target) { gradus_smaller_number_double(count, a, s, y) }

  static func map(_ function: PlanGraph.Function, _ count: Int, _ x: Run, _ y: Target) {
    switch function {
    case .square: gradus_square_double(count, x, y)
    case .root: gradus_root_double(count, x, y)
    case .reciprocal: gradus_reciprocal_double(count, x, y)
    case .magnitude: gradus_magnitude_double(count, x, y)
    case .sign: gradus_sign_double(count, x, y)
    case .step: gradus_step_double(count, x, y)
    case .relu: gradus_relu_double(count, x, y)
    case .exponential: gradus_exp(count, x, y)
    case .logarithm: gradus_log(count, x, y)
    case .tanh: gradus_tanh(count, x, y)
    case .sigmoid: gradus_sigmoid(count, x, y)
    case .softplus: gradus_softplus(count, x, y)
    case .silu: for i in 0..<count { y[i] = ScalarFunctions.silu(x[i]) }
    case .finite: for i in 0..<count { y[i] = x[i].isFinite ? x[i] : 0 }
    case .larger, .smaller, .definition: preconditionFailure("\(function) is no function of one number")
    }
  }

  static func dotRows(_ count: Int, _ x: Run, _ stride: Int, _ y: Run, _ result: Target) {
    gradus_dot_rows_double(count, x, stride, y, result)
  }
  static func addRows(_ count: Int, _ factors: Run, _ x: Run, _ stride: Int, _ y: Target) {
    gradus_add_rows_double(count, factors, x, stride, y)
  }

  static func total(_ count: Int, _ x: Run) -> Double {
    var result = 0.0
    gradus_total_double(count, x, &result)
    return result
  }

  static func largest(_ count: Int, _ x: Run) -> Double {
    var result = 0.0
    gradus_largest_double(count, x, &result)
    return result
  }

  static func widen(_ count: Int, _ x: Run, _ y: UnsafeMutablePointer<Double>) { y.update(from: x, count: count) }
  static func narrow(_ count: Int, _ x: UnsafePointer<Double>, _ y: Target) { y.update(from: x, count: count) }

  static func multiply(
    _ products: Products, _ alpha: Double, _ a: MatrixView<Double>, _ b: MatrixView<Double>, _ beta: Double,
    _ d: MatrixView<Double>, _ c: MatrixView<Double>
  ) {
    products.gemm(alpha: alpha, a, b, beta: beta, adding: d, into: c)
  }
}

extension Float: LoopScalar {
  static func combine(_ count: Int, _ p: Float, _ a: Run, _ q: Float, _ b: Run, _ y: Target) {
    gradus_combine_float(count, p, a, q, b, y)
  }
  static func combine(_ count: Int, _ p: Float, _ a: Run, _ s: Float, _ y: Target) {
    gradus_combine_number_float(count, p, a, s, y)
  }
  static func multiply(_ count: Int, _ a: Run, _ b: Run, _ y: Target) { gradus_multiply_float(count, a, b, y) }
  static func multiply(_ count: Int, _ a: Run, _ s: Float, _ y: Target) { gradus_multiply_number_float(count, a, s, y) }
  static func larger(_ count: Int, _ a: Run, _ b: Run, _ y: Target) { gradus_larger_float(count, a, b, y) }
  static func larger(_ count: Int, _ a: Run, _ s: Float, _ y: Target) { gradus_larger_number_float(count, a, s, y) }
  static func smaller(_ count: Int, _ a: Run, _ b: Run, _ y: Target) { gradus_smaller_float(count, a, b, y) }
  static func smaller(_ count: Int, _ a: Run, _ s: Float, _ y: Target) { gradus_smaller_number_float(count, a, s, y) }

  static func map(_ function: PlanGraph.Function, _ count: Int, _ x: Run, _ y: Target) {
    switch function {
    case .square: gradus_square_float(count, x, y)
    case .root: gradus_root_float(count, x, y)
    case .reciprocal: gradus_reciprocal_float(count, x, y)
    case .magnitude: gradus_magnitude_float(count, x, y)
    case .sign: gradus_sign_float(count, x, y)
    case .step: gradus_step_float(count, x, y)
    case .relu: gradus_relu_float(count, x, y)
    default:
      // The functions proper are computed in double precision.
      withUnsafeTemporaryAllocation(of: Double.self, capacity: count) { wide in
        guard let wide = wide.baseAddress else { return }
        widen(count, x, wide)
        Double.map(function, count, wide, wide)
        narrow(count, wide, y)
      }
    }
  }

  static func dotRows(_ count: Int, _ x: Run, _ stride: Int, _ y: Run, _ result: Target) {
    gradus_dot_rows_float(count, x, stride, y, result)
  }
  static func addRows(_ count: Int, _ factors: Run, _ x: Run, _ stride: Int, _ y: Target) {
    gradus_add_rows_float(count, factors, x, stride, y)
  }

  static func total(_ count: Int, _ x: Run) -> Float {
    var result: Float = 0
    gradus_total_float(count, x, &result)
    return result
  }

  static func largest(_ count: Int, _ x: Run) -> Float {
    var result: Float = 0
    gradus_largest_float(count, x, &result)
    return result
  }

  static func widen(_ count: Int, _ x: Run, _ y: UnsafeMutablePointer<Double>) { gradus_widen_float(count, x, y) }
  static func narrow(_ count: Int, _ x: UnsafePointer<Double>, _ y: Target) { gradus_narrow_float(count, x, y) }

  static func multiply(
    _ products: Products, _ alpha: Float, _ a: MatrixView<Float>, _ b: MatrixView<Float>, _ beta: Float,
    _ d: MatrixView<Float>, _ c: MatrixView<Float>
  ) {
    products.gemm(alpha: alpha, a, b, beta: beta, adding: d, into: c)
  }
}
