/// A forward pass line by line, with the part that each variable plays.
struct LayerForm: Sendable {
  var stages: [LayerStage]
  /// What flows in, and is differentiated by.
  var inputs: [Variable]
  /// What is learned, and differentiated by.
  var parameters: [Variable]
  /// What is given, and never differentiated by: targets, masks, constants.
  var data: [Variable]
  var assumptions: [LayerAssumption] = []

  var variables: [Variable] { inputs + parameters + data }

  /// Every name that is taken.
  var names: [String] { variables.map(\.name) + stages.map(\.name) }

  var sizeNames: [String] {
    let shapes = variables.map(\.shape) + stages.map(\.variable.shape)
    return Set(shapes.flatMap { $0.rows.names + $0.columns.names }).sorted()
  }

  func renamed(_ renaming: LayerRenaming) -> LayerForm {
    LayerForm(
      stages: stages.map { $0.renamed(renaming) }, inputs: inputs.map(renaming.variable),
      parameters: parameters.map(renaming.variable), data: data.map(renaming.variable),
      assumptions: assumptions.map { $0.renamed(renaming) })
  }

  /// Refuses what is most likely a slip: names given twice, and names that nothing uses.
  func validate() throws(LayerError) {
    guard let output = stages.last else { throw .noForwardPass }
    var seen: Set<String> = []
    for name in names where !seen.insert(name).inserted { throw .declaredTwice(name) }
    if inputs.isEmpty, parameters.isEmpty { throw .nothingToDifferentiateBy }
    let used = Set(stages.flatMap(\.uses).map(\.name))
    for variable in variables where !used.contains(variable.name) { throw .unused(variable.name) }
    for stage in stages.dropLast() where !used.contains(stage.name) { throw .unused(stage.name) }
    let known = Set(names)
    for variable in stages.flatMap(\.uses) where !known.contains(variable.name) {
      throw .unknownName(variable.name, known: names.sorted())
    }
    _ = output
  }

  /// The names through which a change of an input or a parameter reaches the output.
  var varying: Set<String> {
    var varying = Set((inputs + parameters).map(\.name))
    for stage in stages where stage.uses.contains(where: { varying.contains($0.name) }) { varying.insert(stage.name) }
    return varying
  }
}
