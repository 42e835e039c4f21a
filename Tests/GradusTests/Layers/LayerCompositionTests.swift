import Testing

@testable import Gradus

@Suite struct LayerCompositionTests {
  private func names(_ variables: [Variable]) -> [String] { variables.map(\.name) }

  @Test func sequentialLabelsWhatItTakes() throws {
    let network = try Layer.sequential([
      "hidden": LayerExamples.dense(), "norm": LayerExamples.norm(), "out": LayerExamples.gated(),
    ])
    #expect(names(network.inputs) == ["X"])
    #expect(
      names(network.parameters) == ["hidden_W", "hidden_b", "norm_g", "out_W", "out_V", "out_b", "out_c"])
    // The norm's width is the hidden layer's; the last layer's width is a size of its own.
    #expect(
      network.parameters.map(\.shape.description) == [
        "matrix(i,o)", "vector(o)", "vector(o)", "matrix(o,o2)", "matrix(o,o2)", "vector(o2)", "vector(o2)",
      ])
    #expect(network.output.shape == Shape("n", "o2"))
    let check = network.check()
    #expect(check.passed, "\(check)")
  }

  @Test func layersOfOneLabelShareWeights() throws {
    let dense = try LayerExamples.dense()
    let network = try Layer.sequential(["a": dense, "b": dense, "a": dense])
    #expect(names(network.parameters) == ["a_W", "a_b", "b_W", "b_b"])
    let check = network.check()
    #expect(check.passed, "\(check)")
  }

  @Test func lossesAndResiduals() throws {
    let dense = try LayerExamples.dense()
    for loss in [try Layer.crossEntropy(), try Layer.squaredError(), try Layer.binaryCrossEntropy()] {
      let trained = try dense.residual().attaching(loss)
      #expect(trained.upstream == nil && names(trained.data) == ["Y"])
      let check = trained.check()
      #expect(check.passed, "\(check)")
    }
  }

  @Test func sharedNamesMustBeSaid() throws {
    let dense = try LayerExamples.dense()
    #expect(throws: LayerError.nameTaken("W")) { try dense.then(dense) }
    let tied = try dense.then(dense, sharing: ["W", "b"])
    #expect(names(tied.parameters) == ["W", "b"] && tied.check().passed)
    let untied = try dense.then(dense.renamed(["W": "V", "b": "c"]))
    #expect(names(untied.parameters) == ["W", "b", "V", "c"] && untied.check().passed)
  }

  @Test func shapesThatDoNotFit() throws {
    let square = try Layer("X*X'", inputs: ["X: matrix(n,d)"])
    let vector = try Layer("A*x", inputs: ["x: vector(n)"], parameters: ["A: matrix(m,n)"])
    let wide = try Layer("tanh(X)", inputs: ["X: matrix(3,7)"])
    let narrow = try Layer("tanh(X)", inputs: ["X: matrix(3,8)"])
    #expect(throws: LayerError.shapesDiffer(output: Shape(3, 7), input: "X", Shape(3, 8))) { try wide.then(narrow) }
    #expect(throws: LayerError.lossNotScalar(Shape("n", "n"))) { try vector.attaching(square) }
    #expect(throws: LayerError.notALayerOfOneInput(["x", "y"])) {
      try vector.then(Layer("x+y", inputs: ["x: vector(n)", "y: vector(n)"]))
    }
  }

  /// The composed layer computes what its parts do one after the other, forward and back.
  @Test func partsInTurn() throws {
    let (first, second) = (try LayerExamples.gated(), try LayerExamples.norm())
    let whole = try first.then(second)
    var source = SplitMix64(seed: 11)
    var values: [String: DenseMatrix] = [:]
    for variable in whole.inputs + whole.parameters {
      let sizes = ["n": 5, "i": 4, "o": 3]
      values[variable.name] = .normal(
        variable.shape.rows.value(at: sizes) ?? 1, variable.shape.columns.value(at: sizes) ?? 1, using: &source)
    }
    let firstValues = values.filter { name, _ in first.parameters.contains { $0.name == name } || name == "X" }
    let middle = try first.forward(firstValues)
    let secondValues = ["X": middle, "g": values["g"] ?? middle]
    let output = try second.forward(secondValues)
    #expect((try whole.forward(values) - output).maximumMagnitude < 1e-12)
    let back = try second.backward(secondValues, upstream: output)
    let further = try first.backward(firstValues, upstream: back["X"])
    let together = try whole.backward(values, upstream: output)
    for (name, gradient) in further { #expect(((together[name] ?? .zeros(1, 1)) - gradient).maximumMagnitude < 1e-12) }
    #expect(((together["g"] ?? .zeros(1, 1)) - (back["g"] ?? .zeros(1, 1))).maximumMagnitude < 1e-12)
  }
}
