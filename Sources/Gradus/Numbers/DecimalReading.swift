extension Rational {
  /// The largest magnitude of a written exponent, so that a short text cannot ask for a huge number.
  static let decimalExponentLimit = 4096

  /// Reads sign? digits? ("." digits?)? ("e" sign? digits)? with at least one digit before the exponent.
  public init?(decimal text: some StringProtocol) {
    var rest = Array(text.utf8)[...]
    let isNegative = rest.readSign()
    var digits = rest.readDigits()
    var scale = 0
    if rest.first == UInt8(ascii: ".") {
      rest.removeFirst()
      let fraction = rest.readDigits()
      digits += fraction
      scale = -fraction.count
    }
    if digits.isEmpty { return nil }
    if let mark = rest.first, mark | 0x20 == UInt8(ascii: "e") {
      rest.removeFirst()
      guard let exponent = rest.readExponent(limit: Self.decimalExponentLimit) else { return nil }
      scale += exponent
    }
    guard rest.isEmpty, let power = Natural(10).power(scale.magnitude) else { return nil }
    let magnitude = Natural(digits: digits) * (scale > 0 ? power : .one)
    self.init(
      Integer(isNegative: isNegative, magnitude: magnitude),
      Integer(isNegative: false, magnitude: scale < 0 ? power : .one))
  }
}

extension UInt8 {
  fileprivate var isDecimalDigit: Bool { self >= UInt8(ascii: "0") && self <= UInt8(ascii: "9") }
}

extension ArraySlice<UInt8> {
  /// Takes an optional sign and tells whether it was a minus.
  fileprivate mutating func readSign() -> Bool {
    guard let sign = first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") else { return false }
    removeFirst()
    return sign == UInt8(ascii: "-")
  }

  fileprivate mutating func readDigits() -> ArraySlice<UInt8> {
    let digits = prefix(while: \.isDecimalDigit)
    removeFirst(digits.count)
    return digits
  }

  /// Takes a signed exponent, or answers nil when it has no digit or a magnitude above the limit.
  fileprivate mutating func readExponent(limit: Int) -> Int? {
    let isNegative = readSign()
    let digits = readDigits()
    if digits.isEmpty { return nil }
    // Saturation just above the limit keeps any number of digits from overflowing.
    let magnitude = digits.reduce(0) { Swift.min($0 * 10 + Int($1 - UInt8(ascii: "0")), limit + 1) }
    if magnitude > limit { return nil }
    return isNegative ? -magnitude : magnitude
  }
}
