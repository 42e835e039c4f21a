/// Numbers that someone gives for a name, and what kind of thing they are.
package struct GivenValue: Sendable, Equatable {
  package enum Kind: Sendable { case scalar, vector, matrix }

  package let matrix: DenseMatrix
  package let kind: Kind

  init(_ matrix: DenseMatrix, _ kind: Kind) {
    self.matrix = matrix
    self.kind = kind
  }

  static func scalar(_ number: Double) -> GivenValue { GivenValue(.scalar(number), .scalar) }

  static func vector(_ numbers: [Double]) -> GivenValue { GivenValue(.column(numbers), .vector) }

  /// The number, if it can be a size.
  var size: Int? {
    guard kind == .scalar, let size = Int(exactly: matrix[0, 0]), size >= 0 else { return nil }
    return size
  }

  /// Reads `2.5`, `[1, 2]`, `[[1, 2], [3, 4]]`, MATLAB's `[1 2; 3 4]`, or the file that the text names.
  package init(_ text: String) throws(ValueError) {
    if let suffix = ValueFile.suffix(of: text) {
      self = try ValueFile.read(text, suffix)
    } else {
      self = try ValueText.read(text)
    }
    for row in 0..<matrix.rows {
      for column in 0..<matrix.columns where matrix[row, column].isNaN {
        throw .notANumber(text, row: row, column: column, rows: matrix.rows, columns: matrix.columns)
      }
    }
  }
}

extension DenseMatrix {
  /// Reads a matrix, or a vector as a column, from a file whose name ends in .npy, .csv, .tsv or .txt.
  public init(contentsOf path: String) throws {
    guard let suffix = ValueFile.suffix(of: path) else { throw ValueError.unknownFormat(path) }
    self = try ValueFile.read(path, suffix).matrix
  }
}
