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
    name = Certificate.name(of: identity.id)
    let found: IdentityDerivation?
    do throws(ClaimError) {
      found = try IdentityDerivation(of: identity)
    } catch {
      throw CoqRefusal.words("nothing is derived for it")
    }
    guard let derived = found else { throw CoqRefusal.words("it claims nothing") }
    let (store, subject) = (derived.store, derived.subject)
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
        sides = try derived.judge.sides(derived.texts, derived.variables, subject)
      } catch {
        throw CoqRefusal.words("its sides are not of one shape")
      }
      comment = "\(identity.id): the equality claimed"
      theorem = try TheoremStatement(name, [subject.whole] + sides, in: store)
    }
    proposition = theorem.proposition
  }
}
