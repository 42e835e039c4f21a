extension Rational {
  /// The shortest exact decimal spelling, which `init(decimal:)` reads back.
  ///
  /// It is nil when the expansion does not end or, except for an integer, has more than 25 significant digits.
  public var decimalDescription: String? { decimalExpansion?.spelling }

  private var decimalExpansion: DecimalExpansion? {
    if isInteger { return DecimalExpansion(isNegative: isNegative, magnitude: numerator.magnitude, exponent: 0) }
    let twos = divisor.trailingZeroBitCount
    guard let fives = (divisor >> twos).exponentAsPowerOfFive else { return nil }
    // p / (2^a 5^b) has the digits of p 5^(a−b) or p 2^(b−a), and 25 digits take at most 84 bits.
    let surplus = (twos - fives).magnitude
    if surplus > 84 || numerator.bitWidth > 84 { return nil }
    guard let factor = Natural(twos > fives ? 5 : 2).power(surplus) else { return nil }
    let expansion = DecimalExpansion(
      isNegative: isNegative, magnitude: numerator.magnitude * factor, exponent: -max(twos, fives))
    return expansion.digits.utf8.count <= 25 ? expansion : nil
  }
}

extension Rational: CustomStringConvertible {
  /// The decimal spelling of an integer or of at most six significant digits, and p/q otherwise.
  public var description: String {
    if let expansion = decimalExpansion, isInteger || expansion.digits.utf8.count <= 6 { return expansion.spelling }
    return "\(numerator)/\(divisor)"
  }
}

extension Natural {
  /// The b with n = 5^b.
  fileprivate var exponentAsPowerOfFive: Int? {
    // The width of 5^b lies above b log₂ 5 by at most 1, so the quotient truncates to b.
    let candidate = UInt(Double(bitWidth) / 2.321928094887362)
    return Natural(5).power(candidate) == self ? Int(candidate) : nil
  }
}

/// ±digits · 10^exponent, where the digits do not end in a zero.
private struct DecimalExpansion {
  let isNegative: Bool
  let digits: String
  let exponent: Int

  init(isNegative: Bool, magnitude: Natural, exponent: Int) {
    let written = magnitude.description
    let zeros = magnitude.isZero ? 0 : written.reversed().prefix { $0 == "0" }.count
    self.isNegative = isNegative
    self.digits = String(written.dropLast(zeros))
    self.exponent = exponent + zeros
  }

  /// The number of digits before the point, negative when zeros follow it first.
  private var point: Int { digits.utf8.count + exponent }

  private var isScientificAllowed: Bool {
    let isShortInteger = exponent >= 0 && point <= 15
    return !isShortInteger && (point - 1).magnitude <= Rational.decimalExponentLimit
  }

  var spelling: String {
    let sign = isNegative ? "-" : ""
    if isScientificAllowed && scientific.utf8.count < plain.utf8.count { return sign + scientific }
    return sign + plain
  }

  private var plain: String {
    if exponent >= 0 { return digits + String(repeating: "0", count: exponent) }
    if point <= 0 { return "0." + String(repeating: "0", count: -point) + digits }
    return digits.prefix(point) + "." + digits.dropFirst(point)
  }

  private var scientific: String {
    let fraction = digits.dropFirst()
    return digits.prefix(1) + (fraction.isEmpty ? "" : "." + fraction) + "e\(point - 1)"
  }
}
