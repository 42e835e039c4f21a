/// Reads numbers as they are typed: `2.5`, `[1, 2]`, `[[1, 2], [3, 4]]` or `[1 2; 3 4]`.
struct ValueText {
  private let text: String
  private let bytes: [UInt8]
  private var place = 0

  static func read(_ text: String) throws(ValueError) -> GivenValue {
    var reader = ValueText(text: text, bytes: Array(text.utf8))
    let value = try reader.value()
    reader.skipSpace()
    guard reader.place == reader.bytes.count else { throw .unexpected(text, offset: reader.place) }
    return value
  }

  private mutating func value() throws(ValueError) -> GivenValue {
    skipSpace()
    guard next == UInt8(ascii: "[") else { return .scalar(try number()) }
    place += 1
    skipSpace()
    let isNested = next == UInt8(ascii: "[")
    var rows: [[Double]] = [[]]
    var hasSemicolon = false
    while true {
      skipSpace()
      guard let byte = next else { throw .unexpected(text, offset: place) }
      switch byte {
      case UInt8(ascii: "]"):
        place += 1
        return try matrix(isNested ? Array(rows.dropLast()) : rows, isVector: !isNested && !hasSemicolon)
      case UInt8(ascii: ";") where !isNested:
        place += 1
        hasSemicolon = true
        rows.append([])
      case UInt8(ascii: "[") where isNested:
        rows[rows.count - 1] = try row()
        rows.append([])
        try separator()
      default:
        if isNested { throw .unexpected(text, offset: place) }
        rows[rows.count - 1].append(try number())
        try separator()
      }
    }
  }

  /// One bracketed row.
  private mutating func row() throws(ValueError) -> [Double] {
    place += 1
    var numbers: [Double] = []
    while true {
      skipSpace()
      if next == UInt8(ascii: "]") {
        place += 1
        return numbers
      }
      numbers.append(try number())
      try separator()
    }
  }

  /// A comma with something after it, or nothing.
  private mutating func separator() throws(ValueError) {
    skipSpace()
    guard next == UInt8(ascii: ",") else { return }
    place += 1
    skipSpace()
    if next == UInt8(ascii: "]") || next == nil { throw .unexpected(text, offset: place) }
  }

  private func matrix(_ rows: [[Double]], isVector: Bool) throws(ValueError) -> GivenValue {
    let columns = rows.first?.count ?? 0
    if isVector, columns > 0 { return .vector(rows[0]) }
    for (row, numbers) in rows.enumerated() where numbers.count != columns {
      throw .ragged(text, row: row, count: numbers.count, expected: columns, line: nil)
    }
    guard columns > 0 else { throw .empty(text) }
    return GivenValue(DenseMatrix(rows), .matrix)
  }

  private mutating func number() throws(ValueError) -> Double {
    let start = place
    let signs = Set("+-.eE".utf8)
    while let byte = next, signs.contains(byte) || byte.isDigit || byte.isLetter { place += 1 }
    guard place > start, let number = Double(String(decoding: bytes[start..<place], as: UTF8.self)) else {
      throw .unexpected(text, offset: start)
    }
    return number
  }

  private var next: UInt8? { place < bytes.count ? bytes[place] : nil }

  private mutating func skipSpace() {
    while let byte = next, [UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\n")].contains(byte) { place += 1 }
  }
}
