extension Natural {
  static func + (left: Natural, right: Natural) -> Natural {
    let (long, short) = left.limbs.count >= right.limbs.count ? (left.limbs, right.limbs) : (right.limbs, left.limbs)
    var sum = long
    var carry: UInt = 0
    for index in long.indices {
      if index >= short.count && carry == 0 { break }
      let (partial, first) = long[index].addingReportingOverflow(index < short.count ? short[index] : 0)
      let (total, second) = partial.addingReportingOverflow(carry)
      sum[index] = total
      carry = first || second ? 1 : 0
    }
    if carry != 0 { sum.append(carry) }
    return Natural(limbs: sum)
  }

  /// Requires left ≥ right.
  static func - (left: Natural, right: Natural) -> Natural {
    precondition(left >= right, "A natural number cannot be negative")
    var difference = left.limbs
    var borrow: UInt = 0
    for index in difference.indices {
      if index >= right.limbs.count && borrow == 0 { break }
      let subtrahend = index < right.limbs.count ? right.limbs[index] : 0
      let (partial, first) = difference[index].subtractingReportingOverflow(subtrahend)
      let (total, second) = partial.subtractingReportingOverflow(borrow)
      difference[index] = total
      borrow = first || second ? 1 : 0
    }
    return Natural(limbs: difference)
  }

  /// Schoolbook product (Knuth, The Art of Computer Programming 2, algorithm 4.3.1 M).
  static func * (left: Natural, right: Natural) -> Natural {
    if left.isZero || right.isZero { return Natural(0) }
    var product = [UInt](repeating: 0, count: left.limbs.count + right.limbs.count)
    for (offset, factor) in left.limbs.enumerated() {
      var carry: UInt = 0
      for (index, limb) in right.limbs.enumerated() {
        let (high, low) = factor.multipliedFullWidth(by: limb)
        let (partial, first) = low.addingReportingOverflow(product[offset + index])
        let (total, second) = partial.addingReportingOverflow(carry)
        product[offset + index] = total
        carry = high &+ (first ? 1 : 0) &+ (second ? 1 : 0)
      }
      product[offset + right.limbs.count] = carry
    }
    return Natural(limbs: product)
  }

  static func << (value: Natural, count: Int) -> Natural {
    if value.isZero || count == 0 { return value }
    let (zeros, shift) = count.quotientAndRemainder(dividingBy: UInt.bitWidth)
    var result = [UInt](repeating: 0, count: zeros)
    result.reserveCapacity(zeros + value.limbs.count + 1)
    var carry: UInt = 0
    for limb in value.limbs {
      result.append(limb << shift | carry)
      carry = limb >> (UInt.bitWidth - shift)
    }
    result.append(carry)
    return Natural(limbs: result)
  }

  static func >> (value: Natural, count: Int) -> Natural {
    if count == 0 { return value }
    let offsets = stride(from: count, to: max(count, value.bitWidth), by: UInt.bitWidth)
    return Natural(limbs: offsets.map(value.word(atBit:)))
  }
}
