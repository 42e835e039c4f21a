/// A derivative with the way that led to it; it cannot be made without one.
struct Derivation {
  let store: Store
  let request: DerivationRequest
  let layout: Layout
  /// What was differentiated last: the function, or its gradient where the second derivative was asked for.
  let target: Node
  let variable: Variable
  /// All variables that vary in the differential.
  let varying: [Variable]
  /// The differential that the result was read off, linear in dX.
  let differential: Node
  /// The derivative, in the layout; nil where only the operator form exists, for the reason given.
  let result: Node?
  let whyNoResult: DerivationError?
  let steps: [Step]
  let stages: Stages
  /// What the result needs beyond the expression's own domain: hypotheses used and properties of arguments.
  let assumptions: [String]
  let notes: [String]

  /// Whether the steps that several derivations share stand with the first of them, and not here.
  let isContinued: Bool

  /// What the function is called: f, or a letter that neither a variable nor a definition has.
  var functionName: String {
    let taken = Set(request.names.map(\.name) + request.parameters(in: store).map(\.name))
    return ["f", "F", "y", "L"].first { !taken.contains($0) } ?? "f"
  }

  /// Whether the result is a scalar function's gradient, shaped like the variable in denominator layout.
  var isGradient: Bool { request.isGradient(in: store) }

  /// The result, or what is claimed in its place, against central differences of what was differentiated; nil where there
  /// is only the operator form.
  func check(
    claim: Node? = nil, variables: [Variable] = [], sizes: [String: Int] = [:], points: Int = 2, seed: UInt64 = 1,
    progress: (@Sendable (Int, Int) -> Void)? = nil
  ) -> GradientCheck? {
    var comparison = comparison(claim: claim, variables: variables, sizes: sizes, points: points, seed: seed)
    comparison?.progress = progress
    return comparison?.run()
  }

  func comparison(
    claim: Node? = nil, variables: [Variable] = [], sizes: [String: Int] = [:], points: Int = 2, seed: UInt64 = 1
  ) -> DerivativeCheck? {
    guard let derivative = claim ?? result else { return nil }
    let structure = request.structured ? Structure(variable.attributes) : nil
    let (target, variable) = compared
    return DerivativeCheck(
      store: store, target: target, variable: variable, derivative: derivative, layout: layout, isGradient: isGradient,
      keepsColumn: request.order == 2 && store.isScalar(request.function), structure: structure,
      projectsRows: structure != nil && request.order == 2 && request.second == nil, isDerived: claim == nil,
      hypotheses: request.hypotheses, variables: variables, sizes: sizes, points: points, seed: seed)
  }
}

extension Derivation {
  /// What is differenced by what: of a differential handed in, the form in dX by dX, whose derivative is the same.
  fileprivate var compared: (target: Node, variable: Variable) {
    let differential = store.differential(variable)
    guard store.reachable(from: [target]).contains(differential) else { return (target, variable) }
    let direction = variable.direction()
    return (store.replacing([differential: store.variable(direction)], in: target), direction)
  }
}

/// Which part of a derivation steps belong to.
enum Stage: String, Sendable {
  case opening, differential, gradient, simplification
}

/// The stages of a derivation's steps, one after the other.
struct Stages: Sendable {
  private var ends: [(stage: Stage, end: Int)] = []

  /// Notes that the steps up to here, as far as they are new, belong to a stage.
  mutating func end(_ stage: Stage, at count: Int) {
    if count > (ends.last?.end ?? 0) { ends.append((stage, count)) }
  }

  subscript(step: Int) -> Stage { ends.first { step < $0.end }?.stage ?? .simplification }
}
