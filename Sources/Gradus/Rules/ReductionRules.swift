/// Sums over entries, rows and columns are products with all-ones vectors, and are given back at the end.
enum ReductionRules {
  static let rows = Rule(
    "sum_rows_eq", "sum(X,0) = ones(m)'*X", where: "X: matrix(m,n)", .reordering, cites: .magnusNeudecker("2.3"),
    at: .total
  ) { s, _, record in
    let operand = record.operands[0]
    let extent = s.store.extent(operand)
    switch Axis(rawValue: record.payload) ?? .all {
    case .rows: return s.product([s.store.ones(.one, extent.rows), operand])
    case .columns: return s.product([operand, s.store.ones(extent.columns)])
    case .all: return extent.isScalar ? operand : nil
    }
  }

  static let scale = Rule(
    "sum_smul", "sum(c*X) = c*sum(X)", where: "X: matrix(m,n)", .reordering, cites: .magnusNeudecker("2.3"), at: .total
  ) { s, _, record in
    let operand = s.store[record.operands[0]]
    guard operand.operation == .scale else { return nil }
    return s.scale(operand.operands[0], total(operand.operands[1], s))
  }

  static let sum = Rule(
    "sum_add", "sum(X + Y) = sum(X) + sum(Y)", where: "X: matrix(m,n); Y: matrix(m,n)", .reordering,
    cites: .magnusNeudecker("2.3"), at: .total
  ) { s, node, record in
    let operand = s.store[record.operands[0]]
    guard operand.operation == .sum else { return nil }
    let result = s.sum(operand.operands.map { total($0, s) })
    return s.size(result) <= s.size(node) ? result : nil
  }

  static let transpose = Rule(
    "sum_transpose", "sum(X') = sum(X)", where: "X: matrix(m,n)", .simplifying, cites: .magnusNeudecker("2.3"),
    at: .total
  ) { s, _, record in
    if record.holdsDifferential { return nil }
    let transposed = s.transpose(record.operands[0])
    return s.store.precedes(transposed, record.operands[0]) ? total(transposed, s) : nil
  }

  static let ones = Rule(
    "sum_ones", "sum(ones(m,n)) = m*n", .reordering, cites: .magnusNeudecker("2.3"), at: .total
  ) { s, _, record in
    let operand = s.store[record.operands[0]]
    switch operand.operation {
    case .ones: return s.store.scalar(s.store.multiplying(operand.extent.rows, operand.extent.columns))
    case .identity: return s.store.scalar(operand.extent.rows)
    case .unit: return s.store.one
    default: return nil
    }
  }

  static let diagonal = Rule(
    "sum_diag", "sum(diag(x)) = sum(x)", where: "x: vector(n)", .simplifying, cites: .magnusNeudecker("2.6"), at: .total
  ) { s, _, record in
    let operand = s.store[record.operands[0]]
    switch operand.operation {
    case .diagonalMatrix: return total(operand.operands[0], s)
    case .diagonal: return s.call(.trace, operand.operands[0])
    case .vec: return total(operand.operands[0], s)
    default: return nil
    }
  }

  /// The sum of an entrywise product of two is their inner product.
  static let hadamard = Rule(
    "sum_hadamard", "sum(x .* y) = x'*y", where: "x: vector(n); y: vector(n)", .folding, cites: .basic(100), at: .total
  ) { s, _, record in
    let operand = s.store[record.operands[0]]
    guard operand.extent.columns == .one || operand.extent.rows == .one else { return nil }
    var pair: (Node, Node)
    if operand.operation == .hadamard, operand.count == 2,
      !operand.operands.contains(where: { s.operation($0) == .power })
    {
      pair = (operand.operands[0], operand.operands[1])
    } else if operand.operation == .power, s.store.value(operand.operands[1]) == 2,
      ![.hadamard, .power].contains(s.operation(operand.operands[0]))
    {
      pair = (operand.operands[0], operand.operands[0])
    } else {
      return nil
    }
    // What varies stays untransposed.
    let varies = (s.store[pair.0].holdsDifferential, s.store[pair.1].holdsDifferential)
    if varies.0 != varies.1, varies.0 == (operand.extent.columns == .one) { pair = (pair.1, pair.0) }
    return operand.extent.columns == .one
      ? s.product([s.transpose(pair.0), pair.1]) : s.product([pair.0, s.transpose(pair.1)])
  }

  /// A sum over everything that a product with ones begins or ends with.
  static let outer = Rule(
    "sum_outer", "sum(x*y') = sum(x)*sum(y)", where: "x: vector(m); y: vector(n)", .simplifying,
    cites: .magnusNeudecker("2.3"), at: .total
  ) { s, _, record in
    let factors = s.factors(record.operands[0])
    guard factors.count > 1 else { return nil }
    if let cut = factors.firstIndex(where: { s.store.extent($0).columns == .one }), cut < factors.count - 1 {
      return s.hadamard([
        total(s.product(Array(factors[...cut])), s), total(s.product(Array(factors[(cut + 1)...])), s),
      ])
    }
    for (end, rest) in [(factors[0], factors.dropFirst()), (factors[factors.count - 1], factors.dropLast())] {
      let isFirst = end == factors[0]
      guard s.operation(end) == .diagonalMatrix else { continue }
      let vector = s.store.operands(end)[0]
      let chain = Array(rest)
      return isFirst
        ? s.product([s.transpose(vector)] + chain + [s.store.ones(s.store.extent(chain[chain.count - 1]).columns)])
        : s.product([s.store.ones(.one, s.store.extent(chain[0]).rows)] + chain + [vector])
    }
    return nil
  }

  /// Row sums add up to the sum over all entries.
  static let onesFactor = Rule(
    "sum_mul_ones", "sum(A*ones(n)) = sum(A)", where: "A: matrix(m,n)", .simplifying, cites: .magnusNeudecker("2.3"),
    at: .total
  ) { s, _, record in
    let factors = s.factors(record.operands[0])
    guard factors.count > 1 else { return nil }
    if s.operation(factors[factors.count - 1]) == .ones, s.store.extent(factors[factors.count - 1]).columns == .one {
      return total(s.product(Array(factors.dropLast())), s)
    }
    guard s.operation(factors[0]) == .ones, s.store.extent(factors[0]).rows == .one else { return nil }
    return total(s.product(Array(factors.dropFirst())), s)
  }

  static let all = [rows, scale, sum, transpose, ones, diagonal, hadamard, onesFactor, outer]

  private static func total(_ node: Node, _ s: Simplifier) -> Node {
    s.call(.total, payload: Axis.all.rawValue, node)
  }
}
