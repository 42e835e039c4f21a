/// Python text with its sign and its outermost binding, so that parentheses stand only where they are needed.
struct PythonCode: Sendable {
  enum Level: Int, Comparable, Sendable {
    case sum, matrixProduct, product, power, primary

    static func < (left: Level, right: Level) -> Bool { left.rawValue < right.rawValue }
  }

  private let magnitude: String
  private let level: Level
  private(set) var isNegative: Bool

  init(_ magnitude: String, _ level: Level = .primary, isNegative: Bool = false) {
    self.magnitude = magnitude
    self.level = level
    self.isNegative = isNegative
  }

  static let zero = PythonCode("0")
  static let one = PythonCode("1")

  init(_ number: Rational) {
    let size = number.magnitude
    if let integer = size.intValue, integer < 1 << 53 {
      self.init("\(integer)", isNegative: number.isNegative)
    } else if size.isInteger || size.decimalDescription != nil {
      self.init("\(size.doubleValue)", isNegative: number.isNegative)
    } else {
      let quotient = "\(size.numerator) / \(size.denominator)"
      self.init(quotient, .product, isNegative: number.isNegative)
    }
  }

  static func call(_ function: String, _ arguments: PythonCode...) -> PythonCode {
    PythonCode("\(function)(\(arguments.map(\.text).joined(separator: ", ")))")
  }

  /// A call that is linear in each argument, with the sign in front.
  static func linearCall(_ function: String, _ arguments: PythonCode...) -> PythonCode {
    let inner = arguments.map(\.unsigned.text).joined(separator: ", ")
    return PythonCode("\(function)(\(inner))", isNegative: arguments.count(where: \.isNegative) % 2 == 1)
  }

  var text: String {
    guard isNegative else { return magnitude }
    return level == .sum || level == .matrixProduct ? "-(\(magnitude))" : "-\(magnitude)"
  }

  var isZero: Bool { magnitude == "0" }
  var isOne: Bool { magnitude == "1" && !isNegative }

  /// Whether writing it twice costs nothing: a name, a number, a view.
  var isCheap: Bool {
    let base = magnitude.hasSuffix("[:, None]") ? magnitude.dropLast(9) : magnitude[...]
    return level == .primary && !isNegative && !base.contains { "( ".contains($0) }
  }

  var length: Int { magnitude.utf8.count }

  /// In parentheses if it binds more loosely than asked.
  private func bound(_ least: Level) -> String {
    if isNegative { return least == .sum ? text : "(\(text))" }
    return level < least ? "(\(magnitude))" : magnitude
  }

  var unsigned: PythonCode { PythonCode(magnitude, level) }

  static prefix func - (code: PythonCode) -> PythonCode {
    code.isZero ? code : PythonCode(code.magnitude, code.level, isNegative: !code.isNegative)
  }

  /// The sum, terms with a plus first.
  static func sum(_ terms: [PythonCode]) -> PythonCode {
    let kept = terms.filter { !$0.isZero }
    let ordered = kept.filter { !$0.isNegative } + kept.filter(\.isNegative)
    guard let first = ordered.first else { return .zero }
    if ordered.count == 1 { return first }
    var text = first.text
    for term in ordered.dropFirst() {
      text += (term.isNegative ? " - " : " + ") + term.unsigned.bound(term.isNegative ? .matrixProduct : .sum)
    }
    return PythonCode(text, .sum)
  }

  /// Entrywise factors over entrywise divisors.
  static func product(_ factors: [PythonCode], over divisors: [PythonCode] = []) -> PythonCode {
    let isNegative = (factors + divisors).count(where: \.isNegative) % 2 == 1
    if factors.contains(where: \.isZero) { return .zero }
    let above = factors.map(\.unsigned).filter { !$0.isOne }
    let below = divisors.map(\.unsigned).filter { !$0.isOne }
    if above.count == 1, below.isEmpty { return PythonCode(above[0].magnitude, above[0].level, isNegative: isNegative) }
    var text = above.isEmpty ? "1" : above.map { $0.bound(.product) }.joined(separator: " * ")
    if above.isEmpty, below.isEmpty { return PythonCode("1", isNegative: isNegative) }
    if !below.isEmpty {
      let joined = PythonCode.product(below)
      text += " / " + joined.bound(.power)
    }
    return PythonCode(text, .product, isNegative: isNegative)
  }

  static func * (left: PythonCode, right: PythonCode) -> PythonCode { product([left, right]) }

  func floorDivided(by divisor: PythonCode) -> PythonCode {
    divisor.isOne ? self : PythonCode("\(bound(.product)) // \(divisor.bound(.power))", .product)
  }

  /// The matrix product of arrays, read from the left.
  static func matrixProduct(_ left: PythonCode, _ right: PythonCode) -> PythonCode {
    let text = left.unsigned.matrixFactor(isLeft: true) + " @ " + right.unsigned.matrixFactor(isLeft: false)
    return PythonCode(text, .matrixProduct, isNegative: left.isNegative != right.isNegative)
  }

  private func matrixFactor(isLeft: Bool) -> String {
    level == .matrixProduct && isLeft ? magnitude : bound(.power)
  }

  func power(_ exponent: PythonCode) -> PythonCode {
    if exponent.isOne { return self }
    return PythonCode("\(bound(.primary))**\(exponent.bound(.power))", .power)
  }

  /// An attribute, an index or a method call behind it.
  func suffixed(_ suffix: String) -> PythonCode { PythonCode(bound(.primary) + suffix) }

  /// The same where the sign may stay in front, since entries are only picked, repeated or added.
  func suffixedLinearly(_ suffix: String) -> PythonCode {
    PythonCode(unsigned.bound(.primary) + suffix, isNegative: isNegative)
  }

  /// The transpose of a two-dimensional array.
  var transposed: PythonCode {
    let base = unsigned
    if base.level == .primary, base.magnitude.hasSuffix(".T") {
      return PythonCode(String(base.magnitude.dropLast(2)), isNegative: isNegative)
    }
    return PythonCode(base.bound(.primary) + ".T", isNegative: isNegative)
  }
}
