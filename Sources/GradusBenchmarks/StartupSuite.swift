#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The release tool from the shell, its start included.
enum StartupSuite {
  static func run(_ harness: inout Harness) throws {
    let own = CommandLine.arguments[0]
    let folder = own.lastIndex(of: "/").map { String(own[...$0]) } ?? "./"
    let tool = folder + "gradus"
    guard access(tool, X_OK) == 0 else {
      throw Harness.Disagreement(description: "build the product gradus first: \(tool)")
    }
    let command = "'\(tool)' derive \"tr(A'*X*B)\" --wrt X"
    guard output(of: command).contains("A*B'") else {
      throw Harness.Disagreement(description: "startup: \(output(of: command))")
    }
    harness.measure("derive") { _ = output(of: command) }
  }

  private static func output(of command: String) -> String {
    guard let pipe = popen(command, "r") else { return "" }
    defer { pclose(pipe) }
    var bytes: [UInt8] = []
    while true {
      let byte = fgetc(pipe)
      if byte == EOF { break }
      bytes.append(UInt8(truncatingIfNeeded: byte))
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
