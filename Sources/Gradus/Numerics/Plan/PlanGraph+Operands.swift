extension PlanGraph.Kind {
  var operands: [PlanTerm] {
    switch self {
    case .input, .number: []
    case .combination(_, let terms), .entrywise(let terms), .call(_, let terms): terms
    case .map(_, let operand), .spread(let operand), .reduction(_, _, let operand), .diagonalMatrix(let operand),
      .diagonal(let operand), .transposedCopy(let operand), .factorization(let operand), .inverse(let operand),
      .logDeterminant(let operand), .determinant(let operand):
      [operand]
    case .zip(_, let left, let right), .product(let left, let right), .solution(let left, let right): [left, right]
    }
  }

  func replacingOperands(_ replacement: (PlanTerm) -> PlanTerm) -> PlanGraph.Kind {
    switch self {
    case .input, .number: self
    case .combination(let coefficients, let terms): .combination(coefficients, terms.map(replacement))
    case .entrywise(let terms): .entrywise(terms.map(replacement))
    case .call(let place, let terms): .call(place, terms.map(replacement))
    case .map(let function, let operand): .map(function, replacement(operand))
    case .zip(let function, let left, let right): .zip(function, replacement(left), replacement(right))
    case .spread(let operand): .spread(replacement(operand))
    case .reduction(let reduction, let direction, let operand): .reduction(reduction, direction, replacement(operand))
    case .product(let left, let right): .product(replacement(left), replacement(right))
    case .diagonalMatrix(let operand): .diagonalMatrix(replacement(operand))
    case .diagonal(let operand): .diagonal(replacement(operand))
    case .transposedCopy(let operand): .transposedCopy(replacement(operand))
    case .factorization(let operand): .factorization(replacement(operand))
    case .inverse(let operand): .inverse(replacement(operand))
    case .logDeterminant(let operand): .logDeterminant(replacement(operand))
    case .determinant(let operand): .determinant(replacement(operand))
    case .solution(let factors, let right): .solution(replacement(factors), replacement(right))
    }
  }

  /// Computed entry by entry, so that it needs no place in memory where a loop uses it at once.
  var isElementwise: Bool {
    switch self {
    case .combination, .entrywise, .map, .zip, .spread: true
    default: false
    }
  }

  /// Computed inside loops.
  var isInLoops: Bool {
    if case .reduction = self { return true }
    return isElementwise
  }
}
