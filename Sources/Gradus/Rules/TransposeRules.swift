/// Transposes move down to variables, inverses and elementwise functions.
enum TransposeRules {
  static let sum = Rule(
    "transpose_add", "(A + B)' = A' + B'", where: "A: matrix(m,n); B: matrix(m,n)", .reordering, cites: .basic(95),
    at: .transpose
  ) { s, _, record in
    let operand = s.store[record.operands[0]]
    guard operand.operation == .sum, !isLongDifferential(operand) else { return nil }
    let pushed = s.sum(operand.operands.map { s.transpose($0) })
    return s.size(pushed) > operand.size + 1 && holdsLoneTerm(operand, s) ? nil : pushed
  }

  /// Beyond this size a differential is read off below its transpose, which need not move.
  private static let longestDifferential: UInt32 = 64

  private static func isLongDifferential(_ record: Record) -> Bool {
    record.holdsDifferential && record.size > longestDifferential
  }

  /// Residuals such as A x − y keep one transpose outside; sums of products take it to their leaves.
  private static func holdsLoneTerm(_ sum: Record, _ s: Simplifier) -> Bool {
    sum.operands.contains { term in
      let core = s.splitScale(term).core
      return s.store[s.operation(core) == .transpose ? s.store.operands(core)[0] : core].count == 0
    }
  }

  /// A sum that is shorter with one transpose outside: xᵀAᵀ − yᵀ = (A x − y)ᵀ.
  static let gather = Rule(
    "add_transpose", "A' + B' = (A + B)'", where: "A: matrix(m,n); B: matrix(m,n)", .simplifying, cites: .basic(95),
    at: .sum
  ) { s, node, record in
    guard !record.extent.isScalar, holdsLoneTerm(record, s) else { return nil }
    guard record.operands.allSatisfy({ isTransposed($0, s) }) else { return nil }
    let turned = s.sum(record.operands.map { s.transpose($0) })
    guard s.operation(turned) == .sum, record.size > s.size(turned) + 1 else { return nil }
    return s.transpose(turned)
  }

  private static func isTransposed(_ term: Node, _ s: Simplifier) -> Bool {
    s.factors(s.splitScale(term).core).allSatisfy { s.operation($0) == .transpose || s.store.extent($0).rows == .one }
  }

  static let product = Rule(
    "transpose_mul", "(A*B)' = B'*A'", where: "A: matrix(m,k); B: matrix(k,n)", .reordering, cites: .cookbook(5),
    at: .transpose
  ) { s, _, record in
    let operand = s.store[record.operands[0]]
    guard operand.operation == .product, !isLongDifferential(operand) else { return nil }
    return s.product(operand.operands.reversed().map { s.transpose($0) })
  }

  static let scale = Rule(
    "transpose_smul", "(c*A)' = c*A'", where: "A: matrix(m,n)", .reordering, cites: .basic(95), at: .transpose
  ) { s, _, record in
    let operand = s.store[record.operands[0]]
    guard operand.operation == .scale else { return nil }
    return s.scale(operand.operands[0], s.transpose(operand.operands[1]))
  }

  static let hadamard = Rule(
    "transpose_hadamard", "(A .* B)' = A' .* B'", where: "A: matrix(m,n); B: matrix(m,n)", .reordering,
    cites: .hornJohnson("5.1"), at: .transpose
  ) { s, _, record in
    let operand = s.store[record.operands[0]]
    guard operand.operation == .hadamard, !isLongDifferential(operand) else { return nil }
    return s.hadamard(operand.operands.map { s.transpose($0) })
  }

  static let kronecker = Rule(
    "transpose_kron", "kron(A,B)' = kron(A',B')", where: "A: matrix(m,n); B: matrix(p,q)", .reordering,
    cites: .magnusNeudecker("2.2"), at: .transpose
  ) { s, _, record in
    let operand = s.store[record.operands[0]]
    guard operand.operation == .kronecker else { return nil }
    return s.call(.kronecker, s.transpose(operand.operands[0]), s.transpose(operand.operands[1]))
  }

  static let diagonal = Rule(
    "transpose_diag", "diag(x)' = diag(x)", where: "x: vector(n)", .simplifying, cites: .magnusNeudecker("2.6"),
    at: .transpose
  ) { s, _, record in
    s.operation(record.operands[0]) == .diagonalMatrix ? record.operands[0] : nil
  }

  static let commutation = Rule(
    "transpose_commutation", "commutation(m,n)' = commutation(n,m)", .simplifying, cites: .magnusNeudecker("3.7"),
    at: .transpose
  ) { s, _, record in
    let operand = s.store[record.operands[0]]
    guard operand.operation == .commutation else { return nil }
    let region = s.store.regions[operand.payload]
    return s.store.commutation(s.store.dim(region.columns), s.store.dim(region.rows))
  }

  /// Functions f with f(Aᵀ) = f(A)ᵀ.
  private static let commuting: [Operation] = [
    .inverse, .pseudoinverse, .adjugate, .matrixExponential, .matrixLogarithm,
  ]

  static let inverse = Rule(
    "transpose_inv", "inv(A') = inv(A)'", where: "A: matrix(n,n) invertible", .reordering, cites: .cookbook(3),
    at: .inverse, .pseudoinverse, .adjugate, .matrixExponential, .matrixLogarithm
  ) { s, _, record in
    let transposed = s.transpose(record.operands[0])
    guard transposed != record.operands[0], s.store.precedes(transposed, record.operands[0]) else { return nil }
    return s.transpose(s.call(record.operation, transposed))
  }

  static let symmetric = Rule(
    "transpose_of_symmetric", "inv(A*A')' = inv(A*A')", where: "A: matrix(n,n) invertible", .simplifying,
    cites: .cookbook(3), at: .transpose
  ) { s, _, record in
    let operand = s.store[record.operands[0]]
    guard commuting.contains(operand.operation) else { return nil }
    return s.transpose(operand.operands[0]) == operand.operands[0] ? record.operands[0] : nil
  }

  /// An elementwise function of a transpose is the transpose of the function.
  static let elementwise = Rule(
    "map_transpose", "exp(A') = exp(A)'", where: "A: matrix(m,n)", .reordering, cites: .hornJohnson("6.3"),
    at: .exp, .log, .abs, .sign, .step, .sin, .cos, .tan, .cot, .sec, .csc, .asin, .acos, .atan, .acot, .sinh, .cosh,
    .tanh, .coth, .sech, .csch, .sigmoid, .relu, .gelu, .silu, .softplus, .erf, .custom, .power
  ) { s, _, record in
    let operand = s.store[record.operands[0]]
    guard operand.operation == .transpose else { return nil }
    if record.operation == .power, !s.store.isScalar(record.operands[1]) { return nil }
    var operands = Array(record.operands)
    operands[0] = operand.operands[0]
    let call: Node =
      record.operation == .power
      ? s.store.power(operands[0], operands[1])
      : s.store.intern(record.operation, payload: record.payload, record.extent.transposed, operands)
    return s.transpose(s.normalize(call))
  }

  static let all = [
    sum, gather, product, scale, hadamard, kronecker, diagonal, commutation, inverse, symmetric, elementwise,
  ]
}
