extension Operation {
  /// The case's name in the words of rule names: `logDeterminant` is log_determinant.
  private var snakeName: String {
    "\(self)".map { $0.isUppercase ? "_" + $0.lowercased() : String($0) }.joined()
  }

  var differentialRuleName: String { "d_" + snakeName }

  var adjointRuleName: String { "adjoint_" + snakeName }

  var jacobianRuleName: String { "jacobian_" + snakeName }

  /// The trace rules that moving an operation to the other side of tr(GᵀdX) is.
  var adjointCitations: [Citation] {
    switch self {
    case .product: [.basic(99)]
    case .hadamard: [.basic(100)]
    case .transpose: [.basic(95)]
    case .sum: [.basic(93)]
    case .trace: [.basic(96)]
    default: definition.cites
    }
  }
}
