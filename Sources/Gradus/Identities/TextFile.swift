#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A file that could not be read or written.
public struct FileError: Error, Sendable, CustomStringConvertible {
  public let path: String
  public let reason: String

  init(_ path: String) {
    self.path = path
    reason = String(cString: strerror(errno))
  }

  public var description: String { "\(path): \(reason)" }
}

/// Whole files as text.
package enum TextFile {
  package static func read(_ path: String) throws(FileError) -> String {
    String(decoding: try bytes(path), as: UTF8.self)
  }

  static func bytes(_ path: String) throws(FileError) -> [UInt8] {
    guard let file = fopen(path, "rb") else { throw FileError(path) }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = fread(&buffer, 1, buffer.count, file)
      if count == 0 { break }
      bytes += buffer[..<count]
    }
    if ferror(file) != 0 { throw FileError(path) }
    return bytes
  }

  /// Writes beside the path and renames, so that nobody ever finds half a file there.
  package static func write(_ text: String, to path: String) throws(FileError) {
    var status = stat()
    // What is no regular file, such as a pipe, is written to and must not be replaced.
    let isReplaceable = stat(path, &status) != 0 || status.st_mode & S_IFMT == S_IFREG
    let target = isReplaceable ? "\(path).\(getpid()).part" : path
    guard let file = fopen(target, "wb") else { throw FileError(path) }
    let bytes = Array(text.utf8)
    let count = fwrite(bytes, 1, bytes.count, file)
    let isWritten = fclose(file) == 0 && count == bytes.count
    if isWritten, !isReplaceable || rename(target, path) == 0 { return }
    let error = FileError(path)
    if isReplaceable { unlink(target) }
    throw error
  }

  package static func remove(_ path: String) throws(FileError) {
    if unlink(path) != 0 { throw FileError(path) }
  }

  /// Makes a folder, unless it is there.
  package static func makeFolder(_ path: String) throws(FileError) {
    if mkdir(path, 0o777) != 0, errno != EEXIST { throw FileError(path) }
  }
}
