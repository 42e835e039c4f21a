import Foundation
import Testing

@Suite(.enabled(if: SwiftCompiler.isAvailable, "needs swiftc on the path and the built module beside the tests"))
struct CompileTimeTests {
  /// Milliseconds that a line may take.
  private static let limit = 100

  @Test func everyLineOfThePageIsCheckedQuickly() throws {
    let page = SwiftCompiler.root.appendingPathComponent("Tests/GradusTests/Typed/PageOfFormulas.swift")
    let flag = "-warn-long-expression-type-checking=\(CompileTimeTests.limit)"
    var outcome = try SwiftCompiler.typecheck(page, ["-Xfrontend", flag])
    // The machine may be busy: a line is slow only if it is slow again.
    if outcome.output.contains("warning:") { outcome = try SwiftCompiler.typecheck(page, ["-Xfrontend", flag]) }
    #expect(outcome.status == 0 && outcome.output.isEmpty, "\(outcome.output)")
  }

  @Test func everyMistakeIsRefusedInTheWordsExpected() throws {
    let folder = SwiftCompiler.root.appendingPathComponent("Tests/CompileFail")
    let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
      .filter { $0.pathExtension == "swift" }
    #expect(!files.isEmpty)
    for file in files {
      let flags = ["-Xfrontend", "-verify", "-Xfrontend", "-verify-ignore-unrelated"]
      let outcome = try SwiftCompiler.typecheck(file, flags)
      #expect(outcome.status == 0, "\(file.lastPathComponent)\n\(outcome.output)")
      let text = try String(contentsOf: file, encoding: .utf8)
      #expect(text.contains("expected-error"), "\(file.lastPathComponent) expects no error")
    }
  }
}
