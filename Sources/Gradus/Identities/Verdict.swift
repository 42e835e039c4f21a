/// What has been found of a claim.
public enum Verdict: String, Sendable, Hashable, CaseIterable {
  /// Equal by the symbolic decision, and in every trial.
  case proved
  /// No symbolic decision, and every trial agrees.
  case confirmed
  /// Proved or confirmed under a hypothesis that is not declared, and refuted without it.
  case conditional
  /// There is a counterexample.
  case refuted
  /// The claim has no consistent shapes.
  case illFormed = "ill-formed"

  /// How much a claim with this verdict is worth; of several claims in one identity the least counts.
  var strength: Int {
    switch self {
    case .illFormed: 0
    case .refuted: 1
    case .conditional: 2
    case .confirmed: 3
    case .proved: 4
    }
  }
}

/// A verdict with its reasons.
public struct Judgement: Sendable {
  public let verdict: Verdict
  /// One or two sentences for a person.
  public let reason: String
  /// The hypotheses under which a conditional claim holds.
  public internal(set) var hypotheses: [String] = []
  /// Numbers at which the sides differ.
  public internal(set) var counterexample: Counterexample?
  /// The right formula in the text syntax, where the claim is not right as it stands.
  public internal(set) var correct: String?
  public internal(set) var notes: [String] = []
}
