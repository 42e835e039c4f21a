import Testing

@testable import Gradus

/// What is printed is read back to the identical node.
struct RoundTripTests {
  /// Expressions tried under one seed, which share a store.
  private static let perSeed = 100
  private static let declarations = ["_sizes: matrix(m,n)", "_others: matrix(p,q)"]

  @Test func everythingPrintedReadsBack() {
    var seen: Set<Operation> = []
    for seed in Campaign.seeds(10) {
      var random = RandomExpression(seed: seed)
      let store = random.store
      for round in 0..<RoundTripTests.perSeed {
        let node = random.next(depth: 2 + round % 4)
        for reached in store.reachable(from: [node]) { seen.insert(store.operation(reached)) }
        let writer = Writer(store: store, dialect: .ascii)
        let text = writer.text(of: node)
        RoundTripTests.check(text, reads: node, in: random, "seed \(seed), round \(round)")
        let taken = Set(random.variables.map(\.name))
        let named = writer.text(naming: Definitions(in: [node], of: store, avoiding: taken), in: node)
        RoundTripTests.check(named, reads: node, in: random, "seed \(seed), round \(round), with definitions")
      }
    }
    #expect(Operation.allCases.filter { !seen.contains($0) }.isEmpty)
  }

  private static func check(_ text: String, reads node: Node, in random: RandomExpression, _ label: String) {
    let store = random.store
    var reader = Reader(text, declarations: declarations, variables: random.variables)
    reader.functions = [RandomExpression.cube]
    do throws(Problem) {
      let found = try reader.read(into: store).expressions[0]
      if found != node {
        let again = Writer(store: store, dialect: .ascii).text(of: found)
        Issue.record("\(label): \(text) reads as \(again)")
      }
    } catch {
      Issue.record("\(label): \(text): \(error.code)")
    }
  }
}
