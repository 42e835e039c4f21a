/// What came of taking a derivation's steps again.
public struct StepCheck: Sendable, CustomStringConvertible {
  /// How many steps there are; each was replayed by the rule that it names.
  public let steps: Int
  /// How many were also tried in numbers at a sampled point.
  public let tried: Int
  /// The steps that do not hold.
  public let failures: [StepLine]

  public var passed: Bool { failures.isEmpty }

  public var description: String { Diagnostic.text(of: self) }
}

extension Derivation {
  /// Replays each step, and where wanted tries it in numbers.
  func checkSteps(inNumbers: Bool = true, seed: UInt64 = 1) -> StepCheck {
    let numbers = relevantSteps
    var replay = Replay(self)
    var failures = replay.failures(among: numbers)
    let trial = inNumbers ? StepTrial(self).outcome(of: numbers, seed: seed) : nil
    failures += trial?.failures ?? []
    return StepCheck(steps: numbers.count, tried: trial?.tried ?? 0, failures: lines(of: failures, as: .ascii))
  }
}
