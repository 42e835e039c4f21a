/// Elementwise functions of special arguments.
enum FunctionRules {
  static let logOfExp = Rule(
    "log_exp", "log(exp(x)) = x", where: "x: vector(n)", .simplifying, cites: .dlmf("4.2"), at: .log
  ) { s, _, record in
    let operand = s.store[record.operands[0]]
    return operand.operation == .exp ? operand.operands[0] : nil
  }

  static let expOfLog = Rule(
    "exp_log", "exp(log(x)) = x", where: "x: vector(n) positive", .simplifying, cites: .dlmf("4.2"), at: .exp
  ) { s, _, record in
    let operand = s.store[record.operands[0]]
    return operand.operation == .log ? operand.operands[0] : nil
  }

  private static let oddFunctions: [Operation] = [
    .sin, .tan, .cot, .csc, .asin, .atan, .sinh, .tanh, .coth, .csch, .erf, .sign,
  ]
  private static let evenFunctions: [Operation] = [.cos, .sec, .cosh, .sech, .abs]

  /// f(−x) = −f(x) for odd functions, f(x) for even ones.
  static let parity = Rule(
    "sin_neg", "sin(-x) = -sin(x)", where: "x: vector(n)", .reordering, cites: .dlmf("4.21"),
    at: .sin, .tan, .cot, .csc, .asin, .atan, .sinh, .tanh, .coth, .csch, .erf, .sign, .cos, .sec, .cosh, .sech, .abs
  ) { s, _, record in
    guard s.store.coefficient(record.operands[0]).isNegative else { return nil }
    let call = s.call(record.operation, s.normalize(s.store.negated(record.operands[0])))
    return evenFunctions.contains(record.operation) ? call : s.normalize(s.store.negated(call))
  }

  static let absolute = Rule(
    "abs_exp", "abs(exp(x)) = exp(x)", where: "x: vector(n)", .simplifying, cites: .dlmf("1.4"), at: .abs, .relu
  ) { s, _, record in
    let operand = s.store[record.operands[0]]
    switch operand.operation {
    case .exp, .sigmoid, .softmax, .softplus, .cosh, .sech, .norm1, .norm2, .nuclearNorm, .step, .argmax, .relu:
      return record.operands[0]
    case .abs: return record.operands[0]
    case .power where (s.store.value(operand.operands[1])?.intValue ?? 1) % 2 == 0: return record.operands[0]
    default: return nil
    }
  }

  static let values = Rule(
    "exp_zero", "exp(0) = 1", .simplifying, cites: .dlmf("4.2"), at: .exp, .log, .sin, .cos, .tan, .sinh, .cosh, .tanh,
    .abs, .sign, .step, .relu, .asin, .atan, .erf, .silu, .gelu, .sech, .sec
  ) { s, _, record in
    let operand = record.operands[0]
    if s.store.isZero(operand) {
      switch record.operation {
      case .exp, .cos, .cosh, .sec, .sech: return s.store.ones(record.extent)
      case .log: return nil
      default: return s.store.zeros(record.extent)
      }
    }
    guard s.store.isOnes(operand) else { return nil }
    switch record.operation {
    case .log: return s.store.zeros(record.extent)
    case .abs, .sign, .step, .relu: return s.store.ones(record.extent)
    default: return nil
    }
  }

  /// The larger or smaller of two equal things.
  static let equalOperands = Rule(
    "max_self", "max(x,x) = x", where: "x: vector(n)", .simplifying, cites: .dlmf("1.4"), at: .larger, .smaller
  ) { s, _, record in
    if record.operands[0] == record.operands[1] { return record.operands[0] }
    guard record.operation == .larger else { return nil }
    if s.store.isZero(record.operands[0]) { return s.call(.relu, record.operands[1]) }
    if s.store.isZero(record.operands[1]) { return s.call(.relu, record.operands[0]) }
    return nil
  }

  /// Softmax sums to one along its axis.
  static let softmaxSum = Rule(
    "softmax_sum", "sum(softmax(z)) = 1", where: "z: vector(n)", .simplifying, cites: .basic(103), at: .total
  ) { s, _, record in
    let operand = s.store[record.operands[0]]
    guard operand.operation == .softmax, operand.extent.columns == .one, operand.payload == Axis.rows.rawValue else {
      return nil
    }
    return s.store.one
  }

  static let softmaxRows = Rule(
    "softmax_rows_mul_ones", "softmax(Z,1)*ones(n) = ones(m)", where: "Z: matrix(m,n)", .simplifying,
    cites: .basic(103),
    at: .product
  ) { s, _, record in
    let factors = Array(record.operands)
    for place in factors.indices.dropLast() {
      let (left, right) = (s.store[factors[place]], s.store[factors[place + 1]])
      if left.operation == .softmax, left.payload == Axis.columns.rawValue, right.operation == .ones {
        let joined = s.store.ones(left.extent.rows, right.extent.columns)
        return ProductRules.join(s, factors[..<place], joined, factors[(place + 2)...])
      }
      if right.operation == .softmax, right.payload == Axis.rows.rawValue, left.operation == .ones {
        let joined = s.store.ones(left.extent.rows, right.extent.columns)
        return ProductRules.join(s, factors[..<place], joined, factors[(place + 2)...])
      }
    }
    return nil
  }

  static let all = [logOfExp, expOfLog, parity, absolute, values, equalOperands, softmaxSum, softmaxRows]
}
