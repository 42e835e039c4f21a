extension Natural {
  /// n^exponent by squaring from the leading bit, or nil as soon as it needs more than `bitLimit` bits.
  func power(_ exponent: UInt, bitLimit: Int = .max) -> Natural? {
    if isZero || isOne { return exponent == 0 ? .one : self }
    var result = Natural.one
    for bit in (0..<(UInt.bitWidth - exponent.leadingZeroBitCount)).reversed() {
      result = result * result
      if exponent >> bit & 1 == 1 { result = result * self }
      // Every intermediate power is at most the final one, so the bound is exact.
      if result.bitWidth > bitLimit { return nil }
    }
    return result
  }

  /// The r with r² = n, by Newton's iteration r ← ⌊(r + ⌊n / r⌋) / 2⌋ from above.
  var exactSquareRoot: Natural? {
    if isZero { return self }
    var root = Natural.one << ((bitWidth + 1) / 2)
    while true {
      let next = (root + self / root) >> 1
      if next >= root { break }
      root = next
    }
    return root * root == self ? root : nil
  }
}
