/// What an identity's first claim is about, derived in a store of its own.
package struct IdentityDerivation {
  let judge: ClaimJudge
  let texts: ClaimTexts
  let variables: [Variable]
  let subject: ClaimSubject

  var store: Store { judge.store }

  /// Nil for an identity that claims nothing.
  init?(of identity: Identity) throws(ClaimError) {
    guard let claim = identity.claims.first else { return nil }
    judge = ClaimJudge(claim: claim)
    texts = ClaimTexts(claim: claim)
    variables = try texts.knownVariables()
    subject = try judge.subject(texts, variables)
  }

  /// Nil where no derivative is claimed, or the one asked for is refused.
  package static func derivative(_ identity: Identity) -> IdentityDerivation? {
    guard let derived = try? IdentityDerivation(of: identity) else { return nil }
    return derived.subject.derivation == nil ? nil : derived
  }

  /// What stands against the derivative, by finite differences at random points.
  package var objection: String? {
    let check = subject.derivation?.check(variables: variables, sizes: judge.claim.sizes, seed: judge.seed)
    return check.map { $0.passed ? nil : Diagnostic.text(of: $0) } ?? "nothing to compare with"
  }
}
