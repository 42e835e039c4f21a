/// An equation used from left to right before differentiation, or before numbers are computed.
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
  /// The logarithm of a softmax is the log softmax, which is opened in turn.
  private static func logOfSoftmax(_ name: String, _ statement: String, _ declarations: String) -> ExpandingRule {
    ExpandingRule(
      name: name, statement: statement, declarations: declarations, cites: [.basic(102)], heads: [.log],
      expand: { store, node in
        let softmax = store[store.operands(node)[0]]
        guard softmax.operation == .softmax else { return nil }
        let result = store.intern(.logSoftmax, payload: softmax.payload, softmax.extent, softmax.operands[0])
        return "log_of_" + OperationRuleNames(store.operands(node)[0], in: store).core == name ? result : nil
      })
  }

  static let logOfSoftmax = [
    logOfSoftmax("log_of_softmax", "log(softmax(z)) = log_softmax(z)", "z: vector(n)"),
    logOfSoftmax("log_of_softmax_rows", "log(softmax(Z,0)) = log_softmax(Z,0)", "Z: matrix(m,n)"),
    logOfSoftmax("log_of_softmax_columns", "log(softmax(Z,1)) = log_softmax(Z,1)", "Z: matrix(m,n)"),
  ]

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

  private static func abbreviation(
    _ operation: Operation, _ name: String, _ statement: String, _ declarations: String
  ) -> ExpandingRule {
    ExpandingRule(
      name: name + "_eq", statement: statement, declarations: declarations, cites: operation.definition.cites,
      heads: [operation],
      expand: { store, node in
        OperationRuleNames(node, in: store).core == name ? opened(node, in: store) : nil
      })
  }

  static let abbreviations = [
    abbreviation(
      .logSoftmax, "log_softmax", "log_softmax(z) = z - ones(n)*log(ones(n)'*exp(z))", "z: vector(n)"),
    abbreviation(
      .logSoftmax, "log_softmax_rows", "log_softmax(Z,0) = Z - ones(m)*log(ones(m)'*exp(Z))", "Z: matrix(m,n)"),
    abbreviation(
      .logSoftmax, "log_softmax_columns", "log_softmax(Z,1) = Z - log(exp(Z)*ones(n))*ones(n)'", "Z: matrix(m,n)"),
    abbreviation(.mean, "mean", "mean(X) = sum(X)/(m*n)", "X: matrix(m,n)"),
    abbreviation(.mean, "mean_rows", "mean(X,0) = sum(X,0)/m", "X: matrix(m,n)"),
    abbreviation(.mean, "mean_columns", "mean(X,1) = sum(X,1)/n", "X: matrix(m,n)"),
    abbreviation(.dot, "dot", "dot(x,y) = x'*y", "x: vector(n); y: vector(n)"),
    abbreviation(.inner, "inner", "inner(A,B) = tr(A'*B)", "A: matrix(m,n); B: matrix(m,n)"),
    abbreviation(.norm1, "norm1", "norm1(X) = sum(abs(X))", "X: matrix(m,n)"),
  ]

  /// log σ(x) = −softplus(−x), which is finite where σ(x) is 0 in floating point.
  static let logOfSigmoid = ExpandingRule(
    name: "log_sigmoid", statement: "log(sigmoid(x)) = -softplus(-x)", declarations: "x: vector(n)",
    cites: [Citation("Dugas et al. 2001")], heads: [.log],
    expand: { store, node in
      let sigmoid = store[store.operands(node)[0]]
      guard sigmoid.operation == .sigmoid else { return nil }
      let mirrored = store.negated(sigmoid.operands[0])
      return store.negated(store.intern(.softplus, payload: 0, sigmoid.extent, mirrored))
    })

  /// log(1 − σ(x)) = −softplus(x).
  static let logOfRest = ExpandingRule(
    name: "log_one_sub_sigmoid", statement: "log(ones(n)-sigmoid(x)) = -softplus(x)", declarations: "x: vector(n)",
    cites: [Citation("Dugas et al. 2001")], heads: [.log],
    expand: { store, node in
      let terms = store[store.operands(node)[0]]
      guard terms.operation == .sum, terms.count == 2,
        let rest = terms.operands.first(where: { !store.isOnes($0) }), terms.operands.contains(where: store.isOnes)
      else { return nil }
      let (core, coefficient) = store.split(rest)
      guard coefficient == -1, store.operation(core) == .sigmoid else { return nil }
      return store.negated(store.intern(.softplus, payload: 0, store.extent(core), store.operands(core)[0]))
    })

  /// Softmax that is written out is read as what it is.
  private static let writtenSoftmax = [SoftmaxRules.diagonal, SoftmaxRules.entrywise].map { rule in
    ExpandingRule(
      name: rule.name, statement: rule.statement, declarations: rule.declarations, cites: rule.cites,
      heads: rule.heads,
      expand: { store, node in
        let divides = store.operands(node).contains {
          store.operation($0) == .power || store.operation($0) == .diagonalMatrix
        }
        return divides ? rule.rewrite(Simplifier(store, rules: StableForm.table), node, store[node]) : nil
      })
  }

  private static let beforeDifferentiation = logOfSoftmax + writtenSoftmax + [norm, traceKronecker] + abbreviations

  static let all = beforeDifferentiation + [logOfSigmoid, logOfRest]

  static let byHead: [[ExpandingRule]] = Operation.allCases.map { operation in
    beforeDifferentiation.filter { $0.heads.contains(operation) }
  }

  static let byName: [String: ExpandingRule] = Dictionary(all.map { ($0.name, $0) }) { first, _ in first }

  private static func opened(_ node: Node, in store: Store) -> Node? {
    guard case .abbreviation(let opening) = store.operation(node).definition.calculus else { return nil }
    return opening(Call(value: Expression(store, node))).node
  }
}
