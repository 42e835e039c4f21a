/// Entrywise products: powers of one base merge, outer products become diagonal scalings.
enum HadamardRules {
  /// a^p ⊙ a^q = a^(p+q).
  static let powers = Rule(
    "pow_mul_pow", "X.^a .* X.^b = X.^(a+b)", where: "X: matrix(m,n) positive; a: scalar; b: scalar", .simplifying,
    cites: .dlmf("4.2.37"), at: .hadamard
  ) { s, _, record in
    guard holdsBaseTwice(record.operands, s) else { return nil }
    var bases: [(base: Node, exponents: [Node])] = []
    var merged = false
    func isLarge(_ exponent: Node) -> Bool { (s.store.value(exponent)?.magnitude ?? 0) >= PowerRules.largestExponent }
    for factor in record.operands {
      let (base, exponent) = s.store.isNumber(factor) ? (factor, s.store.one) : s.baseAndExponent(factor)
      if let known = bases.firstIndex(where: { $0.base == base && fits($0.exponents[0], exponent, s.store) }),
        !isLarge(exponent), !isLarge(bases[known].exponents[0])
      {
        bases[known].exponents.append(exponent)
        merged = true
      } else {
        bases.append((base, [exponent]))
      }
    }
    guard merged else { return nil }
    return s.hadamard(
      bases.map { base, exponents in
        exponents.count == 1 ? s.store.power(base, exponents[0]) : s.power(base, s.sum(exponents))
      })
  }

  /// Equal factors stand side by side, so that only powers are held against all others.
  private static func holdsBaseTwice(_ factors: UnsafeBufferPointer<Node>, _ s: Simplifier) -> Bool {
    for (place, factor) in factors.enumerated() {
      if place + 1 < factors.count, factors[place + 1] == factor { return true }
      guard s.operation(factor) == .power else { continue }
      let base = s.baseAndExponent(factor).base
      for (other, candidate) in factors.enumerated() where other != place {
        if candidate == base || s.operation(candidate) == .power && s.baseAndExponent(candidate).base == base {
          return true
        }
      }
    }
    return false
  }

  private static func fits(_ left: Node, _ right: Node, _ store: Store) -> Bool {
    store.extent(left) == store.extent(right)
  }

  /// e^a e^b = e^(a+b), where the exponent gets shorter.
  static let exponentials = Rule(
    "exp_add", "exp(x) .* exp(y) = exp(x+y)", where: "x: vector(n); y: vector(n)", .simplifying, cites: .dlmf("4.2.37"),
    at: .hadamard
  ) { s, _, record in
    let exponentials = record.operands.filter { s.operation($0) == .exp }
    guard exponentials.count > 1 else { return nil }
    let exponent = s.sum(exponentials.map { s.store.operands($0)[0] })
    let joined = s.call(.exp, exponent)
    let before = exponentials.reduce(UInt32(0)) { $0 + s.size($1) }
    guard s.size(joined) < before else { return nil }
    return s.hadamard(record.operands.filter { s.operation($0) != .exp } + [joined])
  }

  /// (x yᵀ) ⊙ A = diag(x) A diag(y).
  static let outer = Rule(
    "hadamard_outer", "(x*y') .* A = diag(x)*A*diag(y)", where: "x: vector(m); y: vector(n); A: matrix(m,n)",
    .reordering,
    cites: .hornJohnson("5.1"), at: .hadamard
  ) { s, _, record in
    guard !record.extent.isScalar, record.extent.rows != .one, record.extent.columns != .one else { return nil }
    for (place, factor) in record.operands.enumerated() {
      guard let (column, row) = ProductRules.outerFactors(factor, s) else { continue }
      var rest = Array(record.operands)
      rest.remove(at: place)
      var product = [s.hadamard(rest)]
      if !s.store.isOnes(column) { product.insert(s.call(.diagonalMatrix, column), at: 0) }
      if !s.store.isOnes(row) { product.append(s.call(.diagonalMatrix, s.transpose(row))) }
      return s.product(product)
    }
    return nil
  }

  /// (diag(x) A) ⊙ B = diag(x) (A ⊙ B).
  static let diagonalScaling = Rule(
    "diag_mul_hadamard", "(diag(x)*A) .* B = diag(x)*(A .* B)", where: "x: vector(m); A: matrix(m,n); B: matrix(m,n)",
    .reordering, cites: .hornJohnson("5.1"), at: .hadamard
  ) { s, _, record in
    for (place, factor) in record.operands.enumerated() {
      var parts = s.factors(factor)
      guard parts.count > 1 else { continue }
      let isLeft = s.operation(parts[0]) == .diagonalMatrix
      guard isLeft || s.operation(parts[parts.count - 1]) == .diagonalMatrix else { continue }
      let scaling = isLeft ? parts.removeFirst() : parts.removeLast()
      var rest = Array(record.operands)
      rest[place] = s.product(parts)
      let inner = s.hadamard(rest)
      return isLeft ? s.product([scaling, inner]) : s.product([inner, scaling])
    }
    return nil
  }

  static let identity = Rule(
    "hadamard_one", "A .* eye(n) = diag(diagonal(A))", where: "A: matrix(n,n)", .reordering, cites: .hornJohnson("5.1"),
    at: .hadamard
  ) { s, _, record in
    guard !record.extent.isScalar, let place = record.operands.firstIndex(where: { isDiagonal($0, s) }) else {
      return nil
    }
    var rest = Array(record.operands)
    let special = s.store[rest.remove(at: place)]
    let diagonal = s.call(.diagonal, s.hadamard(rest))
    let vector = special.operation == .identity ? diagonal : s.hadamard([special.operands[0], diagonal])
    return s.call(.diagonalMatrix, vector)
  }

  private static func isDiagonal(_ node: Node, _ s: Simplifier) -> Bool {
    s.operation(node) == .identity || s.operation(node) == .diagonalMatrix
  }

  static let signTimesAbs = Rule(
    "sign_mul_abs", "sign(x) .* abs(x) = x", where: "x: vector(n)", .simplifying, cites: .dlmf("1.16"), at: .hadamard
  ) { s, _, record in
    for (place, factor) in record.operands.enumerated() where s.operation(factor) == .abs {
      let argument = s.store.operands(factor)[0]
      let sign = s.call(.sign, argument)
      guard let other = record.operands.firstIndex(of: sign) else { continue }
      var rest = Array(record.operands)
      rest[place] = argument
      rest.remove(at: other)
      return s.hadamard(rest)
    }
    return nil
  }

  static let stepTimesRelu = Rule(
    "step_mul_relu", "step(x) .* relu(x) = relu(x)", where: "x: vector(n)", .simplifying, cites: .dlmf("1.16"),
    at: .hadamard
  ) { s, _, record in
    for factor in record.operands {
      let base = s.baseAndExponent(factor).base
      guard s.operation(base) == .relu else { continue }
      let step = s.call(.step, s.store.operands(base)[0])
      guard let place = record.operands.firstIndex(of: step) else { continue }
      var rest = Array(record.operands)
      rest.remove(at: place)
      return s.hadamard(rest)
    }
    return nil
  }

  static let all = [
    powers, exponentials, outer, diagonalScaling, identity, signTimesAbs, stepTimesRelu,
  ]
}
