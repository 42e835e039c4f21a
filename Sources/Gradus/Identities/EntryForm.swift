/// Turns a formula for the entry (i, j) of a matrix into the matrix: x_i into x·1ᵀ, y_j into 1·yᵀ, δ_ij into I.
///
/// Nothing is lost, so that a formula in entries is decided and tried as one in matrices.
struct EntryForm {
  enum Failure: Error {
    /// A part that depends on an index by other means than entries, sums, products and functions of scalars.
    case unreadable(String)
  }

  let store: Store
  /// The index that counts rows; nil in a row's entries.
  let rowIndex: String?
  /// The index that counts columns; nil in a column's entries.
  let columnIndex: String?
  let extent: Extent

  /// The matrix whose entry at the two indices is the scalar.
  func matrix(of root: Node) throws(Failure) -> Node {
    var matrices: [Node: Node] = [:]
    for node in store.reachable(from: [root]) {
      if let matrix = try lifted(node, matrices) { matrices[node] = matrix }
    }
    return matrices[root] ?? store.scale(root, store.ones(extent))
  }

  /// Nil where the node does not depend on the indices.
  private func lifted(_ node: Node, _ matrices: [Node: Node]) throws(Failure) -> Node? {
    let record = store[node]
    if record.operation == .block { return try entry(node, record, matrices) }
    if record.operation == .unit || record.operation == .place, mentionsIndex(store.regions[record.payload]) {
      throw .unreadable(store.text(node))
    }
    if record.operation == .dimension, mentionsIndex(store.dimensions[record.payload]) {
      throw .unreadable(store.text(node))
    }
    guard record.operands.contains(where: { matrices[$0] != nil }) else { return nil }
    guard record.extent.isScalar, record.operands.allSatisfy({ store.isScalar($0) }) else {
      throw .unreadable(store.text(node))
    }
    let operands = record.operands.map { matrices[$0] ?? $0 }
    switch record.operation {
    case .sum: return store.sum(operands.map { store.isScalar($0) ? store.scale($0, store.ones(extent)) : $0 })
    case .hadamard, .scale, .product:
      return operands.dropFirst().reduce(operands[0]) { store.entrywise($0, $1) }
    case .power: return store.power(operands[0], operands[1])
    default:
      guard record.operation.isFunctionOfEntries else { throw .unreadable(store.text(node)) }
      return store.intern(record.operation, payload: record.payload, extent, operands)
    }
  }

  private enum Place: Equatable { case row, column, fixed }

  private func place(_ offset: Dimension, _ size: Dimension) throws(Failure) -> Place {
    if let rowIndex, offset == Dimension(rowIndex).countedFromZero, size == .one { return .row }
    if let columnIndex, offset == Dimension(columnIndex).countedFromZero, size == .one { return .column }
    if mentionsIndex(offset) || mentionsIndex(size) { throw .unreadable("the index \(offset + 1)") }
    return .fixed
  }

  private func mentionsIndex(_ dimension: Dimension) -> Bool {
    dimension.names.contains { $0 == rowIndex || $0 == columnIndex }
  }

  private func mentionsIndex(_ region: Region) -> Bool {
    [region.rowOffset, region.columnOffset, region.rows, region.columns].contains { mentionsIndex($0) }
  }

  /// B[i,j], B[j,i], B[i,c], B[r,j] and the like, where B is a matrix, a column or a row.
  private func entry(_ node: Node, _ record: Record, _ matrices: [Node: Node]) throws(Failure) -> Node? {
    let region = store.regions[record.payload]
    let base = store.operands(node)[0]
    let row = try place(region.rowOffset, region.rows)
    let column = try place(region.columnOffset, region.columns)
    if row == .fixed, column == .fixed {
      if matrices[base] != nil { throw .unreadable(store.text(node)) }
      return nil
    }
    guard record.extent.isScalar, matrices[base] == nil else { throw .unreadable(store.text(node)) }
    let (onesColumn, onesRow) = (store.ones(extent.rows), store.ones(.one, extent.columns))
    let matrix: Node
    switch (row, column) {
    case (.row, .column): matrix = base
    case (.column, .row): matrix = store.transpose(base)
    case (.row, .row): matrix = store.product(diagonal(base), onesRow)
    case (.column, .column): matrix = store.product(onesColumn, store.transpose(diagonal(base)))
    case (.row, .fixed): matrix = store.product(line(base, region, isColumn: true), onesRow)
    case (.column, .fixed): matrix = store.product(onesColumn, store.transpose(line(base, region, isColumn: true)))
    case (.fixed, .row): matrix = store.product(store.transpose(line(base, region, isColumn: false)), onesRow)
    case (.fixed, .column): matrix = store.product(onesColumn, line(base, region, isColumn: false))
    case (.fixed, .fixed): return nil
    }
    guard store.extent(matrix) == extent else { throw .unreadable(store.text(node)) }
    return matrix
  }

  private func diagonal(_ base: Node) -> Node {
    store.intern(.diagonal, Extent(rows: store.extent(base).rows, columns: .one), base)
  }

  /// A column or a row of the base.
  private func line(_ base: Node, _ region: Region, isColumn: Bool) -> Node {
    let shape = store.shape(base)
    let whole =
      isColumn
      ? Region(rowOffset: 0, columnOffset: region.columnOffset, rows: shape.rows, columns: 1)
      : Region(rowOffset: region.rowOffset, columnOffset: 0, rows: 1, columns: shape.columns)
    return store.block(base, whole)
  }
}
