import Testing

@testable import Gradus

/// Matrices by matrices stay about as long as gradients.
@Suite struct DerivativeSizeTests {
  /// Layers with the variables to differentiate by.
  static let layers: [(text: String, variables: [String])] = [
    ("X*W+ones(N)*b'", ["X", "W", "b"]), ("relu(X*W+ones(N)*b')", ["X", "W", "b"]),
    ("sigmoid(X*W+ones(N)*b')", ["X", "W", "b"]), ("gelu(X*W+ones(N)*b')", ["X", "W"]), ("softmax(X,1)", ["X"]),
    ("softmax(X,0)", ["X"]), ("log_softmax(X,1)", ["X"]), ("softmax(X*W,1)", ["X", "W"]), ("X+relu(X*H)", ["X", "H"]),
    ("relu(X*W)*U", ["X", "W", "U"]), ("M.*X", ["X"]), ("silu(X)", ["X"]), ("X-mean(X,1)*ones(n)'", ["X"]),
    ("C=X-mean(X,1)*ones(n)'; C./sqrt(mean(C.^2,1)*ones(n)'+0.00001*ones(N,n))", ["X"]),
    ("X./(sqrt(mean(X.^2,1)+0.00001*ones(N))*ones(n)')", ["X"]), ("softmax(Q*K'/sqrt(k),1)*V", ["Q", "K", "V"]),
  ]
  static let declarations = [
    "X: matrix(N,n)", "W: matrix(n,m)", "H: matrix(n,n)", "U: matrix(m,p)", "M: matrix(N,n)", "b: vector(m)",
    "Q: matrix(N,k)", "K: matrix(q,k)", "V: matrix(q,m)",
  ]

  @Test func jacobiansOfLayersAreNoLongerThanThreeGradients() throws {
    for (text, variables) in Self.layers {
      let parts = text.split(separator: ";").map(String.init)
      let scalar = (parts.dropLast() + ["sum(G.*(\(parts[parts.count - 1])))"]).joined(separator: ";")
      for name in variables {
        let (jacobian, gradient) = (try size(of: text, by: name), try size(of: scalar, by: name))
        #expect(jacobian <= 3 * gradient, "\(text) by \(name): \(jacobian) nodes, its gradient \(gradient)")
      }
    }
  }

  private func size(of text: String, by name: String) throws -> Int {
    let store = Store()
    let reading = try Reader(text, declarations: Self.declarations).read(into: store)
    let variable = try #require(reading.variables.first { $0.name == name })
    let request = DerivationRequest(function: try #require(reading.expressions.last), variable: variable)
    return Int(store[try #require(try Deriver.derive(request, in: store).result)].size)
  }
}
