import Testing

@testable import Gradus

/// The derivatives of the tables, each made wrong in every place; central differences must tell.
@Suite struct CheckMutationTests {
  private struct Tally: CustomStringConvertible {
    var caught: [String: Int] = [:]
    var equivalent = 0
    var missed: [String] = []

    /// Tries the mutants of the kinds asked for.
    mutating func add(mutantsOf entry: TableDerivations.Entry, _ isWanted: (String) -> Bool) throws {
      let (store, variables) = (entry.derivation.store, entry.variables)
      guard let original = entry.derivation.result else { return }
      for mutant in DerivativeMutant.all(of: original, in: store) where isWanted(mutant.kind) {
        if mutant.isEquivalent(to: original, in: store, variables) {
          equivalent += 1
          continue
        }
        let check = entry.derivation.comparison(claim: mutant.node, variables: variables)?.run(shortening: false)
        if check?.disagreement != nil {
          caught[mutant.kind, default: 0] += 1
        } else {
          let text = store.text(mutant.node)
          missed.append("\(entry.name), \(mutant.kind): \(text): \(check.map { "\($0)" } ?? "no check")")
        }
      }
    }

    var description: String {
      let kinds = caught.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(separator: ", ")
      return "\(caught.values.reduce(0, +)) mutants caught (\(kinds)), \(missed.count) missed, "
        + "\(equivalent) equal to the original"
    }
  }

  @Test func everyMutantIsCaught() throws {
    var tally = Tally()
    for (place, entry) in try TableDerivations.all().enumerated() where Campaign.isLong || place % 4 == 0 {
      try tally.add(mutantsOf: entry) { _ in true }
    }
    // Where all sizes are one, every matrix can be transposed by mistake.
    for (place, entry) in try TableDerivations.all(isSquare: true).enumerated()
    where Campaign.isLong || place % 2 == 0 {
      try tally.add(mutantsOf: entry) { $0 == DerivativeMutant.transposedFactor }
    }
    print("mutation of derivatives: \(tally)")
    #expect(tally.missed.isEmpty, "\(tally.missed.prefix(10).joined(separator: "\n"))")
    #expect(tally.caught.values.reduce(0, +) > (Campaign.isLong ? 500 : 120))
    #expect(Set(tally.caught.keys) == Set(DerivativeMutant.kinds))
    #expect(tally.caught[DerivativeMutant.transposedFactor, default: 0] > (Campaign.isLong ? 50 : 25))
  }
}

/// A derivative with one mistake.
private struct DerivativeMutant {
  let kind: String
  let node: Node

  static let transposedFactor = "transposed factor"
  static let kinds = ["factor 1.00001", "sign", transposedFactor, "missing term", "sign of a term", "one short"]

  static func all(of node: Node, in store: Store) -> [DerivativeMutant] {
    var mutants = [
      DerivativeMutant(kind: kinds[0], node: store.scaled(Rational(100_001, 100_000), node)),
      DerivativeMutant(kind: kinds[1], node: store.negated(node)),
    ]
    for part in store.reachable(from: [node]) {
      let operands = Array(store.operands(part))
      func replace(_ kind: String, _ changed: Node) {
        mutants.append(DerivativeMutant(kind: kind, node: replaced(part, by: changed, in: node, store)))
      }
      let extent = store.extent(part)
      if extent.rows == extent.columns, extent.rows != .one { replace(kinds[2], store.transpose(part)) }
      switch store.operation(part) {
      case .sum:
        for place in operands.indices {
          var terms = operands
          let term = terms.remove(at: place)
          replace(kinds[3], store.sum(terms))
          replace(kinds[4], store.sum(terms + [store.negated(term)]))
        }
      case .product:
        for place in operands.indices.dropLast() where store.extent(operands[place]).columns != .one {
          replace(kinds[5], store.product(shortened(operands, after: place, store)))
        }
      default: break
      }
    }
    return mutants
  }

  /// A B summed over all but the first of the inner indices: A (I − e₁e₁ᵀ) B.
  private static func shortened(_ factors: [Node], after place: Int, _ store: Store) -> [Node] {
    let size = store.extent(factors[place]).columns
    let unit = store.unit(size, at: 0)
    let first = store.product(unit, store.transpose(unit))
    let rest = store.sum(store.identity(size), store.negated(first))
    return Array(factors[...place]) + [rest] + factors[(place + 1)...]
  }

  private static func replaced(_ old: Node, by new: Node, in root: Node, _ store: Store) -> Node {
    var known = [old: new]
    for node in store.reachable(from: [root]) where known[node] == nil {
      known[node] = store.rebuild(node) { known[$0] ?? $0 }
    }
    return known[root] ?? root
  }

  /// Whether mutant and original have the same values, so that there is nothing to be caught.
  func isEquivalent(to original: Node, in store: Store, _ variables: [Variable]) -> Bool {
    if node == original { return true }
    let trials = Trials(store: store, variables: variables, seed: 99)
    if case .differs = trials.compare(original, node, points: 3) { return false }
    return true
  }
}
