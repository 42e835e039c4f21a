import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Files of expected output.
enum Golden {
  /// A file of Tests/Golden.
  static func read(_ name: String, from file: String = #filePath) throws -> String {
    let tests = file.split(separator: "/").prefix { $0 != "GradusTests" }
    let path = "/" + tests.joined(separator: "/") + "/Golden/" + name
    let stream = try #require(fopen(path, "r"), "\(path) can be opened")
    defer { fclose(stream) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = fread(&chunk, 1, chunk.count, stream), count > 0 { bytes += chunk[..<count] }
    return String(decoding: bytes, as: UTF8.self)
  }
}
