import Foundation
import Testing

@testable import Gradus

/// What is wrong has no proof; where Coq or the built proofs are missing these tests skip themselves and say so.
@Suite struct CoqRefusalTests {
  private static let build = ProofFilesTests.folder.appendingPathComponent("../.build/proofs").standardizedFileURL

  private static var isReady: Bool {
    let isBuilt = FileManager.default.fileExists(atPath: build.appendingPathComponent("Tactics.vo").path)
    if !isBuilt { print("skipped: run Proofs/check first, which needs Coq") }
    return isBuilt
  }

  /// Whether Coq accepts a text that is compiled after the library of proofs.
  private func accepts(_ name: String, _ text: String) throws -> Bool {
    let file = Self.build.appendingPathComponent("\(name).v")
    try text.write(to: file, atomically: true, encoding: .utf8)
    defer {
      for end in ["v", "vo", "vok", "vos", "glob"] {
        try? FileManager.default.removeItem(at: Self.build.appendingPathComponent("\(name).\(end)"))
      }
    }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["coqc", "-w", "none", "-Q", Self.build.path, "Gradus", file.path]
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return process.terminationStatus == 0
  }

  private static let header = """
    From mathcomp Require Import all_ssreflect all_algebra.
    From mathcomp Require Import boolp classical_sets functions reals topology normedtype sequences derive exp trigo.
    From Gradus Require Import Tactics.
    Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
    Import Order.TTheory GRing.Theory Num.Theory numFieldNormedType.Exports.
    Local Open Scope ring_scope.

    """

  private func theorem(_ rule: String, where declarations: String) throws -> String {
    let equation = try #require(RuleEquation(rule, where: declarations))
    let statement = try TheoremStatement("rule", equation)
    return Self.header + "Theorem rule :\n\(statement.proposition).\nProof. by move=> *; rewrite mxtrace_mulC. Qed.\n"
  }

  @Test(.enabled(if: isReady)) func aWrongRuleIsRefused() throws {
    let square = "A: matrix(n,n); B: matrix(n,n)"
    #expect(try accepts("RightRule", theorem("tr(A*B) = tr(B*A)", where: square)))
    #expect(try !accepts("WrongRule", theorem("tr(A*B) = tr(B*A')", where: square)))
  }

  @Test(.enabled(if: isReady)) func aWrongGradientIsRefused() throws {
    let table = try #require(try IdentityTable.builtIn().first { $0.name == "basic-formulas" })
    let certificate = try Certificate(try #require(table.identities.first { $0.id == "bf.8" }))
    #expect(certificate.isAccepted)
    let wrong = certificate.theorem.replacingOccurrences(of: "(cos x)", with: "(- cos x)")
    #expect(wrong != certificate.theorem)
    #expect(try accepts("RightGradient", Self.header + certificate.theorem + "\n"))
    #expect(try !accepts("WrongGradient", Self.header + wrong + "\n"))
  }
}
