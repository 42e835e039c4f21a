extension Rational {
  /// The value of a finite double, m · 2^e, without rounding.
  public init?(exactly double: Double) {
    guard double.isFinite else { return nil }
    // A finite double is an integer of at most 53 bits times a power of two no less than 2^−1074.
    let scale = double.isZero ? 0 : max(double.exponent, Double.leastNormalMagnitude.exponent) - 52
    let word = UInt(Double(sign: .plus, exponent: -scale, significand: double.magnitude))
    let significand = Integer(isNegative: double < 0, magnitude: Natural(word) << max(scale, 0))
    self.init(significand, Integer(isNegative: false, magnitude: Natural.one << max(-scale, 0)))
  }

  /// The nearest double, ties to even, infinite only beyond the largest finite double.
  public var doubleValue: Double {
    if case .small(let numerator, let denominator) = storage,
      let above = Double(exactly: numerator), let below = Double(exactly: denominator)
    {
      return above / below
    }
    let rounded = Self.nearestDouble(numerator.magnitude, divisor)
    return isNegative ? -rounded : rounded
  }

  /// Rounds a quotient once, from 63 or 64 of its leading bits and a sticky last bit.
  private static func nearestDouble(_ above: Natural, _ below: Natural) -> Double {
    let shift = UInt.bitWidth - 1 - (above.bitWidth - below.bitWidth)
    let (quotient, remainder) = (above << max(shift, 0)).quotientAndRemainder(dividingBy: below << max(-shift, 0))
    // The shift leaves a quotient between 2^62 and 2^64.
    let bits = quotient.word(atBit: 0) | (remainder.isZero ? 0 : 1)
    let width = UInt.bitWidth - bits.leadingZeroBitCount
    let exponent = width - 1 - shift
    if exponent > Double.greatestFiniteMagnitude.exponent { return .infinity }
    let precision = min(53, exponent - Double.leastNonzeroMagnitude.exponent + 1)
    if precision < 0 { return 0 }
    let dropped = width - precision
    let (kept, half) = (bits >> dropped, UInt(1) << (dropped - 1))
    let rest = bits - (kept << dropped)
    let isRoundedUp = rest > half || (rest == half && kept & 1 == 1)
    return Double(sign: .plus, exponent: dropped - shift, significand: Double(kept + (isRoundedUp ? 1 : 0)))
  }
}
