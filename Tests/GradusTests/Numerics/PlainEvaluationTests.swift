import Testing

@testable import Gradus

@Suite struct PlainEvaluationTests {
  let a = Variable("A", Shape("m", "n"))
  let x = Variable("x", Shape("n", 1))
  let s = Variable("s", .scalar)

  @Test func arithmeticByHand() throws {
    let (a, x, s) = (Expression(a), Expression(x), Expression(s))
    let values: [String: DenseMatrix] = [
      "A": DenseMatrix([[1, 2, 3], [4, 5, 6]]), "x": .column([1, -1, 2]), "s": .scalar(3),
    ]
    #expect(try (s * a * x).evaluate(values) == .column([15, 33]))
    #expect(try (a.T * a).evaluate(values) == DenseMatrix([[17, 22, 27], [22, 29, 36], [27, 36, 45]]))
    #expect(try (s + a).evaluate(values) == DenseMatrix([[4, 5, 6], [7, 8, 9]]))
    #expect(try (Expression.scalar("m") * tr(a * a.T) / s).evaluate(values) == .scalar(2.0 / 3 * 91))
  }

  @Test func differentialsAreValuesOfTheirOwn() throws {
    let dx = Expression.differential(of: x)
    let value = try (Expression(x).T * dx).evaluate(["x": .column([1, 2])], differentials: ["x": .column([3, 4])])
    #expect(value == .scalar(11))
  }

  @Test func sizesFollowFromValues() throws {
    let tall = Variable("T", Shape(Dimension("m") * Dimension("n") + 1, 2))
    let narrow = Variable("N", Shape("m", 2))
    let point = SamplePoint(values: ["T": .zeros(13, 2), "N": .zeros(3, 2)])
    let sum = (Expression(tall) * Expression(narrow).T)
    #expect(try (sum * Expression.ones("m", "n")).evaluate(at: point) == .zeros(13, 4))
  }

  @Test func errorsNameWhatIsMissing() {
    #expect(throws: EvaluationError.missingValue(variable: "x")) { try Expression(x).evaluate([:], sizes: ["n": 2]) }
    #expect(throws: EvaluationError.unknownSize("n")) { try Expression.identity("n").evaluate([:]) }
    #expect(throws: EvaluationError.missingDifferential(variable: "s")) {
      try Expression.differential(of: s).evaluate([:])
    }
    #expect(throws: EvaluationError.wrongShape(variable: "x", declared: x.shape, rows: 2, columns: 2)) {
      try Expression(x).evaluate(["x": .identity(2)])
    }
    #expect(throws: EvaluationError.undefined(.inverse, .singular)) {
      try inv(Expression(Variable("S", Shape("n", "n")))).evaluate(["S": .zeros(2, 2)])
    }
    #expect(throws: EvaluationError.tooLarge("n", "n")) {
      try Expression.ones("n", "n").evaluate([:], sizes: ["n": 1 << 20])
    }
  }

  /// Two distinct negative eigenvalues, near which an iteration for roots may end by chance.
  @Test func logarithmsThatAreNotRealAreErrors() throws {
    let matrix = DenseMatrix([
      [-1.699917322770644, -0.2017473763074642], [-0.16380071270617844, -1.8898874179753749],
    ])
    #expect(throws: EvaluationError.undefined(.matrixLogarithm, .noRealLogarithm)) {
      try logm(Expression(Variable("A", Shape("n", "n")))).evaluate(["A": matrix])
    }
  }

  @Test func rectanglesThatReachBeyondAreErrors() throws {
    let store = Store()
    let whole = store.variable(a)
    let part = store.block(whole, Region(rowOffset: 2, columnOffset: 0, rows: 1, columns: "n"))
    let value = DenseMatrix([[1, 2], [3, 4], [5, 6]])
    #expect(try store.evaluate([part], at: SamplePoint(values: ["A": value])) == [.row([5, 6])])
    #expect(throws: EvaluationError.outOfRange(.block, rows: 2, columns: 2)) {
      try store.evaluate([part], at: SamplePoint(values: ["A": .identity(2)]))
    }
  }

  @Test func deepExpressionsNeedNoRecursion() throws {
    let store = Store()
    var node = store.variable(s)
    for _ in 0..<20_000 { node = try store.apply(.tanh, [node]) }
    #expect(try store.evaluate([node], at: SamplePoint(values: ["s": .scalar(0)])) == [.scalar(0)])
  }
}
