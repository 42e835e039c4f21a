/// Exponentials divided by their sums are given back as softmax.
enum SoftmaxRules {
  /// exp(z)/(1ᵀ exp(z)) = softmax(z).
  static let vector = Rule(
    "exp_div_sum_exp", "exp(z)/(ones(n)'*exp(z)) = softmax(z)", where: "z: vector(n)", .folding, cites: .basic(103),
    at: .scale, .hadamard
  ) { s, node, record in
    let isScale = record.operation == .scale
    guard isScale || record.extent.isScalar, record.operands.contains(where: { holdsPower($0, s) }) else { return nil }
    var scalars = s.entrywiseFactors(isScale ? record.operands[0] : node)
    for (place, factor) in scalars.enumerated() {
      guard let (base, power) = reciprocal(factor, s), let exponential = sumOfExponentials(base, s) else { continue }
      let softmax = s.call(.softmax, payload: Axis.rows.rawValue, s.store.operands(exponential)[0])
      func lowered() -> Node { s.power(base, power + 1) }
      if isScale, let core = replacing(exponential, by: softmax, in: record.operands[1], s) {
        scalars[place] = lowered()
        return s.scale(s.hadamard(scalars), core)
      }
      for other in scalars.indices where other != place {
        if let replaced = replacing(exponential, by: softmax, in: scalars[other], s) {
          scalars[place] = lowered()
          scalars[other] = replaced
          let scalar = s.hadamard(scalars)
          return isScale ? s.scale(scalar, record.operands[1]) : scalar
        }
      }
    }
    return nil
  }

  private static func holdsPower(_ node: Node, _ s: Simplifier) -> Bool {
    let record = s.store[node]
    if record.operation == .power { return true }
    return record.operation == .hadamard && record.operands.contains { s.operation($0) == .power }
  }

  /// The base and the negative whole exponent of a power.
  private static func reciprocal(_ node: Node, _ s: Simplifier) -> (base: Node, exponent: Rational)? {
    let (base, exponent) = s.baseAndExponent(node)
    guard let power = s.store.value(exponent), power.isInteger, power.isNegative else { return nil }
    return (base, power)
  }

  /// The exp(z) of the sum of its entries.
  private static func sumOfExponentials(_ node: Node, _ s: Simplifier) -> Node? {
    let record = s.store[node]
    let inner = record.operation == .total ? record.operands[0] : s.factors(node).last ?? node
    guard record.extent.isScalar, s.operation(inner) == .exp, s.store.extent(inner).columns == .one else { return nil }
    if record.operation == .total { return inner }
    let factors = s.factors(node)
    return factors.count == 2 && s.operation(factors[0]) == .ones ? inner : nil
  }

  /// The node with one multiplicative factor exchanged; nil where it has none.
  private static func replacing(_ factor: Node, by other: Node, in node: Node, _ s: Simplifier, depth: Int = 4) -> Node?
  {
    if node == factor { return other }
    if depth == 0 { return nil }
    let record = s.store[node]
    switch record.operation {
    case .transpose, .product, .hadamard, .scale, .diagonalMatrix, .total:
      for (place, operand) in record.operands.enumerated() {
        if let replaced = replacing(factor, by: other, in: operand, s, depth: depth - 1) {
          var operands = Array(record.operands)
          operands[place] = replaced
          return s.normalize(s.store.rebuild(record, operands))
        }
      }
      return nil
    default: return nil
    }
  }

  /// Row by row diag(1 ⊘ (exp(Z) 1)) exp(Z) = softmax(Z, 1), and column by column.
  static let diagonal = Rule(
    "diag_exp_div_sum_exp", "diag(1./(exp(Z)*ones(n)))*exp(Z) = softmax(Z,1)", where: "Z: matrix(m,n)", .folding,
    cites: .basic(103), at: .product
  ) { s, _, record in
    let factors = Array(record.operands)
    for (place, factor) in factors.enumerated() where s.operation(factor) == .diagonalMatrix {
      var weights = s.entrywiseFactors(s.store.operands(factor)[0])
      for (index, weight) in weights.enumerated() {
        guard let (base, power) = reciprocal(weight, s), let slices = SliceSums(base, s), slices.isLeading else {
          continue
        }
        let (left, right) = (Array(factors[..<place]), Array(factors[(place + 1)...]))
        func scaling() -> [Node] {
          weights[index] = s.power(base, power + 1)
          let lowered = s.hadamard(weights)
          return s.store.isOnes(lowered) ? [] : [s.call(.diagonalMatrix, lowered)]
        }
        // A diagonal matrix scales the rows of what follows it and the columns of what it follows.
        if !right.isEmpty, let replaced = slices.replacing(in: s.store.product(right), s) {
          return s.product(left + scaling() + [replaced])
        }
        if !left.isEmpty, let replaced = slices.transposed(s).replacing(in: s.store.product(left), s) {
          return s.product([replaced] + scaling() + right)
        }
      }
    }
    return nil
  }

  /// exp(Z) ⊘ (exp(Z) 1 1ᵀ) = softmax(Z, 1), column by column, and of what the exponentials are multiplied by.
  static let entrywise = Rule(
    "exp_div_spread_sum_exp", "exp(Z)./(exp(Z)*ones(n)*ones(n)') = softmax(Z,1)", where: "Z: matrix(m,n)", .folding,
    cites: .basic(103), at: .hadamard
  ) { s, _, record in
    if record.extent.isScalar { return nil }
    var factors = Array(record.operands)
    for (place, factor) in factors.enumerated() {
      guard let (base, power) = reciprocal(factor, s), let slices = SliceSums(base, s) else { continue }
      for (other, candidate) in factors.enumerated() where other != place {
        guard let replaced = slices.replacing(in: candidate, s) else { continue }
        factors[other] = replaced
        factors[place] = s.power(base, power + 1)
        return s.hadamard(factors)
      }
    }
    return nil
  }

  static let all = [vector, diagonal, entrywise]
}
