import Testing

@testable import Gradus

@Suite struct LayerErrorTests {
  private func refusal(_ body: () throws -> Void) -> LayerError? {
    do {
      try body()
      Issue.record("nothing was refused")
    } catch let error {
      return error as? LayerError
    }
    return nil
  }

  private func make(
    _ text: String, inputs: [String] = ["X: matrix(n,i)"], parameters: [String] = [], assuming: [String] = []
  ) -> LayerError? {
    refusal { _ = try Layer(text, inputs: inputs, parameters: parameters, assuming: assuming) }
  }

  @Test func slipsInTheFormula() {
    #expect(make("X*W")?.description == "W is not declared")
    #expect(make("relu(X + c)")?.description == "c is not declared")
    #expect(make("X", parameters: ["W: matrix(i,o)"]) == .unused("W"))
    #expect(make("H = X; X") == .unused("H"))
    #expect(make("X", parameters: ["X: matrix(i,o)"]) == .declaredTwice("X"))
    #expect(make("X = relu(X)") == .declaredTwice("X"))
    #expect(make("", parameters: []) == .noForwardPass)
    #expect(make("ones(3)", inputs: []) == .nothingToDifferentiateBy)
    guard case .notDifferentiable(let line, _) = make("Z = X'*X; polar(Z)") else {
      Issue.record("polar is differentiated")
      return
    }
    #expect(line == "F")
  }

  @Test func valuesThatDoNotFit() throws {
    let layer = try LayerExamples.dense()
    #expect(refusal { _ = try LayerRun<Double>(layer, sizes: ["n": 2, "i": 3]) } == .missingSize("o", of: "W"))
    let run = try LayerRun<Double>(layer, sizes: ["n": 2, "i": 3, "o": 2])
    let w = layer.parameters[0]
    #expect(
      refusal { try run.set("W", .zeros(2, 3)) }
        == .wrongShape(w, rows: 3, columns: 2, givenRows: 2, givenColumns: 3))
    #expect(refusal { try run.set("W", [1, 2, 3]) } != nil)
    #expect(refusal { try run.set("V", .zeros(2, 3)) } == .unknownName("V", known: ["X", "W", "b"]))
    try run.set("X", .zeros(2, 3))
    try run.set("b", .zeros(2, 1))
    #expect(refusal { try run.forward() } == .missingValue("W"))
    try run.set("W", .zeros(3, 2))
    #expect(refusal { try run.backward(.zeros(2, 2)) } == .notForwarded)
    try run.forward()
    #expect(refusal { try run.backward() } == .upstreamMissing(layer.output))
    #expect(refusal { _ = try run.gradient(by: "W") } == .notBackwarded)
    var upstream = DenseMatrix.zeros(2, 2)
    upstream[1, 0] = .infinity
    #expect(refusal { try run.backward(upstream) } == .notFinite("Fbar", row: 1, column: 0, .infinity))
    upstream[1, 0] = .nan
    #expect(refusal { try run.backward(upstream) }?.description.contains("entry (2,1) of Fbar is nan") == true)
    try run.backward(.zeros(2, 2))
    try run.update("W") { values, _ in values[0] = 1 }
    #expect(refusal { try run.backward(.zeros(2, 2)) } == .notForwarded)
    #expect(try run.value(of: "W")[0, 0] == 1)
  }
}
