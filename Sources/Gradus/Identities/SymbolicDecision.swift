/// Whether two expressions are equal by symbolic means, away from kinks and under hypotheses.
struct SymbolicDecision {
  let store: Store

  enum Answer: Equatable {
    /// With the words for the way in which equality was found.
    case equal(String)
    case different
    case undecided
  }

  /// The index form is asked first, since it shares nothing with what derived the one side; the simplifier may answer only
  /// where the index form cannot, and then the words say so.
  func answer(_ left: Node, _ right: Node, under hypotheses: [Hypothesis]) -> Answer {
    if left == right { return .equal("as it stands") }
    let engine = EqualityEngine(store: store, hypotheses: hypotheses)
    let reason: String
    switch engine.decide(left, right) {
    case .equal(let facts): return .equal("by \(facts.joined(separator: ", "))")
    case .different: return .different
    case .undecided(let why): reason = why
    }
    let kinks = PiecewiseForm(store)
    let (a, b) = (used(hypotheses, in: kinks.form(left), kinks), used(hypotheses, in: kinks.form(right), kinks))
    if (a, b) != (left, right), case .equal(let facts) = engine.decide(a, b) {
      return .equal(a == b ? "by cases" : "by cases, \(facts.joined(separator: ", "))")
    }
    if let (first, second) = FullRankForm(store: store).form(left, right),
      case .equal(let facts) = engine.decide(first, second)
    {
      return .equal("by full rank, \(facts.joined(separator: ", "))")
    }
    guard a == b || simplified(a, under: hypotheses) == simplified(b, under: hypotheses) else { return .undecided }
    return .equal("by simplification (index form: \(reason))")
  }

  private func simplified(_ node: Node, under hypotheses: [Hypothesis]) -> Node {
    let plain = Simplifier(store)
    let forms = hypotheses.flatMap { OrientedHypothesis.oriented($0.left, $0.right, text: $0.text, in: plain) }
    return Simplifier(store, hypotheses: forms).simplify(node)
  }

  /// Puts hypotheses in where they say what a whole node is: symmetric variables, and units that are active.
  private func used(_ hypotheses: [Hypothesis], in root: Node, _ kinks: PiecewiseForm) -> Node {
    var replaced: [Node: Node] = [:]
    for hypothesis in hypotheses {
      if store.operation(hypothesis.left) == .step, store.isOnes(hypothesis.right) {
        // The form is step(u), or 1 − step(−u), of which the step is then zero.
        let form = kinks.form(hypothesis.left)
        if store.operation(form) == .step {
          replaced[form] = hypothesis.right
        } else if let inner = store.reachable(from: [form]).first(where: { store.operation($0) == .step }) {
          replaced[inner] = store.zeros(store.extent(inner))
        }
      } else if store.operation(hypothesis.right) == .variable, hypothesis.left == store.transpose(hypothesis.right) {
        let variable = store.variables[store[hypothesis.right].payload]
        replaced[hypothesis.right] = store.variable(
          Variable(variable.name, variable.shape, variable.attributes.union(.symmetric)))
      }
    }
    if replaced.isEmpty { return root }
    for node in store.reachable(from: [root]) where replaced[node] == nil {
      replaced[node] = store.rebuild(node) { replaced[$0] ?? $0 }
    }
    return replaced[root] ?? root
  }
}
