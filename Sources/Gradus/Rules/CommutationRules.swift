/// The commutation matrix, K vec(A) = vec(Aᵀ), and the places of the diagonal in vec.
enum CommutationRules {
  static let twice = Rule(
    "commutation_twice", "commutation(m,n)*commutation(n,m) = eye(m*n)", .simplifying, cites: .magnusNeudecker("3.7"),
    at: .product
  ) { s, _, record in
    ProductRules.joiningNeighbours(record, s) { first, second in
      guard let left = commutation(first, s), let right = commutation(second, s), left.rows == right.columns,
        left.columns == right.rows
      else { return nil }
      return s.store.identity(s.store.extent(first).rows)
    }
  }

  static let kronecker = Rule(
    "commutation_kron", "commutation(p,m)*kron(A,B)*commutation(n,q) = kron(B,A)",
    where: "A: matrix(m,n); B: matrix(p,q)", .simplifying, cites: .magnusNeudecker("3.7"), at: .product
  ) { s, _, record in
    let factors = Array(record.operands)
    for place in factors.indices.dropFirst().dropLast() {
      let inner = s.store[factors[place]]
      guard inner.operation == .kronecker, let left = commutation(factors[place - 1], s),
        let right = commutation(factors[place + 1], s)
      else { continue }
      let (a, b) = (s.store.shape(inner.operands[0]), s.store.shape(inner.operands[1]))
      guard left.rows == b.rows, left.columns == a.rows, right.rows == a.columns, right.columns == b.columns else {
        continue
      }
      let turned = s.call(.kronecker, inner.operands[1], inner.operands[0])
      return ProductRules.join(s, factors[..<(place - 1)], turned, factors[(place + 2)...])
    }
    return nil
  }

  /// The entries on the diagonal stay where they are.
  static let diagonal = Rule(
    "commutation_vecdiag", "commutation(n,n)*vecdiag(n) = vecdiag(n)", .simplifying, cites: .magnusNeudecker("3.7"),
    at: .product
  ) { s, _, record in
    ProductRules.joiningNeighbours(record, s) { first, second in
      if commutation(first, s) != nil, s.operation(second) == .vecDiagonal { return second }
      return isTransposedDiagonal(first, s) && commutation(second, s) != nil ? first : nil
    }
  }

  /// Of the entries A_ij B_kl of A ⊗ B those with i = k and j = l.
  static let diagonalKronecker = Rule(
    "vecdiag_kron", "vecdiag(m)'*kron(A,B)*vecdiag(n) = A .* B", where: "A: matrix(m,n); B: matrix(m,n)", .simplifying,
    cites: .magnusNeudecker("3.7"), at: .product
  ) { s, _, record in
    let factors = Array(record.operands)
    for place in factors.indices.dropFirst().dropLast() {
      let inner = s.store[factors[place]]
      guard inner.operation == .kronecker, isTransposedDiagonal(factors[place - 1], s),
        s.operation(factors[place + 1]) == .vecDiagonal,
        s.store.extent(inner.operands[0]) == s.store.extent(inner.operands[1])
      else { continue }
      let joined = s.hadamard([inner.operands[0], inner.operands[1]])
      return ProductRules.join(s, factors[..<(place - 1)], joined, factors[(place + 2)...])
    }
    return nil
  }

  private static func commutation(_ node: Node, _ s: Simplifier) -> Region? {
    let record = s.store[node]
    return record.operation == .commutation ? s.store.regions[record.payload] : nil
  }

  private static func isTransposedDiagonal(_ node: Node, _ s: Simplifier) -> Bool {
    s.operation(node) == .transpose && s.operation(s.store.operands(node)[0]) == .vecDiagonal
  }

  static let all = [twice, kronecker, diagonal, diagonalKronecker] + SymmetrizerRules.all
}
