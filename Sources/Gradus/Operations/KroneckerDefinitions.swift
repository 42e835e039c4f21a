extension Definition {
  /// d(A ⊗ B) = dA ⊗ B + A ⊗ dB.
  static let kronecker = Definition(
    notation: .function("kron", latex: "\\otimes"), signature: Signature("m,n; p,q -> m*p,n*q"),
    calculus: .operands([
      .linear { call, _, g in Expression(call.store, call.store.kroneckerLeft(g.node, call[1].node, call.extent(0))) },
      .linear { call, _, g in Expression(call.store, call.store.kroneckerRight(g.node, call[0].node, call.extent(1))) },
    ]), cites: [.magnusNeudecker("9.14")], evaluate: { $0[0].kronecker($0[1]) },
    examples: [Example("m,n; p,q"), Example("m,1; p,1"), Example("1,n; p,q")])

  /// ⟨G, A ⊗ B⟩ = ⟨kron_left(G, B), A⟩.
  static let kroneckerLeft = Definition(
    notation: .function("kron_left", latex: "\\operatorname{kronleft}"),
    signature: Signature("m*p,n*q; p,q -> m,n", free: true),
    calculus: .operands([
      .linear { call, _, g in kron(g, call[1]) },
      .linear { call, _, g in Expression(call.store, call.store.kroneckerRight(call[0].node, g.node, call.extent(1))) },
    ]), cites: [.magnusNeudecker("9.14")],
    evaluate: { kernel in
      let (whole, right) = (kernel[0], kernel[1])
      return DenseMatrix(rows: kernel.rows, columns: kernel.columns) { row, column in
        let (top, left) = (row * right.rows, column * right.columns)
        return whole.block(rows: top..<top + right.rows, columns: left..<left + right.columns).innerProduct(right)
      }
    }, examples: [Example("m*p,n*q; p,q", region: Region(rowOffset: 0, columnOffset: 0, rows: "m", columns: "n"))])

  /// ⟨G, A ⊗ B⟩ = ⟨kron_right(G, A), B⟩.
  static let kroneckerRight = Definition(
    notation: .function("kron_right", latex: "\\operatorname{kronright}"),
    signature: Signature("m*p,n*q; m,n -> p,q", free: true),
    calculus: .operands([
      .linear { call, _, g in kron(call[1], g) },
      .linear { call, _, g in Expression(call.store, call.store.kroneckerLeft(call[0].node, g.node, call.extent(1))) },
    ]), cites: [.magnusNeudecker("9.14")],
    evaluate: { kernel in
      let (whole, left) = (kernel[0], kernel[1])
      var result = DenseMatrix.zeros(kernel.rows, kernel.columns)
      for row in 0..<left.rows {
        for column in 0..<left.columns {
          let (top, side) = (row * kernel.rows, column * kernel.columns)
          let part = whole.block(rows: top..<top + kernel.rows, columns: side..<side + kernel.columns)
          result = result + left[row, column] * part
        }
      }
      return result
    }, examples: [Example("m*p,n*q; m,n", region: Region(rowOffset: 0, columnOffset: 0, rows: "p", columns: "q"))])
}
