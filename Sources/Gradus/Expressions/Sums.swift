extension Store {
  /// Nested sums and products up to this many operands are made flat; longer ones stay shared, so that a chain of
  /// definitions costs linear time.
  static let flatteningLimit = 32

  /// The sum of terms of one shape: flat, like terms collected, zeros dropped, in the documented order.
  func sum(_ terms: [Node]) -> Node {
    precondition(!terms.isEmpty, "a sum of nothing has no shape")
    if terms.count == 1 { return terms[0] }
    let extent = self.extent(terms[0])
    var collected: [(core: Node, number: Node)] = []
    collected.reserveCapacity(terms.count)
    for term in terms {
      assert(self.extent(term) == extent, "terms of one shape: \(shape(term)) and \(shape(extent))")
      collect(term, into: &collected)
    }
    if collected.count > 1 {
      collected.sort { precedes($0.core, $1.core) }
      var merged = 0
      for place in 1..<collected.count {
        if collected[place].core == collected[merged].core {
          let total = numbers[self[collected[merged].number].payload] + numbers[self[collected[place].number].payload]
          collected[merged].number = number(total)
        } else {
          merged += 1
          collected[merged] = collected[place]
        }
      }
      collected.removeLast(collected.count - merged - 1)
      collected.removeAll { $0.number == zero }
    }
    switch collected.count {
    case 0: return zeros(extent)
    case 1: return multiple(collected[0])
    default:
      let merged = collected.map { multiple($0) }
      return merged.contains(where: isFlattened) ? sum(merged) : intern(.sum, extent, merged)
    }
  }

  /// A sum that does not stay nested; multiples such as 2(A + B) − (A + B) add up to one.
  private func isFlattened(_ term: Node) -> Bool {
    operation(term) == .sum && operands(term).count <= Store.flatteningLimit
  }

  private func collect(_ term: Node, into collected: inout [(core: Node, number: Node)]) {
    let record = self[term]
    if isFlattened(term) {
      for operand in record.operands { collected.append(parts(operand)) }
    } else if !isZero(term) {
      collected.append(parts(term))
    }
  }

  func sum(_ left: Node, _ right: Node) -> Node {
    if isZero(left) { return right }
    if isZero(right) { return left }
    if left != right, isLoneTerm(left), isLoneTerm(right) {
      let terms = precedes(left, right) ? (left, right) : (right, left)
      return withUnsafeBytes(of: terms) { intern(.sum, extent(left), $0.bindMemory(to: Node.self)) }
    }
    return sum([left, right])
  }

  /// Whether a term is neither a sum nor a multiple, so that nothing is collected with it.
  private func isLoneTerm(_ term: Node) -> Bool {
    switch operation(term) {
    case .number, .hadamard, .scale: false
    case .sum: !isFlattened(term)
    default: true
    }
  }

  func difference(_ left: Node, _ right: Node) -> Node { sum(left, negated(right)) }

  func negated(_ node: Node) -> Node { scaled(-1, node) }

  /// The rational coefficient of a term and what it multiplies.
  func split(_ term: Node) -> (core: Node, coefficient: Rational) {
    let (core, number) = parts(term)
    return (core, numbers[self[number].payload])
  }

  /// The coefficient of a term as a node, so that many are sorted without a look at their values.
  private func parts(_ term: Node) -> (core: Node, number: Node) {
    let record = self[term]
    switch record.operation {
    case .number: return (one, term)
    case .hadamard where record.extent.isScalar:
      guard isNumber(record.operands[0]) else { return (term, one) }
      if record.count == 2 { return (record.operands[1], record.operands[0]) }
      let rest = UnsafeBufferPointer(rebasing: record.operands[1...])
      return (intern(.hadamard, record.extent, rest), record.operands[0])
    case .scale:
      let (core, number) = parts(record.operands[0])
      return number == one ? (term, one) : (scale(core, record.operands[1]), number)
    default: return (term, one)
    }
  }

  private func multiple(_ part: (core: Node, number: Node)) -> Node {
    if part.number == one { return part.core }
    return part.number == zero ? zeros(extent(part.core)) : scale(part.number, part.core)
  }

  /// The rational coefficient of a term.
  func coefficient(_ term: Node) -> Rational {
    let record = self[term]
    switch record.operation {
    case .number: return numbers[record.payload]
    case .hadamard where record.extent.isScalar: return value(record.operands[0]) ?? 1
    case .scale: return coefficient(record.operands[0])
    default: return 1
    }
  }

  /// A rational multiple; a sum keeps its terms together.
  func scaled(_ coefficient: Rational, _ core: Node) -> Node {
    if coefficient.isOne { return core }
    if coefficient.isZero { return zeros(extent(core)) }
    return scale(number(coefficient), core)
  }
}
