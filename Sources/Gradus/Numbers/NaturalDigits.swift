extension Natural: CustomStringConvertible {
  /// The largest power of ten in a word, 10^19, and its exponent.
  private static let (digitsPerWord, wordOfDigits) = (19, UInt(10_000_000_000_000_000_000))

  /// Reads bytes which are all ASCII digits, most significant first.
  init(digits: some Collection<UInt8>) {
    var limbs: [UInt] = []
    var (chunk, scale): (UInt, UInt) = (0, 1)
    for digit in digits {
      chunk = chunk * 10 + UInt(digit - UInt8(ascii: "0"))
      scale *= 10
      if scale == Self.wordOfDigits {
        limbs.multiply(by: scale, adding: chunk)
        (chunk, scale) = (0, 1)
      }
    }
    limbs.multiply(by: scale, adding: chunk)
    self.init(limbs: limbs)
  }

  var description: String {
    if let word = wordValue { return String(word) }
    var chunks: [String] = []
    var rest = self
    while rest.limbs.count > 1 {
      let (quotient, remainder) = rest.quotientAndRemainder(dividingBy: Self.wordOfDigits)
      let digits = String(remainder)
      chunks.append(String(repeating: "0", count: Self.digitsPerWord - digits.utf8.count) + digits)
      rest = quotient
    }
    return rest.description.drop { $0 == "0" } + chunks.reversed().joined()
  }
}

extension [UInt] {
  fileprivate mutating func multiply(by factor: UInt, adding addend: UInt) {
    var carry = addend
    for index in indices {
      let (high, low) = self[index].multipliedFullWidth(by: factor)
      let (sum, overflow) = low.addingReportingOverflow(carry)
      self[index] = sum
      carry = high &+ (overflow ? 1 : 0)
    }
    if carry != 0 { append(carry) }
  }
}
