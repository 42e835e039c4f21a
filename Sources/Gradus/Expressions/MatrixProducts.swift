extension Store {
  /// s·M for a scalar s: scalars are gathered in front, in one commutative product.
  func scale(_ scalar: Node, _ node: Node) -> Node {
    let record = self[node]
    if record.extent.isScalar { return hadamard([scalar, node]) }
    if scalar == one { return node }
    if scalar == zero || record.operation == .zeros { return zeros(record.extent) }
    if record.operation == .scale {
      return scale(hadamard([scalar, record.operands[0]]), record.operands[1])
    }
    return intern(.scale, record.extent, [scalar, node])
  }

  /// The matrix product: flat, without identities, scalars and scalar segments such as xᵀy taken out in front.
  func product(_ factors: [Node]) -> Node {
    if factors.count == 1 { return factors[0] }
    var scalars: [Node] = []
    var chain: [Node] = []
    for factor in factors { link(factor, &chain, &scalars) }
    let rows = chain.first.map { extent($0).rows }
    for factor in chain where operation(factor) == .zeros {
      _ = factor
      return zeros(Extent(rows: rows ?? .one, columns: extent(chain[chain.count - 1]).columns))
    }
    let whole = chain
    chain.removeAll { operation($0) == .identity }
    if chain.isEmpty, let last = whole.last { chain = [last] }
    if chain.count > 1 { extractScalarSegments(&chain, &scalars) }
    let matrix: Node?
    switch chain.count {
    case 0: matrix = nil
    case 1: matrix = chain[0]
    default:
      matrix = intern(
        .product, Extent(rows: extent(chain[0]).rows, columns: extent(chain[chain.count - 1]).columns), chain)
    }
    if scalars.isEmpty { return matrix ?? one }
    let coefficient = hadamard(scalars)
    return matrix.map { scale(coefficient, $0) } ?? coefficient
  }

  func product(_ left: Node, _ right: Node) -> Node { product([left, right]) }

  private func link(_ factor: Node, _ chain: inout [Node], _ scalars: inout [Node]) {
    let record = self[factor]
    if record.extent.isScalar {
      scalars.append(factor)
    } else if record.operation == .scale {
      scalars.append(record.operands[0])
      link(record.operands[1], &chain, &scalars)
    } else if record.operation == .product, record.count <= Store.flatteningLimit {
      chain.append(contentsOf: record.operands)
    } else {
      chain.append(factor)
    }
  }

  /// Between two places where the running width is 1 stands a scalar: a bᵀc dᵀ = (bᵀc) a dᵀ.
  private func extractScalarSegments(_ chain: inout [Node], _ scalars: inout [Node]) {
    var cuts: [Int] = extent(chain[0]).rows == .one ? [0] : []
    for place in 1...chain.count where extent(chain[place - 1]).columns == .one { cuts.append(place) }
    guard cuts.count >= 2, let first = cuts.first, let last = cuts.last else { return }
    if first == 0, last == chain.count, cuts.count == 2 { return }
    for (start, end) in zip(cuts, cuts.dropFirst()) {
      let segment = Array(chain[start..<end])
      scalars.append(segment.count == 1 ? segment[0] : intern(.product, .scalar, segment))
    }
    chain.removeSubrange(first..<last)
  }

  /// The entrywise product, on scalars the product: flat, numbers multiplied, all-ones dropped, in the documented order.
  func hadamard(_ factors: [Node]) -> Node {
    if factors.count == 1 { return factors[0] }
    let extent = self.extent(factors[0])
    var coefficient = Rational(1)
    var scalars: [Node] = []
    var entries: [Node] = []
    for factor in factors {
      assert(self.extent(factor) == extent, "factors of one shape: \(shape(factor)) and \(shape(extent))")
      multiply(factor, &coefficient, &scalars, &entries)
    }
    if coefficient.isZero || entries.contains(where: { operation($0) == .zeros }) { return zeros(extent) }
    if extent.isScalar {
      if entries.isEmpty { return number(coefficient) }
      if !coefficient.isOne {
        // A long product stays whole beside its coefficient, so that multiples of it share it.
        if entries.count > Store.flatteningLimit {
          entries = [intern(.hadamard, extent, entries.sorted(by: precedes))]
        }
        entries.append(number(coefficient))
      }
    } else if !coefficient.isOne {
      scalars.append(number(coefficient))
    }
    entries.sort(by: precedes)
    let product: Node
    switch entries.count {
    case 0: product = ones(extent)
    case 1: product = entries[0]
    default: product = intern(.hadamard, extent, entries)
    }
    return scalars.isEmpty ? product : scale(hadamard(scalars), product)
  }

  private func multiply(_ factor: Node, _ coefficient: inout Rational, _ scalars: inout [Node], _ entries: inout [Node])
  {
    let record = self[factor]
    switch record.operation {
    case .number: coefficient *= numbers[record.payload]
    case .ones: break
    case .scale:
      scalars.append(record.operands[0])
      multiply(record.operands[1], &coefficient, &scalars, &entries)
    case .hadamard where record.count <= Store.flatteningLimit:
      for operand in record.operands {
        if let value = value(operand) { coefficient *= value } else { entries.append(operand) }
      }
    default: entries.append(factor)
    }
  }

  /// The transpose; scalars, constants and a transpose fold.
  func transpose(_ node: Node) -> Node {
    let record = self[node]
    if record.extent.isScalar { return node }
    switch record.operation {
    case .transpose: return record.operands[0]
    case .identity: return node
    case .zeros, .ones: return leaf(record.operation, record.extent.transposed)
    default: return intern(.transpose, record.extent.transposed, node)
    }
  }

  /// Entrywise a^b; either side may be a scalar beside a matrix. A reciprocal of a^q for a number q is a^−q, so that
  /// 1/x² is x⁻² however it is written.
  func power(_ base: Node, _ exponent: Node) -> Node {
    let extent = isScalar(base) ? self.extent(exponent) : self.extent(base)
    if exponent == one { return base }
    if isZero(exponent) { return ones(extent) }
    if isOnes(base) { return ones(extent) }
    if let a = value(base), let b = value(exponent)?.intValue, !(a.isZero && b < 0), let power = a.power(b) {
      return number(power)
    }
    if isMinusOne(exponent), operation(base) == .power, let inner = value(operands(base)[1]) {
      return power(operands(base)[0], -inner)
    }
    return intern(.power, extent, [base, exponent])
  }

  func power(_ base: Node, _ exponent: Rational) -> Node { power(base, number(exponent)) }

  private func isMinusOne(_ node: Node) -> Bool { value(node)?.isMinusOne ?? false }

  /// 1/s for a scalar, entrywise 1 ⊘ A for a matrix.
  func reciprocal(_ node: Node) -> Node { power(node, -1) }
}
