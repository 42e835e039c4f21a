extension Elaboration {
  /// Binary digits that numbers folded into one may take together: far beyond any use, and quick to multiply.
  static let bitLimit = 8192

  /// Refuses what the constructors would fold to a huge number, so that reading stays linear.
  func checkNumbers(in kind: SyntaxNode.Kind, _ operands: [Node], at place: Int) throws(Problem) {
    let bits: Int
    switch kind {
    case .sum:
      if operands.reduce(0, { $0 + denominatorBits($1) }) <= Elaboration.bitLimit { return }
      bits = sumBits(operands)
    case .product, .hadamard, .division, .entrywiseDivision: bits = operands.reduce(0) { $0 + coefficientBits($1) }
    case .power, .entrywisePower: bits = powerBits(operands[0], operands[1])
    default: return
    }
    if bits > Elaboration.bitLimit { throw syntax.problem(.numberTooLarge(bits: Elaboration.bitLimit), at: place) }
  }

  /// The number that a term or factor carries in front.
  private func coefficient(_ node: Node) -> Rational? {
    switch store.operation(node) {
    case .number: store.value(node)
    case .hadamard, .scale: coefficient(store.operands(node)[0])
    default: nil
    }
  }

  private func coefficientBits(_ node: Node) -> Int {
    guard let value = coefficient(node) else { return 0 }
    return (value.numerator.bitWidth - 1) + (value.divisor.bitWidth - 1)
  }

  private func terms(_ node: Node) -> [Node] {
    store.operation(node) == .sum && store.operands(node).count <= Store.flatteningLimit ? Array(store.operands(node)) : [node]
  }

  private func denominatorBits(_ node: Node) -> Int {
    terms(node).reduce(0) { $0 + (coefficient($1).map { $0.divisor.bitWidth - 1 } ?? 0) }
  }

  /// The widest common denominator of like terms.
  private func sumBits(_ operands: [Node]) -> Int {
    var denominators: [Node: Set<Natural>] = [:]
    for operand in operands {
      for term in terms(operand) {
        let (core, coefficient) = store.split(term)
        denominators[core, default: []].insert(coefficient.divisor)
      }
    }
    return denominators.values.map { $0.reduce(0) { $0 + $1.bitWidth - 1 } }.max() ?? 0
  }

  private func powerBits(_ base: Node, _ exponent: Node) -> Int {
    guard let value = store.value(base), let power = store.value(exponent)?.intValue else { return 0 }
    let width = (value.numerator.bitWidth - 1) + (value.divisor.bitWidth - 1)
    return width.multipliedReportingOverflow(by: Int(clamping: power.magnitude)).overflow ? Int.max : width * Int(clamping: power.magnitude)
  }
}
