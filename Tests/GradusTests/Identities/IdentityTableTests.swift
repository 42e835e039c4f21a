import Foundation
import Testing

@testable import Gradus

@Suite struct IdentityTableTests {
  private static let head = "table t\nvar A: matrix(n,n); x: vector(n)\n\n"

  /// An identity on lines 4 to 7.
  private static func identity(function: String = "x'*A*x", by: String = "x", claim: String) -> String {
    head + "identity one\n  function \(function)\n  by \(by)\n  claim \(claim)\n"
  }

  @Test(arguments: [
    (identity(claim: "(A+A'*x"), 7, 16), (identity(claim: "(A+B')*x"), 7, 12),
    (identity(function: "x'*A*", claim: "A"), 5, 17),
    (identity(claim: "sinn(x)"), 7, 9),
  ])
  func errorsCarryTheirPlace(_ text: String, _ line: Int, _ column: Int) throws {
    let finding = try IdentityTable(text, file: "t.table").check()[0]
    let error = try #require(finding.error)
    #expect(error.line == line && error.column == column, "\(error)")
    #expect(error.description.hasPrefix("t.table:\(line):\(column): error: "))
    #expect(!finding.isExpected)
  }

  /// Lines may end as on Windows.
  @Test func carriageReturnsEndLinesToo() throws {
    let text = Self.identity(claim: "(A+A')*x")
    let finding = try IdentityTable(text.replacing("\n", with: "\r\n"), file: "t.table").check()[0]
    #expect(finding.isExpected, "\(finding)")
  }

  @Test(arguments: [
    ("identity one\n  functon x\n", 2, 3), ("table t\nidentity one\n  function x\n  by x\n", 2, 1),
    ("title none\n", 1, 1),
    ("table t\nidentity a\n  claim 1 = 1\nidentity a\n", 4, 10), ("table t\nlayout sideways\n", 2, 8),
    ("table t\nvar x: vectr(n)\n", 2, 8), ("table t\nidentity a\n  claim x = x\n  expect true\n", 4, 10),
  ])
  func malformedTablesAreRefused(_ text: String, _ line: Int, _ column: Int) throws {
    do {
      _ = try IdentityTable(text, file: "t.table")
      Issue.record("accepted: \(text)")
    } catch let error as TableError {
      #expect(error.line == line && error.column == column, "\(error)")
    }
  }

  @Test func wrongClaimsAreNotVerified() throws {
    for claim in ["x'*(A+A')", "2*(A+A')*x", "(A-A')*x"] {
      let table = try IdentityTable(Self.identity(claim: claim))
      #expect(throws: VerificationError.self) { try table.verify() }
    }
    try IdentityTable(Self.identity(claim: "(A+A')*x")).verify()
  }

  /// The line that a project writes for its own table.
  @Test func filesAreVerifiedInOneLine() throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Golden/Tables").path
    do {
      try IdentityTable(contentsOf: "\(folder)/wrong.table").verify()
      Issue.record("verified")
    } catch let error as VerificationError {
      #expect(error.findings.map(\.identity.id) == ["factor", "transposed", "other-layout", "symmetric"])
      #expect(error.description.contains("factor: refuted, expected proved: at "))
      #expect(error.description.contains("2 times the claim is right"))
    }
    #expect(throws: TableError.self) { try IdentityTable(contentsOf: "\(folder)/misspelt.table") }
    try IdentityTable(contentsOf: "\(folder)/right.table").verify()
  }

  @Test func updatedExpectationsHold() throws {
    let wrong =
      Self.identity(claim: "2*(A+A')*x") + "  # a remark\n\nidentity two\n  claim tr(A) = tr(A')\n  expect refuted\n"
    let table = try IdentityTable(wrong)
    let updated = table.text(expecting: table.check())
    #expect(updated.contains("  claim 2*(A+A')*x\n  expect refuted\n  # a remark\n"))
    #expect(!updated.contains("two\n  claim tr(A) = tr(A')\n  expect"))
    try IdentityTable(updated).verify()
  }

  @Test func everyLayoutOfAnIdentityIsJudged() throws {
    let text = Self.head + "identity one\n  function A*x\n  by x\n  numerator A\n  denominator "
    try IdentityTable(text + "A'\n").verify()
    #expect(try IdentityTable(text + "A\n").check()[0].verdict == .conditional)
  }

  @Test func longTablesAreChecked() throws {
    var text = "table long\nvar x: vector(n); A: matrix(n,n)\n"
    let count = Campaign.isLong ? 5_000 : 250
    for number in 0..<count {
      text += "identity i\(number)\n  function \(number + 1)*x'*A*x\n  by x\n  claim \(number + 1)*(A+A')*x\n"
    }
    let findings = try IdentityTable(text).check()
    #expect(findings.count == count)
    #expect(findings.allSatisfy { $0.verdict == .proved })
  }
}
