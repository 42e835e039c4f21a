#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

extension Definition {
  /// d(A + B) = dA + dB.
  static let sum = Definition(
    notation: .signs, signature: Signature("m,n; m,n -> m,n", variadic: true),
    calculus: .jointly { _, _, g in g }, cites: [.basic(93)],
    evaluate: { kernel in kernel.operands.dropFirst().reduce(kernel[0]) { $0 + $1 } },
    examples: [Example("m,n; m,n"), Example("m,n; m,n; m,n")])

  /// d(A B) = dA B + A dB; ⟨G, L dA R⟩ = ⟨Lᵀ G Rᵀ, dA⟩.
  static let product = Definition(
    notation: .signs, signature: Signature("m,k; k,n -> m,n", variadic: true),
    calculus: .every(
      .linear { call, place, g in
        let store = call.store
        let left = call.operands[..<place].reversed().map { store.transpose($0) }
        let right = call.operands[(place + 1)...].reversed().map { store.transpose($0) }
        return Expression(store, store.product(left + [g.node] + right))
      }), cites: [.basic(94)],
    evaluate: { kernel in kernel.operands.dropFirst().reduce(kernel[0]) { $0.times($1) } },
    examples: [Example("m,k; k,n"), Example("m,k; k,p; p,n"), Example("1,k; k,1"), Example("m,1; 1,n")])

  /// d(A ⊙ B) = dA ⊙ B + A ⊙ dB; ⟨G, A ⊙ dB⟩ = ⟨A ⊙ G, dB⟩.
  static let hadamard = Definition(
    notation: .signs, signature: Signature("m,n; m,n -> m,n", variadic: true),
    calculus: .every(
      .linear { call, place, g in
        var factors = Array(call.operands)
        factors[place] = g.node
        return Expression(call.store, call.store.hadamard(factors))
      }), cites: [.basic(97), .basic(100)],
    evaluate: { kernel in kernel.operands.dropFirst().reduce(kernel[0]) { $0.combined(with: $1, *) } },
    examples: [Example("m,n; m,n"), Example("1,1; 1,1; 1,1")])

  /// d(s A) = ds A + s dA; ⟨G, ds A⟩ = ⟨A, G⟩ ds.
  static let scale = Definition(
    notation: .signs, signature: Signature("1,1; m,n -> m,n"),
    calculus: .operands([
      .linear { call, _, g in call[1].contracted(with: g) }, .linear { call, _, g in call[0] * g },
    ]), cites: [.basic(94)], evaluate: { $0[0][0, 0] * $0[1] }, examples: [Example("1,1; m,n")])

  /// d(Aᵀ) = (dA)ᵀ.
  static let transpose = Definition(
    notation: .signs, signature: Signature("m,n -> n,m"), calculus: .every(.linear { _, _, g in g.T }),
    cites: [.basic(95)], evaluate: { $0[0].transposed }, examples: [Example("m,n")])

  /// d(a^b) = b a^(b−1) da + a^b log(a) db, entry by entry.
  static let power = Definition(
    notation: .signs, signature: Signature("m,n; m,n -> m,n"),
    calculus: .operands([
      .nonlinear { call, da in
        let lowered = call[0].power(call[1] - 1)
        return call[1] ⊙ lowered ⊙ da
      },
      .nonlinear { call, db in call.value ⊙ Gradus.log(call[0]) ⊙ db },
    ]), cites: [.basic(2), .basic(5), .dlmf("4.2.30")],
    evaluate: { kernel in entrywise(kernel) { raise($0, to: $1) } },
    examples: [
      Example("m,n; m,n", in: .positive), Example("m,n; 1,1", in: .positive), Example("1,1; m,n", in: .positive),
    ])

  /// Whole exponents work for negative bases too.
  private static func raise(_ base: Double, to exponent: Double) -> Double {
    exponent == 2 ? base * base : exponent == 0.5 ? base.squareRoot() : pow(base, exponent)
  }

  /// Two operands entry by entry, where one may be a scalar.
  static func entrywise(_ kernel: Kernel, _ combine: (Double, Double) -> Double) -> DenseMatrix {
    let (a, b) = (kernel[0], kernel[1])
    return DenseMatrix(rows: kernel.rows, columns: kernel.columns) { row, column in
      let left = a.rows == 1 && a.columns == 1 ? a[0, 0] : a[row, column]
      let right = b.rows == 1 && b.columns == 1 ? b[0, 0] : b[row, column]
      return combine(left, right)
    }
  }
}
