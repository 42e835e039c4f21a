import Foundation
import Testing

/// What `gradus check` writes for build servers and back into tables.
@Suite struct CheckReportTests {
  private static let tables = ToolRunner.root.appendingPathComponent("Tests/Golden/Tables").path

  private static func temporary(_ name: String) -> String {
    FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString)-\(name)").path
  }

  @Test func junitCountsFailuresAndErrors() throws {
    let path = Self.temporary("report.xml")
    defer { try? FileManager.default.removeItem(atPath: path) }
    let outcome = try ToolRunner.run([
      "check", "\(Self.tables)/wrong.table", "\(Self.tables)/broken.table", "--junit", path,
    ])
    #expect(outcome.code == 65)
    let report = try String(contentsOfFile: path, encoding: .utf8)
    #expect(report.contains("<testsuite name=\"lecture-notes\" tests=\"6\" failures=\"4\" errors=\"0\">"))
    #expect(report.contains("<testsuite name=\"broken\" tests=\"4\" failures=\"0\" errors=\"3\">"))
    #expect(report.components(separatedBy: "<testcase").count - 1 == 10)
    #expect(report.components(separatedBy: "<failure").count - 1 == 4)
    #expect(report.components(separatedBy: "<error").count - 1 == 3)
    #expect(report.contains("<failure message=\"conditional, expected proved\">holds under A' = A (found)"))
  }

  @Test func updatedTablesPass() throws {
    let path = Self.temporary("own.table")
    defer { try? FileManager.default.removeItem(atPath: path) }
    try FileManager.default.copyItem(atPath: "\(Self.tables)/wrong.table", toPath: path)
    #expect(try ToolRunner.run(["check", path]).code == 1)
    #expect(try ToolRunner.run(["check", path, "--update"]).code == 0)
    #expect(try ToolRunner.run(["check", path]).code == 0)
  }

  @Test func exportedTablesAreChecked() throws {
    let folder = Self.temporary("tables")
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let outcome = try ToolRunner.run(["tables", "--export", folder])
    let files = outcome.output.split(separator: "\n").map(String.init)
    #expect(outcome.code == 0 && files.count == 5)
    #expect(try ToolRunner.run(["check", files[0], "--only", "dn.s"]).code == 0)
  }
}
