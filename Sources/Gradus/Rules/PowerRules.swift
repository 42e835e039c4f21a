/// Entrywise powers.
enum PowerRules {
  /// Exponents beyond this are not multiplied out: repeated squaring keeps its shared intermediates.
  static let largestExponent: Rational = 256

  /// (a^p)^q = a^(pq), with |a| where an even power hides the sign.
  static let power = Rule(
    "pow_pow", "(X.^a).^b = X.^(a*b)", where: "X: matrix(m,n) positive; a: scalar; b: scalar", .simplifying,
    cites: .dlmf("4.2.37"), at: .power
  ) { s, _, record in
    let inner = s.store[record.operands[0]]
    guard inner.operation == .power, let p = s.store.value(inner.operands[1]), let q = s.store.value(record.operands[1])
    else { return nil }
    let product = p * q
    guard product.magnitude <= largestExponent else { return nil }
    let hidesSign = p.isInteger && (p.intValue ?? 1) % 2 == 0 && !q.isInteger
    let base = hidesSign ? s.call(.abs, inner.operands[0]) : inner.operands[0]
    return s.power(base, product)
  }

  /// (a b)^k = a^k b^k for whole k.
  static let hadamard = Rule(
    "mul_pow", "(X .* Y).^-1 = X.^-1 .* Y.^-1", where: "X: matrix(m,n); Y: matrix(m,n)", .reordering,
    cites: .dlmf("4.2.37"),
    at: .power
  ) { s, _, record in
    guard let exponent = s.store.value(record.operands[1]), exponent.isInteger else { return nil }
    let base = s.store[record.operands[0]]
    switch base.operation {
    case .hadamard: return s.hadamard(base.operands.map { s.power($0, exponent) })
    case .scale: return s.scale(s.power(base.operands[0], exponent), s.power(base.operands[1], exponent))
    default: return nil
    }
  }

  /// (x yᵀ)^k = x^k (y^k)ᵀ entry by entry, for whole k, and for every power of what is only repeated.
  static let outer = Rule(
    "pow_outer", "(x*y').^-1 = x.^-1*(y.^-1)'", where: "x: vector(m); y: vector(n)", .reordering,
    cites: .dlmf("4.2.37"), at: .power
  ) { s, _, record in
    guard record.extent.rows != .one, record.extent.columns != .one, s.store.isScalar(record.operands[1]),
      let (column, row) = ProductRules.outerFactors(record.operands[0], s)
    else { return nil }
    let isWhole = s.store.value(record.operands[1])?.isInteger ?? false
    guard isWhole || s.store.isOnes(column) || s.store.isOnes(row) else { return nil }
    return s.product([s.power(column, record.operands[1]), s.power(row, record.operands[1])])
  }

  /// The square root of a positive number factor comes out: (4 x)^½ = 2 x^½.
  static let numberRoot = Rule(
    "sqrt_mul", "sqrt(4*x) = 2*sqrt(x)", where: "x: scalar positive", .simplifying, cites: .dlmf("4.2.37"), at: .power
  ) { s, _, record in
    guard let exponent = s.store.value(record.operands[1]), let doubled = (exponent * 2).intValue, !exponent.isInteger
    else {
      return nil
    }
    let (core, coefficient) = s.store.split(record.operands[0])
    guard !coefficient.isOne, !coefficient.isNegative, let root = coefficient.squareRoot, let out = root.power(doubled)
    else { return nil }
    return s.scale(s.store.number(out), s.power(core, exponent))
  }

  static let exponential = Rule(
    "exp_pow", "exp(x).^a = exp(a*x)", where: "x: vector(n); a: scalar", .simplifying, cites: .dlmf("4.2.37"),
    at: .power
  ) { s, _, record in
    let base = s.store[record.operands[0]]
    guard base.operation == .exp, s.store.isNumber(record.operands[1]) else { return nil }
    return s.call(.exp, s.scale(record.operands[1], base.operands[0]))
  }

  static let absolute = Rule(
    "abs_sq", "abs(x).^2 = x.^2", where: "x: vector(n)", .simplifying, cites: .dlmf("1.4"), at: .power
  ) { s, _, record in
    let base = s.store[record.operands[0]]
    guard base.operation == .abs, let exponent = s.store.value(record.operands[1])?.intValue, exponent % 2 == 0 else {
      return nil
    }
    return s.power(base.operands[0], Rational(exponent))
  }

  /// Steps and unit vectors of the largest entry have entries 0 and 1 only.
  static let idempotent = Rule(
    "step_sq", "step(x).^2 = step(x)", where: "x: vector(n)", .simplifying, cites: .dlmf("1.16"), at: .power
  ) { s, _, record in
    let base = s.operation(record.operands[0])
    guard base == .step || base == .argmax || base == .unit, let exponent = s.store.value(record.operands[1]),
      exponent.isInteger, !exponent.isNegative
    else { return nil }
    return record.operands[0]
  }

  /// (b − a)^k for whole k takes the sign that puts a positive term first.
  static let sign = Rule(
    "neg_pow", "(y - x).^2 = (x - y).^2", where: "x: vector(n); y: vector(n)", .reordering, cites: .dlmf("4.2.37"),
    at: .power
  ) { s, _, record in
    let base = s.store[record.operands[0]]
    guard base.operation == .sum, let exponent = s.store.value(record.operands[1])?.intValue,
      s.store.coefficient(base.operands[0]).isNegative
    else { return nil }
    let flipped = s.power(s.sum(base.operands.map { s.store.negated($0) }), Rational(exponent))
    return exponent % 2 == 0 ? flipped : s.normalize(s.store.negated(flipped))
  }

  static let all = [power, hadamard, outer, numberRoot, exponential, absolute, idempotent, sign]
}
