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
    var lexer = Lexer(Array(name.utf8))
    let token = lexer.next()
    guard token.kind == .name, token.range == 0..<name.utf8.count else {
      throw Problem(.malformedName(name), in: Source(.declaration, 0, name), at: 0..<name.utf8.count)
    }
    var dimensions: [Dimension] = []
    for size in sizes { dimensions.append(try dimension(size)) }
    let source = Source(.declaration, 0, "\(name): \(kind)")
    let kindRange = (name.utf8.count + 2)..<source.text.utf8.count
    let shape = try shape(kind, dimensions) { code in Problem(code, in: source, at: kindRange) }
    var known: Attributes = []
    for word in attributes {
      guard let attribute = Attributes.named.first(where: { $0.word == word })?.attribute else {
        notices.append(.unknownAttribute(word, of: name))
        continue
      }
      if Attributes.square.contains(attribute), shape.rows != shape.columns {
        throw Problem(.attributeNeedsSquare(word, shape), in: source, at: kindRange)
      }
      known.formUnion(attribute)
    }
    return Variable(name, shape, known)
  }

  /// A size by itself, such as "m*n".
  static func dimension(_ text: String) throws(Problem) -> Dimension {
    var syntax = Syntax()
    let source = Source(.declaration, 0, text)
    try Parser.parse(source, into: &syntax)
    guard syntax.statements.count == 1, case .expression = syntax.statements[0].kind else {
      throw Problem(.notASize(text), in: source, at: 0..<text.utf8.count)
    }
    let size = try syntax.size(syntax.statements[0].nodes)
    if size.terms.isEmpty { throw Problem(.sizeOutOfRange(text), in: source, at: 0..<text.utf8.count) }
    return size
  }

  /// The shape that a kind with sizes is.
  fileprivate static func shape(
    _ kind: String, _ sizes: [Dimension], _ problem: (Problem.Code) -> Problem
  ) throws(Problem) -> Shape {
    guard let count = ["scalar": 0, "vector": 1, "matrix": 2][kind] else {
      throw problem(.unknownKind(kind, suggestion: Suggestion.nearest(to: kind, among: ["scalar", "vector", "matrix"])))
    }
    if sizes.count != count { throw problem(.sizeCount(kind: kind, found: sizes.count)) }
    return count == 0 ? .scalar : Shape(sizes[0], count == 2 ? sizes[1] : 1)
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
    let next = take()
    var sizes: [Dimension] = []
    if next.kind == .openParenthesis { sizes = try readSizes(from: kind, next) } else { lookahead = next }
    let end = next.kind == .openParenthesis ? lexer.position : kind.end
    return try Declarations.shape(text(kind), sizes) { code in
      if case .unknownKind = code { return problem(code, at: kind.range) }
      return problem(code, at: kind.start..<end)
    }
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
    guard nodes[root].kind == .call else { throw problem(.notASize(excerpt(root)), at: root) }
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
