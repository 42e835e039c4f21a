// A matrix times a constant column: vec(F r) is read without a Kronecker product.
extension JacobianReading {
  /// J of F r for a constant column r.
  mutating func column(_ node: Node, times vector: Node) throws(DerivationError) -> Node {
    let record = store[node]
    if record.extent.columns == .one { return store.scale(vector, try jacobian(of: node)) }
    if record.extent.rows == .one { return store.product(store.transpose(vector), try jacobian(of: node)) }
    switch record.operation {
    case .sum:
      var terms: [Node] = []
      for operand in record.operands where isVarying(operand) {
        terms.append(try column(operand, times: vector))
      }
      return store.sum(terms)
    case .scale:
      let (scalar, core) = (record.operands[0], record.operands[1])
      if isVarying(scalar) { return store.product(store.product(core, vector), try row(scalar)) }
      return store.scale(scalar, try column(core, times: vector))
    case .transpose: return try column(transposed: record.operands[0], times: vector)
    case .diagonalMatrix: return store.product(diagonal(vector), try jacobian(of: record.operands[0]))
    case .product:
      let (left, middle, right) = try parts(record, node)
      return times(left, try column(middle, times: store.product(right + [vector])))
    case .hadamard:
      let (constant, factor) = try split(record, node)
      if let short = try hadamardColumn(store.hadamard(constant), factor, vector) { return short }
      return try general(node, vector, record)
    default: return try general(node, vector, record)
    }
  }

  mutating func general(_ node: Node, _ vector: Node, _ record: Record) throws(DerivationError) -> Node {
    store.product(kron(store.transpose(vector), store.identity(record.extent.rows)), try jacobian(of: node))
  }

  /// J of Fᵀ r for a constant column r.
  mutating func column(transposed node: Node, times vector: Node) throws(DerivationError) -> Node {
    let record = store[node]
    if record.extent.columns == .one { return store.product(store.transpose(vector), try jacobian(of: node)) }
    if record.extent.rows == .one { return store.scale(vector, try jacobian(of: node)) }
    switch record.operation {
    case .transpose: return try column(record.operands[0], times: vector)
    case .sum:
      var terms: [Node] = []
      for operand in record.operands where isVarying(operand) {
        terms.append(try column(transposed: operand, times: vector))
      }
      return store.sum(terms)
    case .scale:
      let (scalar, core) = (record.operands[0], record.operands[1])
      if isVarying(scalar) {
        return store.product(store.product(store.transpose(core), vector), try row(scalar))
      }
      return store.scale(scalar, try column(transposed: core, times: vector))
    case .diagonalMatrix: return store.product(diagonal(vector), try jacobian(of: record.operands[0]))
    case .product:
      let (left, middle, right) = try parts(record, node)
      let inner = store.product(left.reversed().map { store.transpose($0) } + [vector])
      return times(right.reversed().map { store.transpose($0) }, try column(transposed: middle, times: inner))
    case .hadamard:
      let (constant, factor) = try split(record, node)
      let mirrored = store.transpose(store.hadamard(constant))
      if let short = try hadamardColumn(mirrored, transposedParts(factor), vector) { return short }
      fallthrough
    default:
      let rows = kron(store.identity(record.extent.columns), store.transpose(vector))
      return store.product(rows, try jacobian(of: node))
    }
  }

  /// The transpose with products turned round, so that their parts can be seen.
  func transposedParts(_ node: Node) -> Node {
    let record = store[node]
    switch record.operation {
    case .product: return store.product(record.operands.reversed().map { store.transpose($0) })
    case .sum: return store.sum(record.operands.map { transposedParts($0) })
    case .scale: return store.scale(record.operands[0], transposedParts(record.operands[1]))
    default: return store.transpose(node)
    }
  }

  /// J of (E ⊙ M) r for outer products and diagonal scalings M; nil for others.
  mutating func hadamardColumn(_ constant: Node, _ factor: Node, _ vector: Node) throws(DerivationError)
    -> Node?
  {
    let record = store[factor]
    switch record.operation {
    case .sum:
      var terms: [Node] = []
      for operand in record.operands {
        guard isVarying(operand) else { continue }
        guard let term = try hadamardColumn(constant, operand, vector) else { return nil }
        terms.append(term)
      }
      return store.sum(terms)
    case .scale:
      guard !isVarying(record.operands[0]) else {
        let entries = store.product(store.hadamard([constant, record.operands[1]]), vector)
        return store.product(entries, try row(record.operands[0]))
      }
      return try hadamardColumn(constant, record.operands[1], vector).map { store.scale(record.operands[0], $0) }
    case .diagonalMatrix:
      let entries = store.hadamard([
        store.intern(.diagonal, Extent(rows: record.extent.rows, columns: .one), constant), vector,
      ])
      return store.product(diagonal(entries), try jacobian(of: record.operands[0]))
    case .product:
      let factors = Array(record.operands)
      if let cut = factors.firstIndex(where: { store.extent($0).columns == .one }), cut < factors.count - 1 {
        let column = store.product(Array(factors[...cut]))
        let row = store.product(Array(factors[(cut + 1)...]))
        if isVarying(column) {
          let weights = store.product(constant, store.hadamard([store.transpose(row), vector]))
          return store.product(diagonal(weights), try jacobian(of: column))
        }
        return store.product([diagonal(column), constant, diagonal(vector), try jacobian(of: row)])
      }
      guard let place = factors.firstIndex(where: { isVarying($0) }), store.operation(factors[place]) == .diagonalMatrix
      else { return nil }
      let scaled = store.operands(factors[place])[0]
      let left = place == 0 ? store.identity(record.extent.rows) : store.product(Array(factors[..<place]))
      let right =
        place == factors.count - 1
        ? store.identity(record.extent.columns) : store.product(Array(factors[(place + 1)...]))
      let weights = store.product([constant, diagonal(vector), store.transpose(right)])
      return store.product(store.hadamard([left, weights]), try jacobian(of: scaled))
    default: return nil
    }
  }
}
