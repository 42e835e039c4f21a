/// Writes pseudoinverses by inverses where an inverse beside them says which Gram matrix is regular.
///
/// pinv(X) = inv(X'X)X' for independent columns, X'inv(XX') for independent rows, inv(X) for a regular X (Penrose 1955).
struct FullRankForm {
  let store: Store

  /// Both sides rewritten; nil where no pseudoinverse can be.
  func form(_ left: Node, _ right: Node) -> (left: Node, right: Node)? {
    let nodes = store.reachable(from: [left, right])
    let regular = Set(nodes.filter { store.operation($0) == .inverse }.map { store.operands($0)[0] })
    var places: [Node: Node] = [:]
    for node in nodes where store.operation(node) == .pseudoinverse {
      places[node] = inverse(of: store.operands(node)[0], regular)
    }
    return places.isEmpty ? nil : (store.replacing(places, in: left), store.replacing(places, in: right))
  }

  private func inverse(of matrix: Node, _ regular: Set<Node>) -> Node? {
    let transposed = store.transpose(matrix)
    if regular.contains(matrix) { return inverse(matrix) }
    let (columns, rows) = (store.product(transposed, matrix), store.product(matrix, transposed))
    if regular.contains(columns) { return store.product(inverse(columns), transposed) }
    if regular.contains(rows) { return store.product(transposed, inverse(rows)) }
    return nil
  }

  private func inverse(_ matrix: Node) -> Node { store.intern(.inverse, store.extent(matrix), matrix) }
}
