import Testing

@testable import Gradus

@Suite struct StableFormTests {
  private struct Case {
    let text: String
    let expected: [Double]
  }

  /// At logits of ±1000 and beside them, where what is written overflows.
  private static let vectors = [
    Case(text: "log(softmax(x))", expected: [-2000, 0, -3000]),
    Case(text: "log(exp(x)/sum(exp(x)))", expected: [-2000, 0, -3000]),
    Case(text: "log(exp(x)/(ones(n)'*exp(x)))", expected: [-2000, 0, -3000]),
    Case(text: "exp(x)/sum(exp(x))", expected: [0, 1, 0]),
    Case(text: "log(ones(n)+exp(x))", expected: [0, 1000, 0]),
    Case(text: "log(sigmoid(x))", expected: [-1000, 0, -2000]),
    Case(text: "log(ones(n)-sigmoid(x))", expected: [0, -1000, 0]),
    Case(text: "exp(x)./(ones(n)+exp(x))", expected: [0, 1, 0]),
    Case(text: "log(sum(exp(x)))*ones(n)", expected: [1000, 1000, 1000]),
  ]

  private static let matrices = [
    "log(softmax(Z,1))", "log(exp(Z)./(sum(exp(Z),1)*ones(n)'))", "log(exp(Z)./(exp(Z)*ones(n,n)))",
    "log(diag(1./sum(exp(Z),1))*exp(Z))", "log(exp(Z')./(ones(n)*sum(exp(Z'),0)))'", "Z-log(sum(exp(Z),1))*ones(n)'",
  ]

  private func check(_ text: String, _ declaration: String, _ values: [String: DenseMatrix], _ expected: [Double])
    throws
  {
    let expression = try Reader(text, declarations: [declaration]).expressions()[0]
    let sizes = ["m": 2, "n": 3]
    let plain = try expression.evaluate(values, sizes: sizes)
    #expect(plain.elements == expected, "\(text)")
    for precision in [CompiledExpression.Precision.double, .single] {
      let compiled = try CompiledExpression([expression], sizes: sizes)
      let planned = try compiled.evaluate(values, precision: precision)[0]
      #expect(planned.elements == expected, "\(text) in \(precision)")
    }
  }

  @Test func vectorsOfLargeNumbersGiveFiniteValues() throws {
    let x = DenseMatrix(rows: 3, columns: 1, elements: [-1000, 1000, -2000])
    for example in Self.vectors { try check(example.text, "x: vector(n)", ["x": x], example.expected) }
  }

  @Test func slicesOfLargeNumbersGiveFiniteValues() throws {
    let z = DenseMatrix(rows: 2, columns: 3, elements: [1000, -1000, 0, -1000, 500, 1500])
    for text in Self.matrices {
      try check(text, "Z: matrix(m,n)", ["Z": z], [0, -2000, -1000, -2500, -1000, 0])
    }
  }

  @Test func entriesOfSoftmaxAreNormalNumbersOrZero() throws {
    let x = DenseMatrix(rows: 1, columns: 400, elements: (0..<400).map { -2 * Double($0) })
    let softmax = try Reader("softmax(x,1)", declarations: ["x: matrix(1,n)"]).expressions()[0]
    let compiled = try CompiledExpression([softmax], sizes: ["n": 400])
    let wide = try compiled.evaluate(["x": x])[0].elements
    let narrow = try compiled.evaluate(["x": x], precision: .single)[0].elements
    let isNormal = wide.allSatisfy { $0 == 0 || $0.isNormal } && narrow.allSatisfy { $0 == 0 || Float($0).isNormal }
    #expect(isNormal)
    for (entry, next) in zip(wide, wide.dropFirst()).prefix(350) {
      let ratio = entry / next
      #expect(abs(ratio - 7.38905609893065) < 1e-11)
    }
    #expect(wide[350] > 0 && narrow[40] > 0 && narrow[50] == 0)
  }

  @Test func aMatrixBetweenSumsAndExponentialsKeepsThemApart() throws {
    let texts = [
      "diag(1./(exp(Z)*ones(n)))*A*exp(Z)", "(A*exp(Z))./(exp(Z)*ones(n)*ones(n)')",
      "exp(Z)'*A*diag(1./(exp(Z)*ones(n)))",
      "diag(A*exp(Z)*ones(n))*diag(1./(exp(Z)*ones(n)))", "exp(Z)./(exp(Z)*ones(n)*ones(n)').^2",
      "exp(Z)./(ones(m)*ones(m)'*exp(Z))", "diag(1./(exp(Z)*ones(n)))*exp(Z)*diag(1./(ones(m)'*exp(Z))')",
    ]
    let z = DenseMatrix(rows: 2, columns: 3, elements: [0.5, -1, 2, 1, 0.25, -0.75])
    let a = DenseMatrix(rows: 2, columns: 2, elements: [1, 2, -3, 0.5])
    for text in texts {
      let declarations = ["Z: matrix(m,n)", "A: matrix(m,m)"].filter { text.contains("A") || !$0.hasPrefix("A") }
      let expression = try Reader(text, declarations: declarations).expressions()[0]
      let point = SamplePoint(values: text.contains("A") ? ["Z": z, "A": a] : ["Z": z], sizes: ["m": 2, "n": 3])
      let outcome = expression.store.guarded { store in
        let simplified = Simplifier(store).simplify(expression.node)
        return Result { () throws(EvaluationError) in try store.evaluate([expression.node, simplified], at: point) }
      }
      let values = try outcome.get()
      let worst = zip(values[0].elements, values[1].elements).map { abs($0 - $1) }.max() ?? .infinity
      #expect(worst < 1e-12, "\(text)")
    }
  }
}
