import Testing

@testable import Gradus

@Suite struct LayerTests {
  @Test func everyGradientAgreesWithDifferences() throws {
    for example in LayerExamples.all {
      let check = try example.make().check()
      #expect(check.passed && check.comparisons > 0, "\(example.name): \(check)")
    }
  }

  /// Different sizes, since a plan depends on them.
  private static let sizes: [[String: Int]] = [
    ["m": 4, "n": 3, "i": 6, "h": 5, "o": 3, "d": 4, "k": 2], ["m": 1, "n": 1, "i": 1, "h": 1, "o": 1, "d": 1, "k": 1],
    ["m": 40, "n": 33, "i": 20, "h": 17, "o": 10, "d": 24, "k": 9],
  ]

  private static func values(_ variables: [Variable], _ sizes: [String: Int], seed: UInt64) -> [String: DenseMatrix] {
    var source = SplitMix64(seed: seed)
    var values: [String: DenseMatrix] = [:]
    for variable in variables {
      let (rows, columns) = (variable.shape.rows.value(at: sizes) ?? 1, variable.shape.columns.value(at: sizes) ?? 1)
      values[variable.name] = variable.attributes.sample(rows: rows, columns: columns, from: .normal, using: &source)
    }
    if let a = values["A"], a.isSquare { values["A"] = 0.5 * (a + a.transposed) }
    return values
  }

  private static func distance(_ found: DenseMatrix, _ wanted: DenseMatrix) -> Double {
    guard found.rows == wanted.rows, found.columns == wanted.columns else { return .infinity }
    let scale = max(1, wanted.maximumMagnitude)
    return zip(found.elements, wanted.elements).reduce(0) { $1.0.isNaN ? .infinity : max($0, abs($1.0 - $1.1) / scale) }
  }

  /// The compiled passes against the definitions of the expressions; backward twice on one forward pass, then on another.
  private static func agrees<Element: LayerScalar>(
    _ layer: Layer, _ sizes: [String: Int], _ type: Element.Type, within tolerance: Double, _ text: String
  ) throws {
    let run = try LayerRun<Element>(layer, sizes: sizes)
    for seed: UInt64 in [3, 4] {
      var values = values(layer.inputs + layer.parameters + layer.data, sizes, seed: seed)
      try run.set(values)
      try run.forward()
      let output = try layer.formula.evaluate(values, sizes: sizes)
      let apart = distance(try run.output, output)
      #expect(apart <= tolerance, "\(text): output differs by \(apart) at \(sizes)")
      for second: UInt64 in [5, 6] {
        if let upstream = layer.upstream {
          let given = Self.values([upstream], sizes, seed: second)
          values.merge(given) { $1 }
          try run.backward(given[upstream.name])
        } else {
          try run.backward()
        }
        for variable in layer.inputs + layer.parameters {
          let wanted = try layer.gradient(by: variable.name).evaluate(values, sizes: sizes)
          let apart = distance(try run.gradient(by: variable.name), wanted)
          #expect(apart <= tolerance, "\(text) by \(variable.name) differs by \(apart) at \(sizes)")
        }
      }
    }
  }

  @Test func passesAgreeWithTheExpressions() throws {
    for example in LayerExamples.all {
      let layer = try example.make()
      for sizes in Self.sizes {
        try Self.agrees(layer, sizes, Double.self, within: 1e-9, example.name)
        try Self.agrees(layer, sizes, Float.self, within: 5e-3, "\(example.name) in single precision")
      }
    }
  }

  @Test func gradientsReadAsOnPaper() throws {
    let perceptron = try LayerExamples.perceptron()
    let bias = "(softmax(ones(n)*b2'+relu(X*W1+ones(n)*b1')*W2,1)-Y)'*ones(n)/n"
    let found = try perceptron.gradient(by: "b2").ascii
    #expect(found == bias)
    let quadratic = try LayerExamples.quadratic()
    #expect(try quadratic.gradient(by: "x").ascii == "2*A*x")
    #expect(try quadratic.gradient(by: "A", layout: .numerator).ascii == "x*x'")
  }

  @Test func onePassAtATime() throws {
    let layer = try LayerExamples.dense()
    let values = Self.values(layer.inputs + layer.parameters, ["n": 4, "i": 3, "o": 2], seed: 1)
    let output = try layer.forward(values)
    #expect(output.rows == 4 && output.columns == 2)
    let gradients = try layer.backward(values, upstream: output)
    #expect(Set(gradients.keys) == ["X", "W", "b"])
  }

  @Test func descentLowersTheLoss() throws {
    let layer = try LayerExamples.perceptron()
    let run = try LayerRun<Float>(
      layer, sizes: ["n": 20, "i": 6, "h": 8, "o": 3], gradientsBy: layer.parameters.map(\.name))
    try run.set(Self.values(layer.inputs + layer.parameters + layer.data, run.sizes, seed: 9))
    var losses: [Double] = []
    for _ in 0..<200 {
      try run.forward()
      losses.append(try run.loss)
      try run.backward()
      for parameter in layer.parameters {
        try run.update(parameter.name) { values, gradient in
          for place in values.indices { values[place] -= 0.1 * gradient[place] }
        }
      }
    }
    #expect(losses[199] < 0.2 * losses[0], "\(losses[0]) to \(losses[199])")
  }

  /// Descent by the gradients of a backward pass, and descent in one with it.
  @Test func descent() throws {
    for example in LayerExamples.all {
      let layer = try example.make()
      let sizes = Self.sizes[2]
      var values = Self.values(layer.inputs + layer.parameters + layer.data, sizes, seed: 21)
      let upstream = layer.upstream.flatMap { Self.values([$0], sizes, seed: 22)[$0.name] }
      let runs = try (0..<2).map { _ in try LayerRun<Double>(layer, sizes: sizes) }
      for run in runs { try run.set(values) }
      for _ in 0..<2 {
        let gradients = try layer.backward(values, upstream: upstream)
        for run in runs { try run.forward() }
        try runs[0].backward(upstream)
        for parameter in layer.parameters {
          try runs[0].update(parameter.name) { entries, gradient in
            for place in entries.indices { entries[place] -= 0.01 * gradient[place] }
          }
        }
        try runs[1].descend(rate: 0.01, upstream: upstream)
        for name in layer.parameters.map(\.name) {
          let gradient = try #require(gradients[name])
          let wanted = try #require(values[name]) - 0.01 * gradient
          values[name] = wanted
          for run in runs {
            let apart = Self.distance(try run.value(of: name), wanted)
            #expect(apart < 1e-12, "\(example.name): \(name) is \(apart) apart")
          }
        }
      }
    }
  }
}
