// Claims on what has no derivative in closed form here: they are tried against differences, and can only be confirmed.

extension ClaimJudge {
  func underived(
    _ reason: DerivationError, _ texts: ClaimTexts, _ variables: [Variable]
  ) throws(ClaimError) -> Judgement {
    let why = Diagnostic.text(of: reason)
    let function = try texts.read(texts.passages.prefix(1), variables, into: store).expressions[0]
    guard claim.entry == nil, !claim.structured, let target = target(of: function, variables),
      let name = claim.order == 2 ? claim.second ?? claim.variable : claim.variable,
      let variable = variables.first(where: { $0.name == name })
    else { return Judgement(verdict: .refuted, reason: "nothing to compare it with: \(why)") }
    let isDifferential = !texts.differentials(among: variables).isEmpty
    let arrangement = ClaimArrangement(store, function: function, target: target, by: variable, claim)
    let extent = isDifferential ? store.extent(target) : store.extent(arrangement.shape)
    let expected = ClaimSubject(left: target, whole: store.zeros(extent), derivation: nil)
    let sides: [Node]
    do throws(ClaimError) {
      sides = try self.sides(texts, variables, expected)
    } catch {
      guard case .unreadable(let problem, _) = error, problem.isClashOfShapes else { throw error }
      return Judgement(verdict: .illFormed, reason: error.message)
    }
    var worst = Judgement(verdict: .confirmed, reason: "")
    for side in sides {
      let differences = ClaimDifferences(
        store: store, target: target, claimed: side, variables: variables, sizes: claim.sizes, seed: seed)
      let expectation = isDifferential ? ClaimDifferences.differential : arrangement.expectation(of: variable.name)
      switch differences.compare(points: 4, with: expectation) {
      case .agrees(let found):
        if worst.verdict == .confirmed {
          worst = Judgement(
            verdict: .confirmed, reason: "\(found.count) points agree with central differences; \(why)")
        }
      case .differs(let trial):
        let comparison = Comparison(
          store: store, left: target, right: side, given: [], trials: trials(variables))
        worst = Judgement(
          verdict: .refuted, reason: "\(comparison.difference(trial)), by central differences; \(why)")
        worst.counterexample = comparison.counterexample(trial)
      case .untried:
        worst = Judgement(verdict: .refuted, reason: "no point was found at which both sides have values; \(why)")
      }
    }
    return worst
  }

  /// What is differentiated last, if that much can be derived.
  private func target(of function: Node, _ variables: [Variable]) -> Node? {
    if claim.order == 1 { return function }
    guard let variable = variables.first(where: { $0.name == claim.variable }) else { return nil }
    var request = DerivationRequest(function: function, variable: variable)
    request.layout = .denominator
    return try? Deriver.derive(request, in: store).result
  }
}

/// How a layout arranges the derivative that a claim is about.
private struct ClaimArrangement {
  private let target: Shape
  private let variable: Shape
  private let layout: Layout
  private let isGradient: Bool
  private let isByScalar: Bool

  init(_ store: Store, function: Node, target: Node, by variable: Variable, _ claim: Claim) {
    let isScalar = store.isScalar(function)
    self.target = store.shape(target)
    self.variable = variable.shape
    isGradient = claim.order == 1 && isScalar
    isByScalar = variable.shape.isScalar && !(claim.order == 2 && isScalar)
    layout = claim.layout ?? (isGradient ? .denominator : .numerator)
  }

  var shape: Shape {
    if isGradient { return layout == .denominator ? variable : variable.transposed }
    let natural =
      isByScalar
      ? target : Shape(target.rows * target.columns, variable.rows * variable.columns)
    return layout == .numerator ? natural : natural.transposed
  }

  func expectation(of name: String) -> ClaimDifferences.Expectation {
    { difference, point in
      let estimate = try difference.jacobian(by: name)
      guard let base = point.values[name] else { throw EvaluationError.missingValue(variable: name) }
      let arrangement = Arrangement(
        rows: difference.value.rows, columns: difference.value.columns, variableRows: base.rows,
        variableColumns: base.columns, layout: layout, isGradient: isGradient, isByScalar: isByScalar)
      return .init(value: arrangement.arranged(estimate.value), error: arrangement.arranged(estimate.error))
    }
  }
}
