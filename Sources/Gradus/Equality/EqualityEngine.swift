/// What is known of two expressions.
enum Decision: Equatable {
  /// Equal wherever both are defined, kinks and singular points aside; with the names of the facts that were needed.
  case equal(by: [String])
  /// Different at some sizes and values.
  case different
  /// Neither was shown, for the reason given.
  case undecided(String)
}

/// Decides whether two expressions are equal by bringing their difference to canonical index form.
///
/// The same form means equal, always. Different forms mean different only where functions, inverses and fixed sizes are
/// absent: there the form is complete.
struct EqualityEngine {
  let store: Store
  let hypotheses: [Hypothesis]
  /// Attributes by variable names, besides the declared ones.
  let assumedAttributes: [String: Attributes]

  init(store: Store, hypotheses: [Hypothesis] = [], assumedAttributes: [String: Attributes] = [:]) {
    self.store = store
    self.hypotheses = hypotheses
    self.assumedAttributes = assumedAttributes
  }

  func decide(_ a: Node, _ b: Node) -> Decision {
    if store.extent(a) != store.extent(b) { return .different }
    if a == b { return .equal(by: ["same expression"]) }
    do {
      // Closed functions are enough where both sides write them alike; the basis is for the rest.
      if hasFunctions([a, b]), case .equal(let facts) = try? decided(a, b, keepsFunctions: true) {
        return .equal(by: facts)
      }
      return try decided(a, b, keepsFunctions: false)
    } catch let problem as Undecided {
      return .undecided(problem.reason)
    } catch {
      return .undecided("\(error)")
    }
  }

  private func hasFunctions(_ roots: [Node]) -> Bool {
    store.reachable(from: roots).contains {
      store.operation($0).rawValue >= Operation.exp.rawValue
        || [.softmax, .logSoftmax, .logSumExp].contains(store.operation($0))
    }
  }

  private func decided(_ a: Node, _ b: Node, keepsFunctions: Bool) throws -> Decision {
    var attributes = assumedAttributes
    var equations: [Hypothesis] = []
    var structural: [String] = []
    for hypothesis in hypotheses {
      if let (name, attribute) = structure(hypothesis) {
        attributes[name, default: []].insert(attribute)
        structural.append(hypothesis.text)
      } else {
        equations.append(hypothesis)
      }
    }
    let algebra = IndexAlgebra(store: store, assumed: attributes, keepsFunctions: keepsFunctions)
    for variable in store.variables(in: [a, b] + equations.flatMap { [$0.left, $0.right] }) {
      try algebra.addRules(of: variable)
    }
    var refused: [String] = []
    for equation in equations {
      var forms = NodeForms(algebra)
      let difference = try algebra.sum([
        (1, try forms.form(of: equation.left)), (-1, try forms.form(of: equation.right)),
      ])
      if !(try algebra.addRule(difference, name: equation.text)) { refused.append(equation.text) }
    }
    var forms = NodeForms(algebra)
    let (first, second) = (try forms.form(of: a), try forms.form(of: b))
    let difference = try algebra.sum([(1, first), (-1, second)])
    if try algebra.vanishes(difference) {
      return .equal(by: ["index form"] + structural + algebra.used.sorted())
    }
    if hypotheses.isEmpty, assumedAttributes.isEmpty, isComplete([a, b]) { return .different }
    return .undecided(refused.isEmpty ? "the forms differ" : "no direction for \(refused.joined(separator: ", "))")
  }

  /// An equation that says X = Xᵀ or X = −Xᵀ.
  private func structure(_ hypothesis: Hypothesis) -> (String, Attributes)? {
    for (left, right) in [(hypothesis.left, hypothesis.right), (hypothesis.right, hypothesis.left)]
    where store.operation(left) == .variable {
      let variable = store.variables[store[left].payload]
      if right == store.transpose(left) { return (variable.name, .symmetric) }
      if store.negated(right) == store.transpose(left) || right == store.negated(store.transpose(left)) {
        return (variable.name, .skew)
      }
    }
    if store.operation(hypothesis.left) == .transpose {
      let variable = store.operands(hypothesis.left)[0]
      if store.operation(variable) == .variable, hypothesis.right == store.negated(variable) {
        return (store.variables[store[variable].payload].name, .skew)
      }
    }
    return nil
  }

  /// Whether everything is multilinear in variables without attributes, at sizes that are single names.
  private func isComplete(_ roots: [Node]) -> Bool {
    store.reachable(from: roots).allSatisfy { node in
      let record = store[node]
      for dim in [record.extent.rows, record.extent.columns] {
        if dim != .one, store.dimension(dim).name == nil { return false }
      }
      switch record.operation {
      case .number, .dimension, .differential, .zeros, .ones, .identity, .sum, .product, .hadamard, .scale, .transpose,
        .trace, .diagonalMatrix, .diagonal, .total, .dot, .inner:
        return true
      case .variable: return store.variables[record.payload].attributes.isEmpty
      case .power: return store.value(record.operands[1])?.intValue.map { $0 > 0 } ?? false
      default: return false
      }
    }
  }
}
