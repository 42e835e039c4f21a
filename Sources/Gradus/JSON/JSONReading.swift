/// Text that is not JSON, and where.
public struct JSONError: Error, Sendable, Hashable {
  let problem: JSONProblem
  /// The byte at which reading stopped.
  public let offset: Int

  public var message: String { Diagnostic.text(of: problem) }
}

/// What can be wrong with JSON text.
enum JSONProblem: Sendable {
  case textAfterValue, noValue, malformedValue, unknownWord, tooDeep
  case noFieldName, noColon, noComma, noClosingBracket, noClosingQuotationMark
  case escapeCutOff, unknownEscape, noHexadecimalDigits
}

extension JSON {
  /// Reads one value; nesting is limited so that hostile input cannot exhaust the stack.
  public init(parsing text: String) throws(JSONError) {
    var reader = JSONReader(bytes: Array(text.utf8))
    self = try reader.document()
  }
}

private struct JSONReader {
  let bytes: [UInt8]
  var place = 0
  var depth = 0

  mutating func document() throws(JSONError) -> JSON {
    let value = try self.value()
    skipSpace()
    if place < bytes.count { throw error(.textAfterValue) }
    return value
  }

  private func error(_ problem: JSONProblem) -> JSONError { JSONError(problem: problem, offset: place) }

  private mutating func skipSpace() {
    while place < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[place]) { place += 1 }
  }

  private mutating func value() throws(JSONError) -> JSON {
    skipSpace()
    guard place < bytes.count else { throw error(.noValue) }
    switch bytes[place] {
    case UInt8(ascii: "{"): return try object()
    case UInt8(ascii: "["): return try array()
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    default: return try number()
    }
  }

  private mutating func word(_ word: String, _ value: JSON) throws(JSONError) -> JSON {
    guard bytes[place...].starts(with: word.utf8) else { throw error(.unknownWord) }
    place += word.utf8.count
    return value
  }

  private mutating func number() throws(JSONError) -> JSON {
    let start = place
    while place < bytes.count, "+-.eE0123456789".utf8.contains(bytes[place]) { place += 1 }
    let text = String(decoding: bytes[start..<place], as: UTF8.self)
    if let integer = Int(text) { return .integer(integer) }
    guard let value = Double(text) else {
      place = start
      throw error(.malformedValue)
    }
    return .number(value)
  }

  private mutating func nested<Result>(_ body: (inout JSONReader) throws(JSONError) -> Result) throws(JSONError)
    -> Result
  {
    depth += 1
    guard depth <= 128 else { throw error(.tooDeep) }
    place += 1
    let result = try body(&self)
    depth -= 1
    return result
  }

  private mutating func array() throws(JSONError) -> JSON {
    try nested { (reader) throws(JSONError) -> JSON in
      var values: [JSON] = []
      while try !reader.closes(UInt8(ascii: "]"), first: values.isEmpty) { values.append(try reader.value()) }
      return .array(values)
    }
  }

  private mutating func object() throws(JSONError) -> JSON {
    try nested { (reader) throws(JSONError) -> JSON in
      var fields: [Field] = []
      while try !reader.closes(UInt8(ascii: "}"), first: fields.isEmpty) {
        reader.skipSpace()
        guard reader.place < reader.bytes.count, reader.bytes[reader.place] == UInt8(ascii: "\"") else {
          throw reader.error(.noFieldName)
        }
        let name = try reader.string()
        reader.skipSpace()
        guard reader.place < reader.bytes.count, reader.bytes[reader.place] == UInt8(ascii: ":") else {
          throw reader.error(.noColon)
        }
        reader.place += 1
        fields.append(Field(name, try reader.value()))
      }
      return .object(fields)
    }
  }

  typealias Field = JSON.Field

  /// Passes the closing bracket, or the comma before a further element.
  private mutating func closes(_ bracket: UInt8, first: Bool) throws(JSONError) -> Bool {
    skipSpace()
    guard place < bytes.count else { throw error(.noClosingBracket) }
    if bytes[place] == bracket {
      place += 1
      return true
    }
    if first { return false }
    guard bytes[place] == UInt8(ascii: ",") else { throw error(.noComma) }
    place += 1
    return false
  }

  private mutating func string() throws(JSONError) -> String {
    place += 1
    var units: [UInt8] = []
    while place < bytes.count {
      let byte = bytes[place]
      place += 1
      switch byte {
      case UInt8(ascii: "\""): return String(decoding: units, as: UTF8.self)
      case UInt8(ascii: "\\"): try escape(into: &units)
      default: units.append(byte)
      }
    }
    throw error(.noClosingQuotationMark)
  }

  private mutating func escape(into units: inout [UInt8]) throws(JSONError) {
    guard place < bytes.count else { throw error(.escapeCutOff) }
    let byte = bytes[place]
    place += 1
    switch byte {
    case UInt8(ascii: "n"): units.append(0x0A)
    case UInt8(ascii: "t"): units.append(0x09)
    case UInt8(ascii: "r"): units.append(0x0D)
    case UInt8(ascii: "b"): units.append(0x08)
    case UInt8(ascii: "f"): units.append(0x0C)
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): units.append(byte)
    case UInt8(ascii: "u"):
      var value = UInt32(try hexadecimal())
      if (0xD800..<0xDC00).contains(value), bytes[place...].starts(with: "\\u".utf8) {
        let mark = place
        place += 2
        let low = UInt32(try hexadecimal())
        if (0xDC00..<0xE000).contains(low) {
          value = 0x10000 + (value - 0xD800) << 10 + (low - 0xDC00)
        } else {
          place = mark
        }
      }
      let scalar = Unicode.Scalar(value) ?? "\u{FFFD}"
      units.append(contentsOf: String(Character(scalar)).utf8)
    default: throw error(.unknownEscape)
    }
  }

  private mutating func hexadecimal() throws(JSONError) -> UInt16 {
    guard place + 4 <= bytes.count,
      let value = UInt16(String(decoding: bytes[place..<place + 4], as: UTF8.self), radix: 16)
    else { throw error(.noHexadecimalDigits) }
    place += 4
    return value
  }
}
