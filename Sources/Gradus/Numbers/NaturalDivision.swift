extension Natural {
  static func / (left: Natural, right: Natural) -> Natural {
    right.isOne ? left : left.quotientAndRemainder(dividingBy: right).quotient
  }

  static func % (left: Natural, right: Natural) -> Natural {
    left.quotientAndRemainder(dividingBy: right).remainder
  }

  /// The pair with n = quotient · divisor + remainder and remainder < divisor.
  func quotientAndRemainder(dividingBy divisor: Natural) -> (quotient: Natural, remainder: Natural) {
    if self < divisor { return (Natural(0), self) }
    guard let word = divisor.wordValue else { return longDivision(by: divisor) }
    let (quotient, remainder) = quotientAndRemainder(dividingBy: word)
    return (quotient, Natural(remainder))
  }

  func quotientAndRemainder(dividingBy word: UInt) -> (quotient: Natural, remainder: UInt) {
    precondition(word != 0, "Division by zero")
    var quotient = limbs
    var remainder: UInt = 0
    for index in quotient.indices.reversed() {
      (quotient[index], remainder) = word.dividingFullWidth((remainder, quotient[index]))
    }
    return (Natural(limbs: quotient), remainder)
  }

  /// Division by at least two limbs (Knuth, The Art of Computer Programming 2, algorithm 4.3.1 D).
  private func longDivision(by divisor: Natural) -> (quotient: Natural, remainder: Natural) {
    let size = divisor.limbs.count
    let shift = divisor.limbs[size - 1].leadingZeroBitCount
    let scaled = (divisor << shift).limbs
    var rest = (self << shift).limbs
    if rest.count == limbs.count { rest.append(0) }
    var quotient = [UInt](repeating: 0, count: rest.count - size)
    for offset in quotient.indices.reversed() {
      let window = offset..<(offset + size + 1)
      var digit = Self.estimatedDigit(of: rest[window], dividedBy: scaled)
      if Self.subtract(digit, times: scaled, from: &rest[window]) {
        digit -= 1
        Self.addBack(scaled, to: &rest[window])
      }
      quotient[offset] = digit
    }
    return (Natural(limbs: quotient), Natural(limbs: rest) >> shift)
  }

  /// A quotient digit from the three leading limbs, which is at most one too large.
  private static func estimatedDigit(of rest: ArraySlice<UInt>, dividedBy divisor: [UInt]) -> UInt {
    let (lead, next) = (divisor[divisor.count - 1], divisor[divisor.count - 2])
    let top = rest.endIndex - 1
    var digit = UInt.max
    var remainder: UInt
    var overflow = false
    if rest[top] == lead {
      (remainder, overflow) = rest[top - 1].addingReportingOverflow(lead)
    } else {
      (digit, remainder) = lead.dividingFullWidth((rest[top], rest[top - 1]))
    }
    while !overflow {
      let product = digit.multipliedFullWidth(by: next)
      if (product.high, product.low) <= (remainder, rest[top - 2]) { break }
      digit -= 1
      (remainder, overflow) = remainder.addingReportingOverflow(lead)
    }
    return digit
  }

  /// Replaces the window by window − digit · divisor modulo its size and tells whether that went below zero.
  private static func subtract(_ digit: UInt, times divisor: [UInt], from window: inout ArraySlice<UInt>) -> Bool {
    var carry: UInt = 0
    let start = window.startIndex
    for (index, limb) in divisor.enumerated() {
      let (high, low) = digit.multipliedFullWidth(by: limb)
      let (product, first) = low.addingReportingOverflow(carry)
      let (difference, second) = window[start + index].subtractingReportingOverflow(product)
      window[start + index] = difference
      carry = high &+ (first ? 1 : 0) &+ (second ? 1 : 0)
    }
    let (difference, isNegative) = window[start + divisor.count].subtractingReportingOverflow(carry)
    window[start + divisor.count] = difference
    return isNegative
  }

  private static func addBack(_ divisor: [UInt], to window: inout ArraySlice<UInt>) {
    var carry: UInt = 0
    let start = window.startIndex
    for (index, limb) in divisor.enumerated() {
      let (partial, first) = window[start + index].addingReportingOverflow(limb)
      let (total, second) = partial.addingReportingOverflow(carry)
      window[start + index] = total
      carry = first || second ? 1 : 0
    }
    window[start + divisor.count] &+= carry
  }
}
