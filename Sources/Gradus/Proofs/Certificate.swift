/// A theorem that what is derived is the derivative, the Jacobian or the differential, with a script for Coq.
struct Certificate: Sendable {
  /// The theorem's name: the identity's id in letters that Coq takes.
  let name: String
  let comment: String
  /// What stands between the colon and the final point.
  let proposition: String

  var theorem: String { "(* \(comment) *)\nTheorem \(name) :\n\(proposition).\nProof. certify. Qed." }

  static func name(of id: String) -> String {
    id.map { $0.isLetter || $0.isNumber ? String($0) : "_" }.joined()
  }

  /// What is derived for an identity, or the equality that it claims.
  init(_ identity: Identity) throws(CoqRefusal) {
    guard let claim = identity.claims.first else { throw CoqRefusal.words("it claims nothing") }
    name = Certificate.name(of: identity.id)
    let judge = ClaimJudge(claim: claim)
    let texts = ClaimTexts(claim: claim)
    let variables: [Variable]
    let subject: ClaimSubject
    do throws(ClaimError) {
      variables = try texts.knownVariables()
      subject = try judge.subject(texts, variables)
    } catch {
      throw CoqRefusal.words("nothing is derived for it")
    }
    let store = judge.store
    let theorem: TheoremStatement
    if let derivation = subject.derivation {
      comment = "\(identity.id): the derivative of \(store.text(derivation.target)) by \(derivation.variable.name)"
      theorem = try TheoremStatement(name, derivation, in: store)
    } else if let function = subject.differentiated {
      comment = "\(identity.id): the differential of \(store.text(function))"
      theorem = try TheoremStatement(name, function, hasDifferential: subject.whole, in: store)
    } else {
      let sides: [Node]
      do throws(ClaimError) {
        sides = try judge.sides(texts, variables, subject)
      } catch {
        throw CoqRefusal.words("its sides are not of one shape")
      }
      comment = "\(identity.id): the equality claimed"
      theorem = try TheoremStatement(name, [subject.whole] + sides, in: store)
    }
    proposition = theorem.proposition
  }
}
