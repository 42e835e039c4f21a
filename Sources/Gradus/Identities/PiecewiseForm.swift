/// Writes functions with kinks through step(u), which is 1 for u > 0 and 0 for u < 0, and each u with one choice of sign.
///
/// The equations hold away from the kinks: relu(u) = u⊙step(u), step(−u) = 1 − step(u), step(u)² = step(u); and a factor
/// step(u) makes step(u) = 1 in the factors beside it.
struct PiecewiseForm {
  private let simplifier: Simplifier
  private var store: Store { simplifier.store }

  init(_ store: Store) { simplifier = Simplifier(store) }

  /// The expression through steps, or itself where nothing in it has a kink.
  func form(_ root: Node) -> Node {
    let nodes = store.reachable(from: [root])
    guard nodes.contains(where: { PiecewiseForm.kinked.contains(store.operation($0)) }) else { return root }
    var formed: [Node: Node] = [:]
    for node in nodes { formed[node] = opened(store.rebuild(node) { formed[$0] ?? $0 }) }
    return absorbed(simplifier.simplify(formed[root] ?? root))
  }

  private static let kinked: Set<Operation> = [.step, .relu, .leakyRelu, .elu, .abs, .sign, .larger, .smaller]

  private func opened(_ node: Node) -> Node {
    let operands = store.operands(node).map { Expression(store, $0) }
    switch store.operation(node) {
    case .step: return step(operands[0].node)
    case .sign: return (2 * steps(operands[0]) - operands[0].onesLikeThis).node
    case .abs: return (operands[0] ⊙ (2 * steps(operands[0]) - operands[0].onesLikeThis)).node
    case .relu: return (operands[0] ⊙ steps(operands[0])).node
    case .leakyRelu:
      let (x, slope) = (operands[0], operands[1])
      return (slope ⊙ x + (x - slope ⊙ x) ⊙ steps(x)).node
    case .elu:
      let (x, height) = (operands[0], operands[1])
      let positive = steps(x)
      return (x ⊙ positive + (height ⊙ (exp(x) - x.onesLikeThis)) ⊙ (x.onesLikeThis - positive)).node
    case .larger: return (operands[1] + (operands[0] - operands[1]) ⊙ steps(operands[0] - operands[1])).node
    case .smaller: return (operands[0] - (operands[0] - operands[1]) ⊙ steps(operands[0] - operands[1])).node
    default: return node
    }
  }

  private func steps(_ argument: Expression) -> Expression { Expression(store, step(argument.node)) }

  /// step(u) or 1 − step(−u), whichever argument comes first in the order of expressions.
  private func step(_ argument: Node) -> Node {
    let positive = simplifier.simplify(argument)
    let negative = simplifier.simplify(store.negated(positive))
    if store.precedes(negative, positive) {
      let other = Expression(store, store.intern(.step, store.extent(negative), negative))
      return (other.onesLikeThis - other).node
    }
    return store.intern(.step, store.extent(positive), positive)
  }

  // MARK: Factors

  /// Uses, in every entrywise product, each factor step(u) in the factors beside it.
  private func absorbed(_ root: Node) -> Node {
    var done: [Node: Node] = [:]
    for node in store.reachable(from: [root]) {
      let rebuilt = store.rebuild(node) { done[$0] ?? $0 }
      done[node] = absorbedHead(rebuilt)
    }
    return simplifier.simplify(done[root] ?? root)
  }

  private func absorbedHead(_ node: Node) -> Node {
    switch store.operation(node) {
    case .power:
      let (base, exponent) = (store.operands(node)[0], store.operands(node)[1])
      guard store.operation(base) == .step, let power = store.value(exponent), !power.isNegative, !power.isZero else {
        return node
      }
      return base
    case .hadamard, .scale:
      var operands = Array(store.operands(node))
      var changed = false
      for (place, factor) in operands.enumerated() where store.operation(factor) == .step {
        for other in operands.indices where other != place {
          let replaced = inside(operands[other], knowing: factor)
          changed = changed || replaced != operands[other]
          operands[other] = replaced
        }
      }
      if !changed { return node }
      return store.operation(node) == .hadamard ? store.hadamard(operands) : store.scale(operands[0], operands[1])
    default: return node
    }
  }

  /// The expression where step(u) = 1, as far as it is reached through entrywise operations.
  private func inside(_ node: Node, knowing step: Node) -> Node {
    if node == step { return store.ones(store.extent(step)) }
    let isScalar = store.isScalar(step)
    guard isScalar || store.extent(node) == store.extent(step) || store.isScalar(node) else { return node }
    let operation = store.operation(node)
    guard isScalar || PiecewiseForm.isEntrywise(operation) else { return node }
    return store.rebuild(node) { inside($0, knowing: step) }
  }

  private static func isEntrywise(_ operation: Operation) -> Bool {
    operation == .sum || operation == .hadamard || operation == .scale || operation.isFunctionOfEntries
  }
}

extension Operation {
  /// Whether every entry of the value depends on the operands' same entries only, by a function of scalars.
  var isFunctionOfEntries: Bool {
    switch definition.calculus {
    case .every(.elementwise): true
    case .operands(let all): all.allSatisfy { if case .elementwise = $0 { true } else { false } }
    default: false
    }
  }
}
