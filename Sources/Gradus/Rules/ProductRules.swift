/// Matrix products: inverses cancel, scalars read the shorter way round, constant vectors are counted.
enum ProductRules {
  static let inverse = Rule(
    "mul_inv_cancel", "A*inv(A) = eye(n)", where: "A: matrix(n,n) invertible", .simplifying, cites: .cookbook(1),
    conditions: ["A invertible"], at: .product
  ) { s, _, record in
    let factors = Array(record.operands)
    for (place, factor) in factors.enumerated() {
      guard let inverted = inverted(factor, s) else { continue }
      let target = s.factors(inverted)
      let after = place + 1
      if after + target.count <= factors.count, Array(factors[after..<after + target.count]) == target {
        return join(
          s, factors[..<place], s.store.identity(s.store.extent(factor).rows), factors[(after + target.count)...])
      }
      if place >= target.count, Array(factors[(place - target.count)..<place]) == target {
        return join(
          s, factors[..<(place - target.count)], s.store.identity(s.store.extent(factor).rows), factors[after...])
      }
    }
    return nil
  }

  /// What a factor is the inverse of.
  private static func inverted(_ factor: Node, _ s: Simplifier) -> Node? {
    let record = s.store[factor]
    if record.operation == .inverse { return record.operands[0] }
    guard record.operation == .transpose else { return nil }
    let inner = s.store[record.operands[0]]
    return inner.operation == .inverse ? s.transpose(inner.operands[0]) : nil
  }

  static func join(_ s: Simplifier, _ before: ArraySlice<Node>, _ middle: Node, _ after: ArraySlice<Node>) -> Node {
    s.product(Array(before) + [middle] + Array(after))
  }

  /// The product with the first two neighbours that join replaced by what they join to.
  static func joiningNeighbours(_ record: Record, _ s: Simplifier, _ join: (Node, Node) -> Node?) -> Node? {
    for place in record.operands.indices.dropLast() {
      guard let result = join(record.operands[place], record.operands[place + 1]) else { continue }
      let factors = Array(record.operands)
      return self.join(s, factors[..<place], result, factors[(place + 2)...])
    }
    return nil
  }

  /// The x and yᵀ of an outer product.
  static func outerFactors(_ node: Node, _ s: Simplifier) -> (column: Node, row: Node)? {
    let parts = s.factors(node)
    guard parts.count > 1, let cut = parts.firstIndex(where: { s.store.extent($0).columns == .one }),
      cut < parts.count - 1
    else { return nil }
    return (s.product(Array(parts[...cut])), s.product(Array(parts[(cut + 1)...])))
  }

  /// A scalar product equals its transpose; the one that comes first in the print order is kept.
  static let scalarTranspose = Rule(
    "scalar_transpose", "x'*A*y = y'*A'*x", where: "A: matrix(m,n); x: vector(m); y: vector(n)", .reordering,
    cites: .magnusNeudecker("1.9"), at: .product
  ) { s, node, record in
    guard record.extent.isScalar, let first = record.operands.first, let last = record.operands.last else { return nil }
    // A differential stands last; which way its factor would read mirrored need not be known.
    if s.store[last].holdsDifferential, !s.store[first].holdsDifferential, s.operation(last) != .transpose {
      return nil
    }
    let mirrored = s.store.product(record.operands.reversed().map { s.transpose($0) })
    let (a, b) = (cost(Array(record.operands), s.store), cost(s.factors(mirrored), s.store))
    if a != b { return b < a ? s.normalize(mirrored) : nil }
    return s.store.precedes(mirrored, node) ? s.normalize(mirrored) : nil
  }

  /// Differentials far from the end or transposed cost most, then transposes.
  static func cost(_ factors: [Node], _ store: Store) -> Int {
    var cost = 0
    for (place, factor) in factors.enumerated() {
      let operation = store.operation(factor)
      if operation == .differential { cost += 1000 * (factors.count - 1 - place) }
      guard operation == .transpose else { continue }
      cost += store.operation(store.operands(factor)[0]) == .differential ? 1_000_000 : 1
    }
    return cost
  }

  /// An all-ones matrix inside a product is a column of ones times a row of ones.
  static let splitOnes = Rule(
    "ones_eq_outer", "ones(m,n) = ones(m)*ones(n)'", .reordering, cites: .magnusNeudecker("2.3"), at: .product
  ) { s, _, record in
    guard let place = record.operands.firstIndex(where: { isWideOnes($0, s.store) }) else { return nil }
    let extent = s.store.extent(record.operands[place])
    var factors = Array(record.operands)
    factors.replaceSubrange(place...place, with: [s.store.ones(extent.rows), s.store.ones(.one, extent.columns)])
    return s.product(factors)
  }

  private static func isWideOnes(_ node: Node, _ store: Store) -> Bool {
    let extent = store.extent(node)
    return store.operation(node) == .ones && extent.rows != .one && extent.columns != .one
  }

  static let joinOnes = Rule(
    "ones_outer", "ones(m)*ones(n)' = ones(m,n)", .simplifying, cites: .magnusNeudecker("2.3"), at: .product
  ) { s, _, record in
    guard record.count == 2, record.operands.allSatisfy({ s.operation($0) == .ones }),
      s.store.extent(record.operands[0]).columns == .one
    else { return nil }
    if record.extent.isScalar { return nil }
    return s.store.ones(record.extent)
  }

  static let countOnes = Rule(
    "ones_dot_ones", "ones(n)'*ones(n) = n", .simplifying, cites: .magnusNeudecker("2.3"), at: .product
  ) { s, _, record in
    guard record.extent.isScalar, record.count == 2, record.operands.allSatisfy({ s.operation($0) == .ones }) else {
      return nil
    }
    return s.store.scalar(s.store.extent(record.operands[0]).columns)
  }

  /// 1ᵀv is the sum of v.
  static let sumOfVector = Rule(
    "ones_mul_eq_sum", "ones(n)'*x = sum(x)", where: "x: vector(n)", .folding, cites: .magnusNeudecker("2.3"),
    at: .product
  ) { s, _, record in
    guard record.extent.isScalar, let last = record.operands.last, s.operation(record.operands[0]) == .ones else {
      return nil
    }
    var rest = Array(record.operands.dropFirst())
    if s.operation(last) == .ones { rest.removeLast() }
    if rest.isEmpty { return nil }
    return s.call(.total, payload: Axis.all.rawValue, s.product(rest))
  }

  /// xᵀ(y ⊙ z) is the sum of all three's entrywise product, in which factors can cancel.
  static let dotOfHadamard = Rule(
    "dot_hadamard", "x'*(y .* z) = sum(x .* y .* z)", where: "x: vector(n); y: vector(n); z: vector(n)", .reordering,
    cites: .basic(100), at: .product
  ) { s, _, record in
    guard record.extent.isScalar, record.count == 2 else { return nil }
    let right = record.operands[1]
    guard s.store.extent(right).rows != .one else { return nil }
    func isEntrywise(_ node: Node) -> Bool {
      let operation = s.operation(node)
      return operation == .hadamard || operation == .power || operation == .transpose
    }
    guard isEntrywise(record.operands[0]) || isEntrywise(right) else { return nil }
    let left = s.transpose(record.operands[0])
    guard [left, right].contains(where: { s.operation($0) == .hadamard || s.operation($0) == .power }) else {
      return nil
    }
    return s.call(.total, payload: Axis.all.rawValue, s.hadamard([left, right]))
  }

  static let unit = Rule(
    "unit_dot_unit", "unit(n,1)'*unit(n,1) = 1", .simplifying, cites: .magnusNeudecker("2.2"),
    at: .product
  ) { s, _, record in
    guard record.extent.isScalar, record.count == 2, s.operation(record.operands[1]) == .unit else { return nil }
    let (left, right) = (s.transpose(record.operands[0]), record.operands[1])
    guard s.operation(left) == .unit, s.operation(right) == .unit else { return nil }
    if left == right { return s.store.one }
    let (a, b) = (s.store.regions[s.store[left].payload].rowOffset, s.store.regions[s.store[right].payload].rowOffset)
    return a.literal != nil && b.literal != nil ? s.store.zero : nil
  }

  static let all = [
    inverse, splitOnes, joinOnes, countOnes, scalarTranspose, sumOfVector, dotOfHadamard, unit,
  ]
}
