import Testing

@testable import Gradus

/// Derivatives of random expressions over the whole language against central differences.
struct DerivativeCampaignTests {
  @Test func firstDerivatives() throws {
    var tally = Tally()
    for seed in Campaign.seeds(250) { try tally.tryOne(seed: seed, order: 1) }
    print("first derivatives: \(tally)")
    #expect(tally.failures.isEmpty, "\(tally.failures.prefix(5).joined(separator: "\n"))")
    #expect(tally.agreed * 3 > tally.tried * 2, "\(tally)")
  }

  @Test func secondDerivatives() throws {
    var tally = Tally()
    for seed in Campaign.seeds(150) { try tally.tryOne(seed: seed &+ 1_000_000, order: 2) }
    print("second derivatives: \(tally)")
    #expect(tally.failures.isEmpty, "\(tally.failures.prefix(5).joined(separator: "\n"))")
    #expect(tally.agreed * 2 > tally.tried, "\(tally)")
  }
}

/// What became of each trial.
private struct Tally: CustomStringConvertible {
  var tried = 0
  var agreed = 0
  var refused = 0
  var undecided = 0
  var failures: [String] = []

  var description: String {
    "\(tried) tried, \(agreed) agreed, \(refused) refused by name, \(undecided) without a smooth point, \(failures.count) failed"
  }

  mutating func tryOne(seed: UInt64, order: Int) throws {
    let store = Store()
    var random = RandomExpression(seed: seed, in: store, for: .numbers)
    let node = random.next(depth: 2 + Int(seed % 3))
    guard !store[node].holdsDifferential, order == 1 || store.isScalar(node) else { return }
    let variables = store.variables(in: [node])
    guard let variable = variables.isEmpty ? nil : variables[Int(seed / 7) % variables.count] else { return }
    tried += 1
    var request = DerivationRequest(function: node, variable: variable)
    request.order = order
    request.layout = [nil, .numerator, .denominator][Int(seed % 3)]
    let title =
      "seed \(seed): \(store.text(node)) by \(variable), \(request.layout.map { "\($0)" } ?? "default") layout"
    let derivation: Derivation
    do throws(DerivationError) {
      derivation = try Deriver.derive(request, in: store)
    } catch {
      if case .refused = error { refused += 1 } else { failures.append("\(title): \(error)") }
      return
    }
    guard let result = derivation.result else {
      refused += 1
      return
    }
    let text = store.text(result)
    for leftover in ["''", "(1*", "+0)", "--", "+-"] where text.contains(leftover) {
      failures.append("\(title): \(leftover) is left over in \(text)")
      return
    }
    // Small sizes keep the fourth-order cases quick; pinv needs room in both directions.
    let sizes = ["m": 3, "n": 2, "p": 4, "q": 2]
    let extents = [store.shape(node), variable.shape]
    let entries = extents.reduce(1) { $0 * ($1.rows.value(at: sizes) ?? 99) * ($1.columns.value(at: sizes) ?? 99) }
    guard entries <= 100, let check = derivation.check(sizes: sizes, points: 1, seed: seed) else {
      undecided += 1
      return
    }
    switch check.verdict {
    case .agrees: agreed += 1
    case .undecided: undecided += 1
    case .disagrees: failures.append("\(title) = \(text): \(check)")
    }
  }
}
