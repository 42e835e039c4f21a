import Testing

@testable import Gradus

/// vjp and jvp as expressions: against the Jacobian, each other, and in text.
struct JacobianProductTests {
  private static let functions = [
    "A*X*B", "softmax(X,1)", "inv(X'*X)", "tanh(X).*X", "X*b", "tr(X'*A)", "hcat(X,X.*X)", "sum(exp(X),1)",
  ]

  /// ⟨G, jvp(f, X, E)⟩ = ⟨vjp(f, X, G), E⟩ at sampled points, and jvp is the difference along E.
  @Test(arguments: functions) func productsAreAdjoint(function: String) throws {
    let store = Store()
    let declarations = ["X: matrix(m,n)"]
    let shape = try Reader(function, declarations: declarations).read(into: store)
    let value = store.shape(shape.expressions[0])
    let upstream = Variable("G", value)
    let texts = [
      "inner(G,jvp(\(function),X,E))", "inner(vjp(\(function),X,G),E)", "jvp(\(function),X,E)",
      "jvp(\(function),X,d(X))",
    ]
    var reader = Reader(
      declarations: declarations + ["E: matrix(m,n)"], variables: shape.variables.filter { $0.name != "X" })
    reader.variables.append(upstream)
    reader.texts = texts
    let reading = try reader.read(into: store)
    let nodes = reading.expressions
    let outcome = Trials(store: store, variables: reading.variables).compare(nodes[0], nodes[1], points: 3)
    guard case .agrees = outcome else {
      Issue.record("\(function): \(outcome)")
      return
    }
    let request = DerivationRequest(
      function: shape.expressions[0], variable: try #require(shape.variables.first { $0.name == "X" }))
    let differential = try Deriver.derive(request, in: store).differential
    #expect(nodes[3] == differential)
  }

  /// An upstream that depends on X is held: vjp(X∘X, X, X) = 2 X∘X.
  @Test func upstreamIsHeld() throws {
    #expect(try "\(Reader("vjp(X.*X,X,X)").expressions()[0])" == "2*X.^2")
    #expect(
      try "\(Reader("jvp(vjp(x'*A*x,x,1),x,v)", declarations: ["A: matrix(n,n) symmetric"]).expressions()[0])"
        == "(A+A')*v")
  }

  @Test func swiftSpelling() throws {
    let x = Variable("X", Shape("m", "n"))
    let f = Expression(x) ⊙ Expression(x)
    let g = Expression(Variable("G", Shape("m", "n")))
    #expect(try "\(f.vectorJacobianProduct(by: x, upstream: g))" == "2*G.*X")
    #expect(try "\(f.jacobianVectorProduct(by: x, along: g))" == "2*G.*X")
  }

  @Test(arguments: [
    ("vjp(X*X,X+X,X)", "a derivative is taken by a variable"), ("vjp(A*X,X,X)", "do not fit"),
    ("vjp(polar(X),X,X)", "no derivative of polar"), ("vjp(X,X)", "cannot take 2 arguments"),
  ])
  func mistakesAreNamed(text: String, message: String) throws {
    do throws(Problem) {
      let reading = try Reader(text, declarations: ["X: matrix(n,n)", "A: matrix(m,n)"]).expressions()
      Issue.record("\(text) is read as \(reading)")
    } catch {
      #expect("\(error)".contains(message), "\(error)")
    }
  }
}
