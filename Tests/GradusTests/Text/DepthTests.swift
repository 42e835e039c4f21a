import Testing

@testable import Gradus

/// Depth costs memory and never stack.
struct DepthTests {
  private static let depth = Campaign.isLong ? 1_000_000 : 50_000

  private static func nested(_ build: (Store, Node) -> Node) -> (Store, Node) {
    let store = Store()
    var node = store.variable(Variable("X", Shape("n", "n")))
    while store.count < depth { node = build(store, node) }
    return (store, node)
  }

  @Test func nestedSumsAndTransposes() {
    let other = Variable("B", Shape("n", "n"))
    let (store, node) = DepthTests.nested { store, node in
      store.transpose(store.sum(node, store.variable(other)))
    }
    let text = Writer(store: store, dialect: .ascii).text(of: node)
    #expect(text.hasPrefix("(B+(B+(B+(B+"))
    #expect(text.hasSuffix(")')')'"))
  }

  @Test func nestedFractions() {
    let (store, node) = DepthTests.nested { store, node in
      let trace = store.isScalar(node) ? node : store.intern(.trace, .scalar, node)
      return store.reciprocal(store.sum(store.one, trace))
    }
    #expect(Writer(store: store, dialect: .latex).text(of: node).hasPrefix("\\frac{1}{1 + \\frac{1}{1 + "))
    #expect(Writer(store: store, dialect: .mathML).text(of: node).hasSuffix("</mfrac></mrow></math>"))
  }

  @Test func treeAndJSON() {
    let (store, node) = DepthTests.nested { store, node in store.intern(.exp, store.extent(node), node) }
    #expect(TreeText(store: store).text(of: node).hasPrefix("exp: matrix(n,n)\n  exp: matrix(n,n)\n"))
    #expect(JSONText(store: store).text(of: node).hasPrefix("{\"nodes\": [{\"operation\": \"variable\""))
  }
}
