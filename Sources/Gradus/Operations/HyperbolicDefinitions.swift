#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

extension Definition {
  static let sinh = elementwise(
    "sinh", latex: "\\sinh", derivative: { Gradus.cosh($0[0]) }, kernel: { C.sine($0) }, in: .real, cites: .basic(16))
  static let cosh = elementwise(
    "cosh", latex: "\\cosh", derivative: { Gradus.sinh($0[0]) }, kernel: { C.cosine($0) }, in: .real, cites: .basic(17))
  static let tanh = elementwise(
    "tanh", latex: "\\tanh", derivative: { 1 - $0.value.power(2) }, kernel: { C.tangent($0) }, in: .real,
    cites: .basic(18))
  static let coth = elementwise(
    "coth", latex: "\\coth", derivative: { -Gradus.csch($0[0]).power(2) }, kernel: ScalarFunctions.coth, in: .nonzero,
    cites: .basic(19))
  static let sech = elementwise(
    "sech", latex: "\\operatorname{sech}", derivative: { -($0.value ⊙ Gradus.tanh($0[0])) },
    kernel: ScalarFunctions.sech,
    in: .real, cites: .basic(20))
  static let csch = elementwise(
    "csch", latex: "\\operatorname{csch}", derivative: { -($0.value ⊙ Gradus.coth($0[0])) },
    kernel: ScalarFunctions.csch,
    in: .nonzero, cites: .basic(21))
}

/// The C library's functions, under names that `Definition`'s own do not hide.
private enum C {
  static func sine(_ x: Double) -> Double { sinh(x) }
  static func cosine(_ x: Double) -> Double { cosh(x) }
  static func tangent(_ x: Double) -> Double { tanh(x) }
}
