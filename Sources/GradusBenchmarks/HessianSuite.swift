import Gradus

/// Second derivatives as derived: an operator that stays small, and a dense matrix.
enum HessianSuite {
  static func run(_ harness: inout Harness) throws {
    try factorization(&harness)
    try regression(&harness)
  }

  private static func factorization(_ harness: inout Harness) throws {
    let declarations = ["M: matrix(n,n)", "U: matrix(n,r)", "V: matrix(n,r)"]
    let derived = try DerivedFunction("norm2(M-U*V')^2", declarations: declarations, by: ["U"])
    guard let variable = derived.value.variables.first(where: { $0.name == "U" }) else { return }
    let operation = try derived.differential(ofGradient: 0, by: variable)
    func evaluator(_ sizes: [String: Int]) throws -> (Evaluator, DenseMatrix?) {
      var inputs = Inputs()
      let values = EvaluateSuite.values(of: derived, sizes)
      let direction = ["U": inputs.matrix(sizes["n"] ?? 1, sizes["r"] ?? 1)]
      let compiled = try CompiledExpression([operation], sizes: sizes)
      let small = sizes["n"] ?? 1 < 100
      let wanted = small ? try operation.evaluate(values, differentials: direction, sizes: sizes) : nil
      return (
        try Evaluator(
          compiled, values, differentials: direction, precision: harness.precision, threads: harness.threads), wanted
      )
    }
    let (small, wanted) = try evaluator(["n": 20, "r": 5])
    try small.run()
    if let wanted {
      try Harness.requireClose(small.result(0), wanted, within: tolerance(harness), "matfac-200-r5-compressed")
    }
    let (full, _) = try evaluator(["n": 200, "r": 5])
    try harness.measure("matfac-200-r5-compressed") { try full.run() }
  }

  private static func regression(_ harness: inout Harness) throws {
    let text = "sum(log(ones(m)+exp(-(y.*(X*w)))))"
    let declarations = ["X: matrix(m,n)", "y: vector(m) signs", "w: vector(n)"]
    let derived = try DerivedFunction(text, declarations: declarations, by: ["w"])
    let hessian = try DerivedFunction.hessian(text, declarations: declarations, by: "w")
    for sizes in [["m": 30, "n": 20], ["m": 1000, "n": 500]] {
      let values = EvaluateSuite.values(of: derived, sizes)
      let evaluator = try Evaluator(
        CompiledExpression([hessian], sizes: sizes), values, precision: harness.precision, threads: harness.threads)
      if sizes["n"] == 500 {
        try harness.measure("logreg-500") { try evaluator.run() }
      } else {
        try evaluator.run()
        try Harness.requireClose(
          evaluator.result(0), hessian.evaluate(values, sizes: sizes), within: tolerance(harness), "logreg-500")
      }
    }
  }

  private static func tolerance(_ harness: Harness) -> Double { harness.precision == .double ? 1e-9 : 1e-3 }
}
