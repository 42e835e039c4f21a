#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

extension Definition {
  static let sin = elementwise(
    "sin", latex: "\\sin", derivative: { Gradus.cos($0[0]) }, kernel: { C.sine($0) }, in: .real, cites: .basic(8))
  static let cos = elementwise(
    "cos", latex: "\\cos", derivative: { -Gradus.sin($0[0]) }, kernel: { C.cosine($0) }, in: .real, cites: .basic(9))
  static let tan = elementwise(
    "tan", latex: "\\tan", derivative: { Gradus.sec($0[0]).power(2) }, kernel: { C.tangent($0) }, in: .real,
    cites: .basic(10))
  static let cot = elementwise(
    "cot", latex: "\\cot", derivative: { -Gradus.csc($0[0]).power(2) }, kernel: ScalarFunctions.cot, in: .nonzero,
    cites: .basic(11))
  static let sec = elementwise(
    "sec", latex: "\\sec", derivative: { $0.value ⊙ Gradus.tan($0[0]) }, kernel: ScalarFunctions.sec, in: .real,
    cites: .dlmf("4.20.7"))
  static let csc = elementwise(
    "csc", latex: "\\csc", derivative: { -($0.value ⊙ Gradus.cot($0[0])) }, kernel: ScalarFunctions.csc, in: .nonzero,
    cites: .dlmf("4.20.8"))
  static let asin = elementwise(
    "asin", latex: "\\arcsin", derivative: { inverseRoot(1 - $0[0].power(2)) }, kernel: { C.arcsine($0) },
    in: .unitInterval, cites: .basic(12))
  static let acos = elementwise(
    "acos", latex: "\\arccos", derivative: { -inverseRoot(1 - $0[0].power(2)) }, kernel: { C.arccosine($0) },
    in: .unitInterval, cites: .basic(13))
  static let atan = elementwise(
    "atan", latex: "\\arctan", derivative: { (1 + $0[0].power(2)).power(-1) }, kernel: { C.arctangent($0) }, in: .real,
    cites: .basic(14))
  /// π/2 − arctan.
  static let acot = elementwise(
    "acot", latex: "\\operatorname{arccot}", derivative: { -(1 + $0[0].power(2)).power(-1) },
    kernel: ScalarFunctions.acot,
    in: .real, cites: .basic(15))

  private static func inverseRoot(_ a: Expression) -> Expression { a.power(Expression(Rational(-1, 2))) }
}

/// The C library's functions, under names that `Definition`'s own do not hide.
private enum C {
  static func sine(_ x: Double) -> Double { sin(x) }
  static func cosine(_ x: Double) -> Double { cos(x) }
  static func tangent(_ x: Double) -> Double { tan(x) }
  static func arcsine(_ x: Double) -> Double { asin(x) }
  static func arccosine(_ x: Double) -> Double { acos(x) }
  static func arctangent(_ x: Double) -> Double { atan(x) }
}
