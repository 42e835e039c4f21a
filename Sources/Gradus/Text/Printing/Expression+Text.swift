extension Expression: CustomStringConvertible {
  /// The expression written out in a notation, without intermediates: as long as the tree.
  public func text(as dialect: Dialect) -> String {
    store.guarded { Writer(store: $0, dialect: dialect).text(of: node) }
  }

  /// The text syntax, which reads back to this expression.
  public var ascii: String { text(as: .ascii) }

  public var unicode: String { text(as: .unicode) }

  public var latex: String { text(as: .latex) }

  public var mathML: String { text(as: .mathML) }

  /// The expression in a notation with its shared parts defined first, such as `Z1 = X*W; softmax(Z1)`.
  public func textWithDefinitions(as dialect: Dialect) -> String {
    store.guarded { store in
      Writer(store: store, dialect: dialect).text(naming: Definitions(in: [node], of: store), in: node)
    }
  }

  /// The tree of operations with shapes, a line each; what is shared is shown once.
  public var tree: String { store.guarded { TreeText(store: $0).text(of: node) } }

  /// A list of nodes, linear in the graph.
  public var json: String { store.guarded { JSONText(store: $0).text(of: node) } }

  /// The text syntax, with definitions where the tree is large.
  public var description: String {
    size <= Expression.largestPlainDescription ? ascii : textWithDefinitions(as: .ascii)
  }

  private static let largestPlainDescription = 500
}
