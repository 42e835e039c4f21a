/// Kronecker products with a column or a row, which leave one factor of their neighbours alone.
enum KroneckerColumnRules {
  static let row = Rule(
    "mul_kron_row", "A*kron(x',B) = kron(x',A*B)", where: "A: matrix(m,k); B: matrix(k,p); x: vector(n)", .reordering,
    cites: .magnusNeudecker("2.2"), at: .product
  ) { s, _, record in
    let factors = Array(record.operands)
    for place in factors.indices.dropFirst() {
      let right = s.store[factors[place]]
      guard right.operation == .kronecker, s.store.extent(right.operands[0]).rows == .one,
        !factors[..<place].contains(where: { rearranges($0, s) })
      else { continue }
      let inner = s.product(factors[..<place] + [right.operands[1]])
      return s.product([s.call(.kronecker, right.operands[0], inner)] + factors[(place + 1)...])
    }
    return nil
  }

  static let column = Rule(
    "kron_col_mul", "kron(x,A)*B = kron(x,A*B)", where: "A: matrix(m,k); B: matrix(k,p); x: vector(n)", .reordering,
    cites: .magnusNeudecker("2.2"), at: .product
  ) { s, _, record in
    let factors = Array(record.operands)
    for place in factors.indices.dropLast() {
      let left = s.store[factors[place]]
      guard left.operation == .kronecker, s.store.extent(left.operands[0]).columns == .one,
        !factors[(place + 1)...].contains(where: { rearranges($0, s) })
      else { continue }
      let inner = s.product([left.operands[1]] + factors[(place + 1)...])
      return s.product(factors[..<place] + [s.call(.kronecker, left.operands[0], inner)])
    }
    return nil
  }

  /// Whether a factor works on a vec as these do; beside each other they read better than one in the other.
  private static func rearranges(_ node: Node, _ s: Simplifier) -> Bool {
    let record = s.store[node]
    let inner = record.operation == .transpose ? s.operation(record.operands[0]) : record.operation
    return inner == .kronecker || inner == .commutation || inner == .vecDiagonal
  }

  /// vec(x yᵀ) = y ⊗ x, where it meets a row.
  static let outerRow = Rule(
    "vec_outer_mul_row", "vec(x*y')*z' = kron(y,x*z')", where: "x: vector(m); y: vector(n); z: vector(k)",
    .simplifying, cites: .magnusNeudecker("2.4"), at: .product
  ) { s, _, record in
    ProductRules.joiningNeighbours(record, s) { first, second in
      guard s.operation(first) == .vec, s.store.extent(second).rows == .one,
        let (x, y) = ProductRules.outerFactors(s.store.operands(first)[0], s)
      else { return nil }
      return s.call(.kronecker, s.transpose(y), s.product([x, second]))
    }
  }

  /// The same where a column meets it transposed.
  static let columnOuter = Rule(
    "col_mul_vec_outer", "z*vec(x*y')' = kron(y',z*x')", where: "x: vector(m); y: vector(n); z: vector(k)",
    .simplifying, cites: .magnusNeudecker("2.4"), at: .product
  ) { s, _, record in
    ProductRules.joiningNeighbours(record, s) { first, second in
      let right = s.store[second]
      guard right.operation == .transpose, s.operation(right.operands[0]) == .vec,
        s.store.extent(first).columns == .one,
        let (x, y) = ProductRules.outerFactors(s.store.operands(right.operands[0])[0], s)
      else { return nil }
      return s.call(.kronecker, y, s.product([first, s.transpose(x)]))
    }
  }

  static let all = [row, column, outerRow, columnOuter]
}
