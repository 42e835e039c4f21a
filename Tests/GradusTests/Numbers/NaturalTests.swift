import Testing

@testable import Gradus

@Suite struct NaturalTests {
  @Test func quotientAndRemainderRebuildTheDividend() {
    var source = RationalSource(seed: 11, for: "natural division")
    for _ in 0..<3000 {
      let dividend = source.natural(limbs: Int.random(in: 0...8, using: &source))
      let divisor = source.natural(limbs: Int.random(in: 1...5, using: &source))
      if divisor.isZero { continue }
      let (quotient, remainder) = dividend.quotientAndRemainder(dividingBy: divisor)
      #expect(remainder < divisor)
      #expect(quotient * divisor + remainder == dividend)
    }
  }

  @Test func trialQuotientTooLargeIsAddedBack() {
    // The leading limbs admit 2^64 − 1, and only the last limb shows that this is one too large.
    let dividend = Natural(limbs: [0, 0, 1 << 63, (1 << 63) - 1])
    let divisor = Natural(limbs: [1, 0, 1 << 63])
    let (quotient, remainder) = dividend.quotientAndRemainder(dividingBy: divisor)
    #expect(quotient == Natural(UInt.max - 1))
    #expect(remainder < divisor && quotient * divisor + remainder == dividend)
  }

  @Test func greatestCommonDivisorAgreesWithEuclid() {
    func euclid(_ left: Natural, _ right: Natural) -> Natural { right.isZero ? left : euclid(right, left % right) }
    var source = RationalSource(seed: 12, for: "greatest common divisor")
    for _ in 0..<1000 {
      let factor = source.natural(limbs: Int.random(in: 0...3, using: &source))
      let left = factor * source.natural(limbs: Int.random(in: 0...5, using: &source))
      let right = factor * source.natural(limbs: Int.random(in: 0...5, using: &source))
      #expect(left.greatestCommonDivisor(with: right) == euclid(left, right))
    }
    var (fibonacci, next) = (Natural(0), Natural.one)
    for _ in 0..<1000 { (fibonacci, next) = (next, fibonacci + next) }
    #expect(fibonacci.greatestCommonDivisor(with: next).isOne)
  }

  @Test func shiftsMultiplyAndDivideByPowersOfTwo() throws {
    var source = RationalSource(seed: 13, for: "shifts")
    for count in 0..<300 {
      let value = source.natural(limbs: 4)
      let power = try #require(Natural(2).power(UInt(count)))
      #expect(value << count == value * power)
      #expect(value >> count == value / power)
      #expect(power.trailingZeroBitCount == count && power.bitWidth == count + 1)
    }
  }

  @Test func digitsReadBack() {
    var source = RationalSource(seed: 14, for: "digits")
    for limbs in 0..<200 {
      let value = source.natural(limbs: limbs % 20)
      #expect(Natural(digits: value.description.utf8) == value)
    }
    #expect(Natural(limbs: [0, 1]).description == "18446744073709551616")
    #expect(Natural(10).power(40)?.description == "1" + String(repeating: "0", count: 40))
  }
}
