import Foundation
import Testing

@testable import Gradus

/// What is wrong has no proof.
///
/// Where Coq or the built proofs are missing these tests skip themselves and say so; with `GRADUS_PROOFS=required`, as
/// after `Proofs/check`, they fail instead.
@Suite struct CoqRefusalTests {
  private static let build = ProofFilesTests.folder.appendingPathComponent("../.build/proofs").standardizedFileURL

  private static var isReady: Bool {
    let isRequired = ProcessInfo.processInfo.environment["GRADUS_PROOFS"] == "required"
    if !isBuilt, !isRequired { print("skipped: run Proofs/check first, which needs Coq") }
    return isBuilt || isRequired
  }

  /// Whether the proofs as they stand were built, not older ones.
  private static var isBuilt: Bool {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: ProofFilesTests.folder.path)) ?? []
    let sources = files.filter { $0.hasSuffix(".v") }
    return !sources.isEmpty
      && sources.allSatisfy { name in
        let (source, copy) = (ProofFilesTests.folder.appendingPathComponent(name), build.appendingPathComponent(name))
        return FileManager.default.fileExists(atPath: copy.path + "o")
          && FileManager.default.contentsEqual(atPath: source.path, andPath: copy.path)
      }
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

  private static let header = CoqPreamble.text(importing: "Tactics") + "\n\n"

  /// A theorem with the proof that stands in `Proofs/`, of a statement that may not be the rule's.
  private func theorem(_ rule: String, of proposition: String) throws -> String {
    let names = try FileManager.default.contentsOfDirectory(atPath: ProofFilesTests.folder.path)
    for name in names where name.hasSuffix(".v") {
      let file = ProofFilesTests.folder.appendingPathComponent(name)
      let lines = try String(contentsOf: file, encoding: .utf8).components(separatedBy: "\n")
      guard let start = lines.firstIndex(of: "Theorem \(rule) : Statements.\(rule)."),
        let end = lines[start...].firstIndex(where: { $0.hasSuffix("Qed.") })
      else { continue }
      // What the proof uses comes with its file: other theorems, and tactics of its own.
      let preamble = lines.filter { $0.hasPrefix("From ") || $0.hasPrefix("Import ") || $0.hasPrefix("Local Open") }
      let proof = lines[(start + 1)...end].joined(separator: "\n")
      let own = "From Gradus Require Import \(name.dropLast(2))."
      let options = "Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive."
      let theorem = "Theorem \(rule) :\n\(proposition).\n\(proof)\n"
      return (preamble + [own, options, theorem]).joined(separator: "\n")
    }
    throw CocoaError(.fileNoSuchFile)
  }

  /// Rules, and what turns each into a wrong one: a sign, a transpose, an order, a condition left out.
  private static let wrongRules = [
    ("trace_mul_comm", "= \\tr", "= - \\tr"), ("d_product", "h + dA", "h - dA"),
    ("d_inverse", "- (invmx", "(invmx"), ("d_abs", "  (forall i j, (A v) i j != 0) ->\n", ""),
    ("adjoint_product", "G *m B^T", "G *m B^T *m (B *m B^T)"), ("unit_dot_unit", "  (0 < n)%N ->\n", ""),
    ("d_norm2", "(norm2 (A v))^-1", "norm2 (A v)"),
  ]

  @Test(.enabled(if: isReady)) func wrongRulesAreRefused() throws {
    for (rule, part, replacement) in Self.wrongRules {
      let right = try #require(Theorems.all.first { $0.name == rule }).proposition
      let wrong = right.replacingOccurrences(of: part, with: replacement)
      #expect(wrong != right, "\(rule)")
      // The wrong one is a proposition, but has no proof.
      let both = try theorem(rule, of: right) + "Definition wrong : Prop :=\n\(wrong).\n"
      #expect(try accepts("RightRule", both), "\(rule)")
      #expect(try !accepts("WrongRule", theorem(rule, of: wrong)), "\(rule)")
    }
  }

  /// Identities, and what makes their certificates wrong: gradients, a differential, an equality.
  private static let wrong: [(id: String, right: String, wrong: String)] = [
    ("bf.8", "(cos x)", "(- cos x)"),
    ("bp.10", "(o - y)", "(y - o)"),
    ("bf.delta", "(W^T *m (map_mx sigma'", "(W^T *m (map_mx C'"),
    ("bf.97", "+ Y v ⊙ dX h", "+ X v ⊙ dX h"),
    ("bf.100", "((A ⊙ B)^T *m C)", "((A ⊙ A)^T *m C)"),
  ]

  @Test(.enabled(if: isReady)) func wrongCertificatesAreRefused() throws {
    let identities = try IdentityTable.builtIn().flatMap(\.identities)
    for (id, right, wrong) in Self.wrong {
      let certificate = try Certificate(try #require(identities.first { $0.id == id }))
      #expect(certificate.isAccepted, "\(id)")
      let changed = certificate.theorem.replacingOccurrences(of: right, with: wrong)
      #expect(changed != certificate.theorem, "\(id)")
      #expect(try accepts("RightCertificate", Self.header + certificate.theorem + "\n"), "\(id)")
      #expect(try !accepts("WrongCertificate", Self.header + changed + "\n"), "\(id)")
    }
  }
}
