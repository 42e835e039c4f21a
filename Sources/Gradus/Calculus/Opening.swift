/// Opens abbreviations, and what reads better open, before differentiation.
struct Opening {
  let store: Store
  private(set) var steps: [Step] = []
  /// What each node has become.
  private(set) var opened = NodeMap<Node>()

  init(_ store: Store) { self.store = store }

  mutating func open(_ root: Node) -> Node {
    for node in store.reachable(from: [root]) {
      let rebuilt = store.rebuild(node) { opened[$0] ?? $0 }
      opened[node] = openHead(rebuilt)
    }
    return opened[root] ?? root
  }

  private mutating func openHead(_ node: Node) -> Node {
    for rule in ExpandingRules.byHead[Int(store.operation(node).rawValue)] {
      guard let after = rule.expand(store, node) else { continue }
      steps.append(.rewrite(rule.name, before: node, after: after))
      return after == node ? after : openHead(after)
    }
    return node
  }
}

/// An equation used from left to right before differentiation.
final class ExpandingRule: Sendable {
  let name: String
  let statement: String
  let declarations: String
  let cites: [Citation]
  let heads: [Operation]
  let expand: @Sendable (Store, Node) -> Node?

  init(
    name: String, statement: String, declarations: String, cites: [Citation], heads: [Operation],
    expand: @escaping @Sendable (Store, Node) -> Node?
  ) {
    self.name = name
    self.statement = statement
    self.declarations = declarations
    self.cites = cites
    self.heads = heads
    self.expand = expand
  }
}

enum ExpandingRules {
  /// log softmax opens into its differentiable parts, by any of its two spellings.
  static let logSoftmax = ExpandingRule(
    name: "log_softmax_eq", statement: "log(softmax(z)) = z - ones(n)*log(ones(n)'*exp(z))",
    declarations: "z: vector(n)",
    cites: [.basic(102)], heads: [.log, .logSoftmax],
    expand: { store, node in
      var argument = store.operands(node)[0]
      if store.operation(node) == .log {
        guard store.operation(argument) == .softmax else { return nil }
        let softmax = store[argument]
        argument = store.intern(.logSoftmax, payload: softmax.payload, softmax.extent, softmax.operands[0])
      } else {
        argument = node
      }
      return opened(argument, in: store)
    })

  /// ‖A‖² = tr(AᵀA), which is differentiable at 0 too.
  static let norm = ExpandingRule(
    name: "norm2_sq", statement: "norm2(X)^2 = tr(X'*X)", declarations: "X: matrix(m,n)", cites: [.cookbook(131)],
    heads: [.power],
    expand: { store, node in
      let (base, exponent) = (store.operands(node)[0], store.operands(node)[1])
      guard store.operation(base) == .norm2, let power = store.value(exponent)?.intValue, power % 2 == 0 else {
        return nil
      }
      let argument = Expression(store, store.operands(base)[0])
      return store.power(argument.contracted(with: argument).node, Rational(power / 2))
    })

  /// tr(A ⊗ B) = tr A · tr B.
  static let traceKronecker = ExpandingRule(
    name: "trace_kron", statement: "tr(kron(A,B)) = tr(A)*tr(B)", declarations: "A: matrix(m,m); B: matrix(n,n)",
    cites: [.magnusNeudecker("2.2")], heads: [.trace],
    expand: { store, node in
      let product = store[store.operands(node)[0]]
      guard product.operation == .kronecker else { return nil }
      let factors = product.operands.map { Expression(store, $0) }
      guard factors.allSatisfy({ store.extent($0.node).rows == store.extent($0.node).columns }) else { return nil }
      return (tr(factors[0]) * tr(factors[1])).node
    })

  private static func abbreviation(_ operation: Operation, _ statement: String, _ declarations: String) -> ExpandingRule
  {
    ExpandingRule(
      name: "\(operation)_eq", statement: statement, declarations: declarations, cites: operation.definition.cites,
      heads: [operation], expand: { store, node in opened(node, in: store) })
  }

  static let mean = abbreviation(.mean, "mean(X) = sum(X)/(m*n)", "X: matrix(m,n)")
  static let dot = abbreviation(.dot, "dot(x,y) = x'*y", "x: vector(n); y: vector(n)")
  static let inner = abbreviation(.inner, "inner(A,B) = tr(A'*B)", "A: matrix(m,n); B: matrix(m,n)")
  static let norm1 = abbreviation(.norm1, "norm1(X) = sum(abs(X))", "X: matrix(m,n)")

  static let all = [logSoftmax, norm, traceKronecker, mean, dot, inner, norm1]

  static let byHead: [[ExpandingRule]] = Operation.allCases.map { operation in
    all.filter { $0.heads.contains(operation) }
  }

  static let byName: [String: ExpandingRule] = Dictionary(all.map { ($0.name, $0) }) { first, _ in first }

  private static func opened(_ node: Node, in store: Store) -> Node? {
    guard case .abbreviation(let opening) = store.operation(node).definition.calculus else { return nil }
    return opening(Call(value: Expression(store, node))).node
  }
}
