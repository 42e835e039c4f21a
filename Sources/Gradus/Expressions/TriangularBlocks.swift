extension Store {
  /// [[A, E], [0, B]] of three square matrices of one order.
  func upperBlocks(_ a: Node, _ e: Node, _ b: Node) -> Node {
    let order = extent(a).rows
    let double = adding(order, order)
    let zero = zeros(Extent(rows: order, columns: order))
    let wide = Extent(rows: order, columns: double)
    let top = intern(.horizontal, wide, [a, e])
    let bottom = intern(.horizontal, wide, [zero, b])
    return intern(.vertical, Extent(rows: double, columns: double), [top, bottom])
  }

  /// The upper right one of four blocks of that order.
  func upperRightBlock(_ matrix: Node, _ order: Dim) -> Node {
    let size = dimension(order)
    return block(matrix, Region(rowOffset: 0, columnOffset: size, rows: size, columns: size))
  }
}
