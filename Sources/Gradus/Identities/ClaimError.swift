/// Why a claim cannot be judged at all; wrong shapes are no error, but a verdict.
enum ClaimError: Error {
  case unreadable(Problem, in: Passage)
  case underivable(DerivationError)
  /// What is to be differentiated by is no variable of the function.
  case unknownVariable(String, among: [String], in: Passage)
  /// A part that is no formula for entries, or no condition.
  case entry(String)
}

extension ClaimError {
  var message: String { Diagnostic.text(of: self) }

  /// Where it stands, as far as it has a place.
  var place: (line: Int, column: Int, length: Int)? {
    switch self {
    case .unreadable(let problem, let passage): ClaimError.place(problem.range, passage)
    case .unknownVariable(let name, _, let passage): ClaimError.place(0..<name.utf8.count, passage)
    case .underivable, .entry: nil
    }
  }

  private static func place(_ range: Range<Int>, _ passage: Passage) -> (line: Int, column: Int, length: Int) {
    let place = passage.place(of: range.lowerBound)
    let text = String(decoding: passage.text.utf8.dropFirst(range.lowerBound).prefix(range.count), as: UTF8.self)
    return (place.line, place.column, Swift.max(1, text.count))
  }
}

extension Problem {
  /// Whether the text reads well and only its shapes do not fit together.
  var isClashOfShapes: Bool {
    switch code {
    case .unsettledSizes, .missingBroadcast, .sumClash, .productClash, .entrywiseClash, .divisionByMatrix,
      .powerOfNonSquare,
      .exponentNotScalar, .argumentShape, .argumentClash, .axisMissing, .equationClash, .unexpectedShape, .indexCount,
      .indexBeyond, .emptySpan, .notScalarInFunction, .operands:
      true
    default: false
    }
  }
}
