extension LayerForm {
  /// This layer, then another one that takes this one's output as the input named; names in both must be shared.
  func then(_ next: LayerForm, into input: String, sharing shared: Set<String>) throws(LayerError) -> LayerForm {
    let output = stages[stages.count - 1].variable
    var next = next
    // Sizes of the two are unrelated before their shapes are compared.
    var own = LayerRenaming()
    for size in next.sizeNames { own.sizes[size] = Dimension("\(size)'") }
    // Lines of the same name are different lines.
    var lines = Set(names + next.variables.map(\.name))
    for stage in next.stages {
      var name = stage.name
      while !lines.insert(name).inserted { name += "2" }
      own.names[stage.name] = name
    }
    next = next.renamed(own)
    guard let entrance = next.inputs.first(where: { $0.name == input }) else {
      throw .unknownName(input, known: next.inputs.map(\.name))
    }
    for name in names where next.names.contains(name) && name != input && !shared.contains(name) {
      throw .nameTaken(name)
    }
    var unification = LayerUnification()
    guard unification.unify(output.shape, entrance.shape) else {
      throw .shapesDiffer(output: output.shape, input: input, entrance.shape.withoutPrimes)
    }
    for variable in next.variables where shared.contains(variable.name) && variable.name != input {
      guard let known = variables.first(where: { $0.name == variable.name }) else { continue }
      guard unification.unify(known.shape, variable.shape) else {
        throw .shapesDiffer(output: known.shape, input: variable.name, variable.shape.withoutPrimes)
      }
    }
    var renaming = LayerRenaming(names: [input: output.name], sizes: unification.sizes)
    // What is left of the second layer's sizes keeps its name, unless the first one has it.
    var taken = Set(sizeNames)
    for size in next.sizeNames where unification.sizes[size] == nil {
      var name = size.replacing("'", with: "")
      while !taken.insert(name).inserted { name += "2" }
      renaming.sizes[size] = Dimension(name)
    }
    renaming.sizes = renaming.sizes.mapValues { $0.substituting { renaming.sizes[$0] } }
    let isUnchanged = Set(sizeNames).isDisjoint(with: renaming.sizes.keys)
    let first = isUnchanged ? self : renamed(LayerRenaming(sizes: renaming.sizes))
    let second = next.renamed(renaming)
    func joined(_ first: [Variable], _ second: [Variable]) -> [Variable] {
      first + second.filter { variable in variable.name != output.name && !first.contains { $0.name == variable.name } }
    }
    return LayerForm(
      stages: first.stages + second.stages, inputs: joined(first.inputs, second.inputs),
      parameters: joined(first.parameters, second.parameters), data: joined(first.data, second.data),
      assumptions: first.assumptions + second.assumptions)
  }

  /// The names of everything but the first input with a label in front.
  func labelled(_ label: String) -> LayerForm {
    var renaming = LayerRenaming()
    for name in names where name != inputs.first?.name { renaming.names[name] = "\(label)_\(name)" }
    return renamed(renaming)
  }

  /// The one input of a layer that takes another's output.
  func entrance(_ named: String?) throws(LayerError) -> String {
    if let named { return named }
    guard inputs.count == 1 else { throw .notALayerOfOneInput(inputs.map(\.name)) }
    return inputs[0].name
  }
}

extension Shape {
  /// Sizes as their layer names them.
  fileprivate var withoutPrimes: Shape {
    func plain(_ size: Dimension) -> Dimension {
      size.substituting { Dimension($0.replacing("'", with: "")) }
    }
    return Shape(plain(rows), plain(columns))
  }
}

extension Layer {
  /// This layer, then another on its output.
  ///
  /// Names that both have must be listed as shared: they are then one variable, with the sum of both gradients.
  public func then(
    _ next: Layer, into input: String? = nil, sharing: Set<String> = []
  ) throws(LayerError) -> Layer {
    try Layer(form.then(next.form, into: next.form.entrance(input), sharing: sharing))
  }

  /// Layers one after the other, every name with its label in front; layers of one label share what they learn.
  ///
  /// `try Layer.sequential(["hidden": dense, "norm": norm, "out": dense])` has the parameters `hidden_W`, `norm_g`, `out_W` …
  public static func sequential(_ layers: KeyValuePairs<String, Layer>) throws(LayerError) -> Layer {
    guard let first = layers.first else { throw .noForwardPass }
    var form = first.value.form.labelled(first.key)
    for (label, layer) in layers.dropFirst() {
      let next = layer.form.labelled(label)
      let shared = Set(next.variables.map(\.name)).intersection(form.variables.map(\.name))
      form = try form.then(next, into: layer.form.entrance(layer.form.inputs.first?.name), sharing: shared)
    }
    return try Layer(form)
  }

  /// X + F(X): the input added to the output of the same shape.
  public func residual() throws(LayerError) -> Layer {
    let (input, output) = (inputs.first, self.output)
    guard let input, inputs.count == 1 else { throw .notALayerOfOneInput(inputs.map(\.name)) }
    var form = self.form
    var unification = LayerUnification()
    guard unification.unify(input.shape, output.shape) else {
      throw .shapesDiffer(output: output.shape, input: input.name, input.shape)
    }
    form = form.renamed(LayerRenaming(sizes: unification.sizes))
    let store = Store()
    let ends = [form.inputs[0], form.stages[form.stages.count - 1].variable].map { store.variable($0) }
    let name = LayerText.freeName(besides: Set(form.names))
    form.stages.append(LayerStage(name, store.sum(ends), in: store))
    return try Layer(form)
  }

  /// The layer with a loss on its output; the loss's other names keep theirs.
  public func attaching(_ loss: Layer) throws(LayerError) -> Layer {
    if !loss.output.shape.isScalar { throw .lossNotScalar(loss.output.shape) }
    return try then(loss, into: loss.inputs.first?.name)
  }

  /// The layer with other names for its variables or lines.
  public func renamed(_ names: [String: String]) throws(LayerError) -> Layer {
    for name in names.keys.sorted() where !form.names.contains(name) {
      throw .unknownName(name, known: form.names.sorted())
    }
    return try Layer(form.renamed(LayerRenaming(names: names)))
  }
}
