/// Why a value cannot be read.
package enum ValueError: Error, Sendable, Equatable {
  /// Something at a place of the text, counted from 0, that has no meaning there.
  case unexpected(String, offset: Int)
  /// Rows of different lengths; rows are counted from 0, lines from 1.
  case ragged(String, row: Int, count: Int, expected: Int, line: Int?)
  case notANumber(String, row: Int, column: Int, rows: Int, columns: Int)
  case cell(path: String, line: Int, column: Int, text: String)
  case empty(String)
  case unknownFormat(String)
  case file(path: String, reason: String)
  case format(path: String, NumPyFile.Problem)
}

extension ValueError: CustomStringConvertible {
  package var description: String { Diagnostic.text(of: self) }
}
