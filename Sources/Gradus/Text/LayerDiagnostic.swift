extension Diagnostic {
  static func text(of error: LayerError) -> String {
    switch error {
    case .unreadable(let problem): problem.message
    case .noForwardPass: "the layer has no forward formula"
    case .nothingToDifferentiateBy: "the layer has neither inputs nor parameters, so that there is nothing to derive"
    case .declaredTwice(let name): "\(name) is declared twice"
    case .unused(let name): "\(name) is never used; use it in the forward formula, or take it out"
    case .notDifferentiable(let line, let error): "\(line) cannot be differentiated: \(text(of: error))"
    case .flat(let line):
      "\(line) is not differentiable in a way that could be learned from: wherever it has a derivative, that is zero"
    case .nameTaken(let name):
      "both layers have the name \(name); label one, or say that they share it"
    case .shapesDiffer(let output, let input, let shape):
      "the output is a \(output), and the next layer's input \(input) is a \(shape)"
    case .notALayerOfOneInput(let inputs):
      inputs.isEmpty
        ? "the next layer has no input" : "which of the inputs \(inputs.joined(separator: ", ")) takes the output?"
    case .lossNotScalar(let shape): "a loss is a scalar, and this one is a \(shape)"
    case .unknownName(let name, let known):
      "the layer has no \(name)"
        + (Suggestion.nearest(to: name, among: known).map { "; did you mean \($0)?" }
          ?? "; it has \(known.joined(separator: ", "))")
    case .missingSize(let size, let name): "the size \(size) of \(name) is not given"
    case .missingValue(let name): "no value is given for \(name)"
    case .wrongShape(let variable, let rows, let columns, let givenRows, let givenColumns):
      "\(variable.name) is a \(variable.shape), here \(rows)×\(columns), and the value given is "
        + "\(givenRows)×\(givenColumns)"
    case .notFinite(let name, let row, let column, let value):
      "entry (\(row + 1),\(column + 1)) of \(name) is \(value); a gradient made of it would be of no use"
    case .notForwarded: "the values have changed, or forward has not run: run forward before backward"
    case .notBackwarded: "backward has not run on these values: there are no gradients yet"
    case .upstreamMissing(let output):
      "the output is a \(output.shape), no scalar: give backward the gradient by it, or attach a loss"
    case .evaluation(let error): text(of: error)
    }
  }

  /// What to do next, where the message does not say it.
  static func help(for error: LayerError) -> String? {
    if case .unreadable(let problem) = error { return problem.help }
    return nil
  }
}

extension Diagnostic {
  static func text(of check: LayerCheck) -> String {
    let failed = check.gradients.filter { !$0.check.passed }
    if failed.isEmpty {
      return
        "check: \(check.comparisons) entries of \(check.gradients.count) gradients agree with central differences, "
        + "largest relative error \(oneDigit(check.maximumRelativeError))"
    }
    return failed.map { "by \($0.variable.name): \($0.check)" }.joined(separator: "\n")
  }
}
