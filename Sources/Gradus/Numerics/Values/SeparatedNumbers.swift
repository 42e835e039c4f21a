/// Reads lines of numbers with commas, semicolons, tabs or spaces between them, as spreadsheets and NumPy write them.
///
/// A first line in which nothing is a number holds titles; what follows # and empty lines say nothing.
struct SeparatedNumbers {
  let path: String

  func read(_ bytes: [UInt8]) throws(ValueError) -> GivenValue {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let text = bytes.starts(with: mark) ? bytes.dropFirst(mark.count) : bytes[...]
    var rows: [[Double]] = []
    for (number, line) in text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).enumerated() {
      let cells = Self.cells(String(decoding: line.prefix { $0 != UInt8(ascii: "#") }, as: UTF8.self))
      if cells.isEmpty { continue }
      let numbers = cells.map { Double($0) }
      if rows.isEmpty, numbers.allSatisfy({ $0 == nil }), cells.allSatisfy({ !$0.isEmpty }) { continue }
      if let column = numbers.firstIndex(where: { $0 == nil }) {
        throw .cell(path: path, line: number + 1, column: column + 1, text: cells[column])
      }
      if let first = rows.first, first.count != numbers.count {
        throw .ragged(path, row: rows.count, count: numbers.count, expected: first.count, line: number + 1)
      }
      rows.append(numbers.compactMap { $0 })
    }
    guard let first = rows.first else { throw .empty(path) }
    if rows.count == 1, first.count == 1 { return .scalar(first[0]) }
    return first.count == 1 ? .vector(rows.map { $0[0] }) : GivenValue(DenseMatrix(rows), .matrix)
  }

  /// The line's cells without blanks and quotes around them; none of an empty line.
  private static func cells(_ line: String) -> [String] {
    let trimmed = Substring(line).trimmed
    if trimmed.isEmpty { return [] }
    let separator = [Character(","), ";", "\t"].first { line.contains($0) }
    guard let separator else { return trimmed.split { $0 == " " }.map(String.init) }
    return line.split(separator: separator, omittingEmptySubsequences: false).map { cell in
      let text = cell.trimmed
      return text.count >= 2 && text.first == "\"" && text.last == "\""
        ? String(text.dropFirst().dropLast()) : String(text)
    }
  }
}

extension Substring {
  fileprivate var trimmed: Substring {
    func isBlank(_ character: Character) -> Bool { [" ", "\t", "\r", "\r\n"].contains(character) }
    var rest = self
    while let last = rest.last, isBlank(last) { rest.removeLast() }
    return rest.drop(while: isBlank)
  }
}
