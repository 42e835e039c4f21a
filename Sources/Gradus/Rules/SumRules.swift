/// Sums: common factors come out, and signs go in.
enum SumRules {
  /// A B + A C = A (B + C), in matrix products, from the left or from the right.
  static let factorProduct = Rule(
    "mul_add", "A*B + A*C = A*(B + C)", where: "A: matrix(m,k); B: matrix(k,n); C: matrix(k,n)", .simplifying,
    cites: .hornJohnson("0.2"), at: .sum
  ) { s, node, record in
    guard record.count <= 64, !record.extent.isScalar else { return nil }
    // A long differential is read term by term in any case.
    if record.holdsDifferential, record.count > 4 { return nil }
    for fromLeft in [true, false] {
      let ends = record.operands.map { term -> Node? in
        let core = s.store[s.splitScale(term).core]
        return core.operation == .product ? core.operands[fromLeft ? 0 : Int(core.count) - 1] : nil
      }
      let common = repeated(ends.compactMap { $0 })
      if common.isEmpty { continue }
      // What is common to some terms leaves the others alone, so that all of it comes out at once.
      var terms = ends.indices.filter { place in !common.contains { $0 == ends[place] } }.map { record.operands[$0] }
      for end in common {
        let inner = ends.indices.filter { ends[$0] == end }.map { place -> Node in
          let (scalar, core) = s.splitScale(record.operands[place])
          let factors = s.factors(core)
          return s.scale(scalar, s.product(Array(fromLeft ? factors.dropFirst() : factors.dropLast())))
        }
        let joined = s.sum(inner)
        terms.append(fromLeft ? s.product([end, joined]) : s.product([joined, end]))
      }
      let result = s.sum(terms)
      if s.size(result) < s.size(node) { return result }
    }
    return nil
  }

  /// The nodes that stand more than once, in the order of their first places.
  private static func repeated(_ nodes: [Node]) -> [Node] {
    if nodes.count < 2 { return [] }
    if nodes.count == 2 { return nodes[0] == nodes[1] ? [nodes[0]] : [] }
    var counts: [Node: Int] = [:]
    for node in nodes { counts[node, default: 0] += 1 }
    return nodes.filter { counts.removeValue(forKey: $0) ?? 0 > 1 }
  }

  /// s A + s B = s (A + B), and a ⊙ b + a ⊙ c = a ⊙ (b + c).
  static let factorEntrywise = Rule(
    "hadamard_add", "X .* Y + X .* Z = X .* (Y + Z)", where: "X: matrix(m,n); Y: matrix(m,n); Z: matrix(m,n)",
    .simplifying,
    cites: .hornJohnson("5.1"), at: .sum
  ) { s, node, record in
    guard record.count <= 64, record.operands.contains(where: { SharedFactors.isSeparable($0, s) }),
      let shared = SharedFactors(record.operands, s)
    else { return nil }
    for var group in shared.groups {
      var parts = group.rests(of: record.operands, s)
      if group.factors.count > 1, parts.contains(where: { isOnesOrNumber(s.splitScale($0).core, s) }) {
        // Where nothing entrywise is left, whether the last such factor comes out too is asked by itself.
        group.leaveLast(s)
        parts = group.rests(of: record.operands, s)
      }
      let inner = s.sum(parts)
      let rest = record.operands.indices.filter { !group.places.contains($0) }.map { record.operands[$0] }
      let result = s.sum(rest + [group.times(inner, s)])
      if s.size(result) < s.size(node) { return result }
    }
    return nil
  }

  private static func isOnesOrNumber(_ node: Node, _ s: Simplifier) -> Bool {
    s.store.isOnes(node) || s.store.isNumber(node)
  }

  /// Numbers common to all terms come out: 2 A + 2 B = 2 (A + B).
  static let content = Rule(
    "smul_add", "c*A + c*B = c*(A + B)", where: "A: matrix(m,n); B: matrix(m,n)", .simplifying,
    cites: .hornJohnson("0.2"),
    at: .sum
  ) { s, _, record in
    let first = s.store.coefficient(record.operands[0]).magnitude
    guard !first.isOne, record.operands.allSatisfy({ s.store.coefficient($0).magnitude == first }) else { return nil }
    let inverse = Rational(1) / first
    return s.normalize(s.store.scaled(first, s.sum(record.operands.map { s.store.scaled(inverse, $0) })))
  }

  /// A minus sign in front of a product goes into a sum that has one to give: −Aᵀ(b − A x) = Aᵀ(A x − b).
  static let sign = Rule(
    "neg_mul_sub", "-(A*(B - C)) = A*(C - B)", where: "A: matrix(m,k); B: matrix(k,n); C: matrix(k,n)", .simplifying,
    cites: .hornJohnson("0.2"), at: .scale, .hadamard
  ) { s, node, record in
    let isScalar = record.operation == .hadamard
    if isScalar, !record.extent.isScalar { return nil }
    guard s.store.coefficient(node).isNegative else { return nil }
    let (core, coefficient) = s.store.split(node)
    func flipped(_ sum: Node) -> Node? {
      guard s.operation(sum) == .sum, !s.kept.contains(sum) else { return nil }
      let terms = s.store.operands(sum)
      guard terms.count(where: { s.store.coefficient($0).isNegative }) * 2 >= terms.count else { return nil }
      return s.normalize(s.opposite(sum))
    }
    func rebuilt(_ node: Node) -> Node? {
      let inner = s.store[node]
      if let sum = flipped(node) { return sum }
      switch inner.operation {
      case .product, .hadamard, .scale:
        for (place, operand) in inner.operands.enumerated() {
          var operands = Array(inner.operands)
          if stands(twice: operand, in: inner, s) { continue }
          if let replaced = inner.operation == .scale ? rebuilt(operand) : flipped(operand) {
            operands[place] = replaced
            return s.normalize(s.store.rebuild(inner, operands))
          }
        }
        return nil
      default: return nil
      }
    }
    guard let positive = rebuilt(core) else { return nil }
    return s.normalize(s.store.scaled(coefficient.magnitude, positive))
  }

  /// Whether a factor stands in a product a second time, perhaps transposed, as in C Cᵀ, which is to stay as it is.
  private static func stands(twice factor: Node, in product: Record, _ s: Simplifier) -> Bool {
    guard product.operation != .scale, s.operation(factor) == .sum else { return false }
    return product.operands.count { $0 == factor || s.transpose($0) == factor } > 1
      || product.operands.contains { $0 != factor && s.transpose($0) == factor }
  }

  static let all = [content, factorProduct, factorEntrywise, sign]
}
