import Testing

@testable import Gradus

@Suite struct BuiltInTableTests {
  @Test func everyVerdictIsTheOneExpected() throws {
    for table in try IdentityTable.builtIn() { try table.verify() }
  }

  @Test func theIndexFormProvesWhatIsProved() throws {
    for table in try IdentityTable.builtIn() {
      for finding in table.check() where finding.verdict == .proved {
        let reason = try #require(finding.judgement?.reason)
        #expect(!reason.contains("simplification"), "\(finding.identity.id): \(reason)")
      }
    }
  }

  @Test func idsOccurOnce() throws {
    let ids = try IdentityTable.builtIn().flatMap(\.identities).map(\.id)
    #expect(ids.count == Set(ids).count)
    #expect(ids.count == 153)
  }

  @Test func whatIsWrongComesWithNumbersAndTheRightFormula() throws {
    for finding in try Errata.found().findings {
      let judgement = try #require(finding.judgement)
      #expect(judgement.correct != nil, "\(finding.identity.id)")
      if judgement.verdict != .illFormed { #expect(judgement.counterexample != nil, "\(finding.identity.id)") }
      if judgement.verdict == .conditional { #expect(judgement.hypotheses.count == 1, "\(finding.identity.id)") }
    }
  }

  @Test func exportedTextIsReadToTheSameTable() throws {
    for (name, text) in IdentityTable.builtInTexts {
      let table = try IdentityTable(text + "\n", file: name)
      #expect(table.name == name)
      #expect(table.text(expecting: []) == text + "\n")
    }
  }
}
