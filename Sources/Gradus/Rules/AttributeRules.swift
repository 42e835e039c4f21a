/// What the declared attributes of variables allow; each use names its assumption.
enum AttributeRules {
  static let symmetric = Rule(
    "transpose_symmetric", "A' = A", where: "A: matrix(n,n) symmetric", .simplifying, cites: .hornJohnson("0.2"),
    conditions: ["A symmetric"], at: .transpose
  ) { s, _, record in
    let operand = record.operands[0]
    let attributes = s.attributes(operand)
    for (attribute, word) in [
      (Attributes.symmetric, "symmetric"), (.positiveDefinite, "positive definite"), (.diagonal, "diagonal"),
    ] where attributes.contains(attribute) {
      return s.assuming("\(s.name(operand)) \(word)", operand)
    }
    return nil
  }

  static let skew = Rule(
    "transpose_skew", "A' = -A", where: "A: matrix(n,n) skew", .reordering, cites: .hornJohnson("0.2"),
    conditions: ["A skew"], at: .transpose
  ) { s, _, record in
    let operand = record.operands[0]
    guard s.attributes(operand).contains(.skew) else { return nil }
    return s.assuming("\(s.name(operand)) skew", s.normalize(s.store.negated(operand)))
  }

  static let orthogonal = Rule(
    "orthogonal_mul", "Q'*Q = eye(n)", where: "Q: matrix(m,n) orthogonal", .simplifying, cites: .hornJohnson("2.1"),
    conditions: ["Q orthogonal"], at: .product
  ) { s, _, record in
    let factors = Array(record.operands)
    for place in factors.indices.dropLast() {
      let (left, right) = (factors[place], factors[place + 1])
      let variable = s.operation(left) == .transpose ? s.store.operands(left)[0] : left
      guard s.attributes(variable).contains(.orthogonal), s.transpose(left) == right else { continue }
      let extent = s.store.extent(variable)
      guard s.operation(left) == .transpose || extent.rows == extent.columns else { continue }
      let identity = s.store.identity(s.store.extent(left).rows)
      let joined = ProductRules.join(s, factors[..<place], identity, factors[(place + 2)...])
      return s.assuming("\(s.name(variable)) orthogonal", joined)
    }
    return nil
  }

  static let inverseOfOrthogonal = Rule(
    "inv_orthogonal", "inv(Q) = Q'", where: "Q: matrix(n,n) orthogonal", .simplifying, cites: .hornJohnson("2.1"),
    conditions: ["Q orthogonal"], at: .inverse
  ) { s, _, record in
    let operand = record.operands[0]
    guard s.attributes(operand).contains(.orthogonal) else { return nil }
    return s.assuming("\(s.name(operand)) orthogonal", s.transpose(operand))
  }

  static let sumOfDistribution = Rule(
    "sum_simplex", "sum(p) = 1", where: "p: vector(n) simplex", .simplifying, cites: .basic(103),
    conditions: ["p simplex"],
    at: .total
  ) { s, _, record in
    let operand = record.operands[0]
    guard s.store.extent(operand).columns == .one, let word = distribution(operand, s) else { return nil }
    return s.assuming("\(s.name(operand)) \(word)", s.store.one)
  }

  static let rowSums = Rule(
    "simplex_mul_ones", "Y*ones(n) = ones(m)", where: "Y: matrix(m,n) simplex", .simplifying, cites: .basic(103),
    conditions: ["Y simplex"], at: .product
  ) { s, _, record in
    var factors = Array(record.operands)
    for place in factors.indices.dropLast() {
      let (left, right) = (factors[place], factors[place + 1])
      if s.operation(right) == .ones, s.store.extent(left).columns != .one, let word = distribution(left, s) {
        let joined = s.store.ones(s.store.extent(left).rows, s.store.extent(right).columns)
        factors.replaceSubrange(place...(place + 1), with: [joined])
        return s.assuming("\(s.name(left)) \(word)", s.product(factors))
      }
      if s.operation(left) == .ones, s.operation(right) == .transpose {
        let variable = s.store.operands(right)[0]
        guard let word = distribution(variable, s), s.store.extent(variable).columns != .one else { continue }
        let joined = s.store.ones(s.store.extent(left).rows, s.store.extent(right).columns)
        factors.replaceSubrange(place...(place + 1), with: [joined])
        return s.assuming("\(s.name(variable)) \(word)", s.product(factors))
      }
    }
    return nil
  }

  private static func distribution(_ node: Node, _ s: Simplifier) -> String? {
    let attributes = s.attributes(node)
    if attributes.contains(.simplex) { return "simplex" }
    if attributes.contains(.oneHotRows) { return "onehot_rows" }
    return attributes.contains(.oneHot) && s.store.extent(node).columns == .one ? "onehot" : nil
  }

  static let binary = Rule(
    "binary_sq", "y.^2 = y", where: "y: vector(n) binary", .simplifying, cites: .dlmf("1.16"), conditions: ["y binary"],
    at: .power
  ) { s, _, record in
    let operand = record.operands[0]
    let attributes = s.attributes(operand)
    guard let exponent = s.store.value(record.operands[1])?.intValue else { return nil }
    for (attribute, word) in [(Attributes.binary, "binary"), (.oneHot, "onehot"), (.oneHotRows, "onehot_rows")]
    where attributes.contains(attribute) && exponent > 0 {
      return s.assuming("\(s.name(operand)) \(word)", operand)
    }
    guard attributes.contains(.signs) else { return nil }
    return s.assuming(
      "\(s.name(operand)) signs", exponent % 2 == 0 ? s.store.ones(record.extent) : operand)
  }

  static let positive = Rule(
    "abs_of_positive", "abs(x) = x", where: "x: vector(n) positive", .simplifying, cites: .dlmf("1.4"),
    conditions: ["x positive"], at: .abs, .relu, .sign, .step
  ) { s, _, record in
    let operand = record.operands[0]
    guard s.attributes(operand).contains(.positive) else { return nil }
    let isSelf = record.operation == .abs || record.operation == .relu
    return s.assuming("\(s.name(operand)) positive", isSelf ? operand : s.store.ones(record.extent))
  }

  static let all = [
    symmetric, skew, orthogonal, inverseOfOrthogonal, sumOfDistribution, rowSums, binary, positive,
  ]
}
