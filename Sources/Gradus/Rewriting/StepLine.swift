/// A step in words: which rule turned what into what, and on which grounds.
public struct StepLine: Sendable, Hashable {
  public let rule: String
  public let cites: [String]
  public let before: String
  public let after: String
  /// The hypothesis that the step relies on, if any.
  public let assumption: String?
  /// The part of the derivation: opening, differential, gradient or simplification.
  public let stage: String
  /// Where `before` stands in what the stage begins with: operand numbers from the outermost operation, such as 1.2;
  /// empty for the whole, nil for what arose on the way.
  public let place: String?
}

extension Derivation {
  /// The steps that the result rests on, each equation once, in a notation.
  ///
  /// What a long derivation repeats stands under a name, given by a line `let`.
  func lines(as dialect: Dialect) -> [StepLine] { lines(of: relevantSteps, as: dialect) }

  func lines(of numbers: [Int], as dialect: Dialect) -> [StepLine] {
    var seen: Set<StepLine> = []
    var lines: [StepLine] = []
    let names = StepNames(self, numbers)
    var writer = Writer(store: store, dialect: dialect)
    writer.names = names.names
    var known: Set<Node> = []
    let places = StepPlaces(self)
    let function = functionName
    for number in numbers {
      let (step, stage) = (steps[number], stages[number])
      for node in names.introductions(for: step.sides, in: store, known: &known) {
        let name = dialect.name(names.names[node] ?? "")
        lines.append(
          StepLine(
            rule: "let", cites: [], before: name, after: writer.text(of: node), assumption: nil, stage: stage.rawValue,
            place: nil))
      }
      let line = step.line(writer, dialect, function, stage, places.place(of: step, in: stage))
      if line.before != line.after, seen.insert(line).inserted { lines.append(line) }
    }
    return lines
  }
}

extension Step {
  /// The name under which `gradus rules` lists the step's rule.
  func ruleName(in store: Store) -> String {
    switch self {
    case .rewrite(let name, _, _), .hypothesis(let name, _, _, _): name
    case .differential(_, let node, _): OperationRuleNames(node, in: store).differential
    case .adjoint(_, let node, _, _): OperationRuleNames(node, in: store).adjoint
    case .jacobian(_, let node, _, _): OperationRuleNames(node, in: store).jacobian
    case .identification(let identification, _, _): identification.rawValue
    }
  }

  var citations: [Citation] {
    switch self {
    case .rewrite(let name, _, _), .hypothesis(let name, _, _, _):
      Rule.byName[name]?.cites ?? ExpandingRules.all.first { $0.name == name }?.cites ?? []
    case .differential(let operation, _, _): operation.definition.cites
    case .adjoint(let operation, _, _, _): operation.adjointCitations
    case .jacobian(let operation, _, _, _): operation.definition.cites
    case .identification(let identification, _, _): identification.cites
    }
  }

  fileprivate func line(_ writer: Writer, _ dialect: Dialect, _ function: String, _ stage: Stage, _ place: String?)
    -> StepLine
  {
    let before: String
    let after: String
    var assumption: String?
    switch self {
    case .rewrite(_, let old, let new), .jacobian(_, _, let old, let new):
      (before, after) = (writer.mention(of: old), writer.text(of: new))
    case .hypothesis(_, let text, let old, let new):
      (before, after) = (writer.mention(of: old), writer.text(of: new))
      assumption = text
    case .differential(_, let node, let result):
      before =
        writer.names[result].map(dialect.name) ?? dialect.differentialSign + "(" + writer.mention(of: node) + ")"
      after = writer.text(of: result)
    case .adjoint(_, let node, let cotangent, let parts):
      before = dialect.inner(writer.mention(of: cotangent), writer.mention(of: node))
      after = parts.map { dialect.inner(writer.mention(of: $0.result), writer.mention(of: $0.operand)) }
        .joined(separator: dialect.signs.plus)
    case .identification(_, let variable, let gradient):
      before = dialect.partial(writer.text(of: variable), of: function)
      after = writer.mention(of: gradient)
    }
    return StepLine(
      rule: ruleName(in: writer.store), cites: citations.map(\.description), before: before, after: after,
      assumption: assumption,
      stage: stage.rawValue, place: place)
  }
}

extension Dialect {
  fileprivate var isLaTeX: Bool { differential.open.contains("mathrm") }
  fileprivate var isUnicode: Bool { signs.minus.contains("−") && !isLaTeX }
  fileprivate var differentialSign: String { isLaTeX ? "\\mathrm{d}" : "d" }

  fileprivate func inner(_ left: String, _ right: String) -> String {
    if isLaTeX { return "\\langle \(left), \(right)\\rangle" }
    return isUnicode ? "⟨\(left), \(right)⟩" : "inner(\(left),\(right))"
  }

  func partial(_ variable: String, of function: String = "f") -> String {
    if isLaTeX { return "\\frac{\\partial \(function)}{\\partial \(variable)}" }
    return isUnicode ? "∂\(function)/∂\(variable)" : "d\(function)/d\(variable)"
  }
}
