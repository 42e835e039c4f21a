import Foundation
import Testing

struct PictureCommandTests {
  @Test func picturesAreWritten() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("gradus-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let (plot, heat) = (folder.appendingPathComponent("plot.svg"), folder.appendingPathComponent("heat.svg"))
    let outcome = try ToolRunner.run([
      "derive", "sum(exp(A*X))", "--wrt", "X", "--plot", plot.path, "--heat", heat.path,
    ])
    #expect(outcome.code == 0 && outcome.output.contains("agree with central differences"))
    // What is no result, and no progress either, goes to standard error.
    #expect(outcome.errors == "written: \(plot.path)\nwritten: \(heat.path)\n")
    for (file, part) in [(plot, "central differences"), (heat, "column")] {
      let text = try String(contentsOf: file, encoding: .utf8)
      #expect(text.hasPrefix("<svg xmlns=") && text.hasSuffix("</svg>\n") && text.contains(part))
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).count == 2)
  }

  @Test func whatCannotBeDrawnIsSaid() throws {
    let lost = try ToolRunner.run(["derive", "tr(X)", "--wrt", "X", "--plot", "/nowhere/a.svg"])
    #expect(lost.code == 65 && lost.output.isEmpty && lost.errors.contains("/nowhere/a.svg"))
    let two = try ToolRunner.run(["derive", "x'*A*x", "--wrt", "x,A", "--heat", "a.svg"])
    #expect(two.code == 64 && two.output.isEmpty && two.errors.contains("one variable"))
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("none-\(UUID().uuidString).svg").path
    let none = try ToolRunner.run(["derive", "log(-abs(s))", "--wrt", "s", "--var", "s: scalar", "--plot", path])
    #expect(none.code == 0 && none.errors.contains("no picture") && !FileManager.default.fileExists(atPath: path))
  }
}
