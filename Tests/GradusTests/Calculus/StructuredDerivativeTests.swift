import Testing

@testable import Gradus

/// Derivatives of variables that move inside a structure, against differences along its tangent directions.
@Suite struct StructuredDerivativeTests {
  static let declarations = [
    "X: matrix(n,n) symmetric", "X: matrix(n,n) psd", "X: matrix(n,n) skew", "X: matrix(n,n) diagonal",
    "X: matrix(n,n) lower_triangular", "X: matrix(n,n) orthogonal", "X: matrix(m,n) orthogonal",
  ]
  static let scalars = ["tr(A'*X)", "norm2(B*X-C)^2", "sum(exp(X))", "tr(X'*X*D)"]
  static let matrices = ["B*X", "X'", "X.*A", "X*D"]

  @Test(arguments: declarations) func agreesWithDifferencesAlongTangents(_ declaration: String) throws {
    let rows = declaration.contains("(m") ? "m" : "n"
    let others = ["A: matrix(\(rows),n)", "B: matrix(k,\(rows))", "C: matrix(k,n)", "D: matrix(n,n)"]
    var checked = 0
    for (order, texts) in [(1, Self.scalars + Self.matrices), (2, Self.scalars)] {
      for text in texts {
        let check = try check(text, [declaration] + others, order: order)
        #expect(check.passed, "\(text), order \(order), \(declaration): \(check)")
        checked += 1
      }
    }
    #expect(checked >= 8)
  }

  /// The derivative by every entry for itself is no derivative along the structure.
  @Test func freeDerivativesDisagree() throws {
    for declaration in Self.declarations {
      let rows = declaration.contains("(m") ? "m" : "n"
      let store = Store()
      let reading = try Reader("tr(A'*X)", declarations: [declaration, "A: matrix(\(rows),n)"]).read(into: store)
      let variable = try #require(reading.variables.first { $0.name == "X" })
      var request = DerivationRequest(function: reading.expressions[0], variable: variable)
      let free = try #require(try Deriver.derive(request, in: store).result)
      request.structured = true
      let structured = try Deriver.derive(request, in: store)
      let check = try #require(structured.check(claim: free, variables: reading.variables))
      #expect(check.disagreement != nil, "\(declaration)")
    }
  }

  private func check(_ text: String, _ declarations: [String], order: Int) throws -> GradientCheck {
    let store = Store()
    let reading = try Reader(text, declarations: declarations).read(into: store)
    let variable = try #require(reading.variables.first { $0.name == "X" })
    var request = DerivationRequest(function: reading.expressions[0], variable: variable)
    request.order = order
    request.structured = true
    return try #require(try Deriver.derive(request, in: store).check(variables: reading.variables, points: 1))
  }
}
