/// A piece of a text, by UTF-8 offsets.
struct Token {
  enum Kind: Equatable {
    case number, name, boldOne
    case infix(InfixSign)
    case transpose, superscript
    case openParenthesis, closeParenthesis, openBracket, closeBracket
    case comma, colon, equals, semicolon, newline, end
    /// A character that begins nothing.
    case unknown
  }

  let kind: Kind
  let start: Int
  let end: Int

  var range: Range<Int> { start..<end }
}

/// Cuts a text into tokens, one at a time, so that a long text needs no list of them.
struct Lexer {
  let bytes: [UInt8]
  private(set) var position: Int
  let end: Int

  init(_ bytes: [UInt8], in range: Range<Int>? = nil) {
    self.bytes = bytes
    position = range?.lowerBound ?? 0
    end = range?.upperBound ?? bytes.count
  }

  mutating func next() -> Token {
    while position < end, bytes[position] == 0x20 || bytes[position] == 0x09 || bytes[position] == 0x0D {
      position += 1
    }
    let start = position
    guard start < end else { return Token(kind: .end, start: end, end: end) }
    let byte = bytes[start]
    if byte >= 0x80 { return nextBeyondASCII() }
    if byte.isLetter { return name(from: start) }
    if byte.isDigit { return number() }
    if byte == UInt8(ascii: "."), start + 1 < end {
      if bytes[start + 1].isDigit { return number() }
      if let sign = Lexer.dotted[bytes[start + 1]] { return token(.infix(sign), length: 2) }
    }
    return token(Lexer.single[byte] ?? .unknown, length: 1)
  }

  private mutating func token(_ kind: Token.Kind, length: Int) -> Token {
    let start = position
    position += length
    return Token(kind: kind, start: start, end: position)
  }

  /// digits ("." digits?)? ("e" sign? digits)?, where a dot before * / ^ belongs to the operator.
  private mutating func number() -> Token {
    let start = position
    skipDigits()
    if position < end, bytes[position] == UInt8(ascii: "."),
      position + 1 == end || Lexer.dotted[bytes[position + 1]] == nil
    {
      position += 1
      skipDigits()
    }
    if position < end, bytes[position] | 0x20 == UInt8(ascii: "e") {
      var exponent = position + 1
      if exponent < end, bytes[exponent] == UInt8(ascii: "-") || bytes[exponent] == UInt8(ascii: "+") { exponent += 1 }
      if exponent < end, bytes[exponent].isDigit {
        position = exponent
        skipDigits()
      }
    }
    return Token(kind: .number, start: start, end: position)
  }

  private mutating func skipDigits() {
    while position < end, bytes[position].isDigit { position += 1 }
  }

  private mutating func name(from start: Int) -> Token {
    while position < end {
      if bytes[position].isLetter || bytes[position].isDigit {
        position += 1
      } else if bytes[position] >= 0x80 {
        let (scalar, length) = scalar(at: position)
        guard scalar.isGreekLetter else { break }
        position += length
      } else {
        break
      }
    }
    return Token(kind: .name, start: start, end: position)
  }

  private mutating func nextBeyondASCII() -> Token {
    let start = position
    let (scalar, length) = scalar(at: start)
    if scalar == "\u{A0}" {
      position += length
      return next()
    }
    if scalar.isGreekLetter { return name(from: start) }
    if scalar == "𝟏" { return token(.boldOne, length: length) }
    if scalar == Superscript.transpose { return token(.transpose, length: length) }
    if let sign = Lexer.alternatives[scalar] { return token(.infix(sign), length: length) }
    if Superscript.digits[scalar] != nil || scalar == Superscript.minus { return superscript() }
    return token(.unknown, length: length)
  }

  /// ⁻? digits, or ⁻ᵀ.
  private mutating func superscript() -> Token {
    let start = position
    var (next, length) = scalar(at: position)
    if next == Superscript.minus {
      position += length
      guard position < end else { return Token(kind: .unknown, start: start, end: position) }
      (next, length) = scalar(at: position)
      if next == Superscript.transpose {
        return Token(kind: .superscript, start: start, end: token(.end, length: length).end)
      }
      if Superscript.digits[next] == nil { return Token(kind: .unknown, start: start, end: position) }
    }
    while position < end, bytes[position] >= 0x80 {
      (next, length) = scalar(at: position)
      guard Superscript.digits[next] != nil else { break }
      position += length
    }
    return Token(kind: .superscript, start: start, end: position)
  }

  /// The scalar at an offset, which is where one begins, and its length in bytes.
  func scalar(at offset: Int) -> (Unicode.Scalar, Int) {
    let lead = bytes[offset]
    let length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    guard offset + length <= end else { return ("\u{FFFD}", end - offset) }
    var value = UInt32(length == 1 ? lead : lead & (0xFF >> UInt8(length + 1)))
    for byte in bytes[(offset + 1)..<(offset + length)] { value = value << 6 | UInt32(byte & 0x3F) }
    return (Unicode.Scalar(value) ?? "\u{FFFD}", length)
  }

  private static let dotted: [UInt8: InfixSign] = [
    UInt8(ascii: "*"): .entrywiseTimes, UInt8(ascii: "/"): .entrywiseDivide, UInt8(ascii: "^"): .entrywisePower,
  ]

  private static let single: [UInt8: Token.Kind] = [
    UInt8(ascii: "+"): .infix(.plus), UInt8(ascii: "-"): .infix(.minus), UInt8(ascii: "*"): .infix(.times),
    UInt8(ascii: "/"): .infix(.divide), UInt8(ascii: "^"): .infix(.power), UInt8(ascii: "'"): .transpose,
    UInt8(ascii: "("): .openParenthesis, UInt8(ascii: ")"): .closeParenthesis, UInt8(ascii: "["): .openBracket,
    UInt8(ascii: "]"): .closeBracket, UInt8(ascii: ","): .comma, UInt8(ascii: ":"): .colon, UInt8(ascii: "="): .equals,
    UInt8(ascii: ";"): .semicolon, UInt8(ascii: "\n"): .newline,
  ]

  private static let alternatives: [Unicode.Scalar: InfixSign] = {
    var signs: [Unicode.Scalar: InfixSign] = [:]
    for sign in InfixSign.allCases {
      for spelling in [sign.rawValue] + sign.alternatives {
        if spelling.unicodeScalars.count == 1, let scalar = spelling.unicodeScalars.first { signs[scalar] = sign }
      }
    }
    return signs
  }()
}

/// Raised signs after an operand.
enum Superscript {
  static let minus: Unicode.Scalar = "⁻"
  static let transpose: Unicode.Scalar = "ᵀ"
  static let digits: [Unicode.Scalar: Int] = Dictionary(uniqueKeysWithValues: zip("⁰¹²³⁴⁵⁶⁷⁸⁹".unicodeScalars, 0...9))
}

extension UInt8 {
  var isDigit: Bool { self >= 0x30 && self <= 0x39 }
  /// A letter or an underscore.
  var isLetter: Bool { (self | 0x20 >= 0x61 && self | 0x20 <= 0x7A) || self == 0x5F }
}

extension Unicode.Scalar {
  var isGreekLetter: Bool { value >= 0x370 && value <= 0x3FF && properties.isAlphabetic }
}
