/// Kronecker products and the rearrangements vec and unvec.
enum KroneckerRules {
  static let scale = Rule(
    "kron_smul", "kron(c*A,B) = c*kron(A,B)", where: "A: matrix(m,n); B: matrix(p,q)", .reordering,
    cites: .magnusNeudecker("2.2"), at: .kronecker, .kroneckerLeft, .kroneckerRight
  ) { s, _, record in
    let (a, b) = (s.splitScale(record.operands[0]), s.splitScale(record.operands[1]))
    guard a.scalar != s.store.one || b.scalar != s.store.one else { return nil }
    let core = s.normalize(s.store.intern(record.operation, payload: record.payload, record.extent, [a.core, b.core]))
    return s.scale(s.hadamard([a.scalar, b.scalar]), core)
  }

  static let sum = Rule(
    "kron_add", "kron(A,B) + kron(A,C) = kron(A,B + C)", where: "A: matrix(m,n); B: matrix(p,q); C: matrix(p,q)",
    .simplifying, cites: .magnusNeudecker("2.2"), at: .sum
  ) { s, node, record in
    guard record.count <= 64 else { return nil }
    let terms = Array(record.operands)
    let cores = terms.map { s.store[s.splitScale($0).core] }
    for (place, first) in cores.enumerated().dropLast() where first.operation == .kronecker {
      for side in 0..<2 {
        let common = first.operands[side]
        let places = cores.indices.filter {
          $0 >= place && cores[$0].operation == .kronecker && cores[$0].operands[side] == common
        }
        guard places.count > 1 else { continue }
        let joined = s.sum(places.map { s.scale(s.splitScale(terms[$0]).scalar, cores[$0].operands[1 - side]) })
        let product = side == 0 ? s.call(.kronecker, common, joined) : s.call(.kronecker, joined, common)
        let result = s.sum(terms.indices.filter { !places.contains($0) }.map { terms[$0] } + [product])
        if s.size(result) < s.size(node) { return result }
      }
    }
    return nil
  }

  static let scalar = Rule(
    "kron_scalar", "kron(c,A) = c*A", where: "c: scalar; A: matrix(m,n)", .simplifying, cites: .magnusNeudecker("2.2"),
    at: .kronecker
  ) { s, _, record in
    let (a, b) = (record.operands[0], record.operands[1])
    if s.store.isScalar(a) { return s.scale(a, b) }
    if s.store.isScalar(b) { return s.scale(b, a) }
    if s.operation(a) == .identity, s.operation(b) == .identity { return s.store.identity(record.extent.rows) }
    return nil
  }

  static let product = Rule(
    "kron_mul_kron", "kron(A,B)*kron(C,D) = kron(A*C,B*D)",
    where: "A: matrix(m,k); B: matrix(p,q); C: matrix(k,n); D: matrix(q,r)", .simplifying,
    cites: .magnusNeudecker("2.2"),
    at: .product
  ) { s, _, record in
    ProductRules.joiningNeighbours(record, s) { first, second in
      let (left, right) = (s.store[first], s.store[second])
      guard left.operation == .kronecker, right.operation == .kronecker,
        s.store.extent(left.operands[0]).columns == s.store.extent(right.operands[0]).rows,
        s.store.extent(left.operands[1]).columns == s.store.extent(right.operands[1]).rows
      else { return nil }
      return s.call(
        .kronecker, s.product([left.operands[0], right.operands[0]]), s.product([left.operands[1], right.operands[1]]))
    }
  }

  /// Σ A_ij (block ij of I) = tr(A) I, and of C ⊗ D it is ⟨C, A⟩ D.
  static let right = Rule(
    "kron_right_kron", "kron_right(kron(C,D),A,p,q) = tr(C'*A)*D",
    where: "A: matrix(m,n); C: matrix(m,n); D: matrix(p,q)", .reordering, cites: .magnusNeudecker("9.14"),
    at: .kroneckerRight, .kroneckerLeft
  ) { s, _, record in
    let whole = s.store[record.operands[0]]
    let part = record.operands[1]
    switch whole.operation {
    case .ones:
      return s.scale(s.call(.total, payload: Axis.all.rawValue, part), s.store.ones(record.extent))
    case .identity where s.store.extent(part).rows == s.store.extent(part).columns:
      return s.scale(s.call(.trace, part), s.store.identity(record.extent.rows))
    case .kronecker:
      let isRight = record.operation == .kroneckerRight
      let (matched, kept) = isRight ? (whole.operands[0], whole.operands[1]) : (whole.operands[1], whole.operands[0])
      guard s.store.extent(matched) == s.store.extent(part), s.store.extent(kept) == record.extent else { return nil }
      let inner = Expression(s.store, matched).contracted(with: Expression(s.store, part))
      return s.scale(s.normalize(inner.node), kept)
    default: return nil
    }
  }

  static let unvecOfVec = Rule(
    "unvec_vec", "unvec(vec(X),m,n) = X", where: "X: matrix(m,n)", .simplifying, cites: .magnusNeudecker("2.4"),
    at: .unvec
  ) { s, _, record in
    let operand = s.store[record.operands[0]]
    switch operand.operation {
    case .vec where s.store.extent(operand.operands[0]) == record.extent: return operand.operands[0]
    case .ones: return s.store.ones(record.extent)
    case .kronecker where s.store.extent(operand.operands[1]).rows == record.extent.rows:
      return s.product([operand.operands[1], s.transpose(operand.operands[0])])
    case .scale: return s.scale(operand.operands[0], s.normalize(s.store.unvec(operand.operands[1], record.extent)))
    case .sum: return s.sum(operand.operands.map { s.normalize(s.store.unvec($0, record.extent)) })
    default: return nil
    }
  }

  static let vecOfUnvec = Rule(
    "vec_unvec", "vec(unvec(x,m,n)) = x", where: "x: vector(m*n)", .simplifying, cites: .magnusNeudecker("2.4"),
    at: .vec
  ) { s, _, record in
    let operand = s.store[record.operands[0]]
    if operand.extent.columns == .one { return record.operands[0] }
    switch operand.operation {
    case .unvec: return operand.operands[0]
    case .scale: return s.scale(operand.operands[0], s.call(.vec, operand.operands[1]))
    case .transpose where s.store.extent(operand.operands[0]).columns == .one: return operand.operands[0]
    case .ones: return s.store.ones(record.extent)
    default: return nil
    }
  }

  /// vec(A)ᵀ vec(B) = tr(AᵀB).
  static let inner = Rule(
    "vec_dot_vec", "vec(A)'*vec(B) = tr(A'*B)", where: "A: matrix(m,n); B: matrix(m,n)", .simplifying,
    cites: .magnusNeudecker("2.4"), at: .product
  ) { s, _, record in
    guard record.extent.isScalar, record.count == 2 else { return nil }
    let (left, right) = (s.store[s.transpose(record.operands[0])], s.store[record.operands[1]])
    guard left.operation == .vec, right.operation == .vec else { return nil }
    let (a, b) = (Expression(s.store, left.operands[0]), Expression(s.store, right.operands[0]))
    guard s.store.extent(a.node) == s.store.extent(b.node) else { return nil }
    return s.normalize(a.contracted(with: b).node)
  }

  /// A column ⊗ a row is their outer product.
  static let outer = Rule(
    "kron_col_row", "kron(x,y') = x*y'", where: "x: vector(m); y: vector(n)", .simplifying,
    cites: .magnusNeudecker("2.2"),
    at: .kronecker
  ) { s, _, record in
    let (a, b) = (s.store.extent(record.operands[0]), s.store.extent(record.operands[1]))
    if a.columns == .one, b.rows == .one { return s.product([record.operands[0], record.operands[1]]) }
    if a.rows == .one, b.columns == .one { return s.product([record.operands[1], record.operands[0]]) }
    return nil
  }

  /// (B ⊗ A) vec X = vec(A X Bᵀ).
  static let vecProduct = Rule(
    "kron_mul_vec", "kron(B,A)*vec(X) = vec(A*X*B')", where: "A: matrix(p,m); B: matrix(q,n); X: matrix(m,n)",
    .simplifying,
    cites: .magnusNeudecker("2.4"), at: .product
  ) { s, _, record in
    let factors = Array(record.operands)
    guard let last = factors.last, s.operation(last) == .vec, factors.count > 1 else { return nil }
    let left = s.store[factors[factors.count - 2]]
    let inside = s.store.operands(last)[0]
    let joined: Node
    switch left.operation {
    case .kronecker:
      guard s.store.extent(left.operands[1]).columns == s.store.extent(inside).rows,
        s.store.extent(left.operands[0]).columns == s.store.extent(inside).columns
      else { return nil }
      joined = s.product([left.operands[1], inside, s.transpose(left.operands[0])])
    case .commutation:
      let region = s.store.regions[left.payload]
      guard region.rows == s.store.shape(inside).rows else { return nil }
      joined = s.transpose(inside)
    default: return nil
    }
    return s.product(Array(factors.dropLast(2)) + [s.call(.vec, joined)])
  }

  /// unvec((kron(A,B) + …) vec X) goes term by term.
  static let unvecOfSum = Rule(
    "unvec_mul_add", "unvec((A + B)*x,m,n) = unvec(A*x,m,n) + unvec(B*x,m,n)",
    where: "A: matrix(m*n,k); B: matrix(m*n,k); x: vector(k)", .reordering, cites: .magnusNeudecker("2.4"), at: .unvec
  ) { s, node, record in
    let factors = s.factors(record.operands[0])
    guard factors.count == 2, s.operation(factors[0]) == .sum else { return nil }
    let parts = s.terms(factors[0]).map { s.normalize(s.store.unvec(s.product([$0, factors[1]]), record.extent)) }
    let result = s.sum(parts)
    return s.size(result) <= s.size(node) + 4 ? result : nil
  }

  static let all = [scale, sum, scalar, outer, product, right, unvecOfVec, vecOfUnvec, unvecOfSum, inner, vecProduct]
}
