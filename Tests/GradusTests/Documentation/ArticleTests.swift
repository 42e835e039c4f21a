import Foundation
import Testing

@Suite(.enabled(if: SwiftCompiler.isAvailable, "needs swiftc on the path and the built module beside the tests"))
struct ArticleTests {
  @Test func everyBlockOfSwiftCompiles() throws {
    let articles = try Article.all()
    #expect(articles.count >= 8)
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for article in articles {
      #expect(!article.blocks.isEmpty, "\(article.name) shows no code")
      let file = folder.appendingPathComponent("main.swift")
      try article.program.write(to: file, atomically: true, encoding: .utf8)
      let outcome = try SwiftCompiler.typecheck(file, [])
      #expect(outcome.status == 0 && outcome.output.isEmpty, "\(article.name):\n\(outcome.output)")
    }
  }

  /// What an article quotes stands in the file that it names.
  @Test func quotedCodeIsTheSource() throws {
    var count = 0
    for block in try Article.all().flatMap(\.blocks) {
      guard let path = block.quoted else { continue }
      let source = try String(contentsOf: SwiftCompiler.root.appendingPathComponent(path), encoding: .utf8)
      #expect(source.contains(block.body), "\(path) no longer says:\n\(block.body)")
      count += 1
    }
    #expect(count > 0)
  }
}
