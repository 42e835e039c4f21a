/// The last simplification of a derivative, with hypotheses, listing exactly those that it needs.
struct Finish {
  let store: Store
  let hypotheses: [Hypothesis]

  /// The simplified node, the steps, and the assumptions without which it would come out differently.
  func run(_ node: Node) -> (result: Node, steps: [Step], assumptions: [String]) {
    let simplifier = self.simplifier(without: nil)
    let result = simplifier.simplify(node)
    var used: [String] = []
    for step in simplifier.steps {
      if case .hypothesis(_, let assumption, _, _) = step, !used.contains(assumption) { used.append(assumption) }
    }
    let needed = used.filter { assumption in
      self.simplifier(without: assumption).simplify(node) != result
    }
    return (result, simplifier.steps, needed)
  }

  private func simplifier(without excluded: String?) -> Simplifier {
    let plain = Simplifier(store)
    let forms = hypotheses.filter { $0.text != excluded }.flatMap {
      OrientedHypothesis.oriented($0.left, $0.right, text: $0.text, in: plain)
    }
    return Simplifier(store, hypotheses: forms, without: excluded)
  }
}
