/// Inverses, determinants and their logarithms.
enum InverseRules {
  static let inverse = Rule(
    "inv_inv", "inv(inv(A)) = A", where: "A: matrix(n,n) invertible", .simplifying, cites: .cookbook(1),
    conditions: ["A invertible"], at: .inverse
  ) { s, _, record in
    let operand = s.store[record.operands[0]]
    return operand.operation == .inverse ? operand.operands[0] : nil
  }

  static let scale = Rule(
    "inv_smul", "inv(c*A) = inv(A)/c", where: "A: matrix(n,n) invertible; c: scalar positive", .reordering,
    cites: .cookbook(1), conditions: ["c nonzero"], at: .inverse
  ) { s, _, record in
    let operand = s.store[record.operands[0]]
    if operand.extent.isScalar { return s.power(record.operands[0], -1) }
    guard operand.operation == .scale else { return nil }
    return s.scale(s.power(operand.operands[0], -1), s.call(.inverse, operand.operands[1]))
  }

  static let identity = Rule(
    "inv_one", "inv(eye(n)) = eye(n)", .simplifying, cites: .cookbook(1), at: .inverse
  ) { s, _, record in
    s.operation(record.operands[0]) == .identity ? record.operands[0] : nil
  }

  static let diagonal = Rule(
    "inv_diag", "inv(diag(x)) = diag(1./x)", where: "x: vector(n) positive", .reordering, cites: .cookbook(1),
    conditions: ["no entry of x is 0"], at: .inverse
  ) { s, _, record in
    let operand = s.store[record.operands[0]]
    guard operand.operation == .diagonalMatrix else { return nil }
    return s.call(.diagonalMatrix, s.power(operand.operands[0], -1))
  }

  /// Between square matrices, where the product is invertible exactly when each is.
  static let product = Rule(
    "inv_mul", "inv(A*B) = inv(B)*inv(A)", where: "A: matrix(n,n) invertible; B: matrix(n,n) invertible", .reordering,
    cites: .cookbook(1), conditions: ["A and B invertible"], at: .inverse
  ) { s, _, record in
    let operand = s.store[record.operands[0]]
    guard operand.operation == .product, operand.operands.allSatisfy({ isSquare($0, s) }) else { return nil }
    return s.product(operand.operands.reversed().map { s.call(.inverse, $0) })
  }

  static let kronecker = Rule(
    "inv_kron", "inv(kron(A,B)) = kron(inv(A),inv(B))", where: "A: matrix(m,m) invertible; B: matrix(n,n) invertible",
    .reordering, cites: .magnusNeudecker("2.2"), conditions: ["A and B invertible"], at: .inverse
  ) { s, _, record in
    let operand = s.store[record.operands[0]]
    guard operand.operation == .kronecker, operand.operands.allSatisfy({ isSquare($0, s) }) else { return nil }
    return s.call(.kronecker, s.call(.inverse, operand.operands[0]), s.call(.inverse, operand.operands[1]))
  }

  /// adj(A) = det(A) A⁻¹.
  static let adjugate = Rule(
    "adj_eq_det_mul_inv", "adj(A) = det(A)*inv(A)", where: "A: matrix(n,n) invertible", .folding, cites: .cookbook(1),
    conditions: ["A invertible"], at: .adjugate
  ) { s, _, record in
    let operand = record.operands[0]
    if s.store.isScalar(operand) { return s.store.one }
    let result = s.scale(s.call(.determinant, operand), s.call(.inverse, operand))
    return s.assuming("\(s.store.text(operand)) invertible", result)
  }

  static let scalarFunctions = Rule(
    "det_scalar", "det(c) = c", where: "c: scalar", .simplifying, cites: .cookbook(18), at: .determinant, .trace
  ) { s, _, record in
    s.store.isScalar(record.operands[0]) ? record.operands[0] : nil
  }

  static let logOfScalar = Rule(
    "logdet_scalar", "logdet(c) = log(abs(c))", where: "c: scalar positive", .simplifying, cites: .cookbook(18),
    at: .logDeterminant
  ) { s, _, record in
    s.store.isScalar(record.operands[0]) ? s.call(.log, s.call(.abs, record.operands[0])) : nil
  }

  static let determinantOfTranspose = Rule(
    "det_transpose", "det(A') = det(A)", where: "A: matrix(n,n)", .simplifying, cites: .cookbook(19),
    at: .determinant, .logDeterminant
  ) { s, _, record in
    let operand = record.operands[0]
    let transposed = s.transpose(operand)
    return s.store.precedes(transposed, operand) ? s.call(record.operation, transposed) : nil
  }

  static let determinantOfProduct = Rule(
    "det_mul", "det(A*B) = det(A)*det(B)", where: "A: matrix(n,n); B: matrix(n,n)", .reordering, cites: .cookbook(20),
    at: .determinant
  ) { s, _, record in
    let operand = s.store[record.operands[0]]
    guard operand.operation == .product, operand.operands.allSatisfy({ isSquare($0, s) }) else { return nil }
    return s.hadamard(operand.operands.map { s.call(.determinant, $0) })
  }

  static let determinantOfInverse = Rule(
    "det_inv", "det(inv(A)) = 1/det(A)", where: "A: matrix(n,n) invertible", .reordering, cites: .cookbook(21),
    conditions: ["A invertible"], at: .determinant
  ) { s, _, record in
    let operand = s.store[record.operands[0]]
    guard operand.operation == .inverse else { return nil }
    return s.power(s.call(.determinant, operand.operands[0]), -1)
  }

  static let determinantOfIdentity = Rule(
    "det_one", "det(eye(n)) = 1", .simplifying, cites: .cookbook(18), at: .determinant, .logDeterminant
  ) { s, _, record in
    guard s.operation(record.operands[0]) == .identity else { return nil }
    return record.operation == .determinant ? s.store.one : s.store.zero
  }

  static let logOfProduct = Rule(
    "logdet_mul", "logdet(A*B) = logdet(A) + logdet(B)", where: "A: matrix(n,n) invertible; B: matrix(n,n) invertible",
    .reordering, cites: .cookbook(20), at: .logDeterminant
  ) { s, _, record in
    let operand = s.store[record.operands[0]]
    switch operand.operation {
    case .product where operand.operands.allSatisfy({ isSquare($0, s) }):
      return s.sum(operand.operands.map { s.call(.logDeterminant, $0) })
    case .inverse: return s.normalize(s.store.negated(s.call(.logDeterminant, operand.operands[0])))
    case .matrixExponential: return s.call(.trace, operand.operands[0])
    default: return nil
    }
  }

  private static func isSquare(_ node: Node, _ s: Simplifier) -> Bool {
    let extent = s.store.extent(node)
    return extent.rows == extent.columns
  }

  static let all = [
    inverse, scale, identity, diagonal, product, kronecker, adjugate, scalarFunctions, logOfScalar,
    determinantOfTranspose,
    determinantOfProduct, determinantOfInverse, determinantOfIdentity, logOfProduct,
  ]
}
