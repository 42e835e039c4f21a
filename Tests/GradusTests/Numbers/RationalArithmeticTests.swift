import Testing

@testable import Gradus

@Suite struct RationalArithmeticTests {
  private func expectCanonical(_ value: Rational) {
    #expect(!value.denominator.isZero && !value.denominator.isNegative)
    #expect(value.numerator.magnitude.greatestCommonDivisor(with: value.divisor).isOne)
    let fits = value.numerator.intValue != nil && value.denominator.intValue != nil
    if case .small = value.storage { #expect(fits) } else { #expect(!fits) }
    let rebuilt = Rational(value.numerator, value.denominator)
    #expect(rebuilt == value && rebuilt.hashValue == value.hashValue)
  }

  @Test func operationsCommuteWithReductionModuloAPrime() {
    var source = RationalSource(seed: 21, for: "residues")
    for _ in 0..<1500 {
      let (left, right) = (source.rational(), source.rational())
      guard let a = Residue(rational: left), let b = Residue(rational: right) else { continue }
      #expect(Residue(rational: left + right) == a + b, "\(left) + \(right)")
      #expect(Residue(rational: left - right) == a - b, "\(left) - \(right)")
      #expect(Residue(rational: left * right) == a * b, "\(left) * \(right)")
      #expect(Residue(rational: -left) == Residue(0) - a, "-\(left)")
      for value in [left, right, left + right, left - right, left * right, -left] { expectCanonical(value) }
    }
  }

  @Test func fieldLawsHold() {
    var source = RationalSource(seed: 22, for: "field laws")
    for _ in 0..<1000 {
      let (a, b, c) = (source.rational(), source.rational(), source.rational())
      #expect((a + b) + c == a + (b + c))
      #expect((a * b) * c == a * (b * c))
      #expect(a * (b + c) == a * b + a * c)
      #expect((a + b) - b == a && (a + b).hashValue == (b + a).hashValue)
      #expect(a.magnitude == (a < 0 ? 0 - a : a))
      if b.isZero { continue }
      #expect((a * b) / b == a && (a / b) * b == a)
      #expect(b.reciprocal.map { $0 * b } == 1)
      expectCanonical(a / b)
    }
  }

  @Test func compoundAssignmentAgreesWithTheOperators() {
    var value: Rational = 3
    value += Rational(1, 2)
    #expect(value == Rational(7, 2))
    value -= 5
    #expect(value == Rational(-3, 2))
    value *= Rational(2, 9)
    #expect(value == Rational(-1, 3))
    value /= Rational(-1, 6)
    #expect(value == 2)
  }

  @Test func theEdgeOfAWordIsCrossedBothWays() {
    let (least, greatest) = (Rational(.min), Rational(.max))
    #expect((-least).description == "9223372036854775808" && (-least).intValue == nil)
    #expect(-(-least) == least && (-(-least)).intValue == .min)
    #expect((greatest + 1) - 1 == greatest && ((greatest + 1) - 1).intValue == .max)
    #expect(greatest + 1 == -least && (greatest + 1).hashValue == (-least).hashValue)
    #expect(Rational(.min, .min).isOne && Rational(.min, -1) == -least && Rational(.max, -.max).isMinusOne)
    #expect(Rational(1, .min).reciprocal == least && least.reciprocal == Rational(1, .min))
    #expect(least * Rational(1, .min) == 1 && Rational(.min, 2) == Rational(-(1 << 62)))
    for value in [least, greatest, -least, greatest + 1, Rational(1, .min), Rational(.min, .max)] {
      expectCanonical(value)
    }
    #expect(MemoryLayout<Rational>.stride <= 24)
  }

  @Test func predicatesSeparateTheSpecialValues() {
    let huge = Rational(.max) * 4
    #expect(Rational(0, -5).isZero && !huge.isZero && Rational(0).reciprocal == nil)
    #expect(huge.isInteger && !Rational(1, 2).isInteger && !(1 / huge).isInteger)
    #expect((-huge).isNegative && !huge.isNegative && Rational(1, -2).isNegative && !Rational(0).isNegative)
    #expect(Rational(6, 3).intValue == 2 && Rational(1, 2).intValue == nil)
  }

  @available(macOS 15, *)
  @Test func comparisonAgreesWithInt128() {
    var source = RationalSource(seed: 23, for: "comparison")
    for _ in 0..<5000 {
      let (a, c) = (source.word(), source.word())
      let (b, d) = (max(1, source.word()), max(1, source.word()))
      let (left, right) = (Int128(a) * Int128(d), Int128(c) * Int128(b))
      #expect((Rational(a, b) < Rational(c, d)) == (left < right))
      #expect((Rational(a, b) == Rational(c, d)) == (left == right))
    }
  }

  @Test func orderIsTheSignOfTheDifference() {
    var source = RationalSource(seed: 24, for: "order")
    for _ in 0..<1500 {
      let (left, right) = (source.rational(), source.rational())
      #expect((left < right) == (left - right).isNegative)
      #expect((left == right) == (left - right).isZero)
    }
  }
}
