/// The last simplification of derivatives, with hypotheses, listing exactly those that each needs.
struct Finish {
  let store: Store
  let hypotheses: [Hypothesis]
  private let named: [Node]
  private let full: Simplifier

  init(after plain: Simplifier, hypotheses: [Hypothesis], named: [Node] = []) {
    store = plain.store
    self.hypotheses = hypotheses
    full = hypotheses.isEmpty ? plain.assuming() : Finish.simplifier(store, hypotheses, without: nil)
    full.keep(named)
    self.named = named
  }

  /// The simplified node, the steps, and the assumptions without which it would come out differently.
  func run(_ node: Node) -> (result: Node, steps: [Step], assumptions: [String]) {
    let mark = full.steps.count
    let result = full.simplify(node)
    var used: [String] = []
    // What an earlier derivative's simplification has settled is not rewritten again, so all steps so far count.
    for step in full.steps {
      if case .hypothesis(_, let assumption, _, _) = step, !used.contains(assumption) { used.append(assumption) }
    }
    let needed = used.filter { assumption in
      let other = Finish.simplifier(store, hypotheses, without: assumption)
      other.keep(named)
      return other.simplify(node) != result
    }
    return (result, Array(full.steps[mark...]), needed)
  }

  /// What a part of the function has become in the result.
  func settled(_ node: Node) -> Node { full.simplify(node) }

  static func simplifier(_ store: Store, _ hypotheses: [Hypothesis], without excluded: String?) -> Simplifier {
    let plain = Simplifier(store)
    let forms = hypotheses.filter { $0.text != excluded }.flatMap {
      OrientedHypothesis.oriented($0.left, $0.right, text: $0.text, in: plain)
    }
    return Simplifier(store, hypotheses: forms, without: excluded)
  }
}
