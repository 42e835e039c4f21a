@testable import Gradus

/// The derivatives that the built-in tables are about, derived anew.
enum TableDerivations {
  struct Entry {
    let name: String
    let derivation: Derivation
    let variables: [Variable]
  }

  static func all() throws -> [Entry] {
    try IdentityTable.builtIn().flatMap { table in
      table.identities.compactMap { identity in
        guard let claim = identity.claims.first, let name = claim.variable, claim.function != nil,
          let variables = try? ClaimTexts(claim: claim).knownVariables(),
          let variable = variables.first(where: { $0.name == name })
        else { return nil }
        let (store, texts) = (Store(), ClaimTexts(claim: claim))
        guard
          let function = try? texts.read(texts.passages.prefix(1), variables, into: store).expressions[0],
          texts.differentials(among: variables).isEmpty
        else { return nil }
        var request = DerivationRequest(function: function, variable: variable)
        (request.order, request.layout, request.structured) = (claim.order, claim.layout, claim.structured)
        guard let derivation = try? Deriver.derive(request, in: store), derivation.result != nil else { return nil }
        return Entry(name: "\(table.name) \(identity.id)", derivation: derivation, variables: variables)
      }
    }
  }
}
