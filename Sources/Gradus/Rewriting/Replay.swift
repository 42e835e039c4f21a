/// Takes every step of a derivation again, by the rule that it names and from what stood before it.
struct Replay {
  private let derivation: Derivation
  private let store: Store
  /// Rules are replayed as they were used: before hypotheses, or with them.
  private let simplifiers: [Simplifier]
  private var differentiations: [Differentiation]

  init(_ derivation: Derivation) {
    self.derivation = derivation
    store = derivation.store
    let hypotheses = derivation.request.hypotheses
    simplifiers = [Simplifier(store, assumes: false), Finish.simplifier(store, hypotheses, without: nil)]
    differentiations = [
      Differentiation(store, by: [derivation.request.variable]), Differentiation(store, by: derivation.varying),
    ]
    for variable in derivation.varying + [derivation.request.variable] {
      for place in differentiations.indices where differentiations[place].variables.contains(variable) {
        differentiations[place].know(store.differential(variable), of: store.variable(variable))
      }
    }
  }

  /// The numbers of the steps that their rules do not give.
  mutating func failures(among numbers: [Int]) -> [Int] {
    var failures: [Int] = []
    for number in numbers where !holds(derivation.steps[number]) { failures.append(number) }
    return failures
  }

  private mutating func holds(_ step: Step) -> Bool {
    switch step {
    case .rewrite(let name, let before, let after): return rewrites(name, before, after)
    case .hypothesis(let name, _, let before, let after):
      let (full, record) = (simplifiers[1], store[before])
      if name != "hypothesis" { return rewrites(name, before, after) }
      return full.hypotheses.contains { $0.rewrite(full, before, record) == after }
    case .differential(_, let node, let differential):
      var holds = false
      for place in differentiations.indices {
        guard let again = try? differentiations[place].step(node) ?? store.zeros(store.extent(node)) else { continue }
        if again == differential { holds = true }
        differentiations[place].know(differential, of: node)
      }
      return holds
    case .adjoint(_, let node, let cotangent, let parts):
      return
        (try? Transposition.parts(of: cotangent, at: node, in: store) { operand in
          parts.contains { $0.operand == operand }
        })?.map(\.result) == parts.map(\.result)
    case .jacobian(_, let node, _, let after):
      var reading = JacobianReading(store, by: derivation.variable)
      guard (try? reading.jacobian(of: node)) != nil, case .jacobian(_, _, _, let again)? = reading.steps.last else {
        return false
      }
      return again == after
    // What is identified is the differential's own factor, held against differences by the derivation's check.
    case .identification: return true
    }
  }

  private func rewrites(_ name: String, _ before: Node, _ after: Node) -> Bool {
    if let rule = ExpandingRules.byName[name], rule.expand(store, before) == after { return true }
    if let structure = Structure(projectionRule: name) {
      let variable = Expression(store, store.variable(derivation.request.variable))
      return structure.projection(of: Expression(store, before), at: variable).node == after
    }
    guard let rule = Rule.byName[name] else { return false }
    let record = store[before]
    return simplifiers.contains { simplifier in
      guard let again = rule.rewrite(simplifier, before, record) else { return false }
      // A scalar product has several spellings, and which one a rule met first decides between them.
      return again == after || simplifier.normalize(again) == simplifier.normalize(after)
    }
  }
}
