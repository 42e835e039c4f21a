extension Store {
  /// The node in the text syntax.
  func text(_ node: Node) -> String { Writer(store: self, dialect: .ascii).text(of: node) }
}
