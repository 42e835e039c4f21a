extension Expression: CustomStringConvertible {
  /// The expression written out in a notation, without intermediates: as long as the tree.
  public func text(as dialect: Dialect) -> String {
    store.guarded { Writer(store: $0, dialect: dialect).text(of: node) }
  }

  /// The text syntax, which reads back to this expression.
  public var ascii: String { text(as: .ascii) }

  public var description: String { ascii }
}
