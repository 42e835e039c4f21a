import Foundation

/// The Swift compiler, run on a file against the module that the tests were built with.
enum SwiftCompiler {
  struct Outcome {
    let status: Int32
    let output: String
  }

  /// The package's root folder.
  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The build folder: named by `GRADUS_BUILD`, else that of the running tests, else the package's own.
  static let build: URL? = {
    var candidates = ProcessInfo.processInfo.environment["GRADUS_BUILD"].map { [URL(fileURLWithPath: $0)] } ?? []
    for argument in CommandLine.arguments where argument.contains(".xctest") {
      var folder = URL(fileURLWithPath: argument)
      while folder.path.contains(".xctest") { folder.deleteLastPathComponent() }
      candidates.append(folder)
    }
    candidates += ["debug", "release"].map { root.appendingPathComponent(".build/\($0)") }
    return candidates.first { has($0, "Modules/Gradus.swiftmodule") }
  }()

  static let isAvailable = build != nil && (try? run(["--version"]))?.status == 0

  /// Checks the types of a file.
  static func typecheck(_ file: URL, _ flags: [String]) throws -> Outcome {
    let build = build ?? root
    let arguments = [
      "-typecheck", "-swift-version", "6", "-I", build.appendingPathComponent("Modules").path, "-Xcc",
      "-fmodule-map-file=" + build.appendingPathComponent("GradusKernels.build/module.modulemap").path,
    ]
    return try run(arguments + flags + [file.path])
  }

  private static func has(_ folder: URL, _ path: String) -> Bool {
    FileManager.default.fileExists(atPath: folder.appendingPathComponent(path).path)
  }

  private static func run(_ arguments: [String]) throws -> Outcome {
    let output = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try Data().write(to: output)
    defer { try? FileManager.default.removeItem(at: output) }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["swiftc"] + arguments
    let handle = try FileHandle(forWritingTo: output)
    process.standardOutput = handle
    process.standardError = handle
    try process.run()
    process.waitUntilExit()
    let text = String(decoding: try Data(contentsOf: output), as: UTF8.self)
    return Outcome(status: process.terminationStatus, output: text)
  }
}
