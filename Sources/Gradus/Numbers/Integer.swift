/// An integer of any size, ±magnitude, whose zero is never negative.
public struct Integer: Hashable, Sendable {
  public let isNegative: Bool
  let magnitude: Natural

  init(isNegative: Bool, magnitude: Natural) {
    self.isNegative = isNegative && !magnitude.isZero
    self.magnitude = magnitude
  }

  public init(_ value: Int) {
    self.init(isNegative: value < 0, magnitude: Natural(value.magnitude))
  }

  public var isZero: Bool { magnitude.isZero }

  /// The number of binary digits of the absolute value, and 0 for zero.
  public var bitWidth: Int { magnitude.bitWidth }

  /// The same value when it lies in −2^63 ..< 2^63.
  public var intValue: Int? {
    guard let word = magnitude.wordValue else { return nil }
    if isNegative { return word <= Int.min.magnitude ? Int(truncatingIfNeeded: 0 &- word) : nil }
    return Int(exactly: word)
  }
}

extension Integer {
  public static prefix func - (value: Integer) -> Integer {
    Integer(isNegative: !value.isNegative, magnitude: value.magnitude)
  }

  public static func + (left: Integer, right: Integer) -> Integer {
    if left.isNegative == right.isNegative {
      return Integer(isNegative: left.isNegative, magnitude: left.magnitude + right.magnitude)
    }
    return left.magnitude >= right.magnitude
      ? Integer(isNegative: left.isNegative, magnitude: left.magnitude - right.magnitude)
      : Integer(isNegative: right.isNegative, magnitude: right.magnitude - left.magnitude)
  }

  public static func * (left: Integer, right: Integer) -> Integer {
    Integer(isNegative: left.isNegative != right.isNegative, magnitude: left.magnitude * right.magnitude)
  }

  static func * (left: Integer, right: Natural) -> Integer {
    Integer(isNegative: left.isNegative, magnitude: left.magnitude * right)
  }

  /// The quotient by a divisor, rounded towards zero.
  static func / (left: Integer, right: Natural) -> Integer {
    Integer(isNegative: left.isNegative, magnitude: left.magnitude / right)
  }
}

extension Integer: Comparable {
  public static func < (left: Integer, right: Integer) -> Bool {
    if left.isNegative != right.isNegative { return left.isNegative }
    return left.isNegative ? right.magnitude < left.magnitude : left.magnitude < right.magnitude
  }
}

extension Integer: CustomStringConvertible {
  public var description: String { (isNegative ? "-" : "") + magnitude.description }
}
