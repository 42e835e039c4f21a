/// Named functions are given back: σ, softplus, logsumexp, norms, tangents.
enum FoldingRules {
  /// 1/(1 + e^−x) = σ(x).
  static let sigmoid = Rule(
    "one_div_one_add_exp", "1/(1 + exp(-x)) = sigmoid(x)", where: "x: scalar", .folding, cites: .basic(70), at: .power
  ) { s, _, record in
    guard let exponent = s.store.value(record.operands[1]), exponent.isInteger, exponent.isNegative,
      let argument = exponentBesideOne(record.operands[0], s)
    else { return nil }
    return s.power(s.call(.sigmoid, s.normalize(s.store.negated(argument))), -exponent)
  }

  /// The x of 1 + e^x.
  private static func exponentBesideOne(_ node: Node, _ s: Simplifier) -> Node? {
    let record = s.store[node]
    guard record.operation == .sum, record.count == 2 else { return nil }
    for (one, other) in [(0, 1), (1, 0)] where s.store.isOnes(record.operands[one]) {
      let exponential = s.store[record.operands[other]]
      if exponential.operation == .exp { return exponential.operands[0] }
    }
    return nil
  }

  /// e^x σ(−x) = σ(x).
  static let exponentialSigmoid = Rule(
    "exp_mul_sigmoid_neg", "exp(x) .* sigmoid(-x) = sigmoid(x)", where: "x: vector(n)", .folding, cites: .basic(70),
    at: .hadamard
  ) { s, _, record in
    guard record.operands.contains(where: { s.operation(s.baseAndExponent($0).base) == .sigmoid }) else { return nil }
    for (place, factor) in record.operands.enumerated() where s.operation(factor) == .exp {
      let argument = s.store.operands(factor)[0]
      let mirrored = s.call(.sigmoid, s.normalize(s.store.negated(argument)))
      for (other, candidate) in record.operands.enumerated() {
        let (base, exponent) = s.baseAndExponent(candidate)
        guard base == mirrored, let power = s.store.value(exponent), power.isInteger, !power.isNegative else {
          continue
        }
        var rest = Array(record.operands)
        rest[place] = s.call(.sigmoid, argument)
        rest[other] = s.power(base, power - 1)
        return s.hadamard(rest)
      }
    }
    return nil
  }

  /// σ(−x) = 1 − σ(x), beside σ(x).
  static let sigmoidPair = Rule(
    "sigmoid_mul_sigmoid_neg", "sigmoid(x) .* sigmoid(-x) = sigmoid(x) .* (ones(n) - sigmoid(x))",
    where: "x: vector(n)",
    .folding, cites: .basic(70), at: .hadamard
  ) { s, _, record in
    for (place, factor) in record.operands.enumerated() where s.operation(factor) == .sigmoid {
      let argument = s.store.operands(factor)[0]
      guard s.store.coefficient(argument).isNegative else { continue }
      let mirrored = s.call(.sigmoid, s.normalize(s.store.negated(argument)))
      guard record.operands.contains(where: { s.baseAndExponent($0).base == mirrored }) else { continue }
      var rest = Array(record.operands)
      rest[place] = s.sum([s.store.ones(record.extent), s.store.negated(mirrored)])
      return s.hadamard(rest)
    }
    return nil
  }

  static let softplus = Rule(
    "log_one_add_exp", "log(1 + exp(x)) = softplus(x)", where: "x: scalar", .folding,
    cites: Citation("Dugas et al. 2001"),
    at: .log
  ) { s, _, record in
    exponentBesideOne(record.operands[0], s).map { s.call(.softplus, $0) }
  }

  static let logSumExp = Rule(
    "log_sum_exp", "log(sum(exp(z))) = logsumexp(z)", where: "z: vector(n)", .folding, cites: .basic(102), at: .log
  ) { s, _, record in
    let operand = s.store[record.operands[0]]
    if operand.operation == .total {
      let inner = s.store[operand.operands[0]]
      guard inner.operation == .exp else { return nil }
      return s.call(.logSumExp, payload: operand.payload, inner.operands[0])
    }
    let factors = s.factors(record.operands[0])
    guard factors.count == 2 else { return nil }
    if s.operation(factors[0]) == .exp, s.operation(factors[1]) == .ones, operand.extent.columns == .one {
      return s.call(.logSumExp, payload: Axis.columns.rawValue, s.store.operands(factors[0])[0])
    }
    if s.operation(factors[1]) == .exp, s.operation(factors[0]) == .ones, operand.extent.rows == .one {
      return s.call(.logSumExp, payload: Axis.rows.rawValue, s.store.operands(factors[1])[0])
    }
    return nil
  }

  /// (xᵀx)^(k/2) = ‖x‖^k.
  static let norm = Rule(
    "sqrt_dot_self", "sqrt(x'*x) = norm2(x)", where: "x: vector(n)", .folding, cites: .cookbook(131), at: .power
  ) { s, _, record in
    guard let exponent = s.store.value(record.operands[1]), !exponent.isInteger, (exponent * 2).isInteger else {
      return nil
    }
    guard let argument = squared(record.operands[0], s) else { return nil }
    return s.power(s.call(.norm2, argument), exponent * 2)
  }

  /// The A of tr(AᵀA) or xᵀx.
  private static func squared(_ node: Node, _ s: Simplifier) -> Node? {
    let record = s.store[node]
    if record.holdsDifferential { return nil }
    if record.operation == .total {
      let power = s.store[record.operands[0]]
      return power.operation == .power && s.store.value(power.operands[1]) == 2 ? power.operands[0] : nil
    }
    let inside = record.operation == .trace ? record.operands[0] : node
    guard record.operation == .trace || record.extent.isScalar else { return nil }
    let factors = s.factors(inside)
    guard factors.count % 2 == 0 else { return nil }
    let half = factors.count / 2
    let right = s.product(Array(factors[half...]))
    return s.transpose(s.product(Array(factors[..<half]))) == right ? right : nil
  }

  static let frobenius = Rule(
    "trace_transpose_mul_self", "tr(X'*X) = norm2(X)^2", where: "X: matrix(m,n)", .folding, cites: .cookbook(131),
    at: .trace, .total
  ) { s, node, record in
    squared(node, s).map { s.power(s.call(.norm2, $0), 2) }
  }

  static let normTransposed = Rule(
    "norm2_transpose", "norm2(X') = norm2(X)", where: "X: matrix(m,n)", .simplifying, cites: .cookbook(131),
    at: .norm2, .norm1, .nuclearNorm
  ) { s, _, record in
    let transposed = s.transpose(record.operands[0])
    return s.store.precedes(transposed, record.operands[0]) ? s.call(record.operation, transposed) : nil
  }

  private static let quotients: [(Operation, Operation, Operation)] = [(.sin, .cos, .tan), (.sinh, .cosh, .tanh)]

  static let tangent = Rule(
    "sinh_div_cosh", "sinh(x)./cosh(x) = tanh(x)", where: "x: vector(n)", .folding, cites: .dlmf("4.28"), at: .hadamard
  ) { s, _, record in
    for (numerator, denominator, quotient) in quotients {
      for (place, factor) in record.operands.enumerated() {
        let (base, exponent) = s.baseAndExponent(factor)
        guard s.operation(base) == numerator, let power = s.store.value(exponent), power.isInteger, !power.isNegative
        else {
          continue
        }
        let argument = s.store.operands(base)[0]
        let other = s.power(s.call(denominator, argument), -power)
        guard let partner = record.operands.firstIndex(of: other) else { continue }
        var rest = Array(record.operands)
        rest[place] = s.power(s.call(quotient, argument), power)
        rest.remove(at: partner)
        return s.hadamard(rest)
      }
    }
    return nil
  }

  /// sin² + cos² = 1, cosh² − sinh² = 1, sec² − tan² = 1.
  private static let squares: [(Operation, Operation, Bool)] = [
    (.sin, .cos, false), (.cosh, .sinh, true), (.sec, .tan, true),
  ]

  static let pythagoras = Rule(
    "sin_sq_add_cos_sq", "sin(x).^2 + cos(x).^2 = ones(n)", where: "x: vector(n)", .simplifying, cites: .dlmf("4.21"),
    at: .sum
  ) { s, _, record in
    for (first, second, opposite) in squares {
      for (place, term) in record.operands.enumerated() {
        let (core, coefficient) = s.store.split(term)
        let (base, exponent) = s.baseAndExponent(core)
        guard s.operation(base) == first, s.store.value(exponent) == 2 else { continue }
        let partner = s.power(s.call(second, s.store.operands(base)[0]), 2)
        let wanted = s.store.scaled(opposite ? -coefficient : coefficient, partner)
        guard let other = record.operands.firstIndex(of: wanted) else { continue }
        var rest = Array(record.operands)
        rest[place] = s.store.scaled(coefficient, s.store.ones(record.extent))
        rest.remove(at: other)
        return s.sum(rest)
      }
    }
    return nil
  }

  /// c e^x ± c e^−x = 2c cosh(x) or 2c sinh(x).
  static let hyperbolic = Rule(
    "exp_add_exp_neg", "exp(x) - exp(-x) = 2*sinh(x)", where: "x: vector(n)", .folding, cites: .dlmf("4.28"), at: .sum
  ) { s, _, record in
    if record.operands.count(where: { isMultipleOfExp($0, s) }) < 2 { return nil }
    for (place, term) in record.operands.enumerated() where isMultipleOfExp(term, s) {
      let (core, coefficient) = s.store.split(term)
      let argument = s.store.operands(core)[0]
      guard !s.store.coefficient(argument).isNegative else { continue }
      let mirrored = s.call(.exp, s.normalize(s.store.negated(argument)))
      for (sign, operation) in [(Rational(1), Operation.cosh), (-1, .sinh)] {
        guard let other = record.operands.firstIndex(of: s.store.scaled(sign * coefficient, mirrored)) else { continue }
        var rest = Array(record.operands)
        rest[place] = s.store.scaled(coefficient * 2, s.call(operation, argument))
        rest.remove(at: other)
        return s.sum(rest)
      }
    }
    return nil
  }

  private static func isMultipleOfExp(_ term: Node, _ s: Simplifier) -> Bool {
    let record = s.store[term]
    switch record.operation {
    case .exp: return true
    case .scale, .hadamard:
      return record.count == 2 && s.store.isNumber(record.operands[0]) && s.operation(record.operands[1]) == .exp
    default: return false
    }
  }

  static let all = [
    sigmoid, exponentialSigmoid, sigmoidPair, softplus, logSumExp, norm, frobenius,
    normTransposed, tangent,
    pythagoras, hyperbolic,
  ]
}
