/// Sums I + K and I - K, which take vec(A) to vec(A + Aᵀ) and vec(A - Aᵀ).
enum SymmetrizerRules {
  private enum Sign: String, CaseIterable {
    case plus = "+"
    case minus = "-"

    /// The sum, in the text of a statement.
    var text: String { "(eye(n*n)\(rawValue)commutation(n,n))" }
    var word: String { self == .plus ? "symmetrize" : "skew" }
  }

  static let absorbsPlus = absorbs(.plus)
  static let absorbsMinus = absorbs(.minus)
  static let joinsPlus = joins(.plus)
  static let joinsMinus = joins(.minus)
  static let turnsPlus = turns(.plus)
  static let turnsMinus = turns(.minus)
  static let passesPlus = passes(.plus)
  static let passesMinus = passes(.minus)

  /// K times I + K is I + K, and times I - K its negative, on either side.
  private static func absorbs(_ sign: Sign) -> Rule {
    let result = sign == .plus ? sign.text : "-\(sign.text)"
    return Rule(
      "\(sign.word)_commutation", "commutation(n,n)*\(sign.text) = \(result)", .simplifying,
      cites: .magnusNeudecker("3.8"), at: .product
    ) { s, _, record in
      ProductRules.joiningNeighbours(record, s) { left, right in
        let (other, sum) = isSum(left, sign, s) ? (right, left) : (left, right)
        guard s.operation(other) == .commutation, isSum(sum, sign, s) else { return nil }
        return sign == .plus ? sum : s.store.negated(sum)
      }
    }
  }

  private static func joins(_ sign: Sign) -> Rule {
    Rule(
      "\(sign.word)_twice", "\(sign.text)*\(sign.text) = 2*\(sign.text)", .simplifying, cites: .magnusNeudecker("3.8"),
      at: .product
    ) { s, _, record in
      ProductRules.joiningNeighbours(record, s) { left, right in
        left == right && isSum(left, sign, s) ? s.store.scaled(2, left) : nil
      }
    }
  }

  /// Between two of them A ⊗ B and B ⊗ A are the same, so that (A ⊗ I) + (I ⊗ B) = (A + B) ⊗ I there.
  private static func turns(_ sign: Sign) -> Rule {
    Rule(
      "\(sign.word)_kron", "\(sign.text)*kron(A,B)*\(sign.text) = \(sign.text)*kron(B,A)*\(sign.text)",
      where: "A: matrix(n,n); B: matrix(n,n)", .reordering, cites: .magnusNeudecker("3.8"), at: .product
    ) { s, _, record in
      var factors = Array(record.operands)
      for place in factors.indices.dropFirst().dropLast() {
        guard isSum(factors[place - 1], sign, s), factors[place + 1] == factors[place - 1] else { continue }
        let terms = s.terms(factors[place])
        let oriented = terms.map { turned($0, s) }
        if oriented == terms { continue }
        factors[place] = s.sum(oriented)
        return s.product(factors)
      }
      return nil
    }
  }

  /// The term with the identity, or else the factor that prints later, on the right.
  private static func turned(_ term: Node, _ s: Simplifier) -> Node {
    let (scalar, core) = s.splitScale(term)
    let record = s.store[core]
    guard record.operation == .kronecker else { return term }
    let (a, b) = (record.operands[0], record.operands[1])
    let extent = s.store.extent(a)
    guard extent == s.store.extent(b), extent.rows == extent.columns, s.operation(b) != .identity else { return term }
    guard s.operation(a) == .identity || s.store.precedes(b, a) else { return term }
    return s.scale(scalar, s.call(.kronecker, b, a))
  }

  /// They commute with A ⊗ A, and move past it, where there may be one that they join.
  private static func passes(_ sign: Sign) -> Rule {
    Rule(
      "\(sign.word)_kron_self", "\(sign.text)*kron(A,A) = kron(A,A)*\(sign.text)", where: "A: matrix(n,n)",
      .reordering, cites: .magnusNeudecker("3.8"), at: .product
    ) { s, _, record in
      var factors = Array(record.operands)
      for place in factors.indices.dropLast() {
        let next = s.store[factors[place + 1]]
        guard next.operation == .kronecker, next.operands[0] == next.operands[1], isSum(factors[place], sign, s) else {
          continue
        }
        factors.swapAt(place, place + 1)
        return s.product(factors)
      }
      return nil
    }
  }

  private static func isSum(_ node: Node, _ sign: Sign, _ s: Simplifier) -> Bool {
    let record = s.store[node]
    guard record.operation == .sum, record.count == 2 else { return false }
    var hasIdentity = false
    var hasCommutation = false
    for term in record.operands {
      let (core, coefficient) = s.store.split(term)
      let inner = s.store[core]
      if inner.operation == .identity, coefficient.isOne { hasIdentity = true }
      guard inner.operation == .commutation else { continue }
      let region = s.store.regions[inner.payload]
      hasCommutation = region.rows == region.columns && (sign == .plus ? coefficient : -coefficient).isOne
    }
    return hasIdentity && hasCommutation
  }

  static let all = [absorbsPlus, absorbsMinus, joinsPlus, joinsMinus, turnsPlus, turnsMinus, passesPlus, passesMinus]
}
