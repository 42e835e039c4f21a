/// Products with sums, multiplied out where something cancels.
enum CancellingRules {
  /// Multiplied out and collected where that is shorter: −y (1 − s) + (1 − y) s = s − y.
  static let expand = Rule(
    "hadamard_add_cancel", "X .* (Y - Z) + X .* Z = X .* Y", where: "X: matrix(m,n); Y: matrix(m,n); Z: matrix(m,n)",
    .simplifying, cites: .hornJohnson("5.1"), at: .sum
  ) { s, node, record in
    guard record.count <= 16, record.operands.contains(where: { hasSumFactor($0, s) }),
      Expansion.mayMeet(record.operands, s)
    else { return nil }
    var terms: [Node] = []
    for operand in record.operands {
      guard let expanded = multipliedOut(operand, s), terms.count + expanded.count <= 64 else { return nil }
      terms += expanded
    }
    // Without two terms that meet, multiplying out only swells, and nested sums would be tried in every combination.
    if s.terms(s.store.sum(terms)).count == terms.count { return nil }
    let result = s.sum(terms)
    return s.size(result) < s.size(node) ? result : nil
  }

  private static func hasSumFactor(_ term: Node, _ s: Simplifier) -> Bool {
    let (scalar, core) = s.splitScale(term)
    return s.entrywiseFactors(scalar).contains { s.operation($0) == .sum }
      || s.entrywiseFactors(core).contains { s.operation($0) == .sum }
  }

  /// The terms of a term with its entrywise and scalar sums multiplied out.
  static func multipliedOut(_ term: Node, _ s: Simplifier) -> [Node]? {
    let (scalar, core) = s.splitScale(term)
    let isScalar = s.store.isScalar(term)
    var products: [(scalars: [Node], entries: [Node])] = [([], [])]
    func distribute(_ factor: Node, _ add: (inout (scalars: [Node], entries: [Node]), Node) -> Void) -> Bool {
      let parts = s.terms(factor)
      guard products.count * parts.count <= 64 else { return false }
      products = products.flatMap { product in
        parts.map { part in
          var extended = product
          add(&extended, part)
          return extended
        }
      }
      return true
    }
    if !isScalar, scalar != s.store.one {
      for factor in s.entrywiseFactors(scalar) {
        guard distribute(factor, { $0.scalars.append($1) }) else { return nil }
      }
    }
    for factor in s.entrywiseFactors(core) {
      guard distribute(factor, { $0.entries.append($1) }) else { return nil }
    }
    return products.map { product in
      let entries = s.hadamard(product.entries)
      return product.scalars.isEmpty ? entries : s.scale(s.hadamard(product.scalars), entries)
    }
  }

  /// A product multiplied out where that is shorter: diag(s) (I − 1 sᵀ) = diag(s) − s sᵀ.
  static let expandProduct = Rule(
    "mul_add_cancel", "A*(B + inv(A)) = A*B + eye(n)", where: "A: matrix(n,n) invertible; B: matrix(n,n)", .simplifying,
    cites: .hornJohnson("0.2"), at: .product
  ) { s, node, record in
    guard record.count <= 16 else { return nil }
    let factors = Array(record.operands)
    for (place, factor) in factors.enumerated() where s.operation(factor) == .sum && s.store[factor].count <= 8 {
      // A scalar differential is read term by term.
      let isDifferential = record.extent.isScalar && s.store[factor].holdsDifferential
      if !isDifferential, staysApart(factor, at: place, in: record, s) { continue }
      let terms = s.terms(factor).map { term in
        s.product(Array(factors[..<place]) + [term] + Array(factors[(place + 1)...]))
      }
      let result = s.sum(terms)
      if isDifferential || s.size(result) < s.size(node) { return result }
    }
    return nil
  }

  /// Whether nothing can happen where the terms of a sum would meet its neighbours: they are different variables.
  private static func staysApart(_ sum: Node, at place: Int, in product: Record, _ s: Simplifier) -> Bool {
    guard s.hypotheses.isEmpty, !product.extent.isScalar else { return false }
    // Where a column meets a row, only ones join.
    func parts(_ neighbour: Node, _ width: Dim) -> Bool { width == .one && s.operation(neighbour) != .ones }
    let before = place == 0 ? nil : product.operands[place - 1]
    let after = place + 1 == product.operands.count ? nil : product.operands[place + 1]
    let isClosedBefore = before.map { parts($0, s.store.extent($0).columns) } ?? true
    let isClosedAfter = after.map { parts($0, s.store.extent($0).rows) } ?? true
    if isClosedBefore, isClosedAfter { return true }
    func isInert(_ factor: Node) -> Bool {
      let inner = s.operation(factor) == .transpose ? s.store.operands(factor)[0] : factor
      return s.operation(inner) == .sum || s.operation(inner) == .variable
    }
    guard product.operands.allSatisfy(isInert) else { return false }
    let left = isClosedBefore ? s.store.one : before.flatMap { letter($0, s) }
    let right = isClosedAfter ? s.store.one : after.flatMap { letter($0, s) }
    guard let left, let right else { return false }
    return s.store.operands(sum).allSatisfy { term in
      let core = s.splitScale(term).core
      let record = s.store[core]
      if record.operation != .product {
        guard let met = letter(core, s) else { return false }
        return met != left && met != right
      }
      guard let first = letter(record.operands[0], s), let last = letter(record.operands[Int(record.count) - 1], s)
      else {
        return false
      }
      return first != left && last != right && record.operands.allSatisfy(isInert)
    }
  }

  /// The variable that a factor is, perhaps transposed.
  private static func letter(_ factor: Node, _ s: Simplifier) -> Node? {
    let record = s.store[factor]
    let inner = record.operation == .transpose ? record.operands[0] : factor
    return s.operation(inner) == .variable ? inner : nil
  }

  static let all = [expand, expandProduct]
}
