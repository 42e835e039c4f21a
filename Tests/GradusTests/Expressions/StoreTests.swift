import Testing

@testable import Gradus

/// Equal nodes are one node, whatever was built before, and nothing is kept of what was dropped.
struct StoreTests {
  @Test func equalPartsAreOneNode() {
    var random = SplitMix64(seed: 7)
    let store = Store()
    var nodes = (1...8).map { store.variable(Variable("x\($0)", Shape("n", "n"))) }
    var made: [[UInt32]: Node] = [:]
    for _ in 0..<20_000 {
      let operands = (0..<Int.random(in: 1...3, using: &random)).map { _ in
        // Mostly recent nodes, and often the same ones.
        nodes[max(0, nodes.count - 1 - Int.random(in: 0..<64, using: &random))]
      }
      let node = store.intern(.product, store.extent(nodes[0]), operands)
      let key = operands.map(\.index)
      if let known = made[key] {
        #expect(node == known)
      } else {
        #expect(Int(node.index) == store.count - 1, "an old node was given for new parts")
        made[key] = node
        nodes.append(node)
      }
    }
    for (key, node) in made {
      let again = store.intern(.product, store.extent(node), key.map { Node(index: $0) })
      #expect(again == node)
    }
  }

  /// All have one operand in common, beside which there is no room for so many.
  @Test func manyNodesOverOneOperand() {
    let store = Store()
    let factors = (0..<60_000).map { store.number(Rational($0 + 2)) }
    let last = store.variable(Variable("X", Shape("n", "n")))
    let clock = ContinuousClock()
    var nodes: [Node] = []
    let time = clock.measure { nodes = factors.map { store.intern(.scale, store.extent(last), [$0, last]) } }
    #expect(Set(nodes).count == factors.count)
    let again = factors.map { store.intern(.scale, store.extent(last), [$0, last]) }
    #expect(again == nodes)
    #expect(time < .seconds(5), "quadratic: \(time) for \(factors.count) nodes")
  }

  /// Stores are let go with the last expression in them; other tests may hold a few meanwhile.
  @Test func expressionsThatAreDroppedCostNoMemory() {
    let count = Campaign.isLong ? 1_000_000 : 200_000
    let x = Expression(Variable("x", Shape("n", 1)))
    var stores: [WeakStore] = []
    for number in 0..<count {
      let scaled = Expression(Rational(number)) * x
      if stores.last?.store !== scaled.store { stores.append(WeakStore(store: scaled.store)) }
    }
    #expect(stores.count > count / (1 << 15), "one store holds everything")
    #expect(stores.count(where: { $0.store != nil }) < 8)
  }

  private struct WeakStore {
    weak var store: Store?
  }
}
