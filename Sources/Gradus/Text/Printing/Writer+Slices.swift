extension Writer {
  /// X[i,j], X[i,:], X[a:b,c:d] and x[i], counted from 1, both ends included.
  func slice(_ node: Node) -> Phrase {
    let frame = dialect.slice
    let indices = indices(node).joined(separator: dialect.signs.comma)
    return Phrase(
      .primary,
      [
        .text(frame.before), .node(store.operands(node)[0], atLeast: .primary),
        .text(frame.between + indices + frame.after),
      ])
  }

  func indices(_ node: Node) -> [String] {
    let region = store.regions[store[node].payload]
    let whole = store.shape(store.operands(node)[0])
    let rows = index(from: region.rowOffset, length: region.rows, of: whole.rows)
    if whole.columns == .one { return [rows] }
    return [rows, index(from: region.columnOffset, length: region.columns, of: whole.columns)]
  }

  private func index(from offset: Dimension, length: Dimension, of whole: Dimension) -> String {
    if length == whole { return dialect.signs.colon }
    let first = dialect.text(of: offset + 1)
    return length == .one ? first : first + dialect.signs.colon + dialect.text(of: offset + length)
  }
}
