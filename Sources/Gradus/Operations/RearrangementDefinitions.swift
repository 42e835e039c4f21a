extension Definition {
  /// The square matrix with a vector on its diagonal: ⟨G, diag(dx)⟩ = ⟨diagonal(G), dx⟩.
  static let diagonalMatrix = Definition(
    notation: .function("diag", latex: "\\operatorname{diag}"), signature: Signature("n,1 -> n,n"),
    calculus: .every(.linear { _, _, g in Gradus.diagonal(g) }), cites: [.magnusNeudecker("9.16")],
    evaluate: { .diagonal($0[0].elements) }, examples: [Example("n,1")])

  /// The diagonal of a square matrix as a vector.
  static let diagonal = Definition(
    notation: .function("diagonal", latex: "\\operatorname{dg}"), signature: Signature("n,n -> n,1"),
    calculus: .every(.linear { _, _, g in diag(g) }), cites: [.magnusNeudecker("9.16")],
    evaluate: { kernel in DenseMatrix(rows: kernel.rows, columns: 1) { row, _ in kernel[0][row, row] } },
    examples: [Example("n,n")])

  /// The entries on and below the diagonal, zeros above: its own adjoint.
  static let lowerTriangle = Definition(
    notation: .function("tril", latex: "\\operatorname{tril}"), signature: Signature("n,n -> n,n"),
    calculus: .every(.linear { _, _, g in tril(g) }), cites: [.hornJohnson("0.9")],
    evaluate: { kernel in
      DenseMatrix(rows: kernel.rows, columns: kernel.columns) { row, column in
        row >= column ? kernel[0][row, column] : 0
      }
    }, examples: [Example("n,n")])

  /// The columns one under the other.
  static let vec = Definition(
    notation: .function("vec", latex: "\\operatorname{vec}"), signature: Signature("m,n -> m*n,1"),
    calculus: .every(
      .linear { call, _, g in Expression(call.store, call.store.unvec(g.node, call.extent(0))) }),
    cites: [.magnusNeudecker("2.4")], evaluate: { $0[0].vectorized }, examples: [Example("m,n")])

  /// The inverse of vec.
  static let unvec = Definition(
    notation: .function("unvec", latex: "\\operatorname{vec}^{-1}"), signature: Signature("m*n,1 -> m,n", free: true),
    calculus: .every(.linear { _, _, g in Gradus.vec(g) }), cites: [.magnusNeudecker("2.4")],
    evaluate: { kernel in kernel[0].unvectorized(rows: kernel.rows, columns: kernel.columns) },
    examples: [Example("m*n,1", region: Region(rowOffset: 0, columnOffset: 0, rows: "m", columns: "n"))])

  /// Matrices side by side; the adjoint cuts the parts out again.
  static let horizontal = Definition(
    notation: .function("hcat", latex: "\\operatorname{hcat}"),
    signature: Signature("m,a; m,b -> m,n", variadic: true, free: true),
    calculus: .jointly(
      adjoint: { call, place, g in
        let store = call.store
        let offset = call.operands[..<place].reduce(Dimension(0)) { $0 + store.dimension(store.extent($1).columns) }
        let shape = store.shape(call.extent(place))
        let region = Region(rowOffset: 0, columnOffset: offset, rows: shape.rows, columns: shape.columns)
        return Expression(store, store.block(g.node, region))
      }), cites: [.magnusNeudecker("8.2")],
    evaluate: { kernel in
      var starts: [Int] = []
      for operand in kernel.operands { starts += repeatElement(starts.count, count: operand.columns) }
      let parts = kernel.operands.flatMap { operand in repeatElement(operand, count: operand.columns) }
      return DenseMatrix(rows: kernel.rows, columns: kernel.columns) { parts[$1][$0, $1 - starts[$1]] }
    }, examples: [Example("m,a; m,b"), Example("m,1; m,n; m,1")])

  /// Matrices one under the other.
  static let vertical = Definition(
    notation: .function("vcat", latex: "\\operatorname{vcat}"),
    signature: Signature("a,n; b,n -> m,n", variadic: true, free: true),
    calculus: .jointly(
      adjoint: { call, place, g in
        let store = call.store
        let offset = call.operands[..<place].reduce(Dimension(0)) { $0 + store.dimension(store.extent($1).rows) }
        let shape = store.shape(call.extent(place))
        let region = Region(rowOffset: offset, columnOffset: 0, rows: shape.rows, columns: shape.columns)
        return Expression(store, store.block(g.node, region))
      }), cites: [.magnusNeudecker("8.2")],
    evaluate: { kernel in
      DenseMatrix(
        rows: kernel.rows, columns: kernel.columns, elements: kernel.operands.flatMap(\.elements))
    }, examples: [Example("a,n; b,n"), Example("1,1; n,1")])

  /// A rectangle cut out; the adjoint places it back among zeros.
  static let block = Definition(
    notation: .signs, signature: Signature("m,n -> p,q", free: true),
    calculus: .every(
      .linear { call, _, g in
        let whole = call.store.shape(call.extent(0))
        let region = Region(
          rowOffset: call.region.rowOffset, columnOffset: call.region.columnOffset, rows: whole.rows,
          columns: whole.columns)
        return Expression(call.store, call.store.place(g.node, region))
      }), cites: [.magnusNeudecker("8.2")],
    evaluate: { kernel in
      let (row, column) = (kernel.region.row, kernel.region.column)
      return kernel[0].block(rows: row..<row + kernel.rows, columns: column..<column + kernel.columns)
    }, examples: [Example("a+p+m,b+q+n", region: Region(rowOffset: "a", columnOffset: "b", rows: "p", columns: "q"))])

  /// A matrix standing in a larger one of zeros.
  static let place = Definition(
    notation: .function("place", latex: "\\operatorname{place}"), signature: Signature("p,q -> m,n", free: true),
    calculus: .every(
      .linear { call, _, g in
        let part = call.store.shape(call.extent(0))
        let region = Region(
          rowOffset: call.region.rowOffset, columnOffset: call.region.columnOffset, rows: part.rows,
          columns: part.columns)
        return Expression(call.store, call.store.block(g.node, region))
      }), cites: [.magnusNeudecker("8.2")],
    evaluate: { kernel in
      let part = kernel[0]
      return DenseMatrix(rows: kernel.rows, columns: kernel.columns) { row, column in
        let (i, j) = (row - kernel.region.row, column - kernel.region.column)
        return i >= 0 && j >= 0 && i < part.rows && j < part.columns ? part[i, j] : 0
      }
    },
    examples: [
      Example("p,q", region: Region(rowOffset: "a", columnOffset: "b", rows: "a" + "p" + "m", columns: "b" + "q" + "n"))
    ])
}
