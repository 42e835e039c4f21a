extension Definition {
  private static let slices = [
    Example("n,1", axis: .rows), Example("m,n", axis: .rows), Example("m,n", axis: .columns),
  ]

  /// s = exp(a) / Σ exp(a) in each slice; ds = s ⊙ da − s Σ (s ⊙ da).
  static let softmax = Definition(
    notation: .function("softmax", latex: "\\operatorname{softmax}"), signature: Signature("m,n -> m,n"),
    calculus: .every(
      .nonlinear { call, da in
        let s = call.value
        let isVector = call.axis == .rows && call.extent(0).columns == .one
        let weighted = isVector ? s.contracted(with: da) : Gradus.sum(s ⊙ da, axis: call.axis)
        return s ⊙ da - weighted.scaling(s, along: call.axis)
      }), cites: [Citation("backpropagation-notes (14)")],
    evaluate: { mapSlices($0) { ScalarFunctions.softmax($0) } }, examples: slices)

  /// log softmax(a) = a − log(1ᵀexp(a)), opened so before differentiation.
  static let logSoftmax = Definition(
    notation: .function("log_softmax", latex: "\\operatorname{log\\,softmax}"), signature: Signature("m,n -> m,n"),
    calculus: .abbreviation { call in
      let axis: Axis = call.axis == .rows && call.extent(0).columns == .one ? .all : call.axis
      return call[0] - Gradus.log(Gradus.sum(Gradus.exp(call[0]), axis: axis)).spread(along: axis, to: call.extent(0))
    }, cites: [.basic(102)], evaluate: { mapSlices($0) { ScalarFunctions.logSoftmax($0) } }, examples: slices)
}
