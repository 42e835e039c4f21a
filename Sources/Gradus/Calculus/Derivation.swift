/// What is to be derived, in a store of its own.
struct DerivationRequest {
  var function: Node
  var variable: Variable
  /// The variable of the second derivative; the first one's if not named.
  var second: Variable?
  var order = 1
  var layout: Layout?
  var hypotheses: [Hypothesis] = []
  /// Whether the variable moves inside the structure that its attributes declare.
  var structured = false
  /// Variables that the expression's text names, though folding may have removed them.
  var mentioned: [Variable] = []

  /// The variables of the expression as written and those differentiated by, by name.
  func parameters(in store: Store) -> [Variable] {
    var all = Set(store.variables(in: [function]) + mentioned)
    all.insert(variable)
    if let second { all.insert(second) }
    for node in store.reachable(from: [function]) where store.operation(node) == .differential {
      all.insert(store.variables[store[node].payload])
    }
    return all.sorted { $0.name < $1.name }
  }
}

/// A derivative with the way that led to it; it cannot be made without one.
struct Derivation {
  let store: Store
  let request: DerivationRequest
  let layout: Layout
  /// What was differentiated last: the function, or its gradient where the second derivative was asked for.
  let target: Node
  let variable: Variable
  /// The differential that the result was read off, linear in dX.
  let differential: Node
  /// The derivative, in the layout; nil where only the operator form exists, for the reason given.
  let result: Node?
  let whyNoResult: DerivationError?
  let steps: [Step]
  /// What the result needs beyond the expression's own domain: hypotheses used and properties of arguments.
  let assumptions: [String]
  let notes: [String]

  /// Whether the result is a scalar function's gradient, shaped like the variable in denominator layout.
  var isGradient: Bool { request.order == 1 && store.isScalar(request.function) }

  /// The result against central differences of what was differentiated; nil where there is only the operator form.
  func check(variables: [Variable] = [], sizes: [String: Int] = [:], points: Int = 2, seed: UInt64 = 1)
    -> DerivativeCheck?
  {
    // Of structured derivatives only gradients have differences to compare with here.
    guard let result, !request.structured || isGradient else { return nil }
    return DerivativeCheck(
      target, by: variable, is: result, layout: layout, isGradient: isGradient,
      keepsColumn: request.order == 2 && store.isScalar(request.function),
      structure: request.structured ? Structure(variable.attributes) : nil, hypotheses: request.hypotheses, in: store,
      variables: variables, sizes: sizes, points: points, seed: seed)
  }
}

/// Derives by differential, adjoint and simplification.
struct Deriver {
  let store: Store
  private var steps: [Step] = []
  /// What was differentiated last, abbreviations opened.
  private var opened: Node
  private var notes: [String] = []

  private init(_ store: Store) {
    self.store = store
    opened = store.zero
  }

  static func derive(_ request: DerivationRequest, in store: Store) throws(DerivationError) -> Derivation {
    var deriver = Deriver(store)
    return try deriver.derive(request)
  }

  private mutating func derive(_ request: DerivationRequest) throws(DerivationError) -> Derivation {
    let target = request.order == 2 ? try firstDerivative(request) : request.function
    let variable = request.order == 2 ? request.second ?? request.variable : request.variable
    let differential = try differential(of: target, by: variable)
    let plain = Simplifier(store, assumes: false)
    let linear = plain.simplify(differential)
    steps += plain.steps
    let reading = Reading(target: target, differential: linear, variable: variable, request: request)
    var raw: Node?
    var failure: DerivationError?
    do throws(DerivationError) {
      raw = try derivative(reading)
    } catch {
      guard case .refused = error else { throw error }
      failure = error
    }
    let finish = Finish(store: store, hypotheses: request.hypotheses)
    var arranged: Node?
    if let raw { arranged = arrange(try structured(raw, reading), reading) }
    let (result, finishSteps, used) = finish.run(arranged ?? store.zero)
    steps += finishSteps
    return Derivation(
      store: store, request: request, layout: layout(of: reading), target: target, variable: variable,
      differential: linear,
      result: arranged == nil ? nil : result, whyNoResult: failure, steps: steps,
      assumptions: used + provisos(reading).assumptions, notes: remarks(reading))
  }

  /// What is differentiated, by what, and for which request.
  struct Reading {
    let target: Node
    let differential: Node
    let variable: Variable
    let request: DerivationRequest
  }

  /// ∇ₓf before any hypothesis; of a function that is not a scalar only its derivative by a scalar.
  private mutating func firstDerivative(_ request: DerivationRequest) throws(DerivationError) -> Node {
    let differential = try differential(of: request.function, by: request.variable)
    let simplifier = Simplifier(store, assumes: false)
    let first: Node
    if store.isScalar(request.function) {
      var transposition = Transposition(store)
      first = try transposition.gradients(of: differential, cotangent: store.one, by: [request.variable])[0]
      steps += transposition.steps
    } else if request.variable.shape.isScalar {
      first = withUnitDifferential(differential)
    } else {
      throw .notScalar(store.shape(request.function))
    }
    let simplified = simplifier.simplify(first)
    steps += simplifier.steps
    return simplified
  }

  private mutating func differential(of function: Node, by variable: Variable) throws(DerivationError) -> Node {
    opened = function
    if store.reachable(from: [function]).contains(store.differential(variable)) { return function }
    var opening = Opening(store)
    opened = opening.open(function)
    steps += opening.steps
    var differentiation = Differentiation(store, by: [variable])
    let differential = try differentiation.differential(of: opened)
    steps += differentiation.steps
    return differential
  }

  /// The derivative in numerator orientation, or for a scalar function its gradient.
  private mutating func derivative(_ reading: Reading) throws(DerivationError) -> Node {
    let (variable, differential) = (reading.variable, reading.differential)
    if reading.request.order == 1, store.isScalar(differential) {
      var transposition = Transposition(store)
      let gradient = try transposition.gradients(of: differential, cotangent: store.one, by: [variable])[0]
      steps += transposition.steps
      steps.append(.identification(of: store.variable(variable), is: gradient))
      return gradient
    }
    if variable.shape.isScalar { return withUnitDifferential(differential) }
    var jacobian = JacobianReading(store, of: differential, by: variable)
    return try jacobian.jacobian(of: differential)
  }

  /// The derivative by a scalar s: the differential at ds = 1.
  private func withUnitDifferential(_ differential: Node) -> Node {
    var replaced: [Node: Node] = [:]
    for node in store.reachable(from: [differential]) {
      replaced[node] =
        store.operation(node) == .differential ? store.one : store.rebuild(node) { replaced[$0] ?? $0 }
    }
    return replaced[differential] ?? differential
  }

  /// With `structured`, the part of a derivative along the directions in which the variable can move.
  private mutating func structured(_ node: Node, _ reading: Reading) throws(DerivationError) -> Node {
    guard reading.request.structured else { return node }
    let variable = reading.variable
    guard let structure = Structure(variable.attributes) else {
      throw .noStructure(variable: variable.name, attributes: [])
    }
    let isGradient = reading.request.order == 1 && store.isScalar(reading.target)
    if isGradient {
      let projected = structure.projection(
        of: Expression(store, node), at: Expression(store, store.variable(variable)))
      steps.append(.rewrite("project_\(structure.rawValue)", before: node, after: projected.node))
      notes.append("structured: \(structure.words)")
      if structure == .symmetric { notes.append("by the free entries (Matrix Cookbook (138)): \(freeEntries(node))") }
      return projected.node
    }
    guard let matrix = structure.matrix(order: store.extent(variable.shape).rows, in: store) else {
      throw .noStructure(variable: variable.name, attributes: variable.attributes.words)
    }
    notes.append("structured: multiplied by the projection onto the structure")
    if reading.request.order == 2, reading.request.second == nil {
      return store.product([store.transpose(matrix), node, matrix])
    }
    return store.product(node, matrix)
  }

  /// The Cookbook's G + Gᵀ − G ∘ I: partial derivatives by the entries on and above the diagonal.
  private func freeEntries(_ gradient: Node) -> String {
    let simplifier = Simplifier(store)
    let diagonal = store.intern(.diagonal, Extent(rows: store.extent(gradient).rows, columns: .one), gradient)
    let square = store.intern(.diagonalMatrix, store.extent(gradient), diagonal)
    let sum = store.sum([gradient, store.transpose(gradient), store.negated(square)])
    return store.text(simplifier.simplify(sum))
  }

  private func layout(of reading: Reading) -> Layout {
    if let layout = reading.request.layout { return layout }
    return reading.request.order == 1 && store.isScalar(reading.target) ? .denominator : .numerator
  }

  /// Gradients are in denominator layout as they are read off, everything else in numerator layout.
  private func arrange(_ node: Node, _ reading: Reading) -> Node {
    let isGradient = reading.request.order == 1 && store.isScalar(reading.target)
    let wanted = layout(of: reading)
    var natural: Layout = isGradient ? .denominator : .numerator
    var oriented = node
    if reading.request.order == 2, reading.variable.shape.isScalar {
      // A second derivative by a scalar is the column ∂vec(∇f)/∂s.
      oriented = columnForm(node, reading)
      natural = .numerator
    }
    return wanted == natural ? oriented : store.transpose(oriented)
  }

  private func columnForm(_ node: Node, _ reading: Reading) -> Node {
    let extent = store.extent(node)
    guard extent.columns != .one, store.isScalar(reading.request.function) else { return node }
    let size = store.multiplying(extent.rows, extent.columns)
    return store.intern(.vec, Extent(rows: size, columns: .one), node)
  }

  private func provisos(_ reading: Reading) -> (assumptions: [String], kinks: [String]) {
    var assumptions: [String] = []
    var kinks: [String] = []
    let variable = store.variable(reading.request.variable)
    var depends: Set<Node> = []
    for node in store.reachable(from: [opened]) {
      let record = store[node]
      guard node == variable || record.operands.contains(where: { depends.contains($0) }) else { continue }
      depends.insert(node)
      switch record.operation.proviso {
      case .kink(let words): kinks.append("holds \(words) \(store.text(node))")
      case .assumption(let words): assumptions.append("\(words) \(store.text(node))")
      case nil: break
      }
    }
    return (assumptions, kinks)
  }

  private func remarks(_ reading: Reading) -> [String] {
    let occurs = store.variables(in: [reading.request.function]).contains(reading.request.variable)
    let known = store.reachable(from: [reading.request.function]).contains(store.differential(reading.request.variable))
    let absent = occurs || known ? [] : ["\(reading.request.variable.name) does not occur: the derivative is zero"]
    return absent + notes + provisos(reading).kinks
  }
}
