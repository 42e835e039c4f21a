extension Rational {
  /// The largest width in bits of a term of a power.
  private static let powerBitLimit = 1 << 16

  /// p^n / q^n, or nil for a negative power of zero and when a term would exceed 2^16 bits.
  public func power(_ exponent: Int) -> Rational? {
    if exponent < 0 { return reciprocal?.power(exponent.magnitude) }
    return power(exponent.magnitude)
  }

  private func power(_ exponent: UInt) -> Rational? {
    guard let above = numerator.magnitude.power(exponent, bitLimit: Self.powerBitLimit),
      let below = divisor.power(exponent, bitLimit: Self.powerBitLimit)
    else { return nil }
    let isNegative = isNegative && exponent & 1 == 1
    return Rational(reducedNumerator: Integer(isNegative: isNegative, magnitude: above), denominator: below)
  }

  /// The non-negative r with r² = p / q, when it is rational.
  public var squareRoot: Rational? {
    guard !isNegative, let above = numerator.magnitude.exactSquareRoot, let below = divisor.exactSquareRoot
    else { return nil }
    return Rational(reducedNumerator: Integer(isNegative: false, magnitude: above), denominator: below)
  }
}
