import Testing

@testable import Gradus

/// Expressions with what each notation makes of them.
struct NotationTests {
  static let A = Expression(Variable("A", Shape("m", "k")))
  static let B = Expression(Variable("B", Shape("n", "k")))
  static let X = Expression(Variable("X", Shape("m", "n")))
  static let Y = Expression(Variable("Y", Shape("m", "n")))
  static let S = Expression(Variable("S", Shape("n", "n")))
  static let W1 = Expression(Variable("W_1", Shape("n", "n")))
  static let x = Expression(Variable("x", Shape("n", 1)))
  static let y = Expression(Variable("y", Shape("n", 1)))
  static let a = Expression(Variable("a", .scalar))
  static let b = Expression(Variable("b", .scalar))
  static let c = Expression(Variable("c", .scalar))
  static let sigma = Expression(Variable("sigma", .scalar))
  static let half = Expression(Rational(1, 2))
  static let third = Expression(Rational(1, 3))
  static let n = Expression.scalar("n")
  static let dX = Expression.differential(of: Variable("X", Shape("m", "n")))

  static let ascii: [(Expression, String)] = [
    (tr(A.T * X * B), "tr(A'*X*B)"),
    (2 * X.T * (X * x - A * x2), "2*X'*(X*x-A*x2)"),
    (-inv(S).T * x, "-inv(S)'*x"),
    (softmax(x) - y, "softmax(x)-y"),
    (-x + y, "y-x"),
    (-x - y, "-x-y"),
    (x - 2 * y, "x-2*y"),
    (half * x, "0.5*x"),
    (third * x, "x/3"),
    (-(Expression(Rational(2, 3)) * x), "-2*x/3"),
    (Expression(Rational(2, 3)), "2/3"),
    (a * X / b, "a*X/b"),
    (X / (a * b), "X/(a*b)"),
    (X / a / b, "X/a/b"),
    (Expression(1) / a, "1/a"),
    (a.power(-2), "1/a^2"),
    (a.power(half), "sqrt(a)"),
    (a.power(Expression(Rational(-1, 2))), "1/sqrt(a)"),
    (X.power(Expression(Rational(-1, 2))), "1./sqrt(X)"),
    (X.power(-1), "1./X"),
    (2 * X.power(-1), "2./X"),
    (a / b * X.power(-2), "a./X.^2/b"),
    (X ⊘ Y, "X./Y"),
    (a * X ⊙ Y, "a*X.*Y"),
    ((X + Y) ⊙ X, "X.*(X+Y)"),
    (S * S * S, "S^3"),
    (A.T * X * S * S, "A'*X*S^2"),
    ((S + W1) * (S + W1), "(S+W_1)^2"),
    (S.T * S.T, "(S')^2"),
    ((X ⊙ Y) * x, "(X.*Y)*x"),
    ((S * S) ⊙ W1, "W_1.*S^2"),
    ((S * W1) ⊙ W1, "W_1.*(S*W_1)"),
    ((2 * X).T, "(2*X)'"),
    ((S * W1).T, "(S*W_1)'"),
    (x.T * y * X, "x'*y*X"),
    ((-a).power(2), "(-a)^2"),
    (-a.power(2), "-a^2"),
    (a.power(third), "a^(1/3)"),
    (a.power(b), "a^b"),
    (a.power(-b), "a^(-b)"),
    (Expression(2).power(X), "2.^X"),
    (X.power(Y.T.T), "X.^Y"),
    ((a + b) * X, "(a+b)*X"),
    (1 - a, "1-a"),
    (Expression.ones("n").T * x, "ones(n)'*x"),
    (.ones("m", "n"), "ones(m,n)"),
    (.zeros("n"), "zeros(n)"),
    (.zeros(1, "n"), "zeros(n)'"),
    (.identity("n"), "eye(n)"),
    (a * .identity("n") + S, "S+a*eye(n)"),
    (mean(X), "mean(X)"),
    (sum(X) / .scalar(Dimension("m") * Dimension("n")), "sum(X)/(m*n)"),
    (.scalar(Dimension("m") + 1), "1+m"),
    (n * x, "n*x"),
    (sum(X, axis: .rows), "sum(X,0)"),
    (max(X, axis: .columns), "max(X,1)"),
    (max(X, 0), "max(X,(0))"),
    (max(0, X), "max(0,X)"),
    (max(X, 2), "max(X,2)"),
    (max(a, 0), "max(a,0)"),
    (softmax(X, axis: .rows), "softmax(X,0)"),
    (softmax(X, axis: .columns), "softmax(X,1)"),
    (softmax(x, axis: .columns), "softmax(x,1)"),
    (argmax(x), "argmax(x)"),
    (kron(A, B), "kron(A,B)"),
    (norm2(x).power(2), "norm2(x)^2"),
    (A.T * dX, "A'*dX"),
    (leakyRelu(x, a), "leaky_relu(x,a)"),
    (Expression.pi * a, "pi*a"),
    (vec(X), "vec(X)"),
    (a * (x + y), "a*(x+y)"),
    (x - (x + y) * 2, "x-2*(x+y)"),
    (Expression(0), "0"),
    (Expression(-2), "-2"),
  ]
  static let x2 = Expression(Variable("x2", Shape("k", 1)))

  @Test func plainText() {
    for (expression, text) in NotationTests.ascii { #expect(expression.ascii == text) }
  }

  @Test func slicesCountFromOne() {
    func cut(_ whole: Expression, _ row: Dimension, _ column: Dimension, _ rows: Dimension, _ columns: Dimension) -> String {
      let region = Region(rowOffset: row, columnOffset: column, rows: rows, columns: columns)
      return whole.store.guarded { Expression($0, $0.block(whole.node, region)) }.ascii
    }
    let X = NotationTests.X
    #expect(cut(X, 0, 2, 1, 1) == "X[1,3]")
    #expect(cut(X, 1, 0, 1, "n") == "X[2,:]")
    #expect(cut(X, 0, "p", "m", "q") == "X[:,p+1:p+q]")
    #expect(cut(NotationTests.x, 4, 0, 1, 1) == "x[5]")
    #expect(cut(NotationTests.x, 1, 0, 3, 1) == "x[2:4]")
    #expect(cut(NotationTests.x.T, 0, 1, 1, 2) == "(x')[:,2:3]")
  }
}
