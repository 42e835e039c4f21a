extension Parser {
  /// A token after a complete operand.
  mutating func readOperator(_ token: Token) throws(Problem) {
    switch token.kind {
    case .infix(let sign): readInfix(sign, token)
    case .transpose: emit(.transpose, count: 1, start: operandStart, end: token.end)
    case .superscript: try readSuperscript(token)
    case .openBracket:
      open(Pending(kind: .bracket, start: operandStart, sign: token.range))
    case .closeParenthesis, .closeBracket: try close(token)
    case .comma: try readComma(token)
    case .colon: try readColon(token)
    case .equals: try readEquals(token)
    case .newline: if depth == 0 { try endStatement(token) }
    case .semicolon, .end: try endStatement(token)
    default:
      let left = syntax.nodes[syntax.nodes.count - 1].range
      throw problem(.missingOperator(left: text(left), right: text(token.range)), at: token.range)
    }
  }

  private mutating func readInfix(_ sign: InfixSign, _ token: Token) {
    expectsOperand = true
    switch sign {
    case .power, .entrywisePower:
      pending.append(
        Pending(kind: sign == .power ? .power : .entrywisePower, start: operandStart, sign: token.range))
    case .plus, .minus:
      reduceNegations()
      reduceProduct()
      if let last = pending.last, last.kind == .sum {
        subtract()
        pending[pending.count - 1].count += 1
        pending[pending.count - 1].sign = token.range
        pending[pending.count - 1].isNegative = sign == .minus
      } else {
        pending.append(Pending(kind: .sum, start: operandStart, sign: token.range, isNegative: sign == .minus))
      }
    case .times: chain(.product, token)
    case .entrywiseTimes: chain(.hadamard, token)
    case .divide: binary(.division, token)
    case .entrywiseDivide: binary(.entrywiseDivision, token)
    case .kronecker: binary(.kronecker, token)
    }
  }

  /// A product of many factors is one node, so that a long one takes linear time.
  private mutating func chain(_ kind: Pending.Kind, _ token: Token) {
    reduceNegations()
    if let last = pending.last, last.kind == kind {
      pending[pending.count - 1].count += 1
      pending[pending.count - 1].sign = token.range
    } else {
      binary(kind, token)
    }
  }

  private mutating func binary(_ kind: Pending.Kind, _ token: Token) {
    reduceNegations()
    reduceProduct()
    pending.append(Pending(kind: kind, start: operandStart, sign: token.range))
  }

  // MARK: Reducing

  private mutating func reduceNegations() {
    while let last = pending.last, last.kind == .negation {
      pending.removeLast()
      emit(.negation, count: 1, start: last.start, end: lastOperandEnd)
    }
  }

  private mutating func reduceProduct() {
    guard let last = pending.last, last.isProduct else { return }
    pending.removeLast()
    let kind: SyntaxNode.Kind =
      switch last.kind {
      case .product: .product
      case .hadamard: .hadamard
      case .division: .division
      case .entrywiseDivision: .entrywiseDivision
      default: .kronecker
      }
    emit(kind, count: last.count + 1, start: last.start, end: lastOperandEnd)
  }

  /// The operand after a minus is a negation of its own.
  private mutating func subtract() {
    guard let last = pending.last, last.isNegative else { return }
    emit(.negation, count: 1, start: last.sign.lowerBound, end: lastOperandEnd)
  }

  /// Everything that waits above the innermost open bracket.
  mutating func reduceAll() {
    while let last = pending.last, !last.isBracket {
      reduceNegations()
      reduceProduct()
      if let sum = pending.last, sum.kind == .sum {
        subtract()
        pending.removeLast()
        emit(.sum, count: sum.count + 1, start: sum.start, end: lastOperandEnd)
      }
    }
  }

  private var lastOperandEnd: Int { Int(syntax.nodes[syntax.nodes.count - 1].end) }

  // MARK: Brackets

  private mutating func close(_ token: Token) throws(Problem) {
    reduceAll()
    let isParenthesis = token.kind == .closeParenthesis
    guard let open = pending.last else { throw problem(.unopened(bracket: text(token.range)), at: token.range) }
    guard (open.kind != .bracket) == isParenthesis else {
      throw problem(.mismatched(open: open.kind == .bracket ? "[" : "(", close: text(token.range)), at: token.range)
    }
    if let start = open.spanStart { emit(.span, count: 2, start: start, end: lastOperandEnd) }
    pending.removeLast()
    depth -= 1
    switch open.kind {
    case .parenthesis: emit(.group, count: 1, start: open.start, end: token.end)
    case .call: emit(.call, count: open.count, value: open.name, start: open.start, end: token.end)
    default: emit(.index, count: open.count + 1, start: open.start, end: token.end)
    }
    completeOperand()
  }

  private mutating func readComma(_ token: Token) throws(Problem) {
    reduceAll()
    guard let open = pending.last, open.kind != .parenthesis else { throw problem(.unexpected(","), at: token.range) }
    if let start = open.spanStart { emit(.span, count: 2, start: start, end: lastOperandEnd) }
    pending[pending.count - 1].spanStart = nil
    pending[pending.count - 1].count += 1
    expectsOperand = true
  }

  private mutating func readColon(_ token: Token) throws(Problem) {
    reduceAll()
    guard let open = pending.last, open.kind == .bracket, open.spanStart == nil else {
      throw problem(.unexpected(":"), at: token.range)
    }
    pending[pending.count - 1].spanStart = operandStart
    expectsOperand = true
  }

  // MARK: Equations

  private mutating func readEquals(_ token: Token) throws(Problem) {
    reduceAll()
    if let open = pending.last { throw unclosed(open, at: token) }
    if middle != nil || definition != nil { throw problem(.secondEquals, at: token.range) }
    let left = syntax.nodes[syntax.nodes.count - 1]
    if left.kind == .name, syntax.nodes.count == statementStart + 1, source.role == .expression {
      syntax.nodes.removeLast()
      definition = (.definition(name: left.value), left.range)
    } else if source.role == .assumption {
      middle = syntax.nodes.count
    } else if left.kind == .call {
      throw problem(.functionWithoutLet(text(left.range)), at: left.range)
    } else {
      throw problem(.notAssignable(text(left.range)), at: left.range)
    }
    expectsOperand = true
  }

  /// A raised whole number or ⁻ᵀ.
  private mutating func readSuperscript(_ token: Token) throws(Problem) {
    let start = operandStart
    let scalars = Array(text(token.range).unicodeScalars)
    let isNegative = scalars[0] == Superscript.minus
    if scalars.last == Superscript.transpose {
      raise(to: -1, from: start, token)
      emit(.transpose, count: 1, start: start, end: token.end)
      return
    }
    let digits = scalars.compactMap { Superscript.digits[$0] }
    if digits.count > 18 { throw problem(.numberTooLong(digits: digits.count, limit: 18), at: token.range) }
    let magnitude = digits.reduce(0) { $0 * 10 + $1 }
    raise(to: isNegative ? -magnitude : magnitude, from: start, token)
  }

  private mutating func raise(to exponent: Int, from start: Int, _ token: Token) {
    let value = keep(Rational(exponent))
    emit(.number, value: value, start: token.start, end: token.end)
    emit(.power, count: 2, start: start, end: token.end)
  }
}
