import Testing

@testable import Gradus

/// Right derivatives at many points: none may be called wrong.
@Suite struct FalseAlarmTests {
  @Test func noRightDerivativeIsCalledWrong() throws {
    let entries = try TableDerivations.all()
    #expect(entries.count > 80)
    var (agreed, undecided) = (0, 0)
    // 500 in a plain run, 10,000 in a campaign.
    for number in 0..<Campaign.seeds(500).count {
      let entry = entries[number % entries.count]
      guard let check = entry.derivation.check(variables: entry.variables, points: 1, seed: UInt64(number)) else {
        continue
      }
      switch check.verdict {
      case .agrees: agreed += 1
      case .undecided: undecided += 1
      case .disagrees: Issue.record("\(entry.name), seed \(number): \(check)")
      }
    }
    print("right derivatives: \(agreed) agree, \(undecided) undecided")
    #expect(agreed >= 19 * undecided && agreed + undecided > 450)
  }
}
