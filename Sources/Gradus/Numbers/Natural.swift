/// A non-negative integer of any size: Σ limbs[i] · 2^(64 i).
struct Natural: Hashable, Sendable {
  /// Digits in base 2^64, least significant first, without a leading zero; empty for zero.
  let limbs: [UInt]

  static let one = Natural(1)

  init(_ word: UInt) {
    limbs = word == 0 ? [] : [word]
  }

  init(limbs: [UInt]) {
    var trimmed = limbs
    while trimmed.last == 0 { trimmed.removeLast() }
    self.limbs = trimmed
  }

  var isZero: Bool { limbs.isEmpty }

  var isOne: Bool { wordValue == 1 }

  /// The value itself when one limb holds it.
  var wordValue: UInt? {
    switch limbs.count {
    case 0: 0
    case 1: limbs[0]
    default: nil
    }
  }

  /// The number of binary digits, ⌊log₂ n⌋ + 1, and 0 for zero.
  var bitWidth: Int {
    guard let top = limbs.last else { return 0 }
    return limbs.count * UInt.bitWidth - top.leadingZeroBitCount
  }

  /// The exponent of two in the factorisation, and 0 for zero.
  var trailingZeroBitCount: Int {
    guard let index = limbs.firstIndex(where: { $0 != 0 }) else { return 0 }
    return index * UInt.bitWidth + limbs[index].trailingZeroBitCount
  }

  /// The low 64 bits of ⌊n / 2^offset⌋.
  func word(atBit offset: Int) -> UInt {
    let (index, shift) = offset.quotientAndRemainder(dividingBy: UInt.bitWidth)
    guard index < limbs.count else { return 0 }
    let above = index + 1 < limbs.count ? limbs[index + 1] : 0
    return limbs[index] >> shift | above << (UInt.bitWidth - shift)
  }
}

extension Natural: Comparable {
  static func < (left: Natural, right: Natural) -> Bool {
    if left.limbs.count != right.limbs.count { return left.limbs.count < right.limbs.count }
    for index in left.limbs.indices.reversed() where left.limbs[index] != right.limbs[index] {
      return left.limbs[index] < right.limbs[index]
    }
    return false
  }
}
