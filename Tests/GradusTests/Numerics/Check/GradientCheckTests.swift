import Gradus
import Testing

@Suite struct GradientCheckTests {
  private let a = Variable("A", Shape("m", "n"))
  private let b = Variable("b", Shape("m", 1))
  private let x = Variable("x", Shape("n", 1))

  private var residual: Expression { Expression(a) * Expression(x) - Expression(b) }

  @Test func rightGradientsAgree() throws {
    let f = norm2(residual).power(2)
    let check = try expectGradient(f, wrt: x, equals: 2 * Expression(a).T * residual)
    #expect(check.passed && check.points == 2 && check.comparisons >= 4)
    #expect(check.maximumRelativeError < 1e-9)
    #expect(try GradientCheck(of: f, wrt: x, layout: .numerator).passed)
    #expect((check.remainderSlope ?? 0) > 1.9)
  }

  /// A factor, a missing term, a sign and a layout, each with both values and lines to be pasted.
  @Test func wrongGradientsDisagree() throws {
    let (a, x) = (Expression(a), Expression(x))
    let f = norm2(residual).power(2)
    let right = 2 * a.T * residual
    let wrong = [a.T * residual, 2 * a.T * (a * x), -right, 1.00001 * right]
    for claim in wrong {
      let check = try GradientCheck(of: f, wrt: self.x, equals: claim)
      let found = try #require(check.disagreement, "\(claim)")
      #expect(found.commands.count == 2 && found.commands[0].hasPrefix("gradus eval"), "\(claim)")
      // The point is where the two differ.
      let claimed = try claim.evaluate(found.point)[found.row, found.column]
      let exact = try right.evaluate(found.point)[found.row, found.column]
      #expect(claimed == found.claimed)
      #expect((exact - found.difference).magnitude <= max(10 * found.estimatedError, 1e-9 * exact.magnitude))
      #expect((found.claimed - found.difference).magnitude > 10 * found.estimatedError)
      let text = check.description
      for part in ["DISAGREES", "claimed", "central difference", "differ by", "Taylor remainder", "--let 'A=["] {
        #expect(text.contains(part), "\(part) is missing in\n\(text)")
      }
      #expect(throws: GradientMismatch.self) { try expectGradient(f, wrt: self.x, equals: claim) }
    }
    #expect(throws: DerivativeShapeError.self) { try expectGradient(f, wrt: self.x, equals: right.T) }
  }

  @Test func typedGradients() throws {
    let x = Vector<N>("x")
    try expectGradient(norm2(x).power(2), wrt: x, equals: 2 * x)
    #expect(throws: GradientMismatch.self) { try expectGradient(norm2(x).power(2), wrt: x, equals: 3 * x) }
  }

  enum N: Size {}

  @Test func functionsOfNumbers() throws {
    let f: ([Double]) -> Double = { x in x.reduce(0) { $0 + $1 * $1 * $1 } }
    try expectGradient(f, at: [1, -2, 0.5], equals: { $0.map { 3 * $0 * $0 } })
    #expect(try GradientCheck(of: f, entries: 5, equals: { $0.map { 3 * $0 * $0 } }).comparisons == 10)
    let wrong = try GradientCheck(of: f, at: [1, -2, 0.5], equals: { [3 * $0[0] * $0[0], 12, 0.7] })
    let found = try #require(wrong.disagreement)
    #expect(found.row == 2 && found.claimed == 0.7 && (found.difference - 0.75).magnitude < 1e-9)
    #expect(wrong.description.contains("at x = [1, -2, 0.5]"))
    #expect(throws: DerivativeShapeError.self) { try GradientCheck(of: f, at: [1, 2], equals: { _ in [1] }) }
  }

  /// Rounding, a kink and the end of a domain are not mistakes, and no reason to say that all is well either.
  @Test func nothingIsSaidWhereNothingCanBe() throws {
    let noisy = try GradientCheck(
      of: { ($0[0] * 1e6).rounded() / 1e6 + $0[0] }, at: [0.7], equals: { _ in [2] })
    expectDoubt(in: noisy) { if case .noise = $0 { true } else { false } }
    let edge = try GradientCheck(of: { $0[0].squareRoot() }, at: [0], equals: { _ in [1e9] })
    expectDoubt(in: edge) { if case .oneSided = $0 { true } else { false } }
    let s = Variable("s", .scalar)
    let nowhere = try GradientCheck(of: log(-abs(Expression(s))), wrt: s, equals: Expression(s))
    expectDoubt(in: nowhere) { if case .noPoint = $0 { true } else { false } }
    let kink = try GradientCheck(of: abs(relu(-abs(Expression(s)))), wrt: s, equals: Expression(s))
    expectDoubt(in: kink) { if case .kink = $0 { true } else { false } }
    for check in [noisy, edge, nowhere, kink] { #expect(check.description.contains("undecided") && !check.passed) }
  }

  private func expectDoubt(in check: GradientCheck, _ isExpected: (GradientCheck.Doubt) -> Bool) {
    if case .undecided(let doubt) = check.verdict, isExpected(doubt) { return }
    Issue.record("\(check)")
  }

  /// Second opinion: remainders fall as h², of wrong derivatives as h.
  @Test func remaindersTellRightFromWrong() throws {
    let f: ([Double]) -> Double = { $0[0] * $0[0] * $0[0] }
    let right = try GradientCheck(of: f, at: [1.5], equals: { [3 * $0[0] * $0[0]] })
    #expect((right.remainderSlope ?? 0) > 1.95)
    let wrong = try GradientCheck(of: f, at: [1.5], equals: { [3.1 * $0[0] * $0[0]] })
    #expect((wrong.disagreement?.remainderSlope ?? 2) < 1.1)
  }

  /// Variables move inside their structure, in first and second derivatives.
  @Test(arguments: ["symmetric", "skew", "diagonal", "lower_triangular", "psd", "orthogonal"])
  func structures(_ attribute: String) throws {
    let attributes = try #require(Attributes.named.first { $0.word == attribute }).attribute
    let x = Variable("X", Shape("n", "n"), attributes)
    let (e, c) = (Expression(x), Expression(Variable("C", Shape("n", "n"))))
    let f = tr(c * e * e * e.T) + sum(exp(e))
    let inside = try f.gradient(by: x, structured: true)
    let check = try #require(inside.check())
    #expect(check.passed, "\(attribute): \(check)")
    // The gradient by every entry is not the one inside the structure.
    let free = try f.gradient(by: x)
    #expect(
      try free.expression.evaluate(["X": .identity(3), "C": DenseMatrix([[1, 2, 3], [4, 5, 6], [7, 8, 9]])])
        != inside.expression.evaluate(["X": .identity(3), "C": DenseMatrix([[1, 2, 3], [4, 5, 6], [7, 8, 9]])]))
  }
}
