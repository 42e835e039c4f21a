import Testing

@testable import Gradus

@Suite struct RationalDoubleTests {
  @Test func everyFiniteDoubleReturns() {
    var source = RationalSource(seed: 41, for: "doubles")
    var doubles: [Double] = [0, 1, -1, 0.1, .pi, .leastNonzeroMagnitude, .leastNormalMagnitude]
    doubles += [.greatestFiniteMagnitude, -.greatestFiniteMagnitude, .leastNormalMagnitude.nextDown, 0x1p63, 0x1p-64]
    for _ in 0..<2000 { doubles.append(Double(bitPattern: source.next())) }
    for double in doubles where double.isFinite {
      #expect(Rational(exactly: double)?.doubleValue == double)
    }
    #expect(Rational(exactly: .nan) == nil && Rational(exactly: .infinity) == nil)
    #expect(Rational(exactly: -0.75) == Rational(-3, 4) && Rational(exactly: -0.0) == 0)
  }

  @Test func midpointsRoundToEvenAndNeighboursAway() throws {
    var source = RationalSource(seed: 42, for: "midpoints")
    let tiny = try #require(Rational(decimal: "1e-900"))
    for _ in 0..<300 {
      let low = Double(bitPattern: source.next() & 0x7fff_ffff_ffff_ffff)
      guard low.isFinite, low.nextUp.isFinite else { continue }
      let (lower, upper) = (try #require(Rational(exactly: low)), try #require(Rational(exactly: low.nextUp)))
      let middle = (lower + upper) / 2
      let even = low.bitPattern & 1 == 0 ? low : low.nextUp
      #expect(middle.doubleValue == even && (-middle).doubleValue == -even)
      #expect((middle + tiny).doubleValue == low.nextUp && (middle - tiny).doubleValue == low)
    }
  }

  @Test func decimalsRoundAsTheStandardLibraryReadsThem() throws {
    var source = RationalSource(seed: 43, for: "decimals")
    for _ in 0..<1500 {
      let text = "\(source.word())\(source.next() % 1_000_000)e\(Int.random(in: -355...300, using: &source))"
      #expect(try #require(Rational(decimal: text)).doubleValue == Double(text), "\(text)")
    }
  }

  @Test func rangeEndsAreExact() throws {
    let least = try #require(Rational(exactly: .leastNonzeroMagnitude))
    let quantum = try #require(Rational(exactly: .greatestFiniteMagnitude.ulp))
    let greatest = try #require(Rational(exactly: .greatestFiniteMagnitude))
    #expect((least / 2).doubleValue == 0 && (least * Rational(3, 2)).doubleValue == 2 * .leastNonzeroMagnitude)
    #expect((least * Rational(501, 1000)).doubleValue == .leastNonzeroMagnitude && (least / 3).doubleValue == 0)
    #expect((greatest + quantum / 2).doubleValue == .infinity)
    #expect((greatest + quantum * Rational(499, 1000)).doubleValue == .greatestFiniteMagnitude)
    let huge = try #require(Rational(decimal: "1e4000"))
    #expect(((huge + 1) / (huge - 1)).doubleValue == 1 && (huge / (huge * 3 + 1)).doubleValue == 1.0 / 3)
    #expect((-huge).doubleValue == -.infinity && (1 / huge).doubleValue == 0)
    #expect(Rational((1 << 53) + 1).doubleValue == 0x1p53 && Rational((1 << 53) + 3).doubleValue == 0x1p53 + 4)
  }
}
