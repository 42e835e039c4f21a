import Testing

@testable import Gradus

/// What is nearly a rule's left side has the value that it had after simplifying, whether the rule still applies or not.
struct NearMissTests {
  private static let seed: UInt64 = 17

  /// The left side of every rule, with different sizes and with one size for all.
  private static func leftSides() throws -> [(rule: String, store: Store, node: Node)] {
    var found: [(rule: String, store: Store, node: Node)] = []
    for rule in Rule.all {
      let trial = try RuleTrial(instanceOf: rule)
      found.append((rule.name, trial.store, trial.left))
      let names = Set(trial.store.dimensionNames(in: [trial.left], and: trial.variables))
      guard names.count > 1, let equal = try? RuleTrial(instanceOf: rule, replacing: names) else { continue }
      found.append((rule.name, equal.store, equal.left))
    }
    return found
  }

  @Test func oneChangeKeepsTheValue() throws {
    var tally = NearMissTally()
    for (rule, store, node) in try NearMissTests.leftSides() {
      var misses = NearMisses(in: store)
      for miss in misses.all(of: node) { tally.add(NearMissOutcome(miss, in: store, seed: NearMissTests.seed), rule) }
    }
    print("near misses of rules by one change, seed \(NearMissTests.seed): \(tally)")
    #expect(tally.failures.isEmpty, "seed \(NearMissTests.seed): \(tally.report)")
    #expect(tally.agreeing > 2_000)
    #expect(tally.untried * 10 < tally.agreeing)
  }

  /// Left sides with two changes, of which there are too many to try them all; a part may also become one of another
  /// rule's left side.
  @Test func twoChangesKeepTheValue() throws {
    var random = SplitMix64(seed: NearMissTests.seed)
    var tally = NearMissTally()
    let sides = try NearMissTests.leftSides()
    let count = Campaign.isLong ? 20_000 : 500
    for _ in 0..<count {
      let (rule, store, node) = sides[Int.random(in: sides.indices, using: &random)]
      let (_, otherStore, otherNode) = sides[Int.random(in: sides.indices, using: &random)]
      let adopted = store.adopt(otherNode, from: otherStore)
      let isMixed = Bool.random(using: &random) && store.namesAgree(in: [node, adopted])
      var misses = NearMisses(in: store, mixing: isMixed ? [node, adopted] : [])
      guard let once = misses.all(of: node).randomElement(using: &random),
        let twice = misses.all(of: once).randomElement(using: &random)
      else { continue }
      tally.add(NearMissOutcome(twice, in: store, seed: random.next()), rule)
    }
    print("near misses of rules by two changes, seed \(NearMissTests.seed): \(tally)")
    #expect(tally.failures.isEmpty, "seed \(NearMissTests.seed): \(tally.report)")
    #expect(tally.agreeing * 2 > count)
    #expect(tally.untried * 5 < tally.agreeing)
  }
}

extension Store {
  /// Whether one name stands for one variable, as it must to have one value.
  fileprivate func namesAgree(in nodes: [Node]) -> Bool {
    let variables = variables(in: nodes)
    return Set(variables.map(\.name)).count == Set(variables).count
  }
}

/// How many near misses fared in which way, and what went wrong.
private struct NearMissTally: CustomStringConvertible {
  private(set) var agreeing = 0
  private(set) var untried = 0
  private var unchanged = 0
  private(set) var failures: [String: [String]] = [:]

  mutating func add(_ outcome: NearMissOutcome, _ rule: String) {
    switch outcome {
    case .unchanged: unchanged += 1
    case .agrees: agreeing += 1
    case .untried: untried += 1
    case .differs(let rules, let report):
      failures[rules.joined(separator: ", "), default: []].append("from \(rule): \(report)")
    }
  }

  /// The failures by the rules whose steps change the value, of each the shortest.
  var report: String {
    failures.sorted { $0.key < $1.key }.map { rules, reports in
      let shortest = reports.sorted { $0.count < $1.count }.prefix(3)
      return "\(reports.count) by \(rules):\n  \(shortest.joined(separator: "\n  "))"
    }.joined(separator: "\n")
  }

  var description: String {
    "\(agreeing) agree, \(unchanged) are not changed, \(untried) untried, \(failures.values.map(\.count).reduce(0, +)) differ"
  }
}
