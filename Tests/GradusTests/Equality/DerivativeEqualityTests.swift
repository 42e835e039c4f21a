import Testing

@testable import Gradus

/// A simplified derivative equals the one read off without any simplification, and itself written otherwise.
@Test func derivativesAreEqualHoweverReached() throws {
  for (row, entry) in Functions.table.enumerated() {
    let store = Store()
    let declarations = entry.declarations.split(separator: ";").map(String.init)
    let reading = try Reader(entry.function, declarations: declarations).read(into: store)
    let variable = try #require(reading.variables.first { $0.name == entry.variable })
    let request = DerivationRequest(function: reading.expressions[0], variable: variable)
    guard let result = try Deriver.derive(request, in: store).result else { continue }
    var reassociation = Reassociation(store, seed: UInt64(row))
    var others = [reassociation.rewritten(result)]
    if store.isScalar(request.function) { others.append(try plainGradient(request, in: store)) }
    for other in others {
      let decision = EqualityEngine(store: store).decide(result, other)
      guard case .equal = decision else {
        Issue.record("\(entry.function) by \(entry.variable): \(decision)  for  \(store.text(other))")
        continue
      }
    }
  }
}

/// The gradient as the differential's transposition leaves it.
private func plainGradient(_ request: DerivationRequest, in store: Store) throws -> Node {
  var opening = Opening(store)
  var differentiation = Differentiation(store, by: [request.variable])
  let differential = try differentiation.differential(of: opening.open(request.function))
  var transposition = Transposition(store)
  return try transposition.gradients(of: differential, cotangent: store.one, by: [request.variable])[0]
}

/// What is too large is answered without an answer, and soon.
@Test func largeExpressionsStayUndecided() throws {
  let texts = [
    ("(a+b+c+d+e+f)^8*(a+b+c+d+e+g)^8", "(a+b+c+d+e+g)^8*(a+b+c+d+e+f)^8*1.5"),
    ("sum(sin(exp(x).*y+w).^8./(ones(n)+x.^8+y.^7).^5)", "sum(cos(exp(x).*y+w).^8./(ones(n)+x.^8+y.^7).^5)"),
    ("tr((A*B+B*A+A'*B'+A*A)^8)", "tr((A*B+B*A+A'*B'+A*A)^8)+tr(A)"),
  ]
  for (left, right) in texts {
    let store = Store()
    let declarations = ["A: matrix(n,n)", "B: matrix(n,n)", "e: scalar", "f: scalar", "g: scalar"]
    let reading = try Reader(left, right, declarations: declarations).read(into: store)
    let decision = EqualityEngine(store: store).decide(reading.expressions[0], reading.expressions[1])
    if case .equal = decision { Issue.record("\(left) is called equal to \(right)") }
  }
  // A chain of two thousand functions is deep, not wide.
  let store = Store()
  var node = store.variable(Variable("x", Shape("n", 1)))
  for _ in 0..<2000 { node = store.intern(.tanh, store.extent(node), node) }
  let other = store.sum(node, node)
  #expect(EqualityEngine(store: store).decide(other, store.scaled(2, node)) != .different)
}
