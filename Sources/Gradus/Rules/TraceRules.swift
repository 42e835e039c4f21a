/// Traces are linear, cyclic and blind to transposition.
enum TraceRules {
  static let sum = Rule(
    "trace_add", "tr(A + B) = tr(A) + tr(B)", where: "A: matrix(n,n); B: matrix(n,n)", .reordering, cites: .basic(96),
    at: .trace
  ) { s, _, record in
    let operand = s.store[record.operands[0]]
    guard operand.operation == .sum else { return nil }
    return s.sum(operand.operands.map { s.call(.trace, $0) })
  }

  static let scale = Rule(
    "trace_smul", "tr(c*A) = c*tr(A)", where: "A: matrix(n,n)", .reordering, cites: .basic(96), at: .trace
  ) { s, _, record in
    let operand = s.store[record.operands[0]]
    guard operand.operation == .scale else { return nil }
    return s.scale(operand.operands[0], s.call(.trace, operand.operands[1]))
  }

  static let transpose = Rule(
    "trace_transpose", "tr(A') = tr(A)", where: "A: matrix(n,n)", .simplifying, cites: .cookbook(13), at: .trace
  ) { s, _, record in
    let operand = s.store[record.operands[0]]
    return operand.operation == .transpose ? s.call(.trace, operand.operands[0]) : nil
  }

  static let identity = Rule(
    "trace_one", "tr(eye(n)) = n", .simplifying, cites: .cookbook(11), at: .trace
  ) { s, _, record in
    let operand = s.store[record.operands[0]]
    return operand.operation == .identity ? s.store.scalar(operand.extent.rows) : nil
  }

  static let diagonal = Rule(
    "trace_diag", "tr(diag(x)) = sum(x)", where: "x: vector(n)", .simplifying, cites: .magnusNeudecker("2.6"),
    at: .trace
  ) { s, _, record in
    let operand = s.store[record.operands[0]]
    guard operand.operation == .diagonalMatrix else { return nil }
    return s.call(.total, payload: Axis.all.rawValue, operand.operands[0])
  }

  static let kronecker = Rule(
    "trace_kron", "tr(kron(A,B)) = tr(A)*tr(B)", where: "A: matrix(m,m); B: matrix(n,n)", .reordering,
    cites: .magnusNeudecker("2.2"), at: .trace
  ) { s, _, record in
    let operand = s.store[record.operands[0]]
    guard operand.operation == .kronecker else { return nil }
    let extents = operand.operands.map { s.store.extent($0) }
    guard extents.allSatisfy({ $0.rows == $0.columns }) else { return nil }
    return s.hadamard([s.call(.trace, operand.operands[0]), s.call(.trace, operand.operands[1])])
  }

  /// Around the cycle: where the width is 1 the trace is a scalar product; else the first rotation in the print order.
  static let cyclic = Rule(
    "trace_mul_comm", "tr(A*B) = tr(B*A)", where: "A: matrix(m,n); B: matrix(n,m)", .reordering, cites: .basic(99),
    at: .trace
  ) { s, node, record in
    let operand = s.store[record.operands[0]]
    guard operand.operation == .product, operand.count <= 64 else { return nil }
    let cycle = Array(operand.operands)
    if let cut = cycle.firstIndex(where: { s.store.extent($0).columns == .one }), cut < cycle.count - 1 {
      return s.product(Array(cycle[(cut + 1)...] + cycle[...cut]))
    }
    let varying = cycle.indices.filter { s.store[cycle[$0]].holdsDifferential }
    if varying.count == 1, s.operation(cycle[varying[0]]) != .transpose {
      let after = varying[0] + 1
      return after == cycle.count ? nil : s.call(.trace, s.product(Array(cycle[after...] + cycle[..<after])))
    }
    var best = cycle
    let mirrored = Array(cycle.reversed().map { s.transpose($0) })
    for candidate in [cycle, mirrored] {
      for shift in candidate.indices {
        let rotation = Array(candidate[shift...] + candidate[..<shift])
        if comesFirst(rotation, best, s.store) { best = rotation }
      }
    }
    guard best != cycle else { return nil }
    return s.call(.trace, s.product(best))
  }

  private static func comesFirst(_ left: [Node], _ right: [Node], _ store: Store) -> Bool {
    let (a, b) = (ProductRules.cost(left, store), ProductRules.cost(right, store))
    if a != b { return a < b }
    for (x, y) in zip(left, right) where x != y { return store.precedes(x, y) }
    return false
  }

  static let all = [sum, scale, transpose, identity, diagonal, kronecker, cyclic]
}
