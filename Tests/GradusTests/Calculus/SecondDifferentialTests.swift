import Testing

@testable import Gradus

/// Hessians read off second differentials that are handed in, beside those that are derived.
@Suite struct SecondDifferentialTests {
  struct Case: CustomStringConvertible, Sendable {
    let function: String
    let second: String
    let declarations: [String]
    var description: String { function }
  }

  static let cases = [
    Case(
      function: "tr(X'*A*X*B)", second: "2*tr(dX'*A*dX*B)",
      declarations: ["X: matrix(m,n)", "A: matrix(m,m) symmetric", "B: matrix(n,n) symmetric"]),
    Case(function: "x'*A*x", second: "2*dx'*A*dx", declarations: ["x: vector(n)", "A: matrix(n,n)"]),
    Case(function: "logdet(X)", second: "-tr(inv(X)*dX*inv(X)*dX)", declarations: ["X: matrix(n,n)"]),
    Case(
      function: "tr(inv(X)*A)", second: "2*tr(inv(X)*dX*inv(X)*dX*inv(X)*A)",
      declarations: ["X: matrix(n,n)", "A: matrix(n,n)"]),
    Case(function: "sum(exp(X))", second: "sum(exp(X).*dX.*dX)", declarations: ["X: matrix(m,n)"]),
    Case(
      function: "logsumexp(x)", second: "softmax(x)'*(dx.*dx)-(softmax(x)'*dx)^2", declarations: ["x: vector(n)"]),
  ]

  @Test(arguments: cases) func readsOffTheHessian(_ item: Case) throws {
    let store = Store()
    let derived = try hessian(item.function, item.declarations, in: store)
    let readOff = try hessian(item.second, item.declarations, in: store)
    #expect(store.reachable(from: [readOff]).allSatisfy { store.operation($0) != .differential })
    guard case .equal = EqualityEngine(store: store).decide(derived, readOff) else {
      Issue.record("\(store.text(derived)) and \(store.text(readOff))")
      return
    }
  }

  @Test(arguments: ["tr(dX'*A*dX)+tr(dX)", "tr(dX*dX*dX)", "sum(exp(dX))", "tr(dX'*A*dX)+1"])
  func whatIsNotQuadraticIsRefused(_ text: String) throws {
    let store = Store()
    #expect(throws: DerivationError.self) {
      _ = try hessian(text, ["X: matrix(n,n)", "A: matrix(n,n)"], in: store)
    }
  }

  private func hessian(_ text: String, _ declarations: [String], in store: Store) throws -> Node {
    let reading = try Reader(text, declarations: declarations).read(into: store)
    let name = declarations[0].prefix(1)
    let variable = try #require(reading.variables.first { $0.name == name })
    var request = DerivationRequest(function: reading.expressions[0], variable: variable)
    request.order = 2
    return try #require(try Deriver.derive(request, in: store).result)
  }
}
