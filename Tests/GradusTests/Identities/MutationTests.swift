import Testing

@testable import Gradus

/// True claims made wrong in the ways in which people get them wrong; none may pass.
@Suite struct MutationTests {
  @Test func noMutantOfATrueClaimIsAccepted() throws {
    var kinds: [String: Int] = [:]
    for table in try IdentityTable.builtIn() {
      for (place, identity) in table.identities.enumerated() where identity.expected == .proved {
        if !Campaign.isLong, place % 10 != 0 { continue }
        for claim in identity.claims {
          for (mutation, mutant) in try Mutant.all(of: claim) {
            kinds[mutation, default: 0] += 1
            let judgement = try ClaimJudge.judge(mutant)
            #expect(
              judgement.verdict.strength <= Verdict.conditional.strength,
              "\(identity.id), \(mutation): \(mutant.sides[0].cases[0].value.text) is \(judgement.verdict): \(judgement.reason)"
            )
          }
        }
      }
    }
    let tried = kinds.values.reduce(0, +)
    print("\(tried) mutants: \(kinds.sorted { $0.key < $1.key }.map { "\($1) by \($0)" }.joined(separator: ", "))")
    #expect(tried >= (Campaign.isLong ? 400 : 20))
    #expect(kinds.count >= 4)
  }
}

private enum Mutant {
  /// The claim with its last side's cases changed one by one.
  static func all(of claim: Claim) throws -> [(String, Claim)] {
    let texts = ClaimTexts(claim: claim)
    let store = Store()
    let variables = try texts.knownVariables()
    let shape = try expectedShape(claim, texts, variables)
    guard let side = try texts.sides(variables, shape: shape, into: store).last, let written = claim.sides.last else {
      return []
    }
    var mutants: [(String, Claim)] = []
    for (place, part) in side.enumerated() {
      for (mutation, node) in changes(of: part.value, in: store) where mutation != "transpose" || claim.entry == nil {
        var cases = written.cases
        cases[place] = Claim.Side.Case(value: Passage(store.text(node)), condition: cases[place].condition)
        var mutant = claim
        mutant.sides[mutant.sides.count - 1] = Claim.Side(cases: cases)
        mutants.append((mutation, mutant))
      }
    }
    return mutants
  }

  /// So that I and 𝟏 have their sizes when they are printed.
  private static func expectedShape(_ claim: Claim, _ texts: ClaimTexts, _ variables: [Variable]) throws -> Shape? {
    if claim.entry != nil { return .scalar }
    let store = Store()
    guard let name = claim.variable, let variable = variables.first(where: { $0.name == name }),
      texts.differentials(among: variables).isEmpty
    else { return try? store.shape(texts.read(texts.passages.prefix(1), variables, into: store).expressions[0]) }
    let function = try texts.read(texts.passages.prefix(1), variables, into: store).expressions[0]
    var request = DerivationRequest(function: function, variable: variable)
    request.layout = claim.layout
    return try Deriver.derive(request, in: store).result.map { store.shape($0) }
  }

  private static func changes(of node: Node, in store: Store) -> [(String, Node)] {
    if store.isZero(Simplifier(store).simplify(node)) { return [] }
    var changes = [
      ("factor 2", store.scaled(2, node)), ("factor 1/2", store.scaled(Rational(1, 2), node)),
      ("sign", store.negated(node)),
    ]
    let transposed = store.transpose(node)
    if Simplifier(store).simplify(transposed) != Simplifier(store).simplify(node) {
      changes.append(("transpose", transposed))
    }
    for sum in store.reachable(from: [node]) where store.operation(sum) == .sum {
      for place in store.operands(sum).indices {
        var terms = Array(store.operands(sum))
        terms.remove(at: place)
        changes.append(("dropped term", replaced(sum, by: store.sum(terms), in: node, store)))
      }
    }
    return changes
  }

  private static func replaced(_ old: Node, by new: Node, in root: Node, _ store: Store) -> Node {
    var known = [old: new]
    for node in store.reachable(from: [root]) where known[node] == nil {
      known[node] = store.rebuild(node) { known[$0] ?? $0 }
    }
    return known[root] ?? root
  }
}
