extension Rational: Comparable {
  /// a/b < c/d ⇔ a d < c b, in 128 bits for the small form.
  public static func < (left: Rational, right: Rational) -> Bool {
    if case .small(let a, let b) = left.storage, case .small(let c, let d) = right.storage {
      if b == d { return a < c }
      let (first, second) = (a.multipliedFullWidth(by: d), c.multipliedFullWidth(by: b))
      return (first.high, first.low) < (second.high, second.low)
    }
    return left.numerator * right.divisor < right.numerator * left.divisor
  }
}
