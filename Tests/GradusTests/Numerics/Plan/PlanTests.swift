import Testing

@testable import Gradus

@Suite struct PlanTests {
  private static let sizes: [[String: Int]] = [
    ["m": 4, "n": 3, "k": 5, "i": 6, "p": 5, "q": 4, "o": 3, "d": 4],
    ["m": 5, "n": 5, "k": 5, "i": 5, "p": 5, "q": 5, "o": 5, "d": 5],
    ["m": 1, "n": 4, "k": 2, "i": 1, "p": 3, "q": 1, "o": 2, "d": 1],
    ["m": 41, "n": 23, "k": 19, "i": 30, "p": 21, "q": 17, "o": 11, "d": 8],
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
    for (a, b) in zip(found.elements, wanted.elements) where !(abs(a - b) <= tolerance * scale) && !(a.isNaN && b.isNaN) && a != b {
      Issue.record("\(text) at \(sizes): \(a) for \(b)\n\(found)\n\(wanted)")
      return
    }
  }

  /// Both precisions and thread counts against the definitions, and a second run against the first.
  private static func check(
    _ expressions: [Expression], _ variables: [Variable], _ sizes: [String: Int], _ text: String, singleTolerance: Double = 2e-3
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

  @Test func singularMatricesAreReported() throws {
    let expression = try Reader("inv(S)", declarations: ["S: matrix(n,n)"]).expressions()[0]
    let compiled = try CompiledExpression([expression], sizes: ["n": 3])
    #expect(throws: EvaluationError.undefined(.inverse, .singular)) {
      try compiled.evaluate(["S": .zeros(3, 3)])
    }
    #expect(throws: EvaluationError.missingValue(variable: "S")) { try compiled.evaluate([:]) }
  }
}
