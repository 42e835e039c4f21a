// swift-format-ignore-file: AlwaysUseLowerCamelCase

import Testing

@testable import Gradus

struct TypedDerivativeTests {
  private let A = Matrix<M, K>("A")
  private let B = Matrix<N, K>("B")
  private let X = Matrix<M, N>("X")
  private let Q = Matrix<N, N>("Q")
  private let S = Matrix<N, N>("S", .symmetric)
  private let x = Vector<N>("x")
  private let z = Vector<N>("z")
  private let w = Vector<M>("w")
  private let s = Scalar("s", .positive)
  private let t = Scalar("t")
  private let page = PageOfFormulas()

  private func expect(
    _ result: DerivedResult, is text: String? = nil, _ shape: Shape, at location: SourceLocation = #_sourceLocation
  ) {
    #expect(result.expression.shape == shape, sourceLocation: location)
    if let text { #expect(result.expression.ascii == text, sourceLocation: location) }
    let check = result.check()
    #expect(check?.passed == true, "\(result) \(check?.description ?? "has no matrix form")", sourceLocation: location)
  }

  private func expect<R: Size, C: Size, L: Sendable>(
    _ derivative: Derivative<Matrix<R, C>, L>, is text: String? = nil, at location: SourceLocation = #_sourceLocation
  ) {
    expect(derivative.derivation, is: text, Matrix<R, C>.shape, at: location)
    #expect(derivative.expression.expression == derivative.derivation.expression, sourceLocation: location)
  }

  @Test func gradientsHaveTheShapeOfTheVariable() throws {
    let f = tr(A.T * X * B)
    let gradient: Gradient<Matrix<M, N>> = try gradient(of: f, by: X)
    expect(gradient, is: "A*B'")
    expect(try Gradus.gradient(of: f, by: X, layout: .numerator), is: "B*A'")
    expect(try Gradus.gradient(of: x.T * Q * x, by: x))
    expect(try Gradus.gradient(of: x.T * Q * x, by: x, layout: .numerator))
    expect(try Gradus.gradient(of: s.power(3), by: s).derivation, is: "3*s^2", .scalar)
    #expect(try Gradus.gradient(of: tr(Q * S), by: S, structured: true).expression == 0.5 * (Q + Q.T))
  }

  /// Every line of the table of layouts.
  @Test func jacobiansHaveTheLayoutInTheirType() throws {
    expect(try jacobian(of: X * x, by: x), is: "X")
    expect(try jacobian(of: X * x, by: x, layout: .denominator), is: "X'")
    expect(try jacobian(of: s * w, by: s), is: "w")
    expect(try jacobian(of: s * w, by: s, layout: .denominator), is: "w'")
    expect(try jacobian(of: s * w.T, by: s), is: "w'")
    expect(try jacobian(of: s * X, by: s, layout: .denominator), is: "X'")
    expect(try jacobian(of: s * t, by: s).derivation, is: "t", .scalar)
    expect(try jacobian(of: X * x, by: X))
    expect(try jacobian(of: X * x, by: X, layout: .denominator))
    expect(try jacobian(of: x * x.T, by: x))
    expect(try jacobian(of: x * x.T, by: x, layout: .denominator))
    expect(try jacobian(of: A.T * X, by: X))
    expect(try jacobian(of: A.T * X, by: X, layout: .denominator))
  }

  @Test func hessians() throws {
    expect(try hessian(of: x.T * Q * x, by: x))
    expect(try hessian(of: x.T * Q * z, by: x, and: z), is: "Q")
    expect(try hessian(of: w.T * X * x, by: w, and: x), is: "X")
    expect(try hessian(of: norm2(X * x).power(2), by: X))
    expect(try hessian(of: s.power(3), by: s).derivation, is: "6*s", .scalar)
  }

  @Test func differentialsAreLinearByType() throws {
    let df: DerivedDifferential<Scalar> = try differential(of: tr(A.T * X * B), by: X)
    let byHand = tr(A.T * d(X) * B)
    var sampler = Sampler(seed: 7)
    let store = Store()
    let nodes = [df.expression.expression, byHand.expression].map { each in
      each.store.guarded { store.adopt(each.node, from: $0) }
    }
    let point = sampler.point(for: nodes, in: store)
    let values = try store.evaluate(nodes, at: #require(point))
    #expect((values[0] - values[1]).maximumMagnitude < 1e-12, "\(df) and \(byHand)")
    let dY: DerivedDifferential<Matrix<N, N>> = try differential(of: inv(Q), by: Q)
    #expect(dY.expression == -inv(Q) * d(Q) * inv(Q))
    #expect(!dY.derivation.steps.isEmpty)
  }

  @Test func resultsCarryTheirReasons() throws {
    let result = try gradient(of: logdet(Q), by: Q).derivation
    #expect(!result.steps.isEmpty)
    #expect(result.steps(as: .latex).count == result.steps.count)
    #expect(try !gradient(of: normNuclear(X), by: X).derivation.assumptions.isEmpty)
    #expect(result.layout == .denominator)
    #expect(result.differential == tr(inv(Q) * d(Q)).expression)
    let absent = try gradient(of: s, by: X).derivation
    #expect(absent.expression == Matrix<M, N>.zeros.expression)
    #expect(absent.notes == ["X does not occur: the derivative is zero"])
  }

  @Test func untypedExpressionsAreDerivedLikewise() throws {
    let variable = Variable("x", Shape("n", 1))
    let f = Expression(variable).T * Expression(Variable("Q", Shape("n", "n"))) * Expression(variable)
    #expect(try f.gradient(by: variable).expression == gradient(of: x.T * Q * x, by: x).expression.expression)
    #expect(try f.gradient(by: variable, layout: .numerator).expression.shape == Shape(1, "n"))
    #expect(try f.hessian(by: variable).expression == (Q + Q.T).expression)
    #expect(try f.jacobian(by: variable).expression.shape == Shape(1, "n"))
    #expect(throws: DerivationError.notScalar(Shape("n", 1))) { try Expression(variable).gradient(by: variable) }
    #expect(throws: DerivationError.notScalar(Shape("n", 1))) { try Expression(variable).hessian(by: variable) }
  }

  /// Results lie in the shared store and may be used by many tasks at once.
  @Test func resultsAreSharedBetweenTasks() async throws {
    let result = try gradient(of: page.logistic, by: page.w)
    let lines = result.derivation.steps
    await withTaskGroup(of: Bool.self) { group in
      for _ in 0..<8 {
        group.addTask { result.derivation.steps == lines && result.derivation.check()?.passed == true }
      }
      for await agrees in group { #expect(agrees) }
    }
  }

  @Test func ownFunctionsAreDifferentiated() throws {
    let cube = ElementwiseFunction(name: "cube", derivative: { 3 * $0.power(2) }, kernel: { $0 * $0 * $0 })
    expect(try gradient(of: sum(cube(X)), by: X), is: "3*X.^2")
  }

  @Test func values() throws {
    let (a, b) = (DenseMatrix([[1, 2], [3, 4]]), DenseMatrix.column([1, -1]))
    #expect(try (X * x).evaluate(["X": a, "x": b]) == .column([-1, -1]))
    #expect(try (x.T * Q * x).evaluate(["Q": a, "x": b]) == 0)
    #expect(try (sum(x) / N.count).evaluate(["x": b]) == 0)
    #expect(try (1 + 2 * Vector<N>.ones).evaluate([:], sizes: ["n": 2]) == .column([3, 3]))
  }

  /// Every scalar of the page, by one of its variables.
  @Test func thePageIsDerived() throws {
    expect(try gradient(of: page.logistic, by: page.w))
    expect(try gradient(of: page.ridgedLogistic, by: page.w))
    expect(try gradient(of: page.logLikelihood, by: page.w))
    expect(try gradient(of: page.gaussian, by: page.mu))
    expect(try gradient(of: page.gaussian, by: page.P))
    expect(try gradient(of: page.gaussianSum, by: page.w))
    expect(try gradient(of: page.ridge, by: page.w))
    expect(try gradient(of: page.rayleigh, by: page.x))
    expect(try gradient(of: page.huber, by: page.w))
    expect(try gradient(of: page.factorisation, by: page.U))
    expect(try gradient(of: page.masked, by: page.V))
    expect(try gradient(of: page.crossEntropy, by: page.z))
    expect(try gradient(of: page.batchedCrossEntropy, by: page.Z))
    expect(try gradient(of: page.entropy, by: page.z))
    expect(try gradient(of: page.freeEnergy, by: page.z))
    expect(try gradient(of: page.perceptron, by: page.W1))
    expect(try gradient(of: sum(page.attention), by: page.keys))
    expect(try gradient(of: sum(page.layerNorm), by: page.inputs))
    expect(try gradient(of: sum(page.gated), by: page.h))
    expect(try gradient(of: page.cosine, by: page.x))
    expect(try gradient(of: page.kernel, by: page.x))
    expect(try jacobian(of: page.gelus, by: page.x))
    expect(try jacobian(of: page.householder, by: page.x))
  }
}
