import Testing

@testable import Gradus

@Suite struct StructuredCheckTests {
  private static let structures: [Attributes] = [.symmetric, .skew, .diagonal, .lowerTriangular]

  private func derivation(_ text: String, _ attributes: Attributes, order: Int) throws -> Derivation {
    let store = Store()
    let variable = Variable("X", Shape("n", "n"), attributes)
    let reading = try Reader(text, variables: [variable]).read(into: store)
    var request = DerivationRequest(function: reading.expressions[0], variable: variable)
    (request.structured, request.order) = (true, order)
    return try Deriver.derive(request, in: store)
  }

  /// Jacobians and Hessians too are those inside the structure, and the unstructured ones are told apart.
  @Test(arguments: structures) func jacobiansAndHessians(_ attributes: Attributes) throws {
    for (text, order) in [("A*X*X", 1), ("tr(A*X*X*X')", 2)] {
      let structured = try derivation(text, attributes, order: order)
      let check = try #require(structured.check(sizes: ["n": 3]))
      #expect(check.passed, "\(text): \(check)")
      var free = structured.request
      free.structured = false
      let claim = try #require(try Deriver.derive(free, in: structured.store).result)
      #expect(structured.check(claim: claim, sizes: ["n": 3])?.disagreement != nil, "\(text)")
    }
  }
}
