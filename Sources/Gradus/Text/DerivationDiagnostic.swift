extension Diagnostic {
  static func text(of error: DerivationError) -> String {
    switch error {
    case .refused(let operation, let place, let reason):
      "no derivative of \(operation.definition.notation.name ?? "\(operation)") at \(place): \(reason)"
    case .notLinear(let place):
      "\(place) is not linear in the differential: a differential may stand once in each term, and in no function"
    case .notQuadratic(let place):
      "\(place) is no second differential: in every term differentials must stand twice"
    case .unknownVariable(let name):
      "\(name) is neither declared nor in the expression; declare it, for example --var '\(name): matrix(m,n)'"
    case .noStructure(let name):
      "\(name) declares no structure; declare it, for example --var '\(name): matrix(n,n) symmetric'"
    case .notScalar(let shape):
      "the second derivative is for scalar expressions, and this one is a \(shape); ask for --order 1"
    }
  }
}

extension Diagnostic {
  /// What came of replaying the steps, for a person.
  static func text(of check: StepCheck) -> String {
    if let failure = check.failures.first {
      return "steps: \(check.failures.count) of \(check.steps) DO NOT HOLD, first \(failure.rule): "
        + "\(failure.before) = \(failure.after)"
    }
    return "steps: all \(check.steps) replayed by their rules, \(check.tried) tried in numbers"
  }
}

extension DerivationError {
  /// A stable word for programs.
  var name: String {
    switch self {
    case .refused: "not-differentiable"
    case .notLinear: "not-linear"
    case .unknownVariable: "unknown-variable"
    case .noStructure: "no-structure"
    case .notScalar: "not-scalar"
    case .notQuadratic: "not-quadratic"
    }
  }
}

extension Problem.Code {
  /// A stable word for programs: the case's name with hyphens.
  var name: String {
    let label = Mirror(reflecting: self).children.first?.label ?? "\(self)"
    return label.map { $0.isUppercase ? "-" + $0.lowercased() : String($0) }.joined()
  }
}
