#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

extension Definition {
  /// σ(x) = 1/(1 + e^−x), σ' = σ(1 − σ).
  static let sigmoid = elementwise(
    "sigmoid", latex: "\\sigma", derivative: { $0.value ⊙ (1 - $0.value) }, kernel: ScalarFunctions.sigmoid, in: .real,
    cites: .basic(70))

  /// max(0, x).
  static let relu = elementwise(
    "relu", latex: "\\operatorname{relu}", derivative: { Gradus.step($0[0]) },
    kernel: { $0 > 0 ? $0 : $0.isNaN ? $0 : 0 },
    in: .nonzero, cites: Citation("backpropagation-notes (4)"))

  /// log(1 + e^x).
  static let softplus = elementwise(
    "softplus", latex: "\\operatorname{softplus}", derivative: { Gradus.sigmoid($0[0]) },
    kernel: ScalarFunctions.softplus,
    in: .real, cites: Citation("Dugas et al. 2001"))

  /// x Φ(x) with the normal distribution function Φ; the derivative is Φ(x) + x φ(x).
  static let gelu = elementwise(
    "gelu", latex: "\\operatorname{gelu}",
    derivative: { call in
      let x = call[0]
      let half = Expression(Rational(1, 2))
      let distribution = half * (1 + Gradus.erf(x / Gradus.sqrt(2)))
      let density = Gradus.exp(-(half * x.power(2))) / Gradus.sqrt(2 * .pi)
      return distribution + x ⊙ density
    }, kernel: ScalarFunctions.gelu, in: .real, cites: Citation("Hendrycks & Gimpel 2016"))

  /// x σ(x).
  static let silu = elementwise(
    "silu", latex: "\\operatorname{silu}",
    derivative: { call in
      let s = Gradus.sigmoid(call[0])
      return s + call.value ⊙ (1 - s)
    }, kernel: ScalarFunctions.silu, in: .real, cites: Citation("Elfwing et al. 2018"))

  /// x for x > 0, a x elsewhere.
  static let leakyRelu = piecewise(
    "leaky_relu", latex: "\\operatorname{leakyrelu}",
    { call in
      let positive = Gradus.step(call[0])
      return positive + call[1] ⊙ (1 - positive)
    }, { call in call[0] ⊙ (1 - Gradus.step(call[0])) }, kernel: { x, a in x > 0 ? x : a * x },
    cites: Citation("backpropagation-notes (6)"))

  /// x for x > 0, a (e^x − 1) elsewhere; there the derivative is elu(x, a) + a.
  static let elu = piecewise(
    "elu", latex: "\\operatorname{elu}",
    { call in
      let positive = Gradus.step(call[0])
      return positive + (1 - positive) ⊙ (call.value + call[1])
    }, { call in Gradus.exp(min(call[0], 0)) - 1 }, kernel: { x, a in x > 0 ? x : a * expm1(x) },
    cites: Citation("Clevert et al. 2015"))

  /// Two operands entry by entry, smooth away from the kink of the first.
  private static func piecewise(
    _ name: String, latex: String, _ first: @escaping @Sendable (Call) -> Expression,
    _ second: @escaping @Sendable (Call) -> Expression, kernel: @escaping @Sendable (Double, Double) -> Double,
    cites: Citation
  ) -> Definition {
    Definition(
      notation: .function(name, latex: latex), signature: Signature("m,n; m,n -> m,n"),
      calculus: .operands([.nonlinear { first($0) ⊙ $1 }, .nonlinear { second($0) ⊙ $1 }]), cites: [.basic(98), cites],
      evaluate: { entrywise($0, kernel) },
      examples: [
        Example("m,n; 1,1", in: .nonzero), Example("m,n; m,n", in: .nonzero), Example("1,1; m,n", in: .nonzero),
      ])
  }

  /// The entrywise maximum; where both are equal the second's differential counts.
  static let larger = piecewise(
    "max", latex: "\\max", { Gradus.step($0[0] - $0[1]) }, { 1 - Gradus.step($0[0] - $0[1]) },
    kernel: { Swift.max($0, $1) },
    cites: .dlmf("1.4"))

  /// The entrywise minimum; where both are equal the second's differential counts.
  static let smaller = piecewise(
    "min", latex: "\\min", { Gradus.step($0[1] - $0[0]) }, { 1 - Gradus.step($0[1] - $0[0]) },
    kernel: { Swift.min($0, $1) },
    cites: .dlmf("1.4"))
}
