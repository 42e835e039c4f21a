extension Rational {
  public static func + (left: Rational, right: Rational) -> Rational {
    if case .small(let a, let b) = left.storage, case .small(let c, let d) = right.storage {
      if let sum = smallSum(a, b, c, d) { return sum }
    }
    return bigSum(left, right)
  }

  public static func * (left: Rational, right: Rational) -> Rational {
    if case .small(let a, let b) = left.storage, case .small(let c, let d) = right.storage {
      if let product = smallProduct(a, b, c, d) { return product }
    }
    return bigProduct(left, right)
  }

  public static prefix func - (value: Rational) -> Rational {
    if case .small(let numerator, let denominator) = value.storage, numerator != .min {
      return Rational(smallNumerator: -numerator, denominator: denominator)
    }
    return Rational(reducedNumerator: -value.numerator, denominator: value.divisor)
  }

  public static func - (left: Rational, right: Rational) -> Rational { left + -right }

  /// Requires a divisor other than zero; `reciprocal` is the form which tells.
  public static func / (left: Rational, right: Rational) -> Rational {
    guard let reciprocal = right.reciprocal else { preconditionFailure("Division by zero") }
    return left * reciprocal
  }

  public static func += (left: inout Rational, right: Rational) { left = left + right }

  public static func -= (left: inout Rational, right: Rational) { left = left - right }

  public static func *= (left: inout Rational, right: Rational) { left = left * right }

  public static func /= (left: inout Rational, right: Rational) { left = left / right }

  public var magnitude: Rational { isNegative ? -self : self }

  /// q / p, or nil for zero.
  public var reciprocal: Rational? {
    if isZero { return nil }
    if case .small(let numerator, let denominator) = storage, numerator != .min {
      return numerator < 0
        ? Rational(smallNumerator: -denominator, denominator: -numerator)
        : Rational(smallNumerator: denominator, denominator: numerator)
    }
    return Rational(
      reducedNumerator: Integer(isNegative: isNegative, magnitude: divisor), denominator: numerator.magnitude)
  }
}

extension Rational {
  /// a/b + c/d with gcds of the denominators only (Knuth, The Art of Computer Programming 2, section 4.5.1).
  @inline(__always)
  private static func smallSum(_ a: Int, _ b: Int, _ c: Int, _ d: Int) -> Rational? {
    if b == 1 && d == 1 {
      let (sum, overflow) = a.addingReportingOverflow(c)
      return overflow ? nil : Rational(smallNumerator: sum, denominator: 1)
    }
    // A positive denominator fits Int, and so does every divisor of one.
    let shared = b == d ? b : Int(truncatingIfNeeded: b.magnitude.greatestCommonDivisor(with: d.magnitude))
    let (left, leftOverflow) = a.multipliedReportingOverflow(by: quotient(d, shared))
    let (right, rightOverflow) = c.multipliedReportingOverflow(by: quotient(b, shared))
    let (sum, sumOverflow) = left.addingReportingOverflow(right)
    if leftOverflow || rightOverflow || sumOverflow { return nil }
    let common =
      shared == 1 ? 1 : Int(truncatingIfNeeded: sum.magnitude.greatestCommonDivisor(with: shared.magnitude))
    let (denominator, overflow) = quotient(b, shared).multipliedReportingOverflow(by: quotient(d, common))
    return overflow ? nil : Rational(smallNumerator: quotient(sum, common), denominator: denominator)
  }

  /// (a/b) (c/d), reduced crosswise before multiplying.
  @inline(__always)
  private static func smallProduct(_ a: Int, _ b: Int, _ c: Int, _ d: Int) -> Rational? {
    let first = d == 1 ? 1 : Int(truncatingIfNeeded: a.magnitude.greatestCommonDivisor(with: d.magnitude))
    let second = b == 1 ? 1 : Int(truncatingIfNeeded: c.magnitude.greatestCommonDivisor(with: b.magnitude))
    let (numerator, overflow) = quotient(a, first).multipliedReportingOverflow(by: quotient(c, second))
    let (denominator, tooLarge) = quotient(b, second).multipliedReportingOverflow(by: quotient(d, first))
    return overflow || tooLarge ? nil : Rational(smallNumerator: numerator, denominator: denominator)
  }

  /// Division by a divisor which is mostly 1, where testing costs less than dividing.
  @inline(__always)
  private static func quotient(_ dividend: Int, _ divisor: Int) -> Int {
    divisor == 1 ? dividend : dividend / divisor
  }

  @inline(never)
  private static func bigSum(_ left: Rational, _ right: Rational) -> Rational {
    let (b, d) = (left.divisor, right.divisor)
    let shared = b.greatestCommonDivisor(with: d)
    let sum = left.numerator * (d / shared) + right.numerator * (b / shared)
    let common = sum.magnitude.greatestCommonDivisor(with: shared)
    return Rational(reducedNumerator: sum / common, denominator: (b / shared) * (d / common))
  }

  @inline(never)
  private static func bigProduct(_ left: Rational, _ right: Rational) -> Rational {
    let first = left.numerator.magnitude.greatestCommonDivisor(with: right.divisor)
    let second = right.numerator.magnitude.greatestCommonDivisor(with: left.divisor)
    return Rational(
      reducedNumerator: (left.numerator / first) * (right.numerator / second),
      denominator: (left.divisor / second) * (right.divisor / first))
  }
}
