extension Writer {
  /// X[i,j], X[i,:], X[a:b,c:d] and x[i], counted from 1, both ends included.
  func slice(_ node: Node) -> Phrase {
    let region = store.regions[store[node].payload]
    let operand = store.operands(node)[0]
    let whole = store.shape(operand)
    var indices = [index(from: region.rowOffset, length: region.rows, of: whole.rows)]
    if whole.columns != .one {
      indices.append(index(from: region.columnOffset, length: region.columns, of: whole.columns))
    }
    let frame = dialect.slice
    return Phrase(
      .primary,
      [
        .text(frame.before), .node(operand, atLeast: .primary),
        .text(frame.between + indices.joined(separator: dialect.signs.comma) + frame.after),
      ])
  }

  private func index(from offset: Dimension, length: Dimension, of whole: Dimension) -> String {
    if length == whole { return dialect.signs.colon }
    let first = dialect.text(of: offset + 1)
    return length == .one ? first : first + dialect.signs.colon + dialect.text(of: offset + length)
  }
}
