import Gradus

/// Derivations whose length grows, each in a fresh store.
enum ScaleSuite {
  static func run(_ harness: inout Harness) throws {
    for layers in (0...12).map({ 1 << $0 }) {
      try harness.measure("mlp-first-\(layers)") { _ = try perceptron(layers, byAll: false) }
    }
    for layers in (0...12).map({ 1 << $0 }) {
      try harness.measure("mlp-all-\(layers)") { _ = try perceptron(layers, byAll: true) }
    }
    for factors in [1, 2, 4, 8, 16, 32, 64] {
      try harness.measure("trace-\(factors)") { _ = try trace(factors) }
    }
    try harness.measure("squares-60") { _ = try squares() }
    try check(perceptron(3, byAll: true), ["n": 3])
    try check(trace(3), ["n": 3])
  }

  /// h₀ = x, hᵢ = tanh(Wᵢ hᵢ₋₁ + bᵢ), ½‖h_L − y‖².
  private static func perceptron(_ layers: Int, byAll: Bool) throws -> DerivedFunction {
    let store = FreshStore()
    var variables: [Variable] = []
    var state = store.variable("x", "n").expression
    for layer in 1...layers {
      let weight = store.variable("W\(layer)", "n", "n")
      let bias = store.variable("b\(layer)", "n")
      if byAll {
        variables.append(weight.variable)
        variables.append(bias.variable)
      } else if layer == 1 {
        variables.append(weight.variable)
      }
      state = tanh(weight.expression * state + bias.expression)
    }
    let residual = state - store.variable("y", "n").expression
    return try DerivedFunction(0.5 * (residual.T * residual), by: variables)
  }

  /// tr(A₁ X A₂ X … A_k X).
  private static func trace(_ factors: Int) throws -> DerivedFunction {
    let store = FreshStore()
    let x = store.variable("X", "n", "n")
    var product: Expression?
    for factor in 1...factors {
      let next = store.variable("A\(factor)", "n", "n").expression * x.expression
      product = product.map { $0 * next } ?? next
    }
    return try DerivedFunction(tr(product ?? x.expression), by: [x.variable])
  }

  /// x squared entry by entry, sixty times over, summed.
  private static func squares() throws -> DerivedFunction {
    let store = FreshStore()
    let x = store.variable("x", "n")
    var value = x.expression
    for _ in 0..<60 {
      let square = value ⊙ value
      value = square
    }
    return try DerivedFunction(sum(value), by: [x.variable])
  }

  /// The gradients against central differences along one direction of each variable.
  private static func check(_ derived: DerivedFunction, _ sizes: [String: Int]) throws {
    let values = EvaluateSuite.values(of: derived, sizes)
    let names = derived.value.variables.map(\.name).filter { $0 == "X" || $0.hasPrefix("W") || $0.hasPrefix("b") }
    var slope = 0.0
    var moved: [Double: [String: DenseMatrix]] = [1: values, -1: values]
    let ordered = names.sorted { (Int($0.dropFirst()) ?? 0, $0) < (Int($1.dropFirst()) ?? 0, $1) }
    guard ordered.count == derived.gradients.count else {
      throw Harness.Disagreement(description: "the variables of a scale expression are not those it was derived by")
    }
    var inputs = Inputs()
    for (name, gradient) in zip(ordered, derived.gradients) {
      guard let value = values[name] else { continue }
      let direction = inputs.matrix(value.rows, value.columns)
      slope += try gradient.evaluate(values, sizes: sizes).innerProduct(direction)
      for sign in [1.0, -1.0] { moved[sign]?[name] = value + sign * 1e-5 * direction }
    }
    let above = try derived.value.evaluate(moved[1] ?? [:], sizes: sizes)[0, 0]
    let below = try derived.value.evaluate(moved[-1] ?? [:], sizes: sizes)[0, 0]
    try Harness.requireClose(.scalar(slope), .scalar((above - below) / 2e-5), within: 1e-6, "scale")
  }
}
