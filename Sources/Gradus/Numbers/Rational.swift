/// An exact fraction p / q in lowest terms with q > 0.
public struct Rational: Hashable, Sendable {
  /// Every value whose terms both fit a machine word is small, which makes equality and hashing structural.
  enum Storage: Hashable, Sendable {
    case small(Int, Int)
    case big(BigFraction)
  }

  let storage: Storage

  /// Requires lowest terms and a positive denominator.
  init(smallNumerator numerator: Int, denominator: Int) {
    storage = .small(numerator, denominator)
  }

  /// Requires lowest terms and a denominator other than zero.
  init(reducedNumerator numerator: Integer, denominator: Natural) {
    if let small = numerator.intValue, let word = denominator.wordValue, let divisor = Int(exactly: word) {
      storage = .small(small, divisor)
    } else {
      storage = .big(BigFraction(numerator: numerator, denominator: denominator))
    }
  }

  public init(_ value: Int) {
    storage = .small(value, 1)
  }

  /// Requires a denominator other than zero.
  public init(_ numerator: Int, _ denominator: Int) {
    self.init(Integer(numerator), Integer(denominator))
  }

  /// Requires a denominator other than zero.
  public init(_ numerator: Integer, _ denominator: Integer) {
    precondition(!denominator.isZero, "The denominator of a fraction cannot be zero")
    let divisor = numerator.magnitude.greatestCommonDivisor(with: denominator.magnitude)
    let isNegative = numerator.isNegative != denominator.isNegative
    self.init(
      reducedNumerator: Integer(isNegative: isNegative, magnitude: numerator.magnitude / divisor),
      denominator: denominator.magnitude / divisor)
  }
}

extension Rational {
  /// The whole numbers that stores keep at hand.
  static let smallIntegers = -16...16

  /// The value, if it is one of those.
  var smallInteger: Int? {
    guard case .small(let numerator, 1) = storage, Rational.smallIntegers.contains(numerator) else { return nil }
    return numerator
  }
}

extension Rational: ExpressibleByIntegerLiteral {
  public init(integerLiteral value: Int) {
    self.init(value)
  }
}

extension Rational {
  public var numerator: Integer {
    switch storage {
    case .small(let numerator, _): Integer(numerator)
    case .big(let fraction): fraction.numerator
    }
  }

  public var denominator: Integer { Integer(isNegative: false, magnitude: divisor) }

  /// The denominator without its sign.
  var divisor: Natural {
    switch storage {
    case .small(_, let denominator): Natural(denominator.magnitude)
    case .big(let fraction): fraction.denominator
    }
  }

  public var isZero: Bool { intValue == 0 }

  public var isOne: Bool { intValue == 1 }

  public var isMinusOne: Bool { intValue == -1 }

  public var isInteger: Bool {
    switch storage {
    case .small(_, let denominator): denominator == 1
    case .big(let fraction): fraction.denominator.isOne
    }
  }

  public var isNegative: Bool {
    switch storage {
    case .small(let numerator, _): numerator < 0
    case .big(let fraction): fraction.numerator.isNegative
    }
  }

  /// The same value when it is an integer in −2^63 ..< 2^63.
  public var intValue: Int? {
    if case .small(let numerator, 1) = storage { numerator } else { nil }
  }
}

/// The terms of a fraction of which at least one outgrew a machine word.
final class BigFraction: Hashable, Sendable {
  let numerator: Integer
  let denominator: Natural

  init(numerator: Integer, denominator: Natural) {
    self.numerator = numerator
    self.denominator = denominator
  }

  static func == (left: BigFraction, right: BigFraction) -> Bool {
    left === right || left.numerator == right.numerator && left.denominator == right.denominator
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(numerator)
    hasher.combine(denominator)
  }
}
