/// Reads the matrix J with vec(D) = J vec(dX) off a differential D, without Kronecker products where the columns allow it.
struct JacobianReading {
  let store: Store
  let variable: Variable
  private(set) var steps: [Step] = []
  private(set) var known = NodeMap<Node>()
  /// Reads off rows, one after another.
  private var transposition: Transposition
  /// Rows of vec(dX).
  let size: Dim

  init(_ store: Store, by variable: Variable) {
    self.store = store
    self.variable = variable
    transposition = Transposition(store)
    let extent = store.extent(variable.shape)
    size = store.multiplying(extent.rows, extent.columns)
  }

  /// J for a node: as many rows as the node has entries.
  mutating func jacobian(of node: Node) throws(DerivationError) -> Node {
    if let done = known[node] { return done }
    let result = try compute(node)
    known[node] = result
    if isVarying(node), store.operation(node) != .differential {
      let after = store.product(result, vec(store.differential(variable)))
      steps.append(.jacobian(store.operation(node), of: node, before: vec(node), after: after))
    }
    return result
  }

  mutating func compute(_ node: Node) throws(DerivationError) -> Node {
    let record = store[node]
    let rows = store.multiplying(record.extent.rows, record.extent.columns)
    guard isVarying(node) else { return store.zeros(Extent(rows: rows, columns: size)) }
    if record.operation == .differential { return store.identity(size) }
    if record.extent.isScalar { return try row(node) }
    switch record.operation {
    case .sum:
      var terms: [Node] = []
      for operand in record.operands where isVarying(operand) { terms.append(try jacobian(of: operand)) }
      return store.sum(terms)
    case .scale:
      let (scalar, core) = (record.operands[0], record.operands[1])
      if isVarying(scalar) { return store.product(vec(core), try row(scalar)) }
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

  func noMatrix(_ node: Node, _ operation: Operation) -> DerivationError {
    .refused(
      operation: operation, place: store.text(node),
      reason: "it has no vec form here; its differential is the operator form")
  }

  /// A scalar's row of partial derivatives, by its adjoint.
  mutating func adjointRow(_ node: Node) throws(DerivationError) -> Node {
    let mark = transposition.steps.count
    let gradient = try transposition.gradients(of: node, cotangent: store.one, by: [variable])[0]
    steps += transposition.steps[mark...]
    return store.transpose(vec(gradient))
  }

  /// (E ⊙ M): the constant factors and the one that varies.
  func split(_ record: Record, _ node: Node) throws(DerivationError) -> (constant: [Node], varying: Node) {
    let changing = record.operands.filter { isVarying($0) }
    guard changing.count == 1 else { throw .notLinear(place: store.text(node)) }
    return (record.operands.filter { !isVarying($0) }, changing[0])
  }

  func parts(_ record: Record, _ node: Node) throws(DerivationError) -> (
    left: [Node], middle: Node, right: [Node]
  ) {
    let places = record.operands.indices.filter { isVarying(record.operands[$0]) }
    guard places.count == 1, let place = places.first else { throw .notLinear(place: store.text(node)) }
    return (Array(record.operands[..<place]), record.operands[place], Array(record.operands[(place + 1)...]))
  }

  /// vec(L F R) = (Rᵀ ⊗ L) vec F; a single column needs no Kronecker product.
  mutating func product(_ node: Node, _ record: Record) throws(DerivationError) -> Node {
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

  /// Whether a node holds a differential, of which it is then a linear function.
  func isVarying(_ node: Node) -> Bool { store[node].holdsDifferential }
}

// What Jacobians are built with.
extension JacobianReading {
  func isLine(_ extent: Extent) -> Bool { extent.rows == .one || extent.columns == .one }

  func times(_ left: [Node], _ right: Node) -> Node { store.product(left + [right]) }

  func vec(_ node: Node) -> Node {
    let extent = store.extent(node)
    if extent.columns == .one { return node }
    if extent.rows == .one { return store.transpose(node) }
    let size = store.multiplying(extent.rows, extent.columns)
    return store.intern(.vec, Extent(rows: size, columns: .one), node)
  }

  func diagonal(_ vector: Node) -> Node {
    let rows = store.extent(vector).rows
    return store.intern(.diagonalMatrix, Extent(rows: rows, columns: rows), vector)
  }

  func commutation(of node: Node) -> Node {
    let extent = store.extent(node)
    return store.commutation(extent.rows, extent.columns)
  }

  func kron(_ left: Node, _ right: Node) -> Node {
    if store.isScalar(left) { return store.scale(left, right) }
    if store.isScalar(right) { return store.scale(right, left) }
    let (a, b) = (store.extent(left), store.extent(right))
    let extent = Extent(rows: store.multiplying(a.rows, b.rows), columns: store.multiplying(a.columns, b.columns))
    return store.intern(.kronecker, extent, [left, right])
  }
}
