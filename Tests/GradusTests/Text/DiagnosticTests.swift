import Foundation
import Testing

@testable import Gradus

/// Errors as a user sees them, compared whole.
@Suite struct DiagnosticTests {
  /// "» text | declaration | …" with ⏎ for a new line, then the error's name and the error; an empty line between blocks.
  private static func blocks() throws -> [(text: String, declarations: [String], error: String)] {
    let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    let file = tests.deletingLastPathComponent().appendingPathComponent("Golden/Text/Diagnostics.txt")
    return try String(contentsOf: file, encoding: .utf8).split(separator: "» ").map { block in
      let lines = block.split(separator: "\n")
      let parts = lines[0].split(separator: " | ").map { String($0) }
      return (
        parts[0].replacing("⏎", with: "\n"), Array(parts.dropFirst()), lines.dropFirst().joined(separator: "\n")
      )
    }
  }

  @Test func errorsReadAsWritten() throws {
    let blocks = try DiagnosticTests.blocks()
    #expect(blocks.count > 100)
    for block in blocks {
      do throws(Problem) {
        _ = try Reader(block.text, declarations: block.declarations).read(into: Store())
        Issue.record("\(block.text) was read")
      } catch {
        #expect("\(error.name)\n\(error)" == block.error, "\(block.text)")
      }
    }
  }

  private func problem(_ text: String, declarations: [String] = []) -> Problem? {
    do throws(Problem) {
      _ = try Reader(text, declarations: declarations).read(into: Store())
      return nil
    } catch { return error }
  }

  @Test func everyErrorSaysWhatToDoNext() throws {
    for block in try DiagnosticTests.blocks() where !block.error.contains("U+201C") {
      #expect(block.error.contains("\nhelp: "), "\(block.text)")
    }
  }

  @Test func strangeCharactersAreNamed() throws {
    let table: [(text: String, message: String)] = [
      ("A\u{0}", "the character U+0000 cannot stand here"),
      ("A*\u{FFFD}", "the replacement character U+FFFD, a sign of text that is not UTF-8, cannot stand here"),
      ("\u{FEFF}A", "the character U+FEFF cannot stand here"), ("A\u{200B}", "the character U+200B cannot stand here"),
      ("x\u{302}", "the character U+0302 cannot stand here"), ("A*😀", "the character U+1F600 (😀) cannot stand here"),
      ("é", "the character U+00E9 (é) cannot stand here"), ("\u{1B}[31mA", "the character U+001B cannot stand here"),
      ("x⁻", "the character U+207B (⁻) cannot stand here"), ("中", "the character U+4E2D (中) cannot stand here"),
    ]
    for row in table { #expect(problem(row.text)?.message == row.message, "\(row.text.debugDescription)") }
    let invalid = String(decoding: [0x41, 0xED, 0xA0, 0x80] as [UInt8], as: UTF8.self)
    #expect(problem(invalid)?.name == "unknown-character")
  }

  @Test func controlCharactersDoNotReachTheTerminal() throws {
    let shown = try #require(problem("A\u{1B}[31m + b\u{7}"))
    #expect(!shown.description.utf8.contains { $0 < 0x20 && $0 != 0x0A })
  }

  @Test func columnsCountCharacters() throws {
    for (text, line, column) in [
      ("x + 日", 1, 5), ("αβ*γ + ☃", 1, 8), ("e\u{301}", 1, 2), ("𝟏'*X*𝟏*☃", 1, 8), ("a\r\nb\n  ☃", 3, 3),
      ("tr(A", 1, 5), ("", 1, 1),
    ] {
      let position = try #require(problem(text)).position
      #expect(position == (line, column), "\(text)")
    }
  }

  @Test func aLongLineIsCutAroundThePlace() throws {
    let text =
      Array(repeating: "x", count: 5000).joined(separator: "+") + "+X+"
      + Array(repeating: "x", count: 5000).joined(separator: "+")
    let shown = try #require(problem(text, declarations: ["X: matrix(m,n)"]))
    #expect(shown.description.utf8.count < 2000)
    #expect(shown.description.split(separator: "\n").allSatisfy { $0.count <= 700 })
  }

  @Test func namesOfErrorsAreStable() throws {
    let letters = try DiagnosticTests.blocks().map { $0.error.prefix { $0 != "\n" } }
    #expect(letters.allSatisfy { $0.allSatisfy { $0.isLetter && $0.isLowercase || $0 == "-" } })
  }
}
