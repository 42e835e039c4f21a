import Testing

@testable import Gradus

struct DefinitionsTests: Symbols {
  @Test func sharedPartsAreNamedByTheirShape() {
    let hidden = tanh(DefinitionsTests.S * DefinitionsTests.x + DefinitionsTests.y)
    let size = norm2(hidden - DefinitionsTests.y)
    let expression = hidden * size / (1 + size.power(2) * size) + exp(hidden)
    #expect(
      expression.textWithDefinitions(as: .ascii)
        == "x1 = tanh(y+S*x); s1 = norm2(x1-y); exp(x1)+s1*x1/(1+s1*s1^2)")
    #expect(
      expression.textWithDefinitions(as: .unicode)
        == "x₁ = tanh(y + S x); s₁ = ‖x₁ − y‖; exp(x₁) + s₁ x₁/(1 + s₁ s₁²)")
  }

  @Test func namesInUseAreAvoided() {
    let taken = Expression(Variable("Z_1", Shape("n", "n")))
    let shared = expm(taken * DefinitionsTests.S + DefinitionsTests.W)
    let text = (shared * taken * shared + DefinitionsTests.S * shared).textWithDefinitions(as: .ascii)
    #expect(text == "Z2 = expm(W_1+Z_1*S); S*Z2+Z2*Z_1*Z2")
  }

  @Test func littleOrUnsharedExpressionsStayWhole() {
    let sum = DefinitionsTests.A.T * DefinitionsTests.A
    #expect(tr(sum * sum).textWithDefinitions(as: .ascii) == "tr(A'*A*A'*A)")
    #expect(exp(DefinitionsTests.x + DefinitionsTests.y).textWithDefinitions(as: .ascii) == "exp(x+y)")
  }

  /// x_{i+1} = f(x_i) ⊙ f(x_i) has 2^60 leaves as a tree and 60 definitions as a text.
  @Test func repeatedSquaringIsLinear() {
    let expression = (0..<60).reduce(DefinitionsTests.x) { x, _ in tanh(x) ⊙ exp(x) }
    let text = expression.description
    #expect(text.utf8.count < 60 * 60)
    #expect(text.hasPrefix("x1 = exp(exp(x).*tanh(x)).*tanh(exp(x).*tanh(x)); x2 = exp(exp(x1).*tanh(x1))"))
    #expect(expression.tree.utf8.count < 60 * 600)
    #expect(expression.json.utf8.count < 60 * 600)
  }

  @Test func squaresOfSquaresAreLinear() {
    let expression = (0..<60).reduce(DefinitionsTests.x) { x, _ in x ⊙ x }
    #expect(expression.description.utf8.count < 6000)
  }
}
