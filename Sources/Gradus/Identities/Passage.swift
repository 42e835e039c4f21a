/// A piece of a file, possibly of several lines joined, that knows where each of its characters stands.
struct Passage: Sendable {
  /// From a byte on, the text stands at this line and column; both are counted from 1.
  struct Mark: Sendable {
    let offset: Int
    let line: Int
    let column: Int
  }

  private(set) var text: String
  private var marks: [Mark]

  init(_ text: String, line: Int = 1, column: Int = 1) {
    self.text = text
    marks = [Mark(offset: 0, line: line, column: column)]
  }

  /// The passage with a separator and another one behind it.
  func joined(_ separator: String, _ other: Passage) -> Passage {
    var whole = self
    let start = text.utf8.count + separator.utf8.count
    whole.text += separator + other.text
    whole.marks += other.marks.map { Mark(offset: start + $0.offset, line: $0.line, column: $0.column) }
    return whole
  }

  /// A part without the blanks around it, by UTF-8 offsets.
  subscript(range: Range<Int>) -> Passage {
    let bytes = Array(text.utf8)
    var (lower, upper) = (range.lowerBound, range.upperBound)
    while lower < upper, bytes[lower].isBlank { lower += 1 }
    while lower < upper, bytes[upper - 1].isBlank { upper -= 1 }
    let place = self.place(of: lower)
    var part = Passage(String(decoding: bytes[lower..<upper], as: UTF8.self), line: place.line, column: place.column)
    part.marks += marks.filter { $0.offset > lower && $0.offset < upper }
      .map { Mark(offset: $0.offset - lower, line: $0.line, column: $0.column) }
    return part
  }

  /// The line and the column, counted in characters, of a UTF-8 offset.
  func place(of offset: Int) -> (line: Int, column: Int) {
    guard let mark = marks.last(where: { $0.offset <= offset }) else { return (1, 1) }
    let between = text.utf8.dropFirst(mark.offset).prefix(offset - mark.offset)
    return (mark.line, mark.column + String(decoding: between, as: UTF8.self).count)
  }
}

extension UInt8 {
  var isBlank: Bool { self == 0x20 || self == 0x09 || self == 0x0D || self == 0x0A }
}
