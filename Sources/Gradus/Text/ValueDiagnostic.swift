extension Diagnostic {
  static func text(of error: ValueError) -> String {
    switch error {
    case .unexpected(let text, let offset):
      text.isEmpty
        ? "the value is missing; " + valueHelp
        : "\(offset >= text.utf8.count ? "the value ends too early" : "the value cannot be read")\n  \(text)\n  "
          + String(repeating: " ", count: text.utf8.prefix(offset).count) + "^\nhelp: " + valueHelp
    case .ragged(let source, let row, let count, let expected, let line):
      (line.map { "\(source):\($0): this line" } ?? "row \(row + 1) of \(source)")
        + " has \(count == 1 ? "1 number" : "\(count) numbers"), and the first \(expected); all rows of a matrix are of one length"
    case .notANumber(let source, let row, let column, let rows, let columns):
      "\(source): the entry at row \(row + 1), column \(column + 1) of \(rows)×\(columns) is not a number (NaN)"
    case .cell(let path, let line, let column, let text):
      text.isEmpty
        ? "\(path):\(line): cell \(column) is empty" : "\(path):\(line): cell \(column) is no number: \(text)"
    case .empty(let source): "\(source) holds no numbers"
    case .unknownFormat(let path): "\(path): files of numbers end in .npy, .csv, .tsv or .txt"
    case .file(let path, let reason): "\(path): \(reason)"
    case .format(let path, let problem): "\(path): " + text(of: problem)
    }
  }

  static let valueHelp = "a value is 2.5, [1,2] for a vector, [[1,2],[3,4]] for a matrix, or a .npy or .csv file"

  private static func text(of problem: NumPyFile.Problem) -> String {
    switch problem {
    case .notNumPy: "no NumPy file: it does not begin with NumPy's mark; write it with numpy.save"
    case .version(let version): "NumPy's format \(version) is not known; versions 1 to 3 are"
    case .header(let reason): "the header is damaged: \(reason)"
    case .type(let type):
      "the entries are of type \(type), and real numbers are needed; "
        + (type.contains("c") ? "save the real or the imaginary part" : "save it with .astype(float)")
    case .dimensions(let shape):
      "the array has \(shape.count) dimensions (\(times(shape))); scalars, vectors and matrices can be read"
    case .empty(let shape): "the array is empty (\(times(shape)))"
    case .length(let found, let expected, let shape, let type):
      found < expected
        ? "the file is cut off: \(shape.isEmpty ? "a number" : times(shape) + " numbers") of type \(type) take \(expected) bytes, and \(found) are there"
        : "the file is longer than its header says: \(expected) bytes of numbers, and \(found) are there"
    }
  }

  private static func times(_ shape: [Int]) -> String { shape.map { "\($0)" }.joined(separator: "×") }
}
