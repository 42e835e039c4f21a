import Foundation
import Testing

@testable import Gradus

/// Files are there whole or not at all.
@Suite struct TextFileTests {
  private func folder() throws -> URL {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("gradus-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return folder
  }

  @Test func writingReplacesAndLeavesNothingElse() throws {
    let folder = try folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appendingPathComponent("a.svg").path
    for text in ["first", String(repeating: "second\n", count: 10_000), ""] {
      try TextFile.write(text, to: path)
      #expect(try TextFile.read(path) == text)
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["a.svg"])
    }
  }

  @Test func failuresLeaveWhatWasThere() throws {
    let folder = try folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    // A folder stands where the file should.
    let path = folder.appendingPathComponent("taken").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    #expect(throws: FileError.self) { try TextFile.write("text", to: path) }
    #expect(throws: FileError.self) { try TextFile.write("text", to: path + "/missing/a.svg") }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["taken"])
  }

  /// What is no regular file is written to and stays what it is.
  @Test func devicesAreWrittenTo() throws {
    try TextFile.write("text", to: "/dev/null")
    #expect(try TextFile.read("/dev/null") == "")
  }
}
