/// What one line of a forward pass hands back: the gradient by one of the names it uses, given the gradient by its own.
struct LayerPart: Sendable {
  let line: String
  let variable: Variable
  let derivation: Derivation

  var gradient: Node { derivation.result ?? derivation.store.zero }
}

/// A forward pass differentiated line by line from its end, which is backpropagation: ⟨Ȳ, dY⟩ = Σ ⟨X̄, dX⟩ over what Y uses.
struct LayerPass: Sendable {
  let form: LayerForm
  /// The gradient ∂L/∂Y by each line's value, by the line's name; a scalar at the end is L itself.
  let cotangents: [String: Variable]
  /// Line by line from the end.
  let parts: [LayerPart]

  init(_ form: LayerForm) throws(LayerError) {
    try form.validate()
    self.form = form
    let varying = form.varying
    var taken = Set(form.names)
    var cotangents: [String: Variable] = [:]
    for (place, stage) in form.stages.enumerated() where varying.contains(stage.name) {
      if place == form.stages.count - 1, stage.variable.shape.isScalar { continue }
      var name = stage.name + "bar"
      while !taken.insert(name).inserted { name += "_" }
      cotangents[stage.name] = Variable(name, stage.variable.shape)
    }
    self.cotangents = cotangents
    var parts: [LayerPart] = []
    var reached: Set<String> = [form.stages[form.stages.count - 1].name]
    for stage in form.stages.reversed() where reached.contains(stage.name) {
      let variables = stage.uses.filter { varying.contains($0.name) }
      parts += try LayerPass.parts(of: stage, by: variables, given: cotangents[stage.name], form.assumptions)
      reached.formUnion(variables.map(\.name))
    }
    self.parts = parts
  }

  private static func parts(
    of stage: LayerStage, by variables: [Variable], given cotangent: Variable?, _ assumptions: [LayerAssumption]
  ) throws(LayerError) -> [LayerPart] {
    let store = Store()
    guard let first = variables.first else { return [] }
    var request = DerivationRequest(function: store.adopt(stage.node, from: stage.store), variable: first)
    request.cotangent = cotangent.map { store.variable($0) }
    request.hypotheses = assumptions.map { $0.hypothesis(in: store) }
    let parts: [LayerPart]
    do throws(DerivationError) {
      parts = try Deriver.derive(request, by: variables, in: store).map {
        LayerPart(line: stage.name, variable: $0.variable, derivation: $0)
      }
    } catch {
      throw .notDifferentiable(line: stage.name, error)
    }
    if parts.allSatisfy({ store.isZero($0.gradient) }) { throw .flat(line: stage.name) }
    return parts
  }

  /// The parts that lead to a name's gradient.
  func parts(by name: String) -> [LayerPart] { parts.filter { $0.variable.name == name } }
}
