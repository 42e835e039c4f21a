// Diagonals, slices, and matrices side by side.
extension JacobianReading {
  /// J of the diagonal of a square matrix.
  mutating func diagonal(of node: Node) throws(DerivationError) -> Node {
    let record = store[node]
    let order = record.extent.rows
    switch record.operation {
    case .sum:
      var terms: [Node] = []
      for operand in record.operands where isVarying(operand) { terms.append(try diagonal(of: operand)) }
      return store.sum(terms)
    case .transpose: return try diagonal(of: record.operands[0])
    case .diagonalMatrix: return try jacobian(of: record.operands[0])
    case .product:
      let factors = Array(record.operands)
      if let cut = factors.firstIndex(where: { store.extent($0).columns == .one }), cut < factors.count - 1 {
        let column = store.product(Array(factors[...cut]))
        let row = store.product(Array(factors[(cut + 1)...]))
        return isVarying(column)
          ? store.product(diagonal(store.transpose(row)), try jacobian(of: column))
          : store.product(diagonal(column), try jacobian(of: row))
      }
      fallthrough
    default:
      return store.product(store.transpose(store.vecDiagonal(order)), try jacobian(of: node))
    }
  }

  mutating func concatenation(_ record: Record) throws(DerivationError) -> Node {
    if record.operation == .vertical, record.extent.columns != .one { return try stack(record) }
    var blocks: [Node] = []
    for operand in record.operands { blocks.append(try jacobian(of: operand)) }
    let total = store.multiplying(record.extent.rows, record.extent.columns)
    return store.intern(.vertical, Extent(rows: total, columns: size), blocks)
  }

  /// vec of matrices one under the other: Σ (I ⊗ E_i) vec F_i, where E_i are the columns of the identity at F_i's rows.
  mutating func stack(_ record: Record) throws(DerivationError) -> Node {
    let whole = store.shape(record.extent).rows
    var offset: Dimension = 0
    var terms: [Node] = []
    for operand in record.operands {
      let rows = store.shape(operand).rows
      if isVarying(operand) {
        let region = Region(rowOffset: 0, columnOffset: offset, rows: whole, columns: rows)
        let place = store.block(store.identity(record.extent.rows), region)
        terms.append(store.product(kron(store.identity(record.extent.columns), place), try jacobian(of: operand)))
      }
      offset = offset + rows
    }
    return store.sum(terms)
  }

  /// Cutting out and placing are S_r F S_c with slices of identities.
  mutating func selection(_ record: Record) throws(DerivationError) -> Node {
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
}
