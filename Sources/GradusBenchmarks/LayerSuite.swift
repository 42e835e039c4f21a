import Gradus

/// Making a layer, and a training step through it: forward, backward, and one step of plain descent.
enum LayerSuite {
  private static let sizes = ["n": 128, "i": 784, "p": 256, "q": 128, "o": 10]

  static func perceptron() throws -> Layer {
    try Layer(
      """
      H1 = relu(X*W1+ones(n)*b1')
      H2 = relu(H1*W2+ones(n)*b2')
      Z = H2*W3+ones(n)*b3'
      L = -sum(Y.*log_softmax(Z,1))/n
      """, inputs: [],
      parameters: [
        "W1: matrix(i,p)", "b1: vector(p)", "W2: matrix(p,q)", "b2: vector(q)", "W3: matrix(q,o)", "b3: vector(o)",
      ], data: ["X: matrix(n,i)", "Y: matrix(n,o) onehot_rows"])
  }

  static func run(_ harness: inout Harness) throws {
    try harness.measure("create-mlp") { _ = try LayerRun<Double>(perceptron(), sizes: sizes) }
    switch harness.precision {
    case .double: try train(Double.self, &harness)
    case .single: try train(Float.self, &harness)
    }
  }

  private static func train<Element: LayerScalar>(_ type: Element.Type, _ harness: inout Harness) throws {
    let layer = try perceptron()
    let run = try LayerRun<Element>(layer, sizes: sizes, threads: harness.threads)
    var inputs = Inputs()
    var values: [String: DenseMatrix] = [:]
    for variable in layer.parameters + layer.data {
      let (rows, columns) = try run.shape(of: variable.name)
      values[variable.name] =
        variable.attributes.contains(.oneHotRows)
        ? inputs.oneHot(rows, columns) : inputs.matrix(rows, columns, in: -0.05...0.05)
    }
    try run.set(values)
    try run.forward()
    try run.backward()
    let tolerance = Element.self == Double.self ? 1e-9 : 1e-3
    for parameter in layer.parameters {
      let wanted = try layer.gradient(by: parameter.name).evaluate(values, sizes: sizes)
      let found = try run.gradient(by: parameter.name)
      try Harness.requireClose(found, wanted, within: tolerance, "the gradient by \(parameter.name)")
    }
    let rate: Element = 0.01
    try harness.measure("forward-mlp-784-256-128-10-b128") { try run.forward() }
    try harness.measure("step-mlp-784-256-128-10-b128") {
      try run.forward()
      try run.descend(rate: rate)
    }
  }
}
