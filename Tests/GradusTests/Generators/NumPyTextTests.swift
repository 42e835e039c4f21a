import Testing

@testable import Gradus

/// The code itself: short, without arrays that need not be made, and with names that Python takes.
@Suite struct NumPyTextTests {
  private let a = Expression(Variable("A", Shape("m", "n")))
  private let b = Expression(Variable("b", Shape("m", 1)))
  private let s = Expression(Variable("s", .scalar))
  private let w = Expression(Variable("w", Shape("n", "n")))
  private let x = Expression(Variable("x", Shape("n", 1)))

  /// The statements after the import.
  private func body(_ expression: Expression) throws -> [String] {
    let lines = try Generator.numPy.emit(expression).split(separator: "\n").map { $0.drop { $0 == " " } }
    #expect(lines[0].hasPrefix("def derivative(") && lines[1] == "import numpy as np")
    return lines.dropFirst(2).map(String.init)
  }

  @Test func wholeFunction() throws {
    let code = try Generator.numPy.emit(2 * (a.T * (a * x - b)), parameters: [Variable("s", .scalar)])
    #expect(
      code == """
        def derivative(A, b, s, x):
            import numpy as np
            return 2 * (A.T @ (A @ x - b))

        """)
  }

  @Test func nothingIsMadeInVain() throws {
    let known: [(Expression, [String])] = [
      (diag(x) * w, ["return x[:, None] * w"]),
      (a * diag(x), ["return A * x"]),
      (x * x.T * w * x, ["return (x @ w @ x) * x"]),
      (b * x.T, ["return np.outer(b, x)"]),
      (b.T * a, ["return b @ A"]),
      (a * Expression.ones("n"), ["return A.sum(axis=1)"]),
      (Expression.ones(1, "m") * a, ["return A.sum(axis=0)"]),
      (1 - a, ["return 1 - A"]),
      (a - b * Expression.ones(1, "n"), ["return A - b[:, None]"]),
      (inv(w) * x, ["return np.linalg.solve(w, x)"]),
      (tr(a * a.T), ["return float((A * A).sum())"]),
      (tr(w * diag(x) * w.T), ["return float((w * x * w).sum())"]),
      (w * w * w, ["return w @ w @ w"]),
      (w - diag(x), ["return w - np.diag(x)"]),
      (tr(w), ["return float(np.trace(w))"]),
      (a / s, ["return A / s"]),
      (s.power(-2) * x / 3, ["return x / (3 * s**2)"]),
      (x ⊘ sqrt(x.T * x), ["return x / np.sqrt(x @ x)"]),
      (-(a * x), ["return -(A @ x)"]),
      (exp(-x), ["return np.exp(-x)"]),
      (0.5 * (a.T * b) - x, ["return 0.5 * (A.T @ b) - x"]),
      (log(1 + exp(x)), ["return np.logaddexp(0, x)"]),
      (w + 2 * Expression.identity("n"), ["n = w.shape[0]", "return w + 2 * np.eye(n)"]),
    ]
    for (expression, lines) in known {
      let written = try body(expression)
      #expect(written == lines, "\(written) for \(lines)")
    }
  }

  @Test func sharedValuesAreComputedOnce() throws {
    let residual = a * x - b
    #expect(
      try body(tanh(residual) ⊙ exp(residual)) == ["t1 = A @ x - b", "return np.exp(t1) * np.tanh(t1)"])
  }

  @Test func sizesAreReadOffShapes() throws {
    let stacked = Expression(Variable("v", Shape(Dimension("m") * Dimension("n") + 2, 1)))
    let square = Expression(Variable("q", Shape(Dimension("k") * Dimension("k"), 1)))
    let ones = Expression.ones("m", "k") + 0 * s
    let statements = try body(tr(ones.T * ones) + sum(stacked) + sum(square) + sum(x)).dropLast()
    let wanted = ["n = x.shape[0]", "k = np.int64(np.sqrt(q.shape[0]) + 0.5)", "m = (v.shape[0] - 2) // n"]
    #expect(statements == wanted[...], "\(statements)")
    #expect(throws: EmissionError.unknownSize("p")) { try Generator.numPy.emit(Expression.identity("p")) }
    let whole = Expression.ones(Dimension("p") * Dimension("q"))
    let v = Expression(Variable("v", Shape(Dimension("p") * Dimension("q"), 1)))
    #expect(try body(whole ⊙ v + Expression.zeros(Dimension("p") * Dimension("q"))) == ["return v"])
  }

  @Test func namesThatPythonKeeps() throws {
    let names = ["lambda", "np", "in", "float", "t1", "n", "erf"]
    let vectors = names.map { Expression(Variable($0, Shape("n", 1))) }
    let shared = vectors[0] + vectors[1]
    let f = sum(shared ⊙ erf(shared) ⊙ vectors[2] ⊙ vectors[3] ⊙ vectors[4] ⊙ vectors[5] ⊙ vectors[6])
    let code = try Generator.numPy.emit(f * Expression.scalar("n"))
    #expect(code.hasPrefix("def derivative(erf, float, in_, lambda_, n, np, t1):\n    np_ = np\n"))
    #expect(code.contains("from scipy.special import erf as erf_\n    n_ = erf.shape[0]\n    t2 = lambda_ + np_\n"))
    #expect(code.contains("return np.float64("))
  }

  @Test func whatHasNoSpellingIsRefused() throws {
    let cube = ElementwiseFunction(name: "cube", derivative: { 3 * $0.power(2) }, kernel: { $0 * $0 * $0 })
    #expect(throws: EmissionError.noSpelling(function: "cube")) { try Generator.numPy.emit(cube(x)) }
    let dx = Expression.differential(of: Variable("x", Shape("n", 1)))
    #expect(throws: EmissionError.differential(variable: "x")) { try Generator.numPy.emit(dx) }
  }

  @Test func longSumsAreCutIntoPieces() throws {
    let store = Store()
    let terms = (0..<5000).map { store.variable(Variable("x\($0)", .scalar)) }
    let code = try Generator.numPy.emit(Expression(store, store.sum(terms)))
    let longest = code.split(separator: "\n").dropFirst().max { $0.utf8.count < $1.utf8.count } ?? ""
    #expect(longest.utf8.count < 150, "\(longest)")
  }

  @Test func deepExpressionsNeedNoRecursion() throws {
    let store = Store()
    var node = store.variable(Variable("s", .scalar))
    for _ in 0..<3000 { node = try store.apply(.tanh, [node]) }
    let code = try Generator.numPy.emit(Expression(store, node))
    #expect(code.split(separator: "\n").allSatisfy { $0.utf8.count < 150 })
  }
}
