/// Exponential and logarithm of a matrix, and their Fréchet derivatives.
enum MatrixFunctionRules {
  static let exponentialOfLogarithm = Rule(
    "logm_expm", "expm(logm(A)) = A", where: "A: matrix(n,n) psd", .simplifying, cites: .higham("11.1"),
    at: .matrixExponential
  ) { s, _, record in
    let operand = s.store[record.operands[0]]
    return operand.operation == .matrixLogarithm ? operand.operands[0] : nil
  }

  /// Along what commutes with A the derivative is that of a scalar.
  static let exponentialAlongIdentity = Rule(
    "dexpm_one", "dexpm(A,eye(n)) = expm(A)", where: "A: matrix(n,n)", .simplifying, cites: .higham("3.2"),
    at: .matrixExponentialDerivative
  ) { s, _, record in
    s.operation(record.operands[1]) == .identity ? s.call(.matrixExponential, record.operands[0]) : nil
  }

  static let logarithmAlongIdentity = Rule(
    "dlogm_one", "dlogm(A,eye(n)) = inv(A)", where: "A: matrix(n,n) psd", .simplifying, cites: .higham("3.2"),
    at: .matrixLogarithmDerivative
  ) { s, _, record in
    s.operation(record.operands[1]) == .identity ? s.call(.inverse, record.operands[0]) : nil
  }

  static let all = [exponentialOfLogarithm, exponentialAlongIdentity, logarithmAlongIdentity]
}
