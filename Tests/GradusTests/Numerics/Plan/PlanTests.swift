import Testing

@testable import Gradus

@Suite struct PlanTests {
  private static let sizes: [[String: Int]] = [
    ["m": 4, "n": 3, "k": 5, "i": 6, "p": 5, "q": 4, "o": 3, "d": 4],
    ["m": 5, "n": 5, "k": 5, "i": 5, "p": 5, "q": 5, "o": 5, "d": 5],
    ["m": 1, "n": 4, "k": 2, "i": 1, "p": 3, "q": 1, "o": 2, "d": 1],
    ["m": 17, "n": 9, "k": 7, "i": 30, "p": 21, "q": 17, "o": 11, "d": 8],
  ]

  /// Positive entries; square matrices are kept far from singular.
  static func values(_ variables: [Variable], _ sizes: [String: Int]) -> [String: DenseMatrix] {
    var source = SplitMix64(seed: 7)
    var values: [String: DenseMatrix] = [:]
    for variable in variables {
      let (rows, columns) = (variable.shape.rows.value(at: sizes) ?? 1, variable.shape.columns.value(at: sizes) ?? 1)
      let isSquare = variable.shape.rows == variable.shape.columns && rows > 1
      values[variable.name] = DenseMatrix(rows: rows, columns: columns) { row, column in
        let entry = Double.random(in: 0.2...1.2, using: &source)
        return isSquare ? entry / Double(rows) + (row == column ? 1 : 0) : entry
      }
    }
    return values
  }

  private static func expectClose(
    _ found: DenseMatrix, _ wanted: DenseMatrix, within tolerance: Double, _ text: String, _ sizes: [String: Int]
  ) {
    guard found.rows == wanted.rows, found.columns == wanted.columns else {
      Issue.record("\(text) at \(sizes): \(found.rows)x\(found.columns) for \(wanted.rows)x\(wanted.columns)")
      return
    }
    let scale = wanted.elements.reduce(1) { max($0, $1.magnitude) }
    for (a, b) in zip(found.elements, wanted.elements)
    where !(abs(a - b) <= tolerance * scale) && !(a.isNaN && b.isNaN) && a != b {
      Issue.record("\(text) at \(sizes): \(a) for \(b)\n\(found)\n\(wanted)")
      return
    }
  }

  /// Both precisions and thread counts against the definitions, and a second run against the first.
  private static func check(
    _ expressions: [Expression], _ variables: [Variable], _ sizes: [String: Int], _ text: String,
    singleTolerance: Double = 2e-3
  ) throws {
    let values = values(variables, sizes)
    var wanted: [DenseMatrix] = []
    do {
      wanted = try expressions.map { try $0.evaluate(values, sizes: sizes) }
    } catch EvaluationError.outOfRange {
      return
    }
    let compiled = try CompiledExpression(expressions, sizes: sizes)
    for threads in [1, 2] {
      let evaluator = try Evaluator(compiled, values, threads: threads)
      try evaluator.run()
      let first = wanted.indices.map { evaluator.result($0) }
      try evaluator.run()
      for (place, matrix) in wanted.enumerated() {
        expectClose(first[place], matrix, within: 1e-9, "\(text) [\(place)]", sizes)
        let again = evaluator.result(place)
        #expect(again.elements.map(\.bitPattern) == first[place].elements.map(\.bitPattern), "\(text) runs alike twice")
      }
    }
    let single = try compiled.evaluate(values, precision: .single)
    for (place, matrix) in wanted.enumerated() {
      expectClose(single[place], matrix, within: singleTolerance, "\(text) [\(place)] in single precision", sizes)
    }
  }

  @Test func everyOperationByItsDefinition() throws {
    for text in PlanCases.texts {
      let reader = Reader(text, declarations: PlanCases.declarations)
      let expression: Expression
      do {
        expression = try reader.expressions()[0]
      } catch {
        Issue.record("\(text): \(error)")
        continue
      }
      for sizes in Self.sizes {
        do {
          try Self.check([expression], expression.variables, sizes, text)
        } catch {
          Issue.record("\(text) at \(sizes): \(error)")
        }
      }
    }
  }

  /// All expressions of one shape family in one plan share what they can without disturbing each other.
  @Test func manyExpressionsInOnePlan() throws {
    var reader = Reader(declarations: PlanCases.declarations)
    reader.texts = PlanCases.texts.filter { !$0.contains("let") && !$0.contains("[") && !$0.contains(";") }
    let expressions = try reader.expressions()
    let variables = try reader.allVariables()
    for sizes in Self.sizes { try Self.check(expressions, variables, sizes, "all together") }
  }

  @Test func gradientsOfTheBenchmarks() throws {
    for function in PlanCases.functions {
      let derived = try DerivedFunction(function.text, declarations: function.declarations, by: function.by)
      let variables = try Reader(function.text, declarations: function.declarations).allVariables()
      for sizes in Self.sizes {
        do {
          try Self.check([derived.value] + derived.gradients, variables, sizes, function.text)
        } catch {
          Issue.record("\(function.text) at \(sizes): \(error)")
        }
      }
    }
  }

  /// What is computed row by row needs one walk over the rows, whatever numbers it is scaled by; a matrix that a product
  /// is added to needs none.
  @Test func walksAreFew() throws {
    let functions = [
      ("D = X - mean(X,1)*ones(n)'; S = mean(D.^2,1) + 1e-5*ones(m); sum(G.*(D./(sqrt(S)*ones(n)')))", ["X"], 1, 0),
      ("-sum(G.*log_softmax(X/sqrt(n),1))", ["X"], 1, 0), ("norm2(X-U*V')^2", ["U", "V"], 0, 3),
    ]
    for (text, variables, walks, products) in functions {
      let declarations = ["X: matrix(m,n)", "G: matrix(m,n)", "U: matrix(m,k)", "V: matrix(n,k)"]
      let derived = try DerivedFunction(text, declarations: declarations, by: variables)
      let plan = try CompiledExpression(derived.gradients, sizes: ["m": 12, "n": 7, "k": 3]).plan
      let walked = plan.instructions.count { if case .walk = $0 { true } else { false } }
      let multiplied = plan.instructions.count { if case .products = $0 { true } else { false } }
      #expect((walked, multiplied) == (walks, products) && plan.instructions.count == walks + products, "\(text)")
    }
  }

  /// Walks of many blocks, cut among threads and not.
  @Test func manyRows() throws {
    let texts = [
      "A'*z", "A*x", "A'*(z.*tanh(A*x))", "softmax(A,1)", "sum(exp(A).*B,0)", "sum(A.*B)", "A-sum(A,1)*ones(n)'/n",
      "tanh(z).*z", "logsumexp(A,0)", "sum(z.*tanh(z))", "A.*(z*x')", "max(A)", "A*C+z*ones(k)'",
    ]
    var reader = Reader(declarations: PlanCases.declarations)
    reader.texts = texts
    let (expressions, variables) = (try reader.expressions(), try reader.allVariables())
    for sizes in [["m": 2503, "n": 11, "k": 3], ["m": 70, "n": 901, "k": 2]] {
      try Self.check(expressions, variables.filter { $0.name != "S" }, sizes, "many rows")
    }
  }

  /// Random expressions over every operation, a few in one plan.
  @Test(arguments: Campaign.seeds(40)) func randomExpressions(seed: UInt64) throws {
    var random = RandomExpression(seed: seed)
    let store = random.store
    let roots = (0..<4).map { _ in random.next(depth: 4) }
    let sizes = ["m": 3, "n": 2, "p": 4, "q": 2, "i": 1]
    var point = SamplePoint(values: [:], sizes: sizes)
    var source = SplitMix64(seed: seed)
    for variable in random.variables {
      let (rows, columns) = (variable.shape.rows.value(at: sizes) ?? 1, variable.shape.columns.value(at: sizes) ?? 1)
      func matrix() -> DenseMatrix {
        DenseMatrix(rows: rows, columns: columns) { _, _ in Double.random(in: 0.3...1.1, using: &source) }
      }
      point.values[variable.name] = matrix()
      point.differentials[variable.name] = matrix()
    }
    for root in roots {
      guard let wanted = try? store.evaluate([root], at: point)[0] else { continue }
      let compiled = try CompiledExpression([Expression(store, root)], sizes: sizes)
      let found = try compiled.evaluate(point.values, differentials: point.differentials)[0]
      // Where the definition overflows or cancels, another order of operations may not.
      guard wanted.elements.allSatisfy({ abs($0) < 1e6 }) else { continue }
      Self.expectClose(found, wanted, within: 1e-5, "seed \(seed): \(store.text(root))", sizes)
    }
  }

  @Test func singularMatricesAreReported() throws {
    let expression = try Reader("inv(S)", declarations: ["S: matrix(n,n)"]).expressions()[0]
    let compiled = try CompiledExpression([expression], sizes: ["n": 3])
    #expect(throws: EvaluationError.undefined(.inverse, .singular)) {
      try compiled.evaluate(["S": .zeros(3, 3)])
    }
    #expect(throws: EvaluationError.missingValue(variable: "S")) { try compiled.evaluate([:]) }
  }
}

@Suite struct EntrywiseDifferencesTests {
  @Test(arguments: [
    "sum(log(ones(m,k)+exp(A*X)))+0.5*tr(X'*B*X)", "tr(X'*B*X)", "sum(X.*X)", "sum(tanh(X'*B)*A')", "norm2(A*X)^2",
    "x'*X*ones(k)", "logdet(X'*X)", "sum(A*X,0)*sum(A*X,0)'", "sum(softplus(X+x*ones(k)'))*sum(X)",
  ])
  func agreesWithTheGradient(text: String) throws {
    let declarations = ["A: matrix(m,n)", "B: matrix(n,n)", "X: matrix(n,k)", "x: vector(n)"]
    let derived = try DerivedFunction(text, declarations: declarations, by: ["X"])
    let sizes = ["m": 5, "n": 4, "k": 3]
    let values = PlanTests.values(derived.value.variables, sizes)
    let differences = try EntrywiseDifferences(derived.value, by: "X", at: values, sizes: sizes).gradient(step: 1e-5)
    let gradient = try derived.gradients[0].evaluate(values, sizes: sizes)
    for (a, b) in zip(differences.elements, gradient.elements) {
      #expect(abs(a - b) < 1e-6 * max(1, abs(b)), "\(text)")
    }
  }
}
