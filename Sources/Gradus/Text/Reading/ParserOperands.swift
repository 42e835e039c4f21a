extension Parser {
  /// A token where an operand begins.
  mutating func readOperand(_ token: Token) throws(Problem) {
    switch token.kind {
    case .number:
      let next = peek()
      if !isInExponent, next.kind == .transpose, next.start == token.end, text(token.range) == "1" {
        emit(.onesColumn, start: token.start, end: token.end)
      } else {
        try number(token)
      }
      completeOperand(canBeIndexed: false)
    case .boldOne:
      emit(.onesColumn, start: token.start, end: token.end)
      completeOperand()
    case .name: try readName(token)
    case .openParenthesis: open(Pending(kind: .parenthesis, start: token.start, sign: token.range))
    case .infix(.minus):
      if isInExponent {
        if pending[pending.count - 1].isNegative { throw missingOperand(before: token) }
        pending[pending.count - 1].isNegative = true
      } else {
        pending.append(Pending(kind: .negation, count: 0, start: token.start, sign: token.range))
      }
    case .infix(.plus): break
    case .colon: try readWhole(token)
    case .newline: if isAtStatementStart { try endStatement(token) }
    case .semicolon: try endStatement(token)
    case .end: try endStatement(token)
    default: throw missingOperand(before: token)
    }
  }

  private var isAtStatementStart: Bool { pending.isEmpty && syntax.nodes.count == statementStart && definition == nil }

  private mutating func readName(_ token: Token) throws(Problem) {
    var next = peek()
    if next.kind == .name, isAtStatementStart, text(token.range) == "let" { return try readLet() }
    let range = token.start..<endOfPrimes(after: token)
    if range.upperBound > token.end {
      while peek().kind == .transpose { _ = take() }
      next = peek()
    }
    let name = syntax.name(text(range))
    if next.kind == .openParenthesis {
      let open = take()
      if peek().kind == .closeParenthesis {
        let close = take()
        emit(.call, value: name, start: token.start, end: close.end)
        return completeOperand()
      }
      self.open(Pending(kind: .call, name: name, start: token.start, sign: token.start..<open.end))
    } else {
      emit(.name, value: name, start: token.start, end: token.end)
      completeOperand()
    }
  }

  /// Where the primes of a derivative applied to arguments end, as in f''(x); the name's own end without.
  private func endOfPrimes(after token: Token) -> Int {
    let rest = bytes[token.end..<lexer.end]
    let end = rest.firstIndex { $0 != UInt8(ascii: "'") } ?? rest.endIndex
    return end < rest.endIndex && bytes[end] == UInt8(ascii: "(") ? end : token.end
  }

  /// let name(a, b) = …, or let name = ….
  private mutating func readLet() throws(Problem) {
    let name = take()
    let place = syntax.name(text(name.range))
    guard peek().kind == .openParenthesis else {
      guard take().kind == .equals else { throw problem(.malformedFunction, at: name.range) }
      definition = (.definition(name: place), name.range)
      return
    }
    _ = take()
    var parameters: [Int32] = []
    var known: Set<Int32> = []
    while true {
      let parameter = take()
      guard parameter.kind == .name else { throw problem(.malformedFunction, at: parameter.range) }
      let place = syntax.name(text(parameter.range))
      guard known.insert(place).inserted else {
        throw problem(.definedTwice(text(parameter.range)), at: parameter.range)
      }
      parameters.append(place)
      let next = take()
      if next.kind == .closeParenthesis { break }
      guard next.kind == .comma else { throw problem(.malformedFunction, at: next.range) }
    }
    let equals = take()
    guard equals.kind == .equals else { throw problem(.malformedFunction, at: equals.range) }
    definition = (.function(name: place, parameters: parameters), name.range)
  }

  /// ":" alone between the brackets of an index.
  private mutating func readWhole(_ token: Token) throws(Problem) {
    let next = peek().kind
    guard let last = pending.last, last.kind == .bracket, last.spanStart == nil, next == .comma || next == .closeBracket
    else {
      throw missingOperand(before: token)
    }
    emit(.whole, start: token.start, end: token.end)
    expectsOperand = false
  }

  /// After a primary: an exponent takes no more than it, with an index.
  mutating func completeOperand(canBeIndexed: Bool = true) {
    expectsOperand = false
    guard let power = pending.last, power.isPower else { return }
    if canBeIndexed, peek().kind == .openBracket { return }
    pending.removeLast()
    if power.isNegative { emit(.negation, count: 1, start: power.sign.upperBound, end: lastEnd) }
    emit(power.kind == .power ? .power : .entrywisePower, count: 2, start: power.start, end: lastEnd)
  }

  func missingOperand(before token: Token) -> Problem {
    let waiting = pending.last.map { text($0.sign) }
    if token.kind == .end || token.kind == .semicolon || token.kind == .newline {
      return problem(.missingOperand(before: nil, after: waiting), at: lastEnd..<lastEnd)
    }
    return problem(.missingOperand(before: text(token.range), after: waiting), at: token.range)
  }

  mutating func open(_ bracket: Pending) {
    pending.append(bracket)
    depth += 1
    expectsOperand = true
  }

  func unclosed(_ open: Pending, at token: Token) -> Problem {
    let bracket = open.kind == .bracket ? "[" : "("
    let owner = open.kind == .call ? syntax.name(open.name) : nil
    let place = Problem(.empty, in: source, at: (open.sign.upperBound - 1)..<open.sign.upperBound).position
    return problem(.unclosed(bracket: bracket, of: owner, column: place.column), at: lastEnd..<lastEnd)
  }
}
