/// Derives by differential, adjoint and simplification.
struct Deriver {
  let store: Store
  private var steps: [Step] = []
  private var stages = Stages()
  /// What was differentiated last, abbreviations opened.
  private var opened: Node
  private var notes: [String] = []
  private var names: [(node: Node, name: String)] = []
  /// Simplifies before any attribute or hypothesis.
  private let plain: Simplifier

  private init(_ store: Store) {
    self.store = store
    opened = store.zero
    plain = Simplifier(store, assumes: false)
  }

  static func derive(_ request: DerivationRequest, in store: Store) throws(DerivationError) -> Derivation {
    try derive(request, by: [request.variable], in: store)[0]
  }

  /// Derives by each variable; a scalar's gradients in one differential and one backward walk.
  static func derive(
    _ request: DerivationRequest, by variables: [Variable], in store: Store
  ) throws(DerivationError) -> [Derivation] {
    if request.isGradient(in: store) {
      var deriver = Deriver(store)
      deriver.names = request.names
      return try deriver.gradients(request, by: variables)
    }
    var derivations: [Derivation] = []
    for variable in variables {
      var single = request
      single.variable = variable
      if let stated = SecondDifferential(single, in: store) {
        derivations.append(try stated.derivation())
        continue
      }
      var deriver = Deriver(store)
      deriver.names = request.names
      derivations.append(try deriver.derive(single))
    }
    return derivations
  }

  /// ∂f/∂X for each X, read off one df = Σ ⟨G, dX⟩.
  private mutating func gradients(
    _ request: DerivationRequest, by variables: [Variable]
  ) throws(DerivationError) -> [Derivation] {
    let differential = try simplifiedDifferential(of: request.function, by: variables)
    var transposition = Transposition(store)
    let raw = try transposition.gradients(
      of: differential, cotangent: request.cotangent ?? store.one, by: variables)
    add(transposition.steps, .gradient)
    let finish = Finish(after: plain, hypotheses: request.hypotheses, named: names.map(\.node))
    var derivations: [Derivation] = []
    for (place, variable) in variables.enumerated() {
      var single = request
      single.variable = variable
      let reading = Reading(
        target: request.function, differential: differential, variable: variable, varying: variables, request: single)
      add([.identification(.gradient, of: store.variable(variable), is: raw[place])], .gradient)
      let derivative = try structured(raw[place], reading)
      derivations.append(conclude(derivative, reading, finish, continued: place > 0))
      (steps, stages, notes) = ([], Stages(), [])
    }
    return derivations
  }

  private mutating func derive(_ request: DerivationRequest) throws(DerivationError) -> Derivation {
    let target = request.order == 2 ? try firstDerivative(request) : request.function
    let variable = request.order == 2 ? request.second ?? request.variable : request.variable
    let linear = try simplifiedDifferential(of: target, by: [variable])
    let reading = Reading(
      target: target, differential: linear, variable: variable, varying: [variable], request: request)
    var derivative: Node?
    var failure: DerivationError?
    do throws(DerivationError) {
      derivative = try self.derivative(reading)
    } catch {
      guard case .refused = error else { throw error }
      failure = error
    }
    let finish = Finish(after: plain, hypotheses: request.hypotheses, named: names.map(\.node))
    if let free = derivative { derivative = try structured(free, reading) }
    return conclude(derivative, reading, finish, failure: failure)
  }

  /// The derivative in its layout and simplified, with everything that was noted on the way.
  private mutating func conclude(
    _ derivative: Node?, _ reading: Reading, _ finish: Finish, failure: DerivationError? = nil,
    continued: Bool = false
  ) -> Derivation {
    let arranged = derivative.map { arrange($0, reading) }
    let (result, finishSteps, used) = finish.run(arranged ?? store.zero)
    add(finishSteps, .simplification)
    var request = reading.request
    request.names = names.flatMap { name in
      let settled = finish.settled(name.node)
      return settled == name.node || store[settled].count == 0 ? [name] : [name, (settled, name.name)]
    }
    let provisos = provisos(reading)
    return Derivation(
      store: store, request: request, layout: layout(of: reading), target: reading.target,
      variable: reading.variable, varying: reading.varying, differential: reading.differential,
      result: arranged == nil ? nil : result,
      whyNoResult: failure, steps: steps, stages: stages, assumptions: used + provisos.assumptions,
      notes: remarks(reading) + provisos.kinks, isContinued: continued)
  }

  private mutating func add(_ new: [Step], _ stage: Stage) {
    steps += new
    stages.end(stage, at: steps.count)
  }

  /// What is differentiated, by what, and for which request.
  struct Reading {
    let target: Node
    let differential: Node
    let variable: Variable
    let varying: [Variable]
    let request: DerivationRequest
  }

  /// ∇ₓf before any hypothesis; of a function that is not a scalar only its derivative by a scalar.
  private mutating func firstDerivative(_ request: DerivationRequest) throws(DerivationError) -> Node {
    let differential = try differential(of: request.function, by: [request.variable])
    let first: Node
    if store.isScalar(request.function) {
      var transposition = Transposition(store)
      first = try transposition.gradients(of: differential, cotangent: store.one, by: [request.variable])[0]
      add(transposition.steps, .gradient)
    } else if request.variable.shape.isScalar {
      first = withUnitDifferential(differential)
    } else {
      throw .notScalar(store.shape(request.function))
    }
    let gradient = simplified(first, .simplification)
    // Along a curve the gradient turns with the tangent space, so that it is projected before it is differentiated.
    guard request.structured, request.second == nil, let structure = Structure(request.variable.attributes),
      structure.isCurved
    else { return gradient }
    return simplified(projected(gradient, onto: structure, at: request.variable), .simplification)
  }

  /// The part of a gradient along the directions in which its variable can move.
  private mutating func projected(_ gradient: Node, onto structure: Structure, at variable: Variable) -> Node {
    let projection = structure.projection(
      of: Expression(store, gradient), at: Expression(store, store.variable(variable)))
    add([.rewrite(structure.projectionRule, before: gradient, after: projection.node)], .gradient)
    return projection.node
  }

  private mutating func simplifiedDifferential(
    of function: Node, by variables: [Variable]
  ) throws(DerivationError) -> Node {
    simplified(try differential(of: function, by: variables), .differential)
  }

  private mutating func simplified(_ node: Node, _ stage: Stage) -> Node {
    let mark = plain.steps.count
    plain.keep(names.map(\.node))
    let result = plain.simplify(node)
    add(Array(plain.steps[mark...]), stage)
    return result
  }

  private mutating func differential(of function: Node, by variables: [Variable]) throws(DerivationError) -> Node {
    let linearization = try Linearization(of: function, by: variables, in: store)
    opened = linearization.opened
    add(linearization.openingSteps, .opening)
    names += names.compactMap { name in
      linearization.openings[name.node].flatMap { $0 == name.node ? nil : ($0, name.name) }
    }
    add(linearization.differentialSteps, .differential)
    return linearization.differential
  }

  /// The derivative in numerator orientation.
  private mutating func derivative(_ reading: Reading) throws(DerivationError) -> Node {
    let (variable, differential) = (reading.variable, reading.differential)
    if variable.shape.isScalar { return withUnitDifferential(differential) }
    var jacobian = JacobianReading(store, by: variable)
    let matrix = try jacobian.jacobian(of: differential)
    add(jacobian.steps, .gradient)
    add([.identification(.jacobian, of: store.variable(variable), is: matrix)], .gradient)
    return matrix
  }

  /// The derivative by a scalar s: the differential at ds = 1.
  private func withUnitDifferential(_ differential: Node) -> Node {
    let given = store.reachable(from: [differential]).filter { store.operation($0) == .differential }
    return store.replacing(Dictionary(uniqueKeysWithValues: given.map { ($0, store.one) }), in: differential)
  }

  /// With `structured`, the part of a derivative along the directions in which the variable can move.
  private mutating func structured(_ node: Node, _ reading: Reading) throws(DerivationError) -> Node {
    guard reading.request.structured else { return node }
    let variable = reading.variable
    guard let structure = Structure(variable.attributes) else {
      throw .noStructure(variable: variable.name)
    }
    let isGradient = reading.request.isGradient(in: store)
    if isGradient {
      let projected = projected(node, onto: structure, at: variable)
      notes.append("structured: \(structure.words)")
      if structure == .symmetric { notes.append("by the free entries (Matrix Cookbook (138)): \(freeEntries(node))") }
      return projected
    }
    let matrix = structure.matrix(at: store.variable(variable), in: store)
    notes.append("structured: multiplied by the projection onto the structure")
    if reading.request.order == 2, reading.request.second == nil {
      if structure.isCurved {
        notes.append("the Riemannian Hessian under the Frobenius inner product, of the projected gradient")
      }
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
    return reading.request.isGradient(in: store) ? .denominator : .numerator
  }

  /// Gradients are in denominator layout as they are read off, everything else in numerator layout.
  private func arrange(_ node: Node, _ reading: Reading) -> Node {
    let isGradient = reading.request.isGradient(in: store)
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
    return absent + notes
  }
}
