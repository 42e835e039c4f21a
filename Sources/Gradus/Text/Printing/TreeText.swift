/// The expression as an indented tree with shapes; what is shared is shown once and referred to as @1, @2 …
struct TreeText {
  let store: Store

  /// Deeper nodes are not indented further but say their depth, so that the text stays linear in the graph.
  private static let deepestIndentation = 40

  func text(of root: Node) -> String {
    var uses: [Node: Int] = [:]
    for node in store.reachable(from: [root]) {
      for operand in store.operands(node) { uses[operand, default: 0] += 1 }
    }
    var output = ""
    var references: [Node: Int] = [:]
    var pending: [(node: Node, depth: Int)] = [(root, 0)]
    while let (node, depth) = pending.popLast() {
      output += indentation(depth)
      if let reference = references[node] {
        output += "@\(reference)\n"
        continue
      }
      output += "\(label(node)): \(store.shape(node))"
      let record = store[node]
      if record.count > 0, uses[node, default: 0] > 1 {
        references[node] = references.count + 1
        output += " @\(references.count)"
      }
      output += "\n"
      for operand in record.operands.reversed() { pending.append((operand, depth + 1)) }
    }
    return output
  }

  private func indentation(_ depth: Int) -> String {
    let limit = TreeText.deepestIndentation
    return depth <= limit
      ? String(repeating: "  ", count: depth) : String(repeating: "  ", count: limit) + "(\(depth)) "
  }

  private func label(_ node: Node) -> String {
    let record = store[node]
    let writer = Writer(store: store, dialect: .ascii)
    if record.count == 0 { return writer.body(of: node) }
    let name =
      record.operation == .custom
      ? store.functions[record.payload].name : record.operation.definition.notation.name ?? "\(record.operation)"
    return ([name] + writer.details(node)).joined(separator: " ")
  }
}
