/// Reads a text into syntax by operator precedence, with a stack of its own instead of recursion.
struct Parser {
  /// An operator or bracket that waits for its last operand.
  struct Pending {
    enum Kind {
      case sum, product, hadamard, division, entrywiseDivision, kronecker, negation, power, entrywisePower
      case parenthesis, call, bracket
    }

    let kind: Kind
    /// Operands that are complete.
    var count: Int32 = 1
    /// The name of a call.
    var name: Int32 = 0
    /// Where the whole begins.
    let start: Int
    /// Where the sign or bracket itself stands.
    var sign: Range<Int>
    /// The operand to come is subtracted or, in an exponent, negated.
    var isNegative = false
    /// Where the a of an index "a:b" begins, once the colon is read.
    var spanStart: Int?

    var isBracket: Bool { kind == .parenthesis || kind == .call || kind == .bracket }
    var isPower: Bool { kind == .power || kind == .entrywisePower }
    var isProduct: Bool {
      switch kind {
      case .product, .hadamard, .division, .entrywiseDivision, .kronecker: true
      default: false
      }
    }
  }

  /// Digits of a number; a longer one is an attack rather than a number.
  static let digitLimit = 1000
  /// Longest text in bytes, so that offsets and nodes fit 32 bits.
  static let lengthLimit = 1 << 28

  var syntax: Syntax
  let source: Source
  let place: Int
  let bytes: [UInt8]
  var lexer: Lexer
  var lookahead: Token?
  var pending: [Pending] = []
  /// How many of the pending are brackets.
  var depth = 0
  var expectsOperand = true
  /// Where the last token taken ends.
  var lastEnd = 0
  var statementStart = 0
  var definition: (kind: Statement.Kind, range: Range<Int>)?
  var middle: Int?

  /// Appends a text's statements to the syntax.
  static func parse(_ source: Source, in range: Range<Int>? = nil, into syntax: inout Syntax) throws(Problem) {
    let bytes = Array(source.text.utf8)
    if bytes.count > lengthLimit {
      throw Problem(.tooLong(limit: lengthLimit), in: source, at: 0..<0)
    }
    var parser = Parser(syntax, source, bytes, range)
    syntax = Syntax()
    parser.syntax.sources.append(source)
    try parser.run()
    syntax = parser.syntax
  }

  private init(_ syntax: Syntax, _ source: Source, _ bytes: [UInt8], _ range: Range<Int>?) {
    self.syntax = syntax
    self.source = source
    self.bytes = bytes
    place = syntax.sources.count
    lexer = Lexer(bytes, in: range)
    statementStart = syntax.nodes.count
  }

  private mutating func run() throws(Problem) {
    let first = syntax.statements.count
    while true {
      let token = take()
      if token.kind == .unknown {
        throw problem(.unknownCharacter(lexer.scalar(at: token.start).0.value), at: token.range)
      }
      if expectsOperand { try readOperand(token) } else { try readOperator(token) }
      if token.kind == .end { break }
    }
    try checkStatements(from: first)
  }

  // MARK: Tokens

  mutating func take() -> Token {
    let token = lookahead ?? lexer.next()
    lookahead = nil
    if token.kind != .end && token.kind != .newline && token.kind != .semicolon { lastEnd = token.end }
    return token
  }

  mutating func peek() -> Token {
    if let lookahead { return lookahead }
    let token = lexer.next()
    lookahead = token
    return token
  }

  func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  func problem(_ code: Problem.Code, at range: Range<Int>) -> Problem { Problem(code, in: source, at: range) }

  // MARK: Nodes

  mutating func emit(_ kind: SyntaxNode.Kind, count: Int32 = 0, value: Int32 = 0, start: Int, end: Int) {
    syntax.nodes.append(
      SyntaxNode(kind: kind, count: count, value: value, start: Int32(start), end: Int32(end)))
  }

  /// Where the operand read last begins.
  var operandStart: Int { Int(syntax.nodes[syntax.nodes.count - 1].start) }

  var isInExponent: Bool { pending.last?.isPower ?? false }

  mutating func number(_ token: Token) throws(Problem) {
    emit(.number, value: try literal(token), start: token.start, end: token.end)
  }

  private mutating func literal(_ token: Token) throws(Problem) -> Int32 {
    let digits = bytes[token.range]
    if digits.count <= 18, digits.allSatisfy(\.isDigit) {
      return keep(Rational(digits.reduce(0) { $0 * 10 + Int($1 & 0x0F) }))
    }
    if digits.count > Parser.digitLimit {
      throw problem(.numberTooLong(digits: digits.count, limit: Parser.digitLimit), at: token.range)
    }
    guard let value = Rational(decimal: text(token.range)) else {
      throw problem(.numberOutOfRange(text(token.range)), at: token.range)
    }
    return keep(value)
  }

  mutating func keep(_ value: Rational) -> Int32 {
    syntax.numbers.append(value)
    return Int32(syntax.numbers.count - 1)
  }

  // MARK: Statements

  /// Ends a statement, or skips an empty one.
  mutating func endStatement(_ token: Token) throws(Problem) {
    if let open = pending.last(where: \.isBracket) { throw unclosed(open, at: token) }
    if expectsOperand {
      if pending.isEmpty, definition == nil, middle == nil { return }
      throw missingOperand(before: token)
    }
    reduceAll()
    let kind: Statement.Kind = middle.map { .equation(middle: $0) } ?? definition?.kind ?? .expression
    syntax.statements.append(
      Statement(
        kind: kind, source: place, nodes: statementStart..<syntax.nodes.count, nameRange: definition?.range ?? 0..<0))
    statementStart = syntax.nodes.count
    (definition, middle, expectsOperand) = (nil, nil, true)
  }

  /// Definitions come first, and one expression or equation comes last.
  private func checkStatements(from first: Int) throws(Problem) {
    let all = syntax.statements[first...]
    guard let last = all.last else { throw problem(.empty, at: bytes.count..<bytes.count) }
    for statement in all.dropLast() {
      switch statement.kind {
      case .definition, .function: continue
      case .expression, .equation: throw problem(.notADefinition, at: syntax.nodes[statement.root].range)
      }
    }
    let end = syntax.nodes[last.root].range.upperBound
    switch (last.kind, source.role) {
    case (.definition, _), (.function, _): throw problem(.missingExpression, at: end..<end)
    case (.expression, .assumption): throw problem(.missingEquals, at: end..<end)
    default: break
    }
  }
}
