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

  /// No scalars on either side: only Jacobians with rows and columns for every pair of entries.
  @Test func matricesByMatrices() throws {
    var tally = Tally()
    for seed in Campaign.seeds(120) { try tally.tryOne(seed: seed &+ 2_000_000, order: 1, of: .matrices) }
    print("matrices by matrices: \(tally)")
    #expect(tally.failures.isEmpty, "\(tally.failures.prefix(5).joined(separator: "\n"))")
    #expect(tally.agreed * 2 > tally.tried, "\(tally)")
  }

  @Test func mixedSecondDerivatives() throws {
    var tally = Tally()
    for seed in Campaign.seeds(60) { try tally.tryOne(seed: seed &+ 3_000_000, order: 2, of: .pairs) }
    print("mixed second derivatives: \(tally)")
    #expect(tally.failures.isEmpty, "\(tally.failures.prefix(5).joined(separator: "\n"))")
    #expect(tally.agreed * 2 > tally.tried, "\(tally)")
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

  /// What is wanted of the expressions.
  enum Kind {
    case any
    /// Neither the expression nor the variable is a scalar.
    case matrices
    /// Two variables to differentiate by.
    case pairs
  }

  mutating func tryOne(seed: UInt64, order: Int, of kind: Kind = .any) throws {
    let store = Store()
    guard let (node, variables) = drawn(seed: seed, order: order, of: kind, in: store) else { return }
    let variable = variables[Int(seed / 7) % variables.count]
    tried += 1
    var request = DerivationRequest(function: node, variable: variable)
    request.order = order
    if kind == .pairs { request.second = variables[Int(seed / 7 + 1) % variables.count] }
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
    let second = request.second ?? variable
    // Small sizes keep the fourth-order cases quick; pinv needs room in both directions.
    let sizes = ["m": 3, "n": 2, "p": 4, "q": 2]
    let extents = [order == 1 ? store.shape(node) : variable.shape, second.shape]
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

  /// The first expression of the kind wanted, and the variables by which it may be differentiated.
  private func drawn(seed: UInt64, order: Int, of kind: Kind, in store: Store) -> (Node, [Variable])? {
    for attempt in 0..<(kind == .any ? 1 : 40 as UInt64) {
      var random = RandomExpression(seed: seed &+ attempt &* 7_919, in: store, for: .numbers)
      let node = random.next(depth: 2 + Int(seed % 3))
      guard !store[node].holdsDifferential, order == 1 || store.isScalar(node) else { continue }
      let variables = store.variables(in: [node])
      switch kind {
      case .any: if !variables.isEmpty { return (node, variables) }
      case .matrices:
        let matrices = variables.filter { !$0.shape.isScalar }
        if !store.isScalar(node), !matrices.isEmpty { return (node, matrices) }
      case .pairs: if variables.count > 1 { return (node, variables) }
      }
    }
    return nil
  }
}
