import Gradus

/// Gradients from derived expressions, numbers in, numbers out; the plan is compiled before.
enum EvaluateSuite {
  struct Workload {
    let name: String
    let text: String
    let declarations: [String]
    let by: [String]
    let sizes: [String: Int]
    /// Sizes at which the definitions are quick enough to be compared with.
    let smallSizes: [String: Int]
  }

  static let workloads = [
    Workload(
      name: "quad-1000", text: "x'*A*x", declarations: ["A: matrix(n,n)", "x: vector(n)"], by: ["x"],
      sizes: ["n": 1000],
      smallSizes: ["n": 70]),
    Workload(
      name: "logreg-10000x500", text: "sum(log(ones(m)+exp(-(y.*(X*w)))))",
      declarations: ["X: matrix(m,n)", "y: vector(m) signs", "w: vector(n)"], by: ["w"], sizes: ["m": 10000, "n": 500],
      smallSizes: ["m": 1100, "n": 30]),
    Workload(
      name: "softmax-ce-512x1000", text: "-sum(Y.*log_softmax(Z,1))",
      declarations: ["Y: matrix(m,n) onehot_rows", "Z: matrix(m,n)"], by: ["Z"], sizes: ["m": 512, "n": 1000],
      smallSizes: ["m": 60, "n": 70]),
    Workload(
      name: "mlp-784-256-128-10-b128",
      text: """
        H1 = relu(X*W1+ones(k)*b1'); H2 = relu(H1*W2+ones(k)*b2'); -sum(Y.*log_softmax(H2*W3+ones(k)*b3',1))
        """,
      declarations: [
        "Y: matrix(k,o) onehot_rows", "X: matrix(k,i)", "W1: matrix(i,p)", "b1: vector(p)", "W2: matrix(p,q)",
        "b2: vector(q)", "W3: matrix(q,o)", "b3: vector(o)",
      ], by: ["W1", "b1", "W2", "b2", "W3", "b3"], sizes: ["k": 128, "i": 784, "p": 256, "q": 128, "o": 10],
      smallSizes: ["k": 20, "i": 17, "p": 13, "q": 11, "o": 7]),
    Workload(
      name: "logdet-300", text: "logdet(X)", declarations: ["X: matrix(n,n)"], by: ["X"], sizes: ["n": 300],
      smallSizes: ["n": 40]),
    Workload(
      name: "matfac-500x500-r20", text: "norm2(M-U*V')^2",
      declarations: ["M: matrix(m,n)", "U: matrix(m,r)", "V: matrix(n,r)"], by: ["U", "V"],
      sizes: ["m": 500, "n": 500, "r": 20], smallSizes: ["m": 50, "n": 40, "r": 7]),
    Workload(
      name: "layernorm-512x512",
      text: """
        D = X - mean(X,1)*ones(n)'; S = mean(D.^2,1) + 1e-5*ones(m); \
        sum(G.*((ones(m)*gamma').*(D./(sqrt(S)*ones(n)'))+ones(m)*beta'))
        """, declarations: ["X: matrix(m,n)", "G: matrix(m,n)", "gamma: vector(n)", "beta: vector(n)"],
      by: ["X", "gamma", "beta"], sizes: ["m": 512, "n": 512], smallSizes: ["m": 50, "n": 40]),
    Workload(
      name: "attention-256x64", text: "sum(G.*(softmax(Q*K'/sqrt(d),1)*V))",
      declarations: ["Q: matrix(m,d)", "K: matrix(n,d)", "V: matrix(n,d)", "G: matrix(m,d)"], by: ["Q", "K", "V"],
      sizes: ["m": 256, "n": 256, "d": 64], smallSizes: ["m": 40, "n": 30, "d": 8]),
  ]

  static func run(_ harness: inout Harness) throws {
    for workload in workloads {
      let derived = try DerivedFunction(workload.text, declarations: workload.declarations, by: workload.by)
      let tolerance = harness.precision == .double ? 1e-9 : 1e-3
      let small = try compiled(derived.gradients, workload.smallSizes)
      let smallValues = values(of: derived, workload.smallSizes)
      for threads in [1, harness.threads] {
        let found = try small.evaluate(smallValues, precision: harness.precision, threads: threads)
        for (place, gradient) in derived.gradients.enumerated() {
          let wanted = try gradient.evaluate(smallValues, sizes: workload.smallSizes)
          try Harness.requireClose(found[place], wanted, within: tolerance, "\(workload.name) by \(workload.by[place])")
        }
      }
      let evaluator = try Evaluator(
        compiled(derived.gradients, workload.sizes), values(of: derived, workload.sizes), precision: harness.precision,
        threads: harness.threads)
      try harness.measure(workload.name) { try evaluator.run() }
    }
  }

  private static func compiled(_ gradients: [Expression], _ sizes: [String: Int]) throws -> CompiledExpression {
    try CompiledExpression(gradients, sizes: sizes)
  }

  static func values(of derived: DerivedFunction, _ sizes: [String: Int]) -> [String: DenseMatrix] {
    var inputs = Inputs()
    var values: [String: DenseMatrix] = [:]
    for variable in derived.value.variables {
      let (rows, columns) = (variable.shape.rows.value(at: sizes) ?? 1, variable.shape.columns.value(at: sizes) ?? 1)
      values[variable.name] =
        variable.attributes.contains(.oneHotRows)
        ? inputs.oneHot(rows, columns)
        : variable.attributes.contains(.signs) ? inputs.signs(rows) : inputs.matrix(rows, columns)
    }
    return values
  }
}
