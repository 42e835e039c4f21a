extension Definition {
  /// A reduction's values, slice by slice along the kernel's axis.
  private static func reduce(_ kernel: Kernel, _ value: ([Double]) -> Double) -> DenseMatrix {
    let a = kernel[0]
    switch kernel.axis {
    case .all: return .scalar(value(a.elements))
    case .rows:
      return DenseMatrix(rows: 1, columns: a.columns) { _, column in value((0..<a.rows).map { a[$0, column] }) }
    case .columns:
      return DenseMatrix(rows: a.rows, columns: 1) { row, _ in value((0..<a.columns).map { a[row, $0] }) }
    }
  }

  /// A map of slices to slices of the same length along the kernel's axis.
  static func mapSlices(_ kernel: Kernel, _ values: ([Double]) -> [Double]) -> DenseMatrix {
    let a = kernel[0]
    switch kernel.axis {
    case .all: return DenseMatrix(rows: a.rows, columns: a.columns, elements: values(a.elements))
    case .columns:
      return DenseMatrix(
        rows: a.rows, columns: a.columns,
        elements: (0..<a.rows).flatMap { row in values((0..<a.columns).map { a[row, $0] }) })
    case .rows:
      let columns = (0..<a.columns).map { column in values((0..<a.rows).map { a[$0, column] }) }
      return DenseMatrix(rows: a.rows, columns: a.columns) { columns[$1][$0] }
    }
  }

  private static let everyAxis = [
    Example("m,n", in: .distinct, axis: .all), Example("m,n", in: .distinct, axis: .rows),
    Example("m,n", in: .distinct, axis: .columns),
  ]

  /// Σ of entries: 1ᵀA1, 1ᵀA or A1.
  static let total = Definition(
    notation: .function("sum", latex: "\\operatorname{sum}"), signature: Signature("m,n -> p,q", free: true),
    calculus: .every(.linear { call, _, g in g.spread(along: call.axis, to: call.extent(0)) }),
    cites: [.magnusNeudecker("2.3")], evaluate: { reduce($0) { $0.reduce(0, +) } }, examples: everyAxis)

  /// The sum divided by the number of entries summed.
  static let mean = Definition(
    notation: .function("mean", latex: "\\operatorname{mean}"), signature: Signature("m,n -> p,q", free: true),
    calculus: .abbreviation { call in
      let (extent, store) = (call.extent(0), call.store)
      let count =
        switch call.axis {
        case .all: store.multiplying(extent.rows, extent.columns)
        case .rows: extent.rows
        case .columns: extent.columns
        }
      return Gradus.sum(call[0], axis: call.axis) / Expression(store, store.scalar(count))
    }, cites: [.magnusNeudecker("2.3")],
    evaluate: { reduce($0) { $0.reduce(0, +) / Double($0.count) } }, examples: everyAxis)

  /// The largest entry; where it is unique, its differential is that entry's.
  static let maximum = Definition(
    notation: .function("max", latex: "\\max"), signature: Signature("m,n -> p,q", free: true),
    calculus: .every(
      .nonlinear { call, da in Gradus.sum(Gradus.argmax(call[0], axis: call.axis) ⊙ da, axis: call.axis) }),
    cites: [.hornJohnson("B.1")], evaluate: { reduce($0) { $0.max() ?? -.infinity } }, examples: everyAxis)

  /// 1 at the largest entry of each slice (the first of equal ones), 0 elsewhere; constant away from ties.
  static let argmax = Definition(
    notation: .function("argmax", latex: "\\operatorname{argmax}"), signature: Signature("m,n -> m,n"),
    calculus: .every(.elementwise { $0[0].zerosLikeThis }), cites: [.hornJohnson("B.1")],
    evaluate: { kernel in
      mapSlices(kernel) { slice in
        let first = slice.indices.max { slice[$0] < slice[$1] || (slice[$0] == slice[$1] && $0 > $1) }
        return slice.indices.map { $0 == first ? 1 : 0 }
      }
    }, examples: everyAxis)

  /// log Σ exp; d = Σ softmax(A) ⊙ dA.
  static let logSumExp = Definition(
    notation: .function("logsumexp", latex: "\\operatorname{logsumexp}"),
    signature: Signature("m,n -> p,q", free: true),
    calculus: .every(
      .nonlinear { call, da in
        let weights =
          call.axis == .all && call.extent(0).columns != .one
          ? Gradus.exp(call[0] - call.value) : Gradus.softmax(call[0], axis: call.axis == .all ? .rows : call.axis)
        return call.axis == .all ? weights.contracted(with: da) : Gradus.sum(weights ⊙ da, axis: call.axis)
      }), cites: [.basic(102)], evaluate: { reduce($0) { ScalarFunctions.logSumExp($0) } },
    examples: everyAxis + [Example("n,1", axis: .all)])
}
