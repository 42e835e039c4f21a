/// Files that hold numbers, told apart by the ends of their names.
enum ValueFile {
  enum Suffix: String, CaseIterable {
    case npy, csv, tsv, txt
  }

  static func suffix(of path: String) -> Suffix? {
    Suffix.allCases.first { path.lowercased().hasSuffix("." + $0.rawValue) }
  }

  static func read(_ path: String, _ suffix: Suffix) throws(ValueError) -> GivenValue {
    let bytes: [UInt8]
    do throws(FileError) {
      bytes = try TextFile.bytes(path)
    } catch {
      throw .file(path: path, reason: error.reason)
    }
    if suffix != .npy { return try SeparatedNumbers(path: path).read(bytes) }
    do throws(NumPyFile.Problem) {
      return try NumPyFile.read(bytes)
    } catch {
      throw .format(path: path, error)
    }
  }
}
