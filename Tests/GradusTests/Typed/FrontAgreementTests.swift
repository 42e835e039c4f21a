// swift-format-ignore-file: AlwaysUseLowerCamelCase

import Testing

@testable import Gradus

/// The typed front is a view of the untyped one: both build the same expressions.
struct FrontAgreementTests {
  typealias Pair = (typed: Expression, untyped: Expression)

  private let A = Matrix<M, K>("A")
  private let B = Matrix<N, K>("B")
  private let X = Matrix<M, N>("X")
  private let Y = Matrix<M, N>("Y")
  private let Q = Matrix<N, N>("Q")
  private let S = Matrix<N, N>("S", .symmetric)
  private let x = Vector<N>("x")
  private let y = Vector<N>("y")
  private let w = Vector<M>("w")
  private let s = Scalar("s")
  private let t = Scalar("t", .positive)
  private let cube = ElementwiseFunction(name: "cube", derivative: { 3 * $0.power(2) }, kernel: { $0 * $0 * $0 })

  private enum Untyped {
    static func variable(_ name: String, _ rows: Dimension, _ columns: Dimension, _ attributes: Attributes = [])
      -> Expression
    {
      Expression(Variable(name, Shape(rows, columns), attributes))
    }
    static let (A, B) = (variable("A", "m", "k"), variable("B", "n", "k"))
    static let (X, Y) = (variable("X", "m", "n"), variable("Y", "m", "n"))
    static let (Q, S) = (variable("Q", "n", "n"), variable("S", "n", "n", .symmetric))
    static let (x, y, w) = (variable("x", "n", 1), variable("y", "n", 1), variable("w", "m", 1))
    static let (s, t) = (variable("s", 1, 1), variable("t", 1, 1, .positive))
    static let one = Expression(1)
  }
  private typealias U = Untyped

  private func check(_ pairs: [Pair]) {
    for (place, pair) in pairs.enumerated() {
      #expect(pair.typed == pair.untyped, "line \(place): \(pair.typed) and \(pair.untyped)")
    }
  }

  @Test func operators() {
    check([
      ((X + Y).expression, U.X + U.Y), ((X - Y).expression, U.X - U.Y), ((-X).expression, -U.X),
      ((s + t).expression, U.s + U.t), ((s - t).expression, U.s - U.t), ((-s).expression, -U.s),
      ((s + X).expression, U.s * .ones("m", "n") + U.X), ((X + s).expression, U.X + U.s * .ones("m", "n")),
      ((1 - x).expression, .ones("n") - U.x), ((x - 0.5).expression, U.x - 0.5 * .ones("n")),
      ((s * t).expression, U.s * U.t), ((s / t).expression, U.s / U.t), ((1 / s).expression, U.one / U.s),
      ((2 * X).expression, 2 * U.X), ((X * s).expression, U.X * U.s), ((X / 3).expression, U.X / 3),
      ((A * B.T).expression, U.A * U.B.T), ((x.T * Q * y).expression, U.x.T * U.Q * U.y),
      ((x.T * y).expression, U.x.T * U.y), ((x * w.T).expression, U.x * U.w.T),
      ((X ⊙ Y).expression, U.X ⊙ U.Y), ((s ⊙ X).expression, U.s * U.X), ((X ⊙ s).expression, U.s * U.X),
      ((X ⊘ Y).expression, U.X ⊘ U.Y), ((1 ⊘ X).expression, U.one ⊘ U.X), ((X ⊘ s).expression, U.X / U.s),
      (X.T.expression, U.X.T), (X.power(2).expression, U.X.power(2)), (X.power(Y).expression, U.X.power(U.Y)),
      (pow(2, X).expression, Expression(2).power(U.X)), (pow(s, t).expression, U.s.power(U.t)),
      (pow(X, t).expression, U.X.power(U.t)),
    ])
  }

  @Test func constants() {
    check([
      (Matrix<M, N>.zeros.expression, .zeros("m", "n")), (Matrix<M, N>.ones.expression, .ones("m", "n")),
      (Vector<N>.ones.expression, .ones("n")), (Matrix<N, N>.identity.expression, .identity("n")),
      (N.count.expression, .scalar("n")), (Scalar.pi.expression, .pi),
      (Scalar(0.1).expression, Expression(Rational(1, 10))),
      (Plus<M, N>.count.expression, .scalar("m" + "n")),
    ])
  }

  @available(macOS 26, iOS 26, tvOS 26, watchOS 26, visionOS 26, *)
  @Test func sizesThatAreNumbers() {
    check([
      (Vector<Fixed<3>>.ones.expression, .ones(3)), (Times<M, Fixed<2>>.count.expression, .scalar("m" * 2)),
    ])
  }

  @Test func matrixFunctions() {
    check([
      (tr(Q).expression, tr(U.Q)), (det(Q).expression, det(U.Q)), (logdet(S).expression, logdet(U.S)),
      (inv(Q).expression, inv(U.Q)), (adj(Q).expression, adj(U.Q)), (pinv(X).expression, pinv(U.X)),
      (polar(X).expression, polar(U.X)), (expm(Q).expression, expm(U.Q)), (logm(S).expression, logm(U.S)),
      (dexpm(Q, S).expression, dexpm(U.Q, U.S)), (dlogm(S, Q).expression, dlogm(U.S, U.Q)),
      (norm1(X).expression, norm1(U.X)), (norm2(X).expression, norm2(U.X)),
      (normNuclear(X).expression, normNuclear(U.X)), (dot(x, y).expression, dot(U.x, U.y)),
      (inner(X, Y).expression, inner(U.X, U.Y)), (diag(x).expression, diag(U.x)), (diag(x.T).expression, diag(U.x)),
      (diagonal(Q).expression, diagonal(U.Q)), (tril(Q).expression, tril(U.Q)), (vec(X).expression, vec(U.X)),
      (kron(X, B).expression, kron(U.X, U.B)), (hcat(X, A).expression, .call(.horizontal, U.X, U.A)),
      (vcat(X, Q).expression, .call(.vertical, U.X, U.Q)),
    ])
  }

  @Test func reductions() {
    check([
      (sum(X).expression, sum(U.X)), (sum(X, axis: .rows).expression, sum(U.X, axis: .rows)),
      (sum(X, axis: .columns).expression, sum(U.X, axis: .columns)), (mean(X).expression, mean(U.X)),
      (mean(X, axis: .rows).expression, mean(U.X, axis: .rows)),
      (mean(X, axis: .columns).expression, mean(U.X, axis: .columns)), (max(x).expression, max(U.x)),
      (max(X, axis: .rows).expression, max(U.X, axis: .rows)),
      (max(X, axis: .columns).expression, max(U.X, axis: .columns)), (logsumexp(x).expression, logsumexp(U.x)),
      (logsumexp(X, axis: .rows).expression, logsumexp(U.X, axis: .rows)),
      (logsumexp(X, axis: .columns).expression, logsumexp(U.X, axis: .columns)),
      (softmax(x).expression, softmax(U.x)), (softmax(X, axis: .rows).expression, softmax(U.X, axis: .rows)),
      (softmax(X, axis: .columns).expression, softmax(U.X, axis: .columns)),
      (logSoftmax(x).expression, logSoftmax(U.x)),
      (logSoftmax(X, axis: .columns).expression, logSoftmax(U.X, axis: .columns)),
      (argmax(x).expression, argmax(U.x)), (argmax(X, axis: .columns).expression, argmax(U.X, axis: .columns)),
    ])
  }

  @Test func elementwiseFunctions() {
    check([
      (exp(X).expression, exp(U.X)), (log(X).expression, log(U.X)), (sqrt(X).expression, sqrt(U.X)),
      (abs(X).expression, abs(U.X)), (sign(X).expression, sign(U.X)), (step(X).expression, step(U.X)),
      (sin(X).expression, sin(U.X)), (cos(X).expression, cos(U.X)), (tan(X).expression, tan(U.X)),
      (cot(X).expression, cot(U.X)), (sec(X).expression, sec(U.X)), (csc(X).expression, csc(U.X)),
      (asin(X).expression, asin(U.X)), (acos(X).expression, acos(U.X)), (atan(X).expression, atan(U.X)),
      (acot(X).expression, acot(U.X)), (sinh(X).expression, sinh(U.X)), (cosh(X).expression, cosh(U.X)),
      (tanh(X).expression, tanh(U.X)), (coth(X).expression, coth(U.X)), (sech(X).expression, sech(U.X)),
      (csch(X).expression, csch(U.X)), (sigmoid(s).expression, sigmoid(U.s)), (relu(X).expression, relu(U.X)),
      (gelu(s).expression, gelu(U.s)), (silu(X).expression, silu(U.X)), (softplus(X).expression, softplus(U.X)),
      (erf(s).expression, erf(U.s)), (leakyRelu(X, 0.1).expression, leakyRelu(U.X, 0.1)),
      (elu(X, s).expression, elu(U.X, U.s)), (log(X, base: 2).expression, log(U.X) / log(2)),
      (max(X, Y).expression, max(U.X, U.Y)), (max(X, 0).expression, max(U.X, 0)), (max(0, X).expression, max(0, U.X)),
      (min(X, Y).expression, min(U.X, U.Y)), (min(X, 0).expression, min(U.X, 0)), (min(0, X).expression, min(0, U.X)),
      (max(s, t).expression, max(U.s, U.t)), (min(s, 1).expression, min(U.s, 1)),
      (cube(X).expression, cube(U.X)), (cube(s).expression, cube(U.s)),
    ])
  }

  @Test func differentials() {
    let (dX, dx, ds, dQ) = (
      Expression.differential(of: Variable("X", Shape("m", "n"))),
      Expression.differential(of: Variable("x", Shape("n", 1))), Expression.differential(of: Variable("s", .scalar)),
      Expression.differential(of: Variable("Q", Shape("n", "n")))
    )
    check([
      (d(X).expression, dX), (d(X).T.expression, dX.T), ((d(X) + 2 * d(X)).expression, 3 * dX),
      ((d(X) - d(X) * s).expression, dX - dX * U.s), ((-d(X) / s).expression, -dX / U.s),
      ((A.T * d(X)).expression, U.A.T * dX), ((d(X) * B).expression, dX * U.B), ((d(s) * X).expression, ds * U.X),
      ((X * d(s)).expression, U.X * ds), ((X ⊙ d(X)).expression, U.X ⊙ dX), ((d(X) ⊙ Y).expression, dX ⊙ U.Y),
      ((d(X) ⊘ Y).expression, dX ⊘ U.Y), ((y.T * d(x)).expression, U.y.T * dx), ((d(x).T * y).expression, dx.T * U.y),
      (tr(Q * d(Q)).expression, tr(U.Q * dQ)), (sum(d(X)).expression, sum(dX)),
      (sum(d(X), axis: .rows).expression, sum(dX, axis: .rows)),
      (sum(d(X), axis: .columns).expression, sum(dX, axis: .columns)), (mean(d(X)).expression, mean(dX)),
      (mean(d(X), axis: .rows).expression, mean(dX, axis: .rows)),
      (mean(d(X), axis: .columns).expression, mean(dX, axis: .columns)), (diag(d(x)).expression, diag(dx)),
      (diagonal(d(Q)).expression, diagonal(dQ)), (vec(d(X)).expression, vec(dX)),
      (inner(Y, d(X)).expression, inner(U.Y, dX)), (dot(y, d(x)).expression, dot(U.y, dx)),
    ])
  }

  /// Indices count from 1, as in the text syntax.
  @Test func entries() throws {
    let read = { (text: String) in
      try Reader(text, declarations: ["X: matrix(m,n)", "x: vector(n)"]).expressions()[0]
    }
    #expect(try X[2, 3].expression == read("X[2,3]"))
    #expect(try X[2, ...].expression == read("X[2,:]"))
    #expect(try X[..., "n"].expression == read("X[:,n]"))
    #expect(try x[1].expression == read("x[1]"))
  }

  /// The shape of every result is the one that its type says.
  @Test func shapesAreThoseOfTheTypes() {
    func check<R: Size, C: Size>(_ a: Matrix<R, C>) { #expect(a.expression.shape == Matrix<R, C>.shape, "\(a)") }
    check(A * B.T)
    check(vec(X))
    check(kron(X, B))
    check(hcat(X, A))
    check(vcat(X, Q))
    check(kron(B.T, A) * vec(Matrix<K, N>("Z")))
    check(pinv(X))
    check(sum(X, axis: .rows))
    check(X[1, ...])
    check(X[..., 1])
    check(diag(x.T))
  }

  @Test func viewsOfExpressionsNeedTheShape() {
    #expect(Matrix<M, N>(U.X) == X)
    #expect(Matrix<N, M>(U.X) == nil)
    #expect(Scalar(U.s) == s)
    #expect(Scalar(U.X) == nil)
  }
}
