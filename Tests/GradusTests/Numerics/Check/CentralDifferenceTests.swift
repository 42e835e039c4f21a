import Testing

@testable import Gradus

@Suite struct CentralDifferenceTests {
  private func difference(_ f: Expression, _ point: SamplePoint) throws -> CentralDifference {
    try CentralDifference(f.store, f.node, at: point)
  }

  private func expectClose(_ estimate: CentralDifference.Estimate, _ exact: DenseMatrix, tolerance: Double) {
    #expect((estimate.value - exact).maximumMagnitude <= tolerance * max(1, exact.maximumMagnitude))
    for (off, error) in zip((estimate.value - exact).elements, estimate.error.elements) {
      #expect(off.magnitude <= 10 * error, "the error estimate \(error) is too good for \(off)")
    }
  }

  @Test func jacobiansStackColumns() throws {
    let (a, b) = (Variable("A", Shape("m", "k")), Variable("B", Shape("k", "n")))
    var generator = SplitMix64(seed: 1)
    let values: [String: DenseMatrix] = [
      "A": .normal(2, 3, using: &generator), "B": .normal(3, 4, using: &generator),
    ]
    let point = SamplePoint(values: values, sizes: ["m": 2, "k": 3, "n": 4])
    let difference = try difference(Expression(a) * Expression(b), point)
    let (av, bv) = (try #require(values["A"]), try #require(values["B"]))
    expectClose(try difference.jacobian(by: "A"), bv.transposed.kronecker(.identity(2)), tolerance: 1e-10)
    expectClose(try difference.jacobian(by: "B"), DenseMatrix.identity(4).kronecker(av), tolerance: 1e-10)
    let direction = DenseMatrix.normal(2, 3, using: &generator)
    expectClose(try difference.directional(along: ["A": direction]), direction.times(bv), tolerance: 1e-10)
  }

  /// Gradients known in closed form, at points of ordinary and of large magnitude.
  @Test func curvedFunctions() throws {
    let x = Expression(Variable("x", Shape("n", 1)))
    for values in [[0.3, 1.7, -0.9], [12, -30, 0.01]] {
      let point = SamplePoint(values: ["x": .column(values)], sizes: ["n": 3])
      let norm = values.reduce(0) { $0 + $1 * $1 }.squareRoot()
      let known = [
        (exp(x), DenseMatrix.diagonal(try exp(x).evaluate(at: point).elements)),
        (x.power(3), .diagonal(values.map { 3 * $0 * $0 })), (norm2(x), .row(values.map { $0 / norm })),
      ]
      for (function, derivative) in known {
        expectClose(try difference(function, point).jacobian(by: "x"), derivative, tolerance: 1e-9)
      }
    }
  }

  /// Close to the end of a domain the steps shrink until both sides are defined.
  @Test func edgesOfDomains() throws {
    let s = Variable("s", .scalar)
    let point = SamplePoint(values: ["s": .scalar(1e-3)])
    expectClose(try difference(log(Expression(s)), point).jacobian(by: "s"), .scalar(1000), tolerance: 1e-5)
    let nowhere = SamplePoint(values: ["s": .scalar(0)])
    #expect(try difference(sqrt(Expression(s)), nowhere).jacobian(by: "s").error[0, 0] == .infinity)
  }

  @Test func variablesThatDoNotOccur() throws {
    let point = SamplePoint(values: ["s": .scalar(2), "x": .column([1, 2])])
    let square = Expression(Variable("s", .scalar)).power(2)
    #expect(try difference(square, point).jacobian(by: "x").value == .zeros(1, 2))
    #expect(throws: EvaluationError.missingValue(variable: "y")) { try difference(square, point).jacobian(by: "y") }
  }

  /// Large variables go a quicker way, to the same numbers.
  @Test func largeVariables() throws {
    var generator = SplitMix64(seed: 7)
    let (a, x) = (Expression(Variable("A", Shape("n", "n"))), Expression(Variable("X", Shape("n", "n"))))
    let one = Expression.ones("n", "n")
    let f = sum(log(one + exp(a * x))) + tr(x.T * a * x)
    let values: [String: DenseMatrix] = [
      "A": .normal(12, 12, using: &generator), "X": .normal(12, 12, using: &generator),
    ]
    let estimate = try difference(f, SamplePoint(values: values, sizes: ["n": 12])).jacobian(by: "X")
    let gradient = try f.gradient(by: Variable("X", Shape("n", "n"))).expression.evaluate(values)
    expectClose(estimate, gradient.vectorized.transposed, tolerance: 1e-9)
    #expect(estimate.value.elements.count == 144)
  }

  @Test func largeVariablesAreCheckedWhole() throws {
    let (x, a) = (Variable("X", Shape("n", "n")), Expression(Variable("A", Shape("n", "n"))))
    let f = sum(exp(a * Expression(x)))
    let right = a.T * exp(a * Expression(x))
    let check = try GradientCheck(of: f, wrt: x, equals: right, sizes: ["n": 14], points: 1)
    #expect(check.passed && check.comparisons == 196, "\(check)")
    let wrong = try GradientCheck(of: f, wrt: x, equals: 1.00001 * right, sizes: ["n": 14], points: 1)
    #expect(wrong.disagreement != nil)
  }
}
