extension Elaboration {
  /// Binary digits that numbers folded into one may take together: quick to multiply, and printed in as many decimal
  /// digits as a number may have that is read.
  static let bitLimit = 3300

  /// Refuses what the constructors would fold to a huge number, so that reading stays linear.
  func checkNumbers(in kind: SyntaxNode.Kind, _ operands: [Node], at place: Int) throws(Problem) {
    let bits: Int
    switch kind {
    case .sum: bits = sumBits(operands)
    case .product, .hadamard, .division, .entrywiseDivision: bits = productBits(operands)
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

  private func width(_ value: Rational) -> Int { value.numerator.bitWidth - 1 + value.divisor.bitWidth - 1 }

  /// Where one number alone is long, nothing is folded.
  private func productBits(_ operands: [Node]) -> Int {
    var bits = 0
    var folded = 0
    for operand in operands {
      guard let value = coefficient(operand), !value.isOne else { continue }
      bits += width(value)
      folded += 1
    }
    return folded > 1 ? bits : 0
  }

  private func powerBits(_ base: Node, _ exponent: Node) -> Int {
    guard let value = store.value(base), let power = store.value(exponent)?.intValue, power != 1 else { return 0 }
    let (bits, overflow) = width(value).multipliedReportingOverflow(by: Int(clamping: power.magnitude))
    return overflow ? Int.max : bits
  }

  // MARK: Sums

  private func terms(_ node: Node) -> [Node] {
    store.operation(node) == .sum && store.operands(node).count <= Store.flatteningLimit
      ? Array(store.operands(node)) : [node]
  }

  /// The widest number that like terms may add up to.
  private func sumBits(_ operands: [Node]) -> Int {
    if operands.allSatisfy(isPlain) { return 0 }
    var denominators: [Node: Set<Natural>] = [:]
    var widths: [Node: (numerator: Int, count: Int)] = [:]
    for operand in operands {
      for term in terms(operand) {
        let (core, coefficient) = store.split(term)
        denominators[core, default: []].insert(coefficient.divisor)
        let known = widths[core] ?? (0, 0)
        widths[core] = (max(known.numerator, coefficient.numerator.bitWidth), known.count + 1)
      }
    }
    return widths.map { core, width in
      if width.count == 1 { return 0 }
      let common = denominators[core]?.reduce(0) { $0 + $1.bitWidth - 1 } ?? 0
      return width.numerator + common + Int.bitWidth - width.count.leadingZeroBitCount
    }.max() ?? 0
  }

  /// Whole numbers in a word cannot add up to a long one.
  private func isPlain(_ operand: Node) -> Bool {
    if store.operation(operand) == .sum { return false }
    guard let value = coefficient(operand) else { return true }
    return value.intValue != nil
  }
}
