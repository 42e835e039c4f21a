@testable import Gradus

/// A reproducible source of rationals which favours the edges of a machine word (SplitMix64).
struct RationalSource: RandomNumberGenerator {
  private var state: UInt64

  /// Prints the seed, so that a failure can be repeated.
  init(seed: UInt64, for name: String) {
    state = seed
    print("\(name): seed \(seed)")
  }

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }

  mutating func word() -> Int {
    switch Int.random(in: 0..<6, using: &self) {
    case 0: .min + Int.random(in: 0..<3, using: &self)
    case 1: .max - Int.random(in: 0..<3, using: &self)
    case 2: Int.random(in: .min ... .max, using: &self)
    case 3: Int.random(in: -4_000_000_000...4_000_000_000, using: &self)
    default: Int.random(in: -12...12, using: &self)
    }
  }

  /// Limbs which are often all zeros or all ones, where carries and trial quotients go wrong.
  mutating func natural(limbs: Int) -> Natural {
    Natural(
      limbs: (0..<limbs).map { _ in
        switch Int.random(in: 0..<5, using: &self) {
        case 0: 0
        case 1: .max
        case 2: 1 << 63
        default: UInt(next())
        }
      })
  }

  mutating func integer(limbs: Int) -> Integer {
    Integer(isNegative: Bool.random(using: &self), magnitude: natural(limbs: limbs))
  }

  /// Small, at the boundary, or of several limbs.
  mutating func rational() -> Rational {
    if Int.random(in: 0..<3, using: &self) > 0 {
      let denominator = word()
      return Rational(word(), denominator == 0 ? 1 : denominator)
    }
    let denominator = integer(limbs: Int.random(in: 1...4, using: &self))
    return Rational(
      integer(limbs: Int.random(in: 0...4, using: &self)), denominator.isZero ? Integer(1) : denominator)
  }
}

/// The image of a rational in the integers modulo the Mersenne prime 2^61 − 1, as an independent computation.
struct Residue: Equatable {
  static let modulus: UInt = (1 << 61) - 1
  let value: UInt

  init(_ value: UInt) { self.value = value % Self.modulus }

  /// Evaluates the decimal digits by Horner's rule.
  init(_ integer: Integer) {
    var total = Residue(0)
    for digit in integer.description.utf8 where digit != UInt8(ascii: "-") {
      total = total * Residue(10) + Residue(UInt(digit - UInt8(ascii: "0")))
    }
    self = integer.isNegative ? Residue(Self.modulus - total.value) : total
  }

  /// Nil when the modulus divides the denominator.
  init?(rational: Rational) {
    let denominator = Residue(rational.denominator)
    if denominator.value == 0 { return nil }
    self = Residue(rational.numerator) * denominator.power(Self.modulus - 2)
  }

  static func + (left: Residue, right: Residue) -> Residue { Residue(left.value + right.value) }

  static func - (left: Residue, right: Residue) -> Residue { Residue(left.value + modulus - right.value) }

  static func * (left: Residue, right: Residue) -> Residue {
    Residue(modulus.dividingFullWidth(left.value.multipliedFullWidth(by: right.value)).remainder)
  }

  func power(_ exponent: UInt) -> Residue {
    if exponent == 0 { return Residue(1) }
    let half = power(exponent / 2)
    return exponent & 1 == 1 ? half * half * self : half * half
  }
}
