/// How tightly signs bind, loosest first; one table for reading and for printing.
///
/// `'`, `^` and `.^` bind tightest, left to right; then unary minus; then `* / .* ./ ⊗`, left to right; then `+ -`.
enum Precedence: Int, Comparable, Sendable {
  case definition, sum, product, negation, postfix, primary

  static func < (left: Precedence, right: Precedence) -> Bool { left.rawValue < right.rawValue }
}

/// A sign between two operands.
enum InfixSign: String, CaseIterable, Sendable {
  case plus = "+"
  case minus = "-"
  case times = "*"
  case divide = "/"
  case entrywiseTimes = ".*"
  case entrywiseDivide = "./"
  case kronecker = "⊗"
  case power = "^"
  case entrywisePower = ".^"

  var precedence: Precedence {
    switch self {
    case .plus, .minus: .sum
    case .times, .divide, .entrywiseTimes, .entrywiseDivide, .kronecker: .product
    case .power, .entrywisePower: .postfix
    }
  }

  /// Other spellings that are read as the sign.
  var alternatives: [String] {
    switch self {
    case .minus: ["−"]
    case .times: ["·"]
    case .entrywiseTimes: ["⊙", "∘"]
    case .entrywiseDivide: ["⊘"]
    default: []
    }
  }
}
