#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

extension Definition {
  /// A function of a scalar applied entry by entry: d f(A) = f'(A) ⊙ dA.
  static func elementwise(
    _ name: String, latex: String, derivative: @escaping @Sendable (Call) -> Expression,
    kernel: @escaping @Sendable (Double) -> Double, in domain: Domain, cites: Citation
  ) -> Definition {
    Definition(
      notation: .function(name, latex: latex), signature: Signature("m,n -> m,n"),
      calculus: .every(.elementwise(derivative)), cites: [.basic(98), cites], evaluate: { $0[0].map(kernel) },
      examples: [Example("1,1", in: domain), Example("m,n", in: domain)])
  }

  static let exp = elementwise(
    "exp", latex: "\\exp", derivative: { $0.value }, kernel: { exponential($0) }, in: .real, cites: .basic(6))

  static let log = elementwise(
    "log", latex: "\\log", derivative: { $0[0].power(-1) }, kernel: { logarithm($0) }, in: .positive, cites: .basic(4))

  static let abs = elementwise(
    "abs", latex: "\\operatorname{abs}", derivative: { Gradus.sign($0[0]) }, kernel: { $0.magnitude }, in: .nonzero,
    cites: .dlmf("1.4"))

  /// −1, 0 or 1; its derivative is 0 away from 0.
  static let sign = elementwise(
    "sign", latex: "\\operatorname{sign}", derivative: { $0[0].zerosLikeThis },
    kernel: { $0 > 0 ? 1 : $0 < 0 ? -1 : $0 }, in: .nonzero, cites: .dlmf("1.16"))

  /// 1 for positive arguments, 0 for others; its derivative is 0 away from 0.
  static let step = elementwise(
    "step", latex: "\\operatorname{step}", derivative: { $0[0].zerosLikeThis },
    kernel: { $0 > 0 ? 1 : $0.isNaN ? $0 : 0 },
    in: .nonzero, cites: .dlmf("1.16"))

  static let erf = elementwise(
    "erf", latex: "\\operatorname{erf}", derivative: { 2 * Gradus.exp(-$0[0].power(2)) / Gradus.sqrt(.pi) },
    kernel: ScalarFunctions.errorFunction, in: .real, cites: .dlmf("7.2"))

  /// A user's own function.
  static let custom = Definition(
    notation: .signs, signature: Signature("m,n -> m,n"),
    calculus: .operands(
      (0..<ElementwiseFunction.largestArity).map { place in
        .elementwise { call in
          let function = call.store.functions[call.store[call.value.node].payload]
          return function.partials[place](call.operands.indices.map { call[$0] })
        }
      }),
    cites: [.basic(98)], evaluate: { kernel in kernel.function?.values(kernel) ?? kernel[0] },
    examples: [Example("1,1"), Example("m,n")])
}

// The C library's functions, under names that `Definition`'s own do not hide.
private func exponential(_ x: Double) -> Double { exp(x) }
private func logarithm(_ x: Double) -> Double { log(x) }
