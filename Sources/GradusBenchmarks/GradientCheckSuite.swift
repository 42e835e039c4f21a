import Gradus

/// Every entry of a gradient by central differences.
enum GradientCheckSuite {
  static func run(_ harness: inout Harness) throws {
    let derived = try DerivedFunction(
      "sum(log(ones(n,n)+exp(A*X)))+0.5*tr(X'*B*X)",
      declarations: ["A: matrix(n,n)", "B: matrix(n,n)", "X: matrix(n,n)"],
      by: ["X"])
    let sizes = ["n": 100]
    let values = EvaluateSuite.values(of: derived, sizes)
    let differences = try EntrywiseDifferences(derived.value, by: "X", at: values, sizes: sizes)
    let gradient = try derived.gradients[0].evaluate(values, sizes: sizes)
    try Harness.requireClose(differences.gradient(step: 1e-4), gradient, within: 1e-6, "full-100x100")
    harness.measure("full-100x100") { _ = differences.gradient(step: 1e-4) }
    guard let variable = derived.value.variables.first(where: { $0.name == "X" }) else { return }
    // With extrapolation, error estimates and the sampling of a point.
    try harness.measure("verdict-100x100") {
      let check = try GradientCheck(
        of: derived.value, wrt: variable, equals: derived.gradients[0], sizes: sizes, points: 1)
      guard check.passed else { throw Harness.Disagreement(description: "\(check)") }
    }
  }
}
