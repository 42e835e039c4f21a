import Testing

@testable import Gradus

@Suite struct RationalPowerTests {
  @Test func powersAreRepeatedProducts() {
    var source = RationalSource(seed: 31, for: "powers")
    for _ in 0..<100 {
      let base = source.rational()
      var product: Rational = 1
      for exponent in 0...9 {
        #expect(base.power(exponent) == product)
        #expect(base.power(-exponent) == product.reciprocal)
        product *= base
      }
    }
  }

  @Test func powersAreBounded() {
    #expect(Rational(2).power(65535)?.numerator.bitWidth == 65536)
    #expect(Rational(2).power(65536) == nil && Rational(1, 2).power(65536) == nil)
    #expect(Rational(3).power(.max) == nil && Rational(3).power(.min) == nil)
    #expect(Rational(-1).power(.max) == -1 && Rational(-1).power(.min) == 1 && Rational(1).power(.min) == 1)
    #expect(Rational(0).power(.max) == 0 && Rational(0).power(0) == 1 && Rational(0).power(-1) == nil)
  }

  @Test func squareRootsInvertSquares() {
    var source = RationalSource(seed: 32, for: "square roots")
    for _ in 0..<1000 {
      let root = source.rational()
      let square = root * root
      #expect(square.squareRoot == root.magnitude)
      if root.isZero { continue }
      #expect((-square).squareRoot == nil)
      #expect((square * 2).squareRoot == nil)
      #expect((square.magnitude + 1).squareRoot == nil || square.denominator != Integer(1))
    }
    #expect(Rational(9, 4).squareRoot == Rational(3, 2) && Rational(2, 9).squareRoot == nil)
  }
}
