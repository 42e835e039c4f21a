import Testing

@testable import Gradus

@Suite struct RationalDecimalTests {
  @Test(arguments: [
    ("2", Rational(2)), ("0.5", Rational(1, 2)), ("1e-5", Rational(1, 100_000)), ("12.5e3", 12500),
    (".5", Rational(1, 2)), ("2.", 2), ("-3.25", Rational(-13, 4)), ("+1E+2", 100), ("007.10", Rational(71, 10)),
    ("0e4096", 0), ("1e00000000000000000000002", 100), ("-0", 0),
    ("0.1234567890123456789e19", 1_234_567_890_123_456_789),
  ])
  func decimalsAreRead(text: String, value: Rational) {
    #expect(Rational(decimal: text) == value)
    #expect(Rational(decimal: "[\(text)]".dropFirst().dropLast()) == value)
  }

  @Test(arguments: [
    "", ".", "-", "e5", ".e5", "1e", "1e+", "1e4097", "1e-4097", "1e999999999", "1e-99999999999999999999999", "1.2.3",
    "0x10", "1 ", " 1", "--1", "inf", "nan", "1e2.5", "1_000", "٣", "1e5e5", "1/2",
  ])
  func otherTextIsRefused(text: String) {
    #expect(Rational(decimal: text) == nil)
  }

  @Test(arguments: [
    ("0", Rational(0)), ("0.5", Rational(1, 2)), ("12.25", Rational(49, 4)), ("-3", -3), ("1e-5", Rational(1, 100_000)),
    ("-0.0625", Rational(-1, 16)), ("0.01", Rational(1, 100)), ("1e-3", Rational(1, 1000)), ("1200", 1200),
    ("100000000000000", 100_000_000_000_000), ("1e15", 1_000_000_000_000_000), ("-9223372036854775808", Rational(.min)),
    ("1.5e-7", Rational(3, 20_000_000)), ("123456.789", Rational(123_456_789, 1000)),
  ])
  func decimalsAreWritten(text: String, value: Rational) {
    #expect(value.decimalDescription == text)
  }

  @Test func descriptionsAreShort() {
    #expect(Rational(1, 3).description == "1/3" && Rational(-22, 7).decimalDescription == nil)
    #expect(Rational(123_456, 1000).description == "123.456" && Rational(-1, 4).description == "-0.25")
    #expect(Rational(1_234_567, 1000).description == "1234567/1000" && Rational(1_234_567).description == "1234567")
    #expect(Rational(10).power(20)?.description == "1e20" && Rational(10).power(-20)?.description == "1e-20")
    // 5^35 is the last power of five with 25 digits.
    #expect(Rational(2).power(-35)?.decimalDescription == "2.910383045673370361328125e-11")
    #expect(Rational(1, 1 << 36).decimalDescription == nil)
  }

  @Test func writtenDecimalsReadBack() throws {
    var source = RationalSource(seed: 51, for: "decimal round trip")
    var written = 0
    for index in 0..<3000 {
      let scale = try #require(Rational(10).power(Int.random(in: -40...40, using: &source)))
      let value = index % 3 == 0 ? source.rational() : Rational(source.word()) * scale
      guard let text = value.decimalDescription else { continue }
      #expect(Rational(decimal: text) == value)
      written += 1
    }
    #expect(written >= 2000)
  }

  @Test func longIntegersAndFarExponentsReadBack() throws {
    let power = try #require(Rational(10).power(4095))
    let long = try #require(Rational(7).power(20000))
    let integers = [power, power * 10, power * 100, power * 12300, long]
    for value in integers + [1 / power, 1 / (power * 10), 1 / (power * 1000)] {
      let text = try #require(value.decimalDescription)
      #expect(Rational(decimal: text) == value)
      #expect(text == "\(value)")
    }
    #expect((power * 10).description == "1e4096" && (power * 100).description.utf8.count == 4098)
  }
}
