import Foundation
import Testing

/// Whole sessions with the tool: each `$ gradus …` line of a golden file is run, and what follows must be what it prints.
///
/// `GRADUS_UPDATE=1 swift test --filter GoldenTests` writes the files anew; read the difference before you keep it.
struct GoldenTests {
  private static let isUpdating = ProcessInfo.processInfo.environment["GRADUS_UPDATE"] != nil

  @Test func sessions() throws {
    let folder = ToolRunner.root.appendingPathComponent("Tests/Golden")
    let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
      .filter { $0.pathExtension == "txt" }
    #expect(files.count >= 4)
    for file in files {
      let written = try String(contentsOf: file, encoding: .utf8)
      let replayed = try replay(written)
      if Self.isUpdating { try replayed.write(to: file, atomically: true, encoding: .utf8) }
      #expect(replayed == written, "\(file.lastPathComponent)")
    }
  }

  @Test func documents() throws {
    let folder = ToolRunner.root.appendingPathComponent("Sources/Gradus/Gradus.docc")
    let articles = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
      .filter { $0.pathExtension == "md" }
    let blocks = try articles.reduce(0) { try $0 + replay(document: $1) }
    #expect(blocks > 4)
    #expect(try replay(document: ToolRunner.root.appendingPathComponent("README.md")) > 0)
  }

  /// Replays every console block of a document, and counts them.
  private func replay(document file: URL) throws -> Int {
    let text = try String(contentsOf: file, encoding: .utf8)
    var result = ""
    var block: String?
    var blocks = 0
    for line in text.components(separatedBy: "\n") {
      if let inside = block {
        if line == "```" {
          result += try inside.contains("$ gradus") ? replay(inside) : inside
          result += "```\n"
          block = nil
          blocks += 1
        } else {
          block = inside + line + "\n"
        }
      } else {
        result += line + "\n"
        if line.hasPrefix("```console") { block = "" }
      }
    }
    result.removeLast()
    if Self.isUpdating { try result.write(to: file, atomically: true, encoding: .utf8) }
    #expect(result == text, "\(file.lastPathComponent) shows what the tool no longer prints")
    return blocks
  }

  /// The same session with the answers of today.
  private func replay(_ session: String) throws -> String {
    var result = ""
    for line in session.components(separatedBy: "\n") where line.hasPrefix("$ gradus ") || line.hasPrefix("# ") {
      result += line + "\n"
      guard line.hasPrefix("$") else { continue }
      let outcome = try ToolRunner.run(Array(ToolRunner.words(String(line.dropFirst(2))).dropFirst()))
      result += outcome.output + outcome.errors
      if outcome.code != 0 { result += "exit \(outcome.code)\n" }
      result += "\n"
    }
    return result
  }
}
