extension UInt {
  /// Binary algorithm (Stein, J. Comput. Phys. 1, 1967), with gcd(0, n) = n.
  func greatestCommonDivisor(with other: UInt) -> UInt {
    if self == 0 { return other }
    if other == 0 { return self }
    // One division replaces a subtraction for each bit by which the lengths differ.
    if leadingZeroBitCount + 8 < other.leadingZeroBitCount { return (self % other).greatestCommonDivisor(with: other) }
    if other.leadingZeroBitCount + 8 < leadingZeroBitCount { return (other % self).greatestCommonDivisor(with: self) }
    let shift = Swift.min(trailingZeroBitCount, other.trailingZeroBitCount)
    var left = self &>> UInt(trailingZeroBitCount)
    var right = other &>> UInt(other.trailingZeroBitCount)
    while left != right {
      if left == 1 || right == 1 { return 1 &<< UInt(shift) }
      let difference = left > right ? left &- right : right &- left
      left = Swift.min(left, right)
      right = difference &>> UInt(difference.trailingZeroBitCount)
    }
    return left &<< UInt(shift)
  }
}

extension Natural {
  /// Lehmer's algorithm (Knuth, The Art of Computer Programming 2, algorithm 4.5.2 L), with gcd(0, n) = n.
  func greatestCommonDivisor(with other: Natural) -> Natural {
    var (large, small) = self >= other ? (self, other) : (other, self)
    while small.limbs.count > 1 {
      if let step = LehmerStep(leadingBitsOf: large, small) {
        (large, small) = step.applied(to: large, small)
      } else {
        (large, small) = (small, large % small)
      }
    }
    guard let word = small.wordValue, word != 0 else { return large }
    return Natural(word.greatestCommonDivisor(with: large.quotientAndRemainder(dividingBy: word).remainder))
  }
}

/// The unimodular matrix of several Euclidean steps which the leading bits of two numbers already decide.
private struct LehmerStep {
  private var (first, second) = ((large: 1, small: 0), (large: 0, small: 1))

  init?(leadingBitsOf large: Natural, _ small: Natural) {
    // Two bits below the word, so that the sums with the cofactors cannot overflow an Int.
    let offset = large.bitWidth - (Int.bitWidth - 2)
    var (upper, lower) = (Int(large.word(atBit: offset)), Int(small.word(atBit: offset)))
    while lower + second.large != 0, lower + second.small != 0 {
      let quotient = (upper + first.large) / (lower + second.large)
      if quotient != (upper + first.small) / (lower + second.small) { break }
      let next = (large: first.large - quotient * second.large, small: first.small - quotient * second.small)
      (first, second) = (second, next)
      (upper, lower) = (lower, upper - quotient * lower)
    }
    if first.small == 0 { return nil }
  }

  func applied(to large: Natural, _ small: Natural) -> (Natural, Natural) {
    func row(_ cofactors: (large: Int, small: Int)) -> Natural {
      let left = large * Natural(cofactors.large.magnitude)
      let right = small * Natural(cofactors.small.magnitude)
      // The cofactors of a row never share a strict sign, and the row is a remainder, hence not negative.
      return cofactors.small <= 0 ? left - right : right - left
    }
    return (row(first), row(second))
  }
}
