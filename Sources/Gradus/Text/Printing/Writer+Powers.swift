extension Writer {
  func power(_ base: Node, _ exponent: Node) -> Phrase {
    if names[exponent] == nil, let value = store.value(exponent) { return power(base, exponent: value) }
    let frame = store.isScalar(base) && store.isScalar(exponent) ? dialect.power : dialect.entrywisePower
    return framed(frame, base, [.node(exponent, atLeast: frame.after.isEmpty ? .primary : .definition)])
  }

  func power(_ base: Node, exponent: Rational) -> Phrase {
    let isScalar = store.isScalar(base)
    if exponent == Rational(1, 2), isScalar || dialect.isReadable {
      let isClosed = !dialect.root.close.isEmpty
      return Phrase(
        isClosed ? .primary : .postfix,
        [.text(dialect.root.open), .node(base, atLeast: isClosed ? .definition : .primary), .text(dialect.root.close)])
    }
    let frame = isScalar ? dialect.power : dialect.entrywisePower
    if let raised = dialect.raised, let integer = exponent.intValue {
      let mark = isScalar ? raised(integer) : dialect.signs.entrywiseTimes.filter { $0 != " " } + raised(integer)
      return Phrase(.postfix, [.node(base, atLeast: .primary), .text(mark)])
    }
    return framed(frame, base, self.exponent(exponent, isRaised: !frame.after.isEmpty))
  }

  /// A matrix multiplied with itself, or a scalar where nothing is read back.
  func raised(_ base: Node, to count: Int) -> [Piece] {
    if let raised = dialect.raised { return [.node(base, atLeast: .primary), .text(raised(count))] }
    return framed(dialect.power, base, [.text(dialect.number("\(count)"))]).pieces
  }

  private func exponent(_ value: Rational, isRaised: Bool) -> [Piece] {
    let magnitude = value.isNegative ? -value : value
    let sign = value.isNegative ? dialect.signs.negation : ""
    if let decimal = magnitude.decimalDescription, magnitude.isInteger || dialect.isReadable {
      return [.text(sign + dialect.number(decimal))]
    }
    let fraction =
      sign + dialect.number(magnitude.numerator.description) + dialect.signs.divide
      + dialect.number(magnitude.denominator.description)
    return [.text(isRaised ? fraction : dialect.group.open + fraction + dialect.group.close)]
  }

  /// A mark or a power after its base.
  private func framed(_ frame: Dialect.Frame, _ base: Node, _ mark: [Piece]) -> Phrase {
    Phrase(
      .postfix,
      [.text(frame.before), .node(base, atLeast: .primary), .text(frame.between)] + mark + [.text(frame.after)])
  }

  func marked(_ operand: Node, _ mark: String?) -> Phrase? {
    mark.map { framed(dialect.marks.frame, operand, [.text($0)]) }
  }

  /// The transpose; that of an inverse has a mark of its own in print.
  func transpose(_ operand: Node) -> Phrase {
    if store.operation(operand) == .inverse, names[operand] == nil,
      let phrase = marked(store.operands(operand)[0], dialect.marks.inverseTranspose)
    {
      return phrase
    }
    return unitRow(operand) ?? framed(dialect.marks.frame, operand, [.text(dialect.marks.transpose)])
  }
}
