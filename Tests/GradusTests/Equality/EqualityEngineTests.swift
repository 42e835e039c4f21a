import Testing

@testable import Gradus

@Test func equalPairsAreDecided() {
  for pair in EqualPair.all {
    do {
      let decision = try pair.decision()
      guard case .equal = decision else {
        Issue.record("\(pair.left)  and  \(pair.right): \(decision)")
        continue
      }
    } catch {
      Issue.record("\(pair.left)  and  \(pair.right): \(error)")
    }
  }
}

@Test func trueClaimsOfTheSourcesAreDecided() {
  for claim in SeedClaim.all {
    do {
      let decision = try claim.decision()
      guard case .equal = decision else {
        Issue.record("\(claim.id): \(claim.function)  and  \(claim.claim): \(decision)")
        continue
      }
    } catch {
      Issue.record("\(claim.id): \(claim.function)  and  \(claim.claim): \(error)")
    }
  }
}
