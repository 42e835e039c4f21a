/// Whether two expressions are equal by symbolic means, away from kinks and under hypotheses.
struct SymbolicDecision {
  let store: Store

  /// The words for the way in which equality was found; nil where it was not.
  func proof(_ left: Node, _ right: Node, under hypotheses: [Hypothesis]) -> String? {
    let kinks = PiecewiseForm(store)
    let (a, b) = (used(hypotheses, in: kinks.form(left), kinks), used(hypotheses, in: kinks.form(right), kinks))
    if a == b || simplified(a, under: hypotheses) == simplified(b, under: hypotheses) { return "by simplification" }
    if case .equal(let facts) = EqualityEngine(store: store, hypotheses: hypotheses).decide(a, b) {
      return "by \(facts.joined(separator: ", "))"
    }
    return nil
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
