import Gradus

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Classical identities from text to simplified gradient with its steps, each in a fresh store.
enum DeriveSuite {
  struct Identity {
    let name: String
    let text: String
    let variable: String

    init(_ name: String, _ text: String, by variable: String = "X") {
      self.name = name
      self.text = text
      self.variable = variable
    }

    /// What is declared of the names in the text.
    var declarations: [String] {
      let names = Set(text.split { !$0.isLetter }.map(String.init))
      return DeriveSuite.declarations.filter { names.contains(String($0.prefix { $0 != ":" })) }
    }
  }

  static let declarations = [
    "A: matrix(n,n)", "B: matrix(n,n)", "C: matrix(n,n)", "X: matrix(n,n)", "P: matrix(m,n)", "Y: matrix(m,n)",
    "a: vector(n)", "b: vector(n)", "x: vector(n)", "y: vector(n)", "z: vector(m)", "s: scalar", "U: matrix(m,k)",
    "V: matrix(n,k)",
  ]

  static let identities = [
    Identity("linear", "a'*x", by: "x"), Identity("quadratic", "x'*A*x", by: "x"), Identity("bilinear", "a'*X*b"),
    Identity("bilinear-transposed", "a'*X'*b"), Identity("square-norm", "x'*x", by: "x"),
    Identity("affine-residual", "norm2(P*x-z)^2", by: "x"),
    Identity("weighted-residual", "(A*x-b)'*C*(A*x-b)", by: "x"),
    Identity("trace", "tr(X)"), Identity("trace-linear", "tr(A*X)"), Identity("trace-linear-transposed", "tr(X'*A)"),
    Identity("trace-sandwich", "tr(A*X*B)"), Identity("trace-sandwich-transposed", "tr(A*X'*B)"),
    Identity("trace-square", "tr(X^2)"), Identity("trace-square-linear", "tr(X^2*A)"),
    Identity("trace-gram", "tr(X'*X)"),
    Identity("trace-gram-weighted", "tr(X'*A*X)"), Identity("trace-gram-both", "tr(X'*A*X*B)"),
    Identity("trace-outer", "tr(X*X'*A)"), Identity("trace-cube", "tr(X^3)"),
    Identity("trace-general", "tr(A*X*B*X'*C)"),
    Identity("gram-vectors", "a'*X'*X*b"), Identity("gram-vectors-weighted", "a'*X'*C*X*b"),
    Identity("determinant", "det(X)"), Identity("determinant-product", "det(A*X*B)"),
    Identity("log-determinant", "logdet(X)"),
    Identity("log-determinant-gram", "logdet(X'*X)"), Identity("inverse-bilinear", "a'*inv(X)*b"),
    Identity("inverse-trace", "tr(A*inv(X)*B)"), Identity("inverse-quadratic", "x'*inv(A)*x", by: "x"),
    Identity("inverse-of-sum", "tr(inv(X+A))"), Identity("ridge", "norm2(P*x-z)^2+s*x'*x", by: "x"),
    Identity("frobenius", "norm2(X)^2"), Identity("factorization", "norm2(Y-U*V')^2", by: "U"),
    Identity("euclidean-distance", "norm2(x-a)", by: "x"), Identity("entrywise", "sum(A.*X.^2)"),
    Identity("exponentials", "sum(exp(A*X))"),
    Identity("logistic-regression", "sum(log(ones(m)+exp(-(z.*(P*x)))))", by: "x"),
    Identity("log-sum-exp", "logsumexp(P*x)", by: "x"),
    Identity("softmax-cross-entropy", "-(y'*log_softmax(x))", by: "x"),
    Identity("perceptron", "norm2(tanh(P*x)-z)^2", by: "P"), Identity("kronecker-trace", "tr(kron(X,A)*kron(B,C))"),
    Identity("gaussian", "0.5*logdet(X)+0.5*(a-b)'*inv(X)*(a-b)"),
  ]

  static func run(_ harness: inout Harness) throws {
    var logarithms = 0.0
    for identity in identities {
      try check(identity)
      let declared = identity.declarations
      let median = try harness.measure(identity.name) {
        _ = try DerivedFunction(identity.text, declarations: declared, by: [identity.variable])
      }
      logarithms += log(median)
    }
    let mean = exp(logarithms / Double(identities.count))
    harness.report(
      "geomean",
      Harness.Timing(median: mean, minimum: mean, maximum: mean, processorMedian: mean, runs: identities.count))
  }

  /// The gradient against central differences of the function.
  private static func check(_ identity: Identity) throws {
    let derived = try DerivedFunction(identity.text, declarations: identity.declarations, by: [identity.variable])
    let sizes = ["m": 4, "n": 3, "k": 2]
    var values = EvaluateSuite.values(of: derived, sizes)
    for (name, value) in values where value.isSquare && value.rows > 1 {
      values[name] = DenseMatrix(rows: value.rows, columns: value.rows) { 0.3 * value[$0, $1] + ($0 == $1 ? 1 : 0) }
    }
    guard let point = values[identity.variable] else {
      throw Harness.Disagreement(description: "\(identity.name): no variable")
    }
    let step = 1e-5
    func function(_ row: Int, _ column: Int, _ change: Double) throws -> Double {
      var moved = point
      moved[row, column] += change
      return try derived.value.evaluate(values.merging([identity.variable: moved]) { $1 }, sizes: sizes)[0, 0]
    }
    let differences = try DenseMatrix(rows: point.rows, columns: point.columns) { row, column in
      try (function(row, column, step) - function(row, column, -step)) / (2 * step)
    }
    let gradient = try derived.gradients[0].evaluate(values, sizes: sizes)
    try Harness.requireClose(gradient, differences, within: 1e-6, identity.name)
  }
}
