@testable import Gradus

/// The derivatives that the built-in tables are about, derived anew.
enum TableDerivations {
  struct Entry {
    let name: String
    let derivation: Derivation
    let variables: [Variable]
  }

  /// With every size the same, matrices are square, and all of them can be transposed where they stand.
  static func all(isSquare: Bool = false) throws -> [Entry] {
    try IdentityTable.builtIn().flatMap { table in
      table.identities.compactMap { identity in
        guard let claim = identity.claims.first, let name = claim.variable, claim.function != nil,
          var variables = try? ClaimTexts(claim: claim).knownVariables()
        else { return nil }
        let texts = ClaimTexts(claim: claim)
        var store = Store()
        guard
          var function = try? texts.read(texts.passages.prefix(1), variables, into: store).expressions[0],
          texts.differentials(among: variables).isEmpty
        else { return nil }
        if isSquare {
          var substitution = Substitution(into: Store())
          for size in variables.flatMap({ $0.shape.rows.names + $0.shape.columns.names }) {
            substitution.sizes[size] = Dimension("n")
          }
          function = substitution.copy(function, from: store)
          variables = variables.map { Variable($0.name, substitution.shape($0.shape), $0.attributes) }
          store = substitution.target
        }
        guard let variable = variables.first(where: { $0.name == name }) else { return nil }
        var request = DerivationRequest(function: function, variable: variable)
        (request.order, request.layout, request.structured) = (claim.order, claim.layout, claim.structured)
        guard let derivation = try? Deriver.derive(request, in: store), derivation.result != nil else { return nil }
        return Entry(name: "\(table.name) \(identity.id)", derivation: derivation, variables: variables)
      }
    }
  }
}
