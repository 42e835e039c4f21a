/// An immutable, well-shaped matrix expression.
///
/// The value is a place in a store; equal expressions of one store are the same place.
public struct Expression: Sendable {
  let store: Store
  let node: Node

  init(_ store: Store, _ node: Node) {
    self.store = store
    self.node = node
  }

  /// A variable; the shape may be symbolic.
  public init(_ variable: Variable) {
    self = SharedStore.building { $0.variable(variable) }
  }

  public init(_ number: Rational) {
    self = SharedStore.building { $0.number(number) }
  }

  /// The differential of a variable.
  public static func differential(of variable: Variable) -> Expression {
    SharedStore.building { $0.differential(variable) }
  }

  public static func zeros(_ rows: Dimension, _ columns: Dimension = 1) -> Expression {
    SharedStore.building { $0.zeros($0.extent(Shape(rows, columns))) }
  }

  public static func ones(_ rows: Dimension, _ columns: Dimension = 1) -> Expression {
    SharedStore.building { $0.ones($0.extent(Shape(rows, columns))) }
  }

  public static func identity(_ size: Dimension) -> Expression {
    SharedStore.building { $0.identity($0.dim(size)) }
  }

  /// A dimension standing as a scalar.
  public static func scalar(_ dimension: Dimension) -> Expression {
    SharedStore.building { $0.scalar($0.dim(dimension)) }
  }

  public var shape: Shape { store.guarded { $0.shape(node) } }

  /// Nodes of the expression written out as a tree, capped at 2^25.
  public var size: Int { store.guarded { Int($0[node].size) } }

  public var operation: Operation { store.guarded { $0.operation(node) } }

  public var operands: [Expression] { store.guarded { store in store.operands(node).map { Expression(store, $0) } } }

  /// The variables that occur, by name.
  public var variables: [Variable] { store.guarded { $0.variables(in: [node]) } }
}

extension Expression: Hashable {
  public static func == (left: Expression, right: Expression) -> Bool {
    if left.store === right.store { return left.node == right.node }
    let common = Store()
    return left.store.guarded { common.adopt(left.node, from: $0) }
      == right.store.guarded { common.adopt(right.node, from: $0) }
  }

  public func hash(into hasher: inout Hasher) {
    store.guarded { store in
      let record = store[node]
      hasher.combine(record.operation)
      hasher.combine(record.size)
      hasher.combine(store.shape(node))
    }
  }
}

extension Expression: ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral {
  public init(integerLiteral value: Int) { self.init(Rational(value)) }

  /// The decimal as written, not the nearest binary fraction.
  public init(floatLiteral value: Double) { self.init(Rational(decimal: "\(value)") ?? 0) }
}

extension Store {
  /// Runs the body under the lock if other threads may see the store.
  @inline(__always)
  func guarded<Result>(_ body: (Store) throws -> Result) rethrows -> Result {
    if let lock { return try lock.locked { try body(self) } }
    return try body(self)
  }
}

/// The store in which expressions outside a pass are built.
///
/// It is replaced when it has grown, and freed with the last expression in it, so that a process that builds and drops
/// expressions for ever stays small.
enum SharedStore {
  private static let nodeLimit = 1 << 15
  private static let lock = Lock()
  nonisolated(unsafe) private static var newest = Store(shared: true)

  static var current: Store {
    lock.locked {
      if newest.count > nodeLimit { newest = Store(shared: true) }
      return newest
    }
  }

  static func building(_ body: (Store) -> Node) -> Expression {
    let store = current
    return store.guarded { Expression($0, body($0)) }
  }
}
