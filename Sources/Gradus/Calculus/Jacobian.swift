/// Reads the matrix J with vec(D) = J vec(dX) off a differential D, without Kronecker products where the columns allow it.
struct JacobianReading {
  let store: Store
  let variable: Variable
  private let varying: Varying
  private(set) var steps: [Step] = []
  private var known = NodeMap<Node>()
  /// Rows of vec(dX).
  private let size: Dim

  init(_ store: Store, of differential: Node, by variable: Variable) {
    self.store = store
    self.variable = variable
    varying = Varying(store.reachable(from: [differential]), in: store)
    let extent = store.extent(variable.shape)
    size = store.multiplying(extent.rows, extent.columns)
  }

  /// J for a node: as many rows as the node has entries.
  mutating func jacobian(of node: Node) throws(DerivationError) -> Node {
    if let done = known[node] { return done }
    let result = try compute(node)
    known[node] = result
    if varying.contains(node), store.operation(node) != .differential {
      let after = store.product(result, vec(store.differential(variable)))
      steps.append(.jacobian(store.operation(node), of: node, before: vec(node), after: after))
    }
    return result
  }

  private mutating func compute(_ node: Node) throws(DerivationError) -> Node {
    let record = store[node]
    let rows = store.multiplying(record.extent.rows, record.extent.columns)
    guard varying.contains(node) else { return store.zeros(Extent(rows: rows, columns: size)) }
    if record.operation == .differential { return store.identity(size) }
    if record.extent.isScalar { return try row(node) }
    switch record.operation {
    case .sum:
      var terms: [Node] = []
      for operand in record.operands where varying.contains(operand) { terms.append(try jacobian(of: operand)) }
      return store.sum(terms)
    case .scale:
      let (scalar, core) = (record.operands[0], record.operands[1])
      if varying.contains(scalar) { return store.product(vec(core), try row(scalar)) }
      return store.scale(scalar, try jacobian(of: core))
    case .transpose:
      let inner = try jacobian(of: record.operands[0])
      return isLine(record.extent) ? inner : store.product(commutation(of: record.operands[0]), inner)
    case .product: return try product(node, record)
    case .hadamard:
      let (constant, factor) = try split(record, node)
      return store.product(diagonal(vec(store.hadamard(constant))), try jacobian(of: factor))
    case .diagonalMatrix:
      return store.product(store.vecDiagonal(record.extent.rows), try jacobian(of: record.operands[0]))
    case .diagonal: return try diagonal(of: record.operands[0])
    case .vec, .unvec: return try jacobian(of: record.operands[0])
    case .horizontal, .vertical: return try concatenation(record)
    case .block, .place: return try selection(record)
    case .kronecker: return try kronecker(record)
    case .total:
      let extent = store.extent(record.operands[0])
      let axis = Axis(rawValue: record.payload) ?? .all
      if axis == .columns {
        return try column(record.operands[0], times: store.ones(extent.columns))
      }
      return try column(transposed: record.operands[0], times: store.ones(extent.rows))
    case .kroneckerLeft, .kroneckerRight: return try kroneckerAdjoint(record)
    case .matrixExponentialDerivative:
      return store.product(exponentialKernel(record.operands[0]), try jacobian(of: record.operands[1]))
    case .matrixLogarithmDerivative:
      let logarithm = store.intern(.matrixLogarithm, record.extent, record.operands[0])
      let kernel = exponentialKernel(logarithm)
      let inverse = store.intern(.inverse, store.extent(kernel), kernel)
      return store.product(inverse, try jacobian(of: record.operands[1]))
    default: throw noMatrix(node, record.operation)
    }
  }

  private func noMatrix(_ node: Node, _ operation: Operation) -> DerivationError {
    .refused(
      operation: operation, place: store.text(node),
      reason: "it has no vec form here; its differential is the operator form")
  }

  /// A scalar's row of partial derivatives, by its adjoint.
  private mutating func row(_ node: Node) throws(DerivationError) -> Node {
    var transposition = Transposition(store)
    let gradient = try transposition.gradients(of: node, cotangent: store.one, by: [variable])[0]
    steps += transposition.steps
    return store.transpose(vec(gradient))
  }

  /// (E ⊙ M): the constant factors and the one that varies.
  private func split(_ record: Record, _ node: Node) throws(DerivationError) -> (constant: [Node], varying: Node) {
    let changing = record.operands.filter { varying.contains($0) }
    guard changing.count == 1 else { throw .notLinear(place: store.text(node)) }
    return (record.operands.filter { !varying.contains($0) }, changing[0])
  }

  private func parts(_ record: Record, _ node: Node) throws(DerivationError) -> (
    left: [Node], middle: Node, right: [Node]
  ) {
    let places = record.operands.indices.filter { varying.contains(record.operands[$0]) }
    guard places.count == 1, let place = places.first else { throw .notLinear(place: store.text(node)) }
    return (Array(record.operands[..<place]), record.operands[place], Array(record.operands[(place + 1)...]))
  }

  /// vec(L F R) = (Rᵀ ⊗ L) vec F; a single column needs no Kronecker product.
  private mutating func product(_ node: Node, _ record: Record) throws(DerivationError) -> Node {
    let (left, middle, right) = try parts(record, node)
    if record.extent.columns == .one, !right.isEmpty {
      return times(left, try column(middle, times: store.product(right)))
    }
    if record.extent.rows == .one, !left.isEmpty {
      let transposedLeft = store.transpose(store.product(left))
      return times(right.reversed().map { store.transpose($0) }, try column(transposed: middle, times: transposedLeft))
    }
    let inner = try jacobian(of: middle)
    let extent = store.extent(middle)
    if right.isEmpty, extent.columns == .one { return times(left, inner) }
    if left.isEmpty, extent.rows == .one { return times(right.reversed().map { store.transpose($0) }, inner) }
    let first = right.isEmpty ? store.identity(extent.columns) : store.transpose(store.product(right))
    let second = left.isEmpty ? store.identity(extent.rows) : store.product(left)
    return store.product(kron(first, second), inner)
  }

  /// J of F r for a constant column r.
  private mutating func column(_ node: Node, times vector: Node) throws(DerivationError) -> Node {
    let record = store[node]
    if record.extent.columns == .one { return store.scale(vector, try jacobian(of: node)) }
    if record.extent.rows == .one { return store.product(store.transpose(vector), try jacobian(of: node)) }
    switch record.operation {
    case .sum:
      var terms: [Node] = []
      for operand in record.operands where varying.contains(operand) {
        terms.append(try column(operand, times: vector))
      }
      return store.sum(terms)
    case .scale:
      let (scalar, core) = (record.operands[0], record.operands[1])
      if varying.contains(scalar) { return store.product(store.product(core, vector), try row(scalar)) }
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

  private mutating func general(_ node: Node, _ vector: Node, _ record: Record) throws(DerivationError) -> Node {
    store.product(kron(store.transpose(vector), store.identity(record.extent.rows)), try jacobian(of: node))
  }

  /// J of Fᵀ r for a constant column r.
  private mutating func column(transposed node: Node, times vector: Node) throws(DerivationError) -> Node {
    let record = store[node]
    if record.extent.columns == .one { return store.product(store.transpose(vector), try jacobian(of: node)) }
    if record.extent.rows == .one { return store.scale(vector, try jacobian(of: node)) }
    switch record.operation {
    case .transpose: return try column(record.operands[0], times: vector)
    case .sum:
      var terms: [Node] = []
      for operand in record.operands where varying.contains(operand) {
        terms.append(try column(transposed: operand, times: vector))
      }
      return store.sum(terms)
    case .scale:
      let (scalar, core) = (record.operands[0], record.operands[1])
      if varying.contains(scalar) {
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
  private func transposedParts(_ node: Node) -> Node {
    let record = store[node]
    switch record.operation {
    case .product: return store.product(record.operands.reversed().map { store.transpose($0) })
    case .sum: return store.sum(record.operands.map { transposedParts($0) })
    case .scale: return store.scale(record.operands[0], transposedParts(record.operands[1]))
    default: return store.transpose(node)
    }
  }

  /// J of (E ⊙ M) r for outer products and diagonal scalings M; nil for others.
  private mutating func hadamardColumn(_ constant: Node, _ factor: Node, _ vector: Node) throws(DerivationError)
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
      return store.product(diagonal(entries), try line(record.operands[0]))
    case .product:
      let factors = Array(record.operands)
      if let cut = factors.firstIndex(where: { store.extent($0).columns == .one }), cut < factors.count - 1 {
        let column = store.product(Array(factors[...cut]))
        let row = store.product(Array(factors[(cut + 1)...]))
        if isVarying(column) {
          let weights = store.product(constant, store.hadamard([store.transpose(row), vector]))
          return store.product(diagonal(weights), try line(column))
        }
        return store.product([diagonal(column), constant, diagonal(vector), try line(row)])
      }
      guard let place = factors.firstIndex(where: { isVarying($0) }), store.operation(factors[place]) == .diagonalMatrix
      else { return nil }
      let scaled = store.operands(factors[place])[0]
      let left = place == 0 ? store.identity(record.extent.rows) : store.product(Array(factors[..<place]))
      let right =
        place == factors.count - 1
        ? store.identity(record.extent.columns) : store.product(Array(factors[(place + 1)...]))
      let weights = store.product([constant, diagonal(vector), store.transpose(right)])
      return store.product(store.hadamard([left, weights]), try line(scaled))
    default: return nil
    }
  }

  /// J of a row or column that may be freshly built.
  private mutating func line(_ node: Node) throws(DerivationError) -> Node {
    if varying.contains(node) { return try jacobian(of: node) }
    var fresh = JacobianReading(store, of: node, by: variable)
    return try fresh.jacobian(of: node)
  }

  private func isVarying(_ node: Node) -> Bool {
    varying.contains(node) || Varying(store.reachable(from: [node]), in: store).contains(node)
  }

  /// J of the diagonal of a square matrix.
  private mutating func diagonal(of node: Node) throws(DerivationError) -> Node {
    let record = store[node]
    let order = record.extent.rows
    switch record.operation {
    case .sum:
      var terms: [Node] = []
      for operand in record.operands where varying.contains(operand) { terms.append(try diagonal(of: operand)) }
      return store.sum(terms)
    case .transpose: return try diagonal(of: record.operands[0])
    case .diagonalMatrix: return try jacobian(of: record.operands[0])
    case .product:
      let factors = Array(record.operands)
      if let cut = factors.firstIndex(where: { store.extent($0).columns == .one }), cut < factors.count - 1 {
        let column = store.product(Array(factors[...cut]))
        let row = store.product(Array(factors[(cut + 1)...]))
        return isVarying(column)
          ? store.product(diagonal(store.transpose(row)), try line(column))
          : store.product(diagonal(column), try line(row))
      }
      fallthrough
    default:
      return store.product(store.transpose(store.vecDiagonal(order)), try jacobian(of: node))
    }
  }

  private mutating func concatenation(_ record: Record) throws(DerivationError) -> Node {
    if record.operation == .vertical, record.extent.columns != .one { return try stack(record) }
    var blocks: [Node] = []
    for operand in record.operands { blocks.append(try jacobian(of: operand)) }
    let total = store.multiplying(record.extent.rows, record.extent.columns)
    return store.intern(.vertical, Extent(rows: total, columns: size), blocks)
  }

  /// vec of matrices one under the other: Σ (I ⊗ E_i) vec F_i, where E_i are the columns of the identity at F_i's rows.
  private mutating func stack(_ record: Record) throws(DerivationError) -> Node {
    let whole = store.shape(record.extent).rows
    var offset: Dimension = 0
    var terms: [Node] = []
    for operand in record.operands {
      let rows = store.shape(operand).rows
      if varying.contains(operand) {
        let region = Region(rowOffset: 0, columnOffset: offset, rows: whole, columns: rows)
        let place = store.block(store.identity(record.extent.rows), region)
        terms.append(store.product(kron(store.identity(record.extent.columns), place), try jacobian(of: operand)))
      }
      offset = offset + rows
    }
    return store.sum(terms)
  }

  /// Cutting out and placing are S_r F S_c with slices of identities.
  private mutating func selection(_ record: Record) throws(DerivationError) -> Node {
    let operand = record.operands[0]
    let isBlock = record.operation == .block
    let region = store.regions[record.payload]
    let (large, small) =
      isBlock ? (store.shape(operand), store.shape(record.extent)) : (store.shape(record.extent), store.shape(operand))
    func selector(_ offset: Dimension, _ part: Dimension, _ whole: Dimension) -> Node {
      let identity = store.identity(store.dim(whole))
      return store.block(identity, Region(rowOffset: offset, columnOffset: 0, rows: part, columns: whole))
    }
    let rows = selector(region.rowOffset, small.rows, large.rows)
    let columns = selector(region.columnOffset, small.columns, large.columns)
    let whole = kron(columns, rows)
    return store.product(isBlock ? whole : store.transpose(whole), try jacobian(of: operand))
  }

  /// The permutation with vec(A ⊗ B) = shuffle (vec A ⊗ vec B), for A and B of these extents.
  private func shuffle(_ a: Extent, _ b: Extent) -> Node {
    kron(store.identity(a.columns), kron(store.commutation(b.columns, a.rows), store.identity(b.rows)))
  }

  /// kron_left(G, B) = R vec B and kron_right(G, A) = Rᵀ vec A, where vec Rᵀ is vec G with the shuffle undone
  /// (Van Loan and Pitsianis 1993).
  private mutating func kroneckerAdjoint(_ record: Record) throws(DerivationError) -> Node {
    let (whole, part) = (record.operands[0], record.operands[1])
    let isLeft = record.operation == .kroneckerLeft
    let other = store.extent(part)
    let (a, b) = isLeft ? (record.extent, other) : (other, record.extent)
    let (aSize, bSize) = (store.multiplying(a.rows, a.columns), store.multiplying(b.rows, b.columns))
    let unshuffle = store.transpose(shuffle(a, b))
    if varying.contains(whole) {
      let weights =
        isLeft
        ? kron(store.identity(aSize), store.transpose(vec(part)))
        : kron(store.transpose(vec(part)), store.identity(bSize))
      return store.product([weights, unshuffle, try jacobian(of: whole)])
    }
    let rearranged = store.unvec(store.product(unshuffle, vec(whole)), Extent(rows: bSize, columns: aSize))
    return store.product(isLeft ? store.transpose(rearranged) : rearranged, try jacobian(of: part))
  }

  /// The matrix of E ↦ dexpm(A, E): the upper right block of exp [[Aᵀ ⊗ I, I], [0, I ⊗ A]] (Van Loan 1978).
  private func exponentialKernel(_ node: Node) -> Node {
    let order = store.extent(node).rows
    let size = store.multiplying(order, order)
    let square = Extent(rows: size, columns: size)
    let double = store.adding(size, size)
    let identity = store.identity(order)
    let top = store.intern(
      .horizontal, Extent(rows: size, columns: double), [kron(store.transpose(node), identity), store.identity(size)])
    let bottom = store.intern(
      .horizontal, Extent(rows: size, columns: double), [store.zeros(square), kron(identity, node)])
    let generator = store.intern(.vertical, Extent(rows: double, columns: double), [top, bottom])
    let exponential = store.intern(.matrixExponential, Extent(rows: double, columns: double), generator)
    let dimension = store.dimension(size)
    let corner = Region(rowOffset: 0, columnOffset: dimension, rows: dimension, columns: dimension)
    return store.block(exponential, corner)
  }

  /// vec(A ⊗ B) = (I ⊗ K ⊗ I)(vec A ⊗ vec B).
  private mutating func kronecker(_ record: Record) throws(DerivationError) -> Node {
    let (a, b) = (record.operands[0], record.operands[1])
    let (p, q) = (store.extent(a), store.extent(b))
    let shuffle = self.shuffle(p, q)
    if varying.contains(b) {
      let inner = kron(vec(a), store.identity(store.multiplying(q.rows, q.columns)))
      return store.product([shuffle, inner, try jacobian(of: b)])
    }
    let inner = kron(store.identity(store.multiplying(p.rows, p.columns)), vec(b))
    return store.product([shuffle, inner, try jacobian(of: a)])
  }

  // MARK: Building

  private func isLine(_ extent: Extent) -> Bool { extent.rows == .one || extent.columns == .one }

  private func times(_ left: [Node], _ right: Node) -> Node { store.product(left + [right]) }

  private func vec(_ node: Node) -> Node {
    let extent = store.extent(node)
    if extent.columns == .one { return node }
    if extent.rows == .one { return store.transpose(node) }
    let size = store.multiplying(extent.rows, extent.columns)
    return store.intern(.vec, Extent(rows: size, columns: .one), node)
  }

  private func diagonal(_ vector: Node) -> Node {
    let rows = store.extent(vector).rows
    return store.intern(.diagonalMatrix, Extent(rows: rows, columns: rows), vector)
  }

  private func commutation(of node: Node) -> Node {
    let extent = store.extent(node)
    return store.commutation(extent.rows, extent.columns)
  }

  private func kron(_ left: Node, _ right: Node) -> Node {
    if store.isScalar(left) { return store.scale(left, right) }
    if store.isScalar(right) { return store.scale(right, left) }
    let (a, b) = (store.extent(left), store.extent(right))
    let extent = Extent(rows: store.multiplying(a.rows, b.rows), columns: store.multiplying(a.columns, b.columns))
    return store.intern(.kronecker, extent, [left, right])
  }
}
