import GradusKernels

/// Rows and columns of a loop.
struct LoopShape {
  let rows: Int
  let columns: Int
}

/// What a loop reads: rows, or one number a row, each so far after the one before.
struct LoopOperand<Scalar> {
  let base: UnsafePointer<Scalar>
  /// 0 where one row or number serves all.
  let step: Int
  let isNumber: Bool
}

/// A number type with loops over contiguous runs.
protocol LoopScalar: ProductScalar {
  typealias Run = UnsafePointer<Self>
  typealias Target = UnsafeMutablePointer<Self>

  /// p·left + q·right.
  static func combine(
    _ shape: LoopShape, _ p: Self, _ left: LoopOperand<Self>, _ q: Self, _ right: LoopOperand<Self>, _ y: Target)
  static func multiply(_ shape: LoopShape, _ left: LoopOperand<Self>, _ right: LoopOperand<Self>, _ y: Target)
  static func larger(_ shape: LoopShape, _ left: LoopOperand<Self>, _ right: LoopOperand<Self>, _ y: Target)
  static func smaller(_ shape: LoopShape, _ left: LoopOperand<Self>, _ right: LoopOperand<Self>, _ y: Target)
  static func map(_ function: PlanGraph.Function, _ count: Int, _ x: Run, _ y: Target)
  /// Of every row the sum, the largest entry, and the inner product with a row.
  static func totals(_ shape: LoopShape, _ x: Run, _ result: Target)
  static func largest(_ shape: LoopShape, _ x: Run, _ result: Target)
  static func dots(_ shape: LoopShape, _ x: Run, _ y: Run, _ step: Int, _ result: Target)

  /// y plus multiples of rows.
  static func addRows(_ shape: LoopShape, _ factors: Run, _ step: Int, _ x: Run, _ y: Target)

  /// The numbers as doubles, and back.
  static func widen(_ count: Int, _ x: Run, _ y: UnsafeMutablePointer<Double>)
  static func narrow(_ count: Int, _ x: UnsafePointer<Double>, _ y: Target)

  static func multiply(
    _ products: Products, _ alpha: Self, _ a: MatrixView<Self>, _ b: MatrixView<Self>, _ beta: Self,
    _ d: MatrixView<Self>, _ c: MatrixView<Self>)
}

extension Double: LoopScalar {
  static func combine(
    _ shape: LoopShape, _ p: Double, _ left: LoopOperand<Double>, _ q: Double, _ right: LoopOperand<Double>, _ y: Target
  ) {
    let (rows, columns) = (shape.rows, shape.columns)
    if right.isNumber {
      gradus_combine_number_double(rows, columns, p, left.base, left.step, q, right.base, right.step, y)
    } else {
      gradus_combine_double(rows, columns, p, left.base, left.step, q, right.base, right.step, y)
    }
  }
  static func multiply(_ shape: LoopShape, _ left: LoopOperand<Double>, _ right: LoopOperand<Double>, _ y: Target) {
    let loop = right.isNumber ? gradus_multiply_number_double : gradus_multiply_double
    loop(shape.rows, shape.columns, left.base, left.step, right.base, right.step, y)
  }
  static func larger(_ shape: LoopShape, _ left: LoopOperand<Double>, _ right: LoopOperand<Double>, _ y: Target) {
    let loop = right.isNumber ? gradus_larger_number_double : gradus_larger_double
    loop(shape.rows, shape.columns, left.base, left.step, right.base, right.step, y)
  }
  static func smaller(_ shape: LoopShape, _ left: LoopOperand<Double>, _ right: LoopOperand<Double>, _ y: Target) {
    let loop = right.isNumber ? gradus_smaller_number_double : gradus_smaller_double
    loop(shape.rows, shape.columns, left.base, left.step, right.base, right.step, y)
  }

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
    case .weight: gradus_exp_above(count, -708, x, y)
    case .logarithm: gradus_log(count, x, y)
    case .tanh: gradus_tanh(count, x, y)
    case .sigmoid: gradus_sigmoid(count, x, y)
    case .softplus: gradus_softplus(count, x, y)
    case .silu: for i in 0..<count { y[i] = ScalarFunctions.silu(x[i]) }
    case .finite: for i in 0..<count { y[i] = x[i].isFinite ? x[i] : 0 }
    case .larger, .smaller, .definition: preconditionFailure("\(function) is no function of one number")
    }
  }

  static func totals(_ shape: LoopShape, _ x: Run, _ result: Target) {
    gradus_totals_double(shape.rows, shape.columns, x, result)
  }
  static func largest(_ shape: LoopShape, _ x: Run, _ result: Target) {
    gradus_largest_double(shape.rows, shape.columns, x, result)
  }
  static func dots(_ shape: LoopShape, _ x: Run, _ y: Run, _ step: Int, _ result: Target) {
    gradus_dots_double(shape.rows, shape.columns, x, y, step, result)
  }
  static func addRows(_ shape: LoopShape, _ factors: Run, _ step: Int, _ x: Run, _ y: Target) {
    gradus_add_rows_double(shape.rows, shape.columns, factors, step, x, y)
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
  static func combine(
    _ shape: LoopShape, _ p: Float, _ left: LoopOperand<Float>, _ q: Float, _ right: LoopOperand<Float>, _ y: Target
  ) {
    let (rows, columns) = (shape.rows, shape.columns)
    if right.isNumber {
      gradus_combine_number_float(rows, columns, p, left.base, left.step, q, right.base, right.step, y)
    } else {
      gradus_combine_float(rows, columns, p, left.base, left.step, q, right.base, right.step, y)
    }
  }
  static func multiply(_ shape: LoopShape, _ left: LoopOperand<Float>, _ right: LoopOperand<Float>, _ y: Target) {
    let loop = right.isNumber ? gradus_multiply_number_float : gradus_multiply_float
    loop(shape.rows, shape.columns, left.base, left.step, right.base, right.step, y)
  }
  static func larger(_ shape: LoopShape, _ left: LoopOperand<Float>, _ right: LoopOperand<Float>, _ y: Target) {
    let loop = right.isNumber ? gradus_larger_number_float : gradus_larger_float
    loop(shape.rows, shape.columns, left.base, left.step, right.base, right.step, y)
  }
  static func smaller(_ shape: LoopShape, _ left: LoopOperand<Float>, _ right: LoopOperand<Float>, _ y: Target) {
    let loop = right.isNumber ? gradus_smaller_number_float : gradus_smaller_float
    loop(shape.rows, shape.columns, left.base, left.step, right.base, right.step, y)
  }

  static func map(_ function: PlanGraph.Function, _ count: Int, _ x: Run, _ y: Target) {
    switch function {
    case .square: gradus_square_float(count, x, y)
    case .root: gradus_root_float(count, x, y)
    case .reciprocal: gradus_reciprocal_float(count, x, y)
    case .magnitude: gradus_magnitude_float(count, x, y)
    case .sign: gradus_sign_float(count, x, y)
    case .step: gradus_step_float(count, x, y)
    case .relu: gradus_relu_float(count, x, y)
    case .weight: inDoubles(count, x, y) { gradus_exp_above(count, -87, $0, $0) }
    default: inDoubles(count, x, y) { Double.map(function, count, $0, $0) }
    }
  }

  /// The functions proper are computed in double precision.
  private static func inDoubles(_ count: Int, _ x: Run, _ y: Target, _ body: (UnsafeMutablePointer<Double>) -> Void) {
    withUnsafeTemporaryAllocation(of: Double.self, capacity: count) { wide in
      guard let wide = wide.baseAddress else { return }
      widen(count, x, wide)
      body(wide)
      narrow(count, wide, y)
    }
  }

  static func totals(_ shape: LoopShape, _ x: Run, _ result: Target) {
    gradus_totals_float(shape.rows, shape.columns, x, result)
  }
  static func largest(_ shape: LoopShape, _ x: Run, _ result: Target) {
    gradus_largest_float(shape.rows, shape.columns, x, result)
  }
  static func dots(_ shape: LoopShape, _ x: Run, _ y: Run, _ step: Int, _ result: Target) {
    gradus_dots_float(shape.rows, shape.columns, x, y, step, result)
  }
  static func addRows(_ shape: LoopShape, _ factors: Run, _ step: Int, _ x: Run, _ y: Target) {
    gradus_add_rows_float(shape.rows, shape.columns, factors, step, x, y)
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
