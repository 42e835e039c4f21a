import Foundation
import Testing

@testable import Gradus

/// `Proofs/` holds what the code says, and what Coq accepted is what stands there.
///
/// `GRADUS_UPDATE=1 swift test --filter ProofFilesTests` writes the generated files anew; then run `Proofs/check --record`.
@Suite struct ProofFilesTests {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("../../../Proofs").standardizedFileURL
  private static let isUpdating = ProcessInfo.processInfo.environment["GRADUS_UPDATE"] != nil

  @Test func statementsAreThoseOfTheRules() throws {
    let file = Self.folder.appendingPathComponent("Statements.v")
    if Self.isUpdating { try Theorems.file.write(to: file, atomically: true, encoding: .utf8) }
    let written = try String(contentsOf: file, encoding: .utf8)
    #expect(written == Theorems.file, "a rule's statement changed: see this suite's comment for what to do")
  }

  @Test func certificatesAreThoseOfTheDerivations() throws {
    for (name, text) in try Certificates.files(all: false) {
      let file = Self.folder.appendingPathComponent("Certificates/\(name)")
      let written = try String(contentsOf: file, encoding: .utf8)
      #expect(written == text, "\(name): a derivative changed: Proofs/README.md says what to do")
    }
  }

  @Test func mostDerivativesOfTheTablesAreCertified() throws {
    let outcomes = try Certificates.outcomes()
    let accepted = ProofManifest.contents.certificates.count
    #expect(accepted * 100 >= outcomes.count * 90)
    #expect(Set(outcomes.map(\.id)).count == outcomes.count)
    for outcome in outcomes { #expect((outcome.certificate == nil) == (outcome.reason != nil), "\(outcome.id)") }
  }

  @Test func filesAreThoseThatCoqAccepted() throws {
    let recorded = ProofManifest.contents.files
    let names = try FileManager.default.subpathsOfDirectory(atPath: Self.folder.path).filter { $0.hasSuffix(".v") }
    #expect(Set(names) == Set(recorded.keys))
    for name in names {
      let text = try String(contentsOf: Self.folder.appendingPathComponent(name), encoding: .utf8)
      #expect(SecureHash.hexadecimal(of: text) == recorded[name], "\(name) changed: run Proofs/check --record")
    }
  }

  @Test func everyAcceptedTheoremIsARulesStatement() {
    let accepted = Set(ProofManifest.contents.theorems.keys)
    #expect(accepted.count > 150)
    #expect(accepted == ProofManifest.provedRules)
    #expect(accepted.isSubset(of: Set(RuleListing.all.map(\.name))))
  }

  @Test func hashIsThatOfTheStandard() {
    #expect(
      SecureHash.hexadecimal(of: "") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
    #expect(
      SecureHash.hexadecimal(of: "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq")
        == "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1")
    for length in 50..<130 {
      let text = String(repeating: "x", count: length)
      #expect(SecureHash.hexadecimal(of: text).count == 64)
    }
  }

  @Test func aChangedStatementIsNotProved() throws {
    let statement = try #require(Theorems.all.first { $0.name == "trace_mul_comm" })
    let hash = SecureHash.hexadecimal(of: statement.proposition + ".\n")
    #expect(ProofManifest.contents.theorems["trace_mul_comm"] == hash)
    let wrong = statement.proposition.replacingOccurrences(of: "(B *m A)", with: "(B *m A^T)")
    #expect(wrong != statement.proposition && SecureHash.hexadecimal(of: wrong + ".\n") != hash)
  }
}
