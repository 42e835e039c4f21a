extension DenseMatrix: CustomStringConvertible {
  /// One bracketed line a row, columns aligned right; an empty matrix is written by its shape.
  public var description: String {
    guard !elements.isEmpty else { return "[\(rows)x\(columns)]" }
    let texts = elements.map { "\($0)" }
    let widths = (0..<columns).map { column in
      (0..<rows).reduce(0) { max($0, texts[$1 * columns + column].count) }
    }
    let lines = (0..<rows).map { row in
      let cells = (0..<columns).map { column in
        let text = texts[row * columns + column]
        return String(repeating: " ", count: widths[column] - text.count) + text
      }
      return "[" + cells.joined(separator: "  ") + "]"
    }
    return lines.joined(separator: "\n")
  }
}
