extension Writer {
  /// Positive terms first, in the store's order, then the negative ones.
  func sum(_ operands: UnsafeBufferPointer<Node>) -> Phrase {
    var pieces: [Piece] = []
    var negatives: [Term] = []
    for operand in operands {
      if names[operand] == nil {
        let term = Term(operand, in: store, named: names)
        if term.coefficient.isNegative {
          negatives.append(term)
          continue
        }
        if !pieces.isEmpty { pieces.append(.text(dialect.signs.plus)) }
        pieces += unsigned(term)
      } else {
        if !pieces.isEmpty { pieces.append(.text(dialect.signs.plus)) }
        pieces.append(.node(operand, atLeast: .product))
      }
    }
    for term in negatives {
      pieces.append(.text(pieces.isEmpty ? dialect.signs.negation : dialect.signs.minus))
      pieces += unsigned(term)
    }
    return Phrase(.sum, pieces)
  }

  func phrase(for term: Term) -> Phrase {
    if term.coefficient.isNegative { return Phrase(.product, [.text(dialect.signs.negation)] + unsigned(term)) }
    let number = dialect.parts(of: term.coefficient)
    let isNumber =
      term.scalars.isEmpty && term.divisors.isEmpty && term.entries.isEmpty && term.entryDivisors.isEmpty
      && number.divisor == nil && !number.front.contains("^")
    return Phrase(isNumber ? .primary : .product, unsigned(term))
  }

  /// The term without its sign.
  private func unsigned(_ term: Term) -> [Piece] {
    if let lone = term.lone { return [.node(lone, atLeast: .product)] }
    let coefficient = term.coefficient.isNegative ? -term.coefficient : term.coefficient
    if let fraction = dialect.fraction { return stacked(term, coefficient, fraction) }
    let (front, divisor) = dialect.parts(of: coefficient)
    let number = front == dialect.number("1") ? [] : [[Piece.text(front)]]
    var pieces = body(of: term, after: number + scalarFactors(term))
    let divisors = (divisor.map { [[Piece.text($0)]] } ?? []) + term.divisors.map { divided($0) }
    if dialect.isReadable || divisors.count < 2 {
      for divisor in divisors { pieces += [.text(dialect.signs.divide)] + divisor }
    } else {
      pieces += [.text(dialect.signs.divide + dialect.group.open)] + joined(divisors) + [.text(dialect.group.close)]
    }
    return pieces
  }

  /// A fraction above a bar; a purely numeric one stands in front.
  private func stacked(_ term: Term, _ coefficient: Rational, _ fraction: Dialect.Frame) -> [Piece] {
    let (front, divisor) = dialect.parts(of: coefficient)
    let scalars = scalarFactors(term)
    let one = [Piece.text(dialect.number("1"))]
    func over(_ above: [Piece], _ below: [Piece]) -> [Piece] {
      [.text(fraction.before)] + above + [.text(fraction.between)] + below + [.text(fraction.after)]
    }
    let number = front == dialect.number("1") ? [] : [[Piece.text(front)]]
    if term.divisors.isEmpty {
      let front = divisor.map { [over(number.first ?? one, [.text($0)])] } ?? number
      return body(of: term, after: front + scalars)
    }
    let isAlone = divisor == nil && term.divisors.count == 1
    let below = (divisor.map { [[Piece.text($0)]] } ?? []) + term.divisors.map { divided($0, isAlone: isAlone) }
    let isLone = number.isEmpty && term.scalars.count == 1
    let numerator = isLone ? [[.node(term.scalars[0], atLeast: .definition)]] : number + scalars
    return body(of: term, after: [over(numerator.isEmpty ? one : joined(numerator), joined(below))])
  }

  /// The matrix behind its scalar factors.
  private func body(of term: Term, after factors: [[Piece]]) -> [Piece] {
    var factors = factors
    if term.entries.count == 1, term.entryDivisors.isEmpty {
      factors.append(spliced(term.entries[0]))
    } else if !term.entries.isEmpty {
      let entries = term.entries.map { [Piece.node($0, atLeast: .postfix)] }
      factors.append(Array(entries.joined(separator: [.text(dialect.signs.entrywiseTimes)])))
    } else if !term.entryDivisors.isEmpty, let ones = dialect.constants?.ones {
      factors.append([.text(ones)])
    }
    var pieces = factors.isEmpty ? [.text(dialect.number("1"))] : joined(factors)
    for divisor in term.entryDivisors {
      pieces.append(.text(dialect.signs.entrywiseDivide))
      pieces += divided(divisor)
    }
    return pieces
  }

  /// Scalar factors; equal neighbours become powers where nothing is read back.
  private func scalarFactors(_ term: Term) -> [[Piece]] {
    if dialect.isReadable { return term.scalars.map(spliced) }
    // Reading goes from left to right, but the eye takes xᵀ y A for a chain of matrices.
    let isMatrix = !term.entries.isEmpty || !term.entryDivisors.isEmpty
    return runs(term.scalars).map { node, count in
      if count > 1 { return raised(node, to: count) }
      return isMatrix ? [.node(node, atLeast: .postfix)] : spliced(node)
    }
  }

  private func divided(_ divisor: Term.Divisor, isAlone: Bool = false) -> [Piece] {
    if divisor.exponent.isOne { return [.node(divisor.base, atLeast: isAlone ? .definition : .postfix)] }
    return power(divisor.base, exponent: divisor.exponent).pieces
  }
}
