/// Diagonal matrices act entry by entry.
enum DiagonalRules {
  /// diag(x) y = x ⊙ y and diag(x) diag(y) = diag(x ⊙ y), wherever they meet in a product.
  static let product = Rule(
    "diag_mul", "diag(x)*y = x .* y", where: "x: vector(n); y: vector(n)", .simplifying, cites: .magnusNeudecker("2.6"),
    at: .product
  ) { s, _, record in
    let factors = Array(record.operands)
    for place in factors.indices.dropLast() {
      let (left, right) = (s.store[factors[place]], s.store[factors[place + 1]])
      let joined: Node
      if left.operation == .diagonalMatrix, right.operation == .diagonalMatrix {
        joined = s.call(.diagonalMatrix, s.hadamard([left.operands[0], right.operands[0]]))
      } else if left.operation == .diagonalMatrix, right.extent.columns == .one {
        joined = s.hadamard([left.operands[0], factors[place + 1]])
      } else if right.operation == .diagonalMatrix, left.extent.rows == .one {
        joined = s.hadamard([factors[place], s.transpose(right.operands[0])])
      } else {
        continue
      }
      return ProductRules.join(s, factors[..<place], joined, factors[(place + 2)...])
    }
    return nil
  }

  static let scale = Rule(
    "diag_smul", "diag(c*x) = c*diag(x)", where: "x: vector(n)", .reordering, cites: .magnusNeudecker("2.6"),
    at: .diagonalMatrix
  ) { s, _, record in
    let operand = s.store[record.operands[0]]
    guard operand.operation == .scale else { return nil }
    return s.scale(operand.operands[0], s.call(.diagonalMatrix, operand.operands[1]))
  }

  static let ones = Rule(
    "diag_ones", "diag(ones(n)) = eye(n)", .simplifying, cites: .magnusNeudecker("2.6"), at: .diagonalMatrix
  ) { s, _, record in
    s.operation(record.operands[0]) == .ones ? s.store.identity(record.extent.rows) : nil
  }

  static let sum = Rule(
    "diag_add", "diag(x) + diag(y) = diag(x + y)", where: "x: vector(n); y: vector(n)", .simplifying,
    cites: .magnusNeudecker("2.6"), at: .sum
  ) { s, _, record in
    var vectors: [Node] = []
    var rest: [Node] = []
    for term in record.operands {
      let (scalar, core) = s.splitScale(term)
      let operand = s.store[core]
      if operand.operation == .diagonalMatrix {
        vectors.append(s.scale(scalar, operand.operands[0]))
      } else {
        rest.append(term)
      }
    }
    guard vectors.count > 1 else { return nil }
    return s.sum(rest + [s.call(.diagonalMatrix, s.sum(vectors))])
  }

  static let diagonalOfDiag = Rule(
    "diagonal_diag", "diagonal(diag(x)) = x", where: "x: vector(n)", .simplifying, cites: .magnusNeudecker("2.6"),
    at: .diagonal
  ) { s, _, record in
    let operand = s.store[record.operands[0]]
    switch operand.operation {
    case .diagonalMatrix: return operand.operands[0]
    case .identity: return s.store.ones(operand.extent.rows)
    case .ones: return s.store.ones(operand.extent.rows)
    default: return nil
    }
  }

  static let diagonalOfTranspose = Rule(
    "diagonal_transpose", "diagonal(A') = diagonal(A)", where: "A: matrix(n,n)", .simplifying,
    cites: .magnusNeudecker("2.6"),
    at: .diagonal
  ) { s, _, record in
    let operand = s.store[record.operands[0]]
    return operand.operation == .transpose ? s.call(.diagonal, operand.operands[0]) : nil
  }

  static let diagonalOfScale = Rule(
    "diagonal_smul", "diagonal(c*A) = c*diagonal(A)", where: "A: matrix(n,n)", .reordering,
    cites: .magnusNeudecker("2.6"),
    at: .diagonal
  ) { s, _, record in
    let operand = s.store[record.operands[0]]
    guard operand.operation == .scale else { return nil }
    return s.scale(operand.operands[0], s.call(.diagonal, operand.operands[1]))
  }

  /// The diagonal of an outer product is the entrywise product; diagonal factors come out.
  static let diagonalOfProduct = Rule(
    "diagonal_outer", "diagonal(x*y') = x .* y", where: "x: vector(n); y: vector(n)", .simplifying,
    cites: .magnusNeudecker("2.6"), at: .diagonal
  ) { s, _, record in
    let factors = s.factors(record.operands[0])
    guard factors.count > 1 else { return nil }
    if let cut = factors.firstIndex(where: { s.store.extent($0).columns == .one }), cut < factors.count - 1 {
      let column = s.product(Array(factors[...cut]))
      let row = s.product(Array(factors[(cut + 1)...]))
      return s.hadamard([column, s.transpose(row)])
    }
    for (place, rest) in [(0, factors.dropFirst()), (factors.count - 1, factors.dropLast())] {
      let end = s.store[factors[place]]
      if end.operation == .diagonalMatrix {
        return s.hadamard([end.operands[0], s.call(.diagonal, s.product(Array(rest)))])
      }
    }
    return nil
  }

  static let all = [
    product, scale, ones, sum, diagonalOfDiag, diagonalOfTranspose, diagonalOfScale, diagonalOfProduct,
  ]
}
