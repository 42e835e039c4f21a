/// Declarations such as "A: matrix(m,k) symmetric", one to a line or with semicolons between them.
enum Declarations {
  /// Reads a text; an unknown attribute is an error here.
  static func read(_ source: Source) throws(Problem) -> [Variable] {
    var reader = DeclarationReader(source)
    return try reader.read()
  }

  /// A variable from its parts, as a structured format gives them; an unknown attribute is a notice here.
  static func variable(
    _ name: String, kind: String, sizes: [String], attributes: [String], _ notices: inout [Notice]
  ) throws(Problem) -> Variable {
    let known = attributes.filter { word in Attributes.named.contains { $0.word == word } }
    for word in attributes where !known.contains(word) { notices.append(.unknownAttribute(word, of: name)) }
    let shape = sizes.isEmpty ? "" : "(\(sizes.joined(separator: ",")))"
    let text = "\(name): \(kind)\(shape) \(known.joined(separator: " "))"
    let source = Source(.declaration, 0, text)
    guard let variable = try read(source).first else { throw Problem(.empty, in: source, at: 0..<0) }
    return variable
  }
}

private struct DeclarationReader {
  let source: Source
  let bytes: [UInt8]
  var lexer: Lexer
  var lookahead: Token?

  init(_ source: Source) {
    self.source = source
    bytes = Array(source.text.utf8)
    lexer = Lexer(bytes)
  }

  mutating func read() throws(Problem) -> [Variable] {
    var variables: [Variable] = []
    while true {
      let token = take()
      switch token.kind {
      case .end:
        if variables.isEmpty { throw problem(.empty, at: 0..<bytes.count) }
        return variables
      case .newline, .semicolon: continue
      case .name: variables.append(try readDeclaration(token))
      default: throw unexpected(token, "name")
      }
    }
  }

  private mutating func take() -> Token {
    let token = lookahead ?? lexer.next()
    lookahead = nil
    return token
  }

  private func text(_ token: Token) -> String { String(decoding: bytes[token.range], as: UTF8.self) }

  private func problem(_ code: Problem.Code, at range: Range<Int>) -> Problem { Problem(code, in: source, at: range) }

  private func unexpected(_ token: Token, _ expected: String) -> Problem {
    if token.kind == .unknown { return problem(.unknownCharacter(lexer.scalar(at: token.start).0.value), at: token.range) }
    return problem(.malformedDeclaration(expected: expected), at: token.range)
  }

  private mutating func readDeclaration(_ name: Token) throws(Problem) -> Variable {
    let colon = take()
    guard colon.kind == .colon else { throw unexpected(colon, ":") }
    let kind = take()
    guard kind.kind == .name else { throw unexpected(kind, "scalar, vector(n) or matrix(m,n)") }
    let shape = try readShape(kind)
    var attributes: Attributes = []
    while true {
      let token = take()
      switch token.kind {
      case .comma: continue
      case .name: attributes.formUnion(try attribute(token, shape))
      case .end, .newline, .semicolon:
        lookahead = token
        return Variable(text(name), shape, attributes)
      default: throw unexpected(token, "attribute")
      }
    }
  }

  private func attribute(_ token: Token, _ shape: Shape) throws(Problem) -> Attributes {
    let word = text(token)
    guard let attribute = Attributes.named.first(where: { $0.word == word })?.attribute else {
      let suggestion = Suggestion.nearest(to: word, among: Attributes.named.map(\.word))
      throw problem(.unknownAttribute(word, suggestion: suggestion), at: token.range)
    }
    if Attributes.square.contains(attribute), shape.rows != shape.columns {
      throw problem(.attributeNeedsSquare(word, shape), at: token.range)
    }
    return attribute
  }

  private mutating func readShape(_ kind: Token) throws(Problem) -> Shape {
    let word = text(kind)
    guard let count = ["scalar": 0, "vector": 1, "matrix": 2][word] else {
      let suggestion = Suggestion.nearest(to: word, among: ["scalar", "vector", "matrix"])
      throw problem(.unknownKind(word, suggestion: suggestion), at: kind.range)
    }
    let next = take()
    guard next.kind == .openParenthesis else {
      lookahead = next
      if count > 0 { throw problem(.sizeCount(kind: word, found: 0), at: kind.range) }
      return .scalar
    }
    let sizes = try readSizes(from: kind, next)
    if sizes.count != count { throw problem(.sizeCount(kind: word, found: sizes.count), at: kind.start..<lexer.position) }
    return count == 0 ? .scalar : Shape(sizes[0], count == 2 ? sizes[1] : 1)
  }

  /// The sizes between the parentheses, read as a call is.
  private mutating func readSizes(from kind: Token, _ open: Token) throws(Problem) -> [Dimension] {
    var depth = 1
    var end = open.end
    while depth > 0 {
      let token = take()
      end = token.end
      switch token.kind {
      case .openParenthesis: depth += 1
      case .closeParenthesis: depth -= 1
      case .end, .newline, .semicolon:
        let column = Problem(.empty, in: source, at: open.range).position.column
        throw problem(.unclosed(bracket: "(", of: text(kind), column: column), at: token.start..<token.start)
      default: break
      }
    }
    if end == open.end + 1, bytes[open.end] == UInt8(ascii: ")") { return [] }
    var syntax = Syntax()
    try Parser.parse(source, in: kind.start..<end, into: &syntax)
    return try syntax.argumentSizes()
  }
}

extension Syntax {
  /// The sizes that the arguments of a call, which is all there is, say.
  fileprivate func argumentSizes() throws(Problem) -> [Dimension] {
    let root = nodes.count - 1
    guard nodes[root].kind == .call else { throw problem(.notASize(text(root)), at: root) }
    var starts: [Int] = []
    for place in 0..<root {
      let count = Int(nodes[place].count)
      let start = count == 0 ? place : starts[starts.count - count]
      starts.removeLast(count)
      starts.append(start)
    }
    var result: [Dimension] = []
    for (index, start) in starts.enumerated() {
      let end = index + 1 < starts.count ? starts[index + 1] : root
      let size = try size(start..<end)
      if size.terms.isEmpty { throw problem(.sizeOutOfRange("0"), at: end - 1) }
      result.append(size)
    }
    return result
  }
}
