/// Operands of an entrywise value sorted by how they are spread.
private struct Spreading {
  var scalars: [Item] = []
  var columns: [Item] = []
  var rows: [Item] = []
  var full: [Item] = []

  struct Item {
    var coefficient: Double
    var term: PlanTerm
  }
}

extension PlanGraph {
  /// The entrywise product of operands that may be columns, rows and scalars of this shape.
  mutating func entrywise(_ factors: [PlanTerm], _ rows: Int, _ columns: Int) -> PlanTerm {
    if prefersTransposed(factors, rows, columns) {
      let turned = entrywise(factors.map(transpose), columns, rows)
      return transpose(turned)
    }
    var coefficient = 1.0
    var items: [Spreading.Item] = []
    for factor in factors {
      let (outer, core) = splitCoefficient(factor)
      let (inner, small) = splitCoefficient(unspread(core))
      coefficient *= outer * inner
      if let value = number(small) { coefficient *= value } else { items.append(.init(coefficient: 1, term: small)) }
    }
    if coefficient == 0 || items.isEmpty { return spread(number(coefficient), rows, columns) }
    let parts = spreading(items, rows, columns)
    if let diagonal = diagonalFactor(parts.full.map(\.term)) {
      var others = items.map(\.term)
      others.remove(at: others.firstIndex(of: diagonal.matrix) ?? 0)
      let entries = entrywise([diagonal.entries] + others.map { self.diagonal(spread($0, rows, columns)) }, rows, 1)
      return diagonalMatrix(combination([coefficient], [entries], rows, 1))
    }
    var groups: [PlanTerm] = []
    var scalars = parts.scalars.map(\.term)
    if coefficient != 1, parts.full.isEmpty || !(parts.columns.isEmpty && parts.rows.isEmpty && scalars.isEmpty) {
      scalars.append(number(coefficient))
      coefficient = 1
    }
    if !parts.columns.isEmpty {
      groups.append(multiplied(parts.columns.map(\.term) + scalars, rows, 1))
      scalars = []
    }
    if !parts.rows.isEmpty {
      groups.append(multiplied(parts.rows.map(\.term) + scalars, 1, columns))
      scalars = []
    }
    if !scalars.isEmpty { groups.append(multiplied(scalars, 1, 1)) }
    if parts.full.isEmpty, groups.count == 1 { return spread(groups[0], rows, columns) }
    let full = multiplied(parts.full.map(\.term) + groups, rows, columns)
    return coefficient == 1 ? full : combination([coefficient], [full], rows, columns)
  }

  private mutating func multiplied(_ factors: [PlanTerm], _ rows: Int, _ columns: Int) -> PlanTerm {
    if rows == 1, columns > 1 {
      let turned = multiplied(factors.map(transpose), columns, 1)
      return transpose(turned)
    }
    var value = 1.0
    var terms: [PlanTerm] = []
    for factor in factors {
      if let number = number(factor) { value *= number } else { terms.append(factor) }
    }
    if terms.isEmpty { return spread(number(value), rows, columns) }
    terms.sort { ($0.id, $0.isTransposed ? 1 : 0) < ($1.id, $1.isTransposed ? 1 : 0) }
    let product: PlanTerm =
      terms.count == 1
      ? spread(terms[0], rows, columns)
      : terms.count == 2 && terms[0] == terms[1]
        ? map(.square, terms[0]) : make(.entrywise(terms), rows, columns)
    return value == 1 ? product : combination([value], [product], rows, columns)
  }

  /// Σ cᵢ aᵢ where operands may be columns, rows and scalars of this shape.
  mutating func combination(_ coefficients: [Double], _ terms: [PlanTerm], _ rows: Int, _ columns: Int) -> PlanTerm {
    if prefersTransposed(terms, rows, columns) {
      let turned = combination(coefficients, terms.map(transpose), columns, rows)
      return transpose(turned)
    }
    var items: [Spreading.Item] = []
    for (coefficient, term) in Swift.zip(coefficients, terms) {
      let (outer, core) = splitCoefficient(term)
      let (inner, small) = splitCoefficient(unspread(core))
      items.append(.init(coefficient: coefficient * outer * inner, term: small))
    }
    var parts = spreading(items, rows, columns)
    if !parts.scalars.isEmpty, rows * columns > 1 {
      let scalar = added(parts.scalars, 1, 1)
      if number(scalar) != 0 {
        let item = Spreading.Item(coefficient: 1, term: scalar)
        if !parts.columns.isEmpty {
          parts.columns.append(item)
        } else if !parts.rows.isEmpty {
          parts.rows.append(item)
        } else {
          parts.full.append(item)
        }
      }
    } else {
      parts.full += parts.scalars
    }
    // A multiple is taken where it is added, so that values with either sign share what they are made of.
    if !parts.columns.isEmpty {
      let sum = added(parts.columns, rows, 1)
      let (coefficient, term) = splitCoefficient(sum)
      parts.full.append(.init(coefficient: coefficient, term: term))
    }
    if !parts.rows.isEmpty {
      let sum = added(parts.rows, 1, columns)
      let (coefficient, term) = splitCoefficient(sum)
      parts.full.append(.init(coefficient: coefficient, term: term))
    }
    if parts.full.isEmpty { return spread(number(0), rows, columns) }
    return added(parts.full, rows, columns)
  }

  private mutating func added(_ items: [Spreading.Item], _ rows: Int, _ columns: Int) -> PlanTerm {
    if rows == 1, columns > 1 {
      let turned = added(items.map { .init(coefficient: $0.coefficient, term: transpose($0.term)) }, columns, 1)
      return transpose(turned)
    }
    var constant = 0.0
    var collected: [Spreading.Item] = []
    for item in items.sorted(by: {
      ($0.term.id, $0.term.isTransposed ? 1 : 0) < ($1.term.id, $1.term.isTransposed ? 1 : 0)
    }) {
      if let value = number(item.term) {
        constant += item.coefficient * value
      } else if let last = collected.last, last.term == item.term {
        collected[collected.count - 1].coefficient += item.coefficient
      } else {
        collected.append(item)
      }
    }
    collected.removeAll { $0.coefficient == 0 }
    if collected.isEmpty { return spread(number(constant), rows, columns) }
    if constant != 0 { collected.append(.init(coefficient: 1, term: number(constant))) }
    if collected.count == 1 { return multiple(collected[0], rows, columns) }
    let terms = collected.map(\.term)
    let negated = Kind.combination(collected.map { -$0.coefficient }, terms)
    if isKnown(negated, rows, columns) {
      return make(.combination([-1], [make(negated, rows, columns)]), rows, columns)
    }
    return make(.combination(collected.map(\.coefficient), terms), rows, columns)
  }

  private mutating func multiple(_ item: Spreading.Item, _ rows: Int, _ columns: Int) -> PlanTerm {
    if item.coefficient == 1 { return spread(item.term, rows, columns) }
    if case .diagonalMatrix(let entries) = self[item.term].kind {
      return diagonalMatrix(combination([item.coefficient], [entries], rows, 1))
    }
    let (small, large) = ((self.rows(item.term), self.columns(item.term)), (rows, columns))
    let multiple = make(.combination([item.coefficient], [item.term]), small.0, small.1)
    return small == large ? multiple : spread(multiple, rows, columns)
  }

  mutating func map(_ function: Function, _ operand: PlanTerm) -> PlanTerm {
    let small = unspread(operand)
    if let value = number(small), let mapped = function.value(at: value) {
      return spread(number(mapped), rows(operand), columns(operand))
    }
    if small != operand { return spread(map(function, small), rows(operand), columns(operand)) }
    if operand.isTransposed {
      let turned = map(function, transpose(operand))
      return transpose(turned)
    }
    return make(.map(function, operand), rows(operand), columns(operand))
  }

  mutating func zip(_ function: Function, _ left: PlanTerm, _ right: PlanTerm, _ rows: Int, _ columns: Int) -> PlanTerm
  {
    if prefersTransposed([left, right], rows, columns) {
      let turned = zip(function, transpose(left), transpose(right), columns, rows)
      return transpose(turned)
    }
    let (a, b) = (unspread(left), unspread(right))
    let height = max(self.rows(a), self.rows(b))
    let width = max(self.columns(a), self.columns(b))
    if (height, width) != (rows, columns) { return spread(zip(function, a, b, height, width), rows, columns) }
    return make(.zip(function, a, b), rows, columns)
  }

  /// Whether more of what lies in memory is read as it lies when the value is computed transposed.
  private func prefersTransposed(_ terms: [PlanTerm], _ rows: Int, _ columns: Int) -> Bool {
    if columns == 1 { return false }
    if rows == 1 { return true }
    var votes = 0
    var first: PlanTerm?
    for term in terms where unspread(term) == term && count(term) == rows * columns {
      var weight = 2
      // A product may as well be computed transposed.
      if case .product = self[splitCoefficient(term).core].kind { weight = 1 }
      votes += term.isTransposed ? weight : -weight
      if first.map({ term.id < $0.id }) ?? true { first = term }
    }
    if votes != 0 { return votes > 0 }
    if let first { return first.isTransposed }
    return false
  }

  private func spreading(_ items: [Spreading.Item], _ rows: Int, _ columns: Int) -> Spreading {
    var result = Spreading()
    for item in items {
      switch (self.rows(item.term), self.columns(item.term)) {
      case (rows, columns): result.full.append(item)
      case (1, 1): result.scalars.append(item)
      case (rows, 1): result.columns.append(item)
      default: result.rows.append(item)
      }
    }
    return result
  }

  private func diagonalFactor(_ terms: [PlanTerm]) -> (matrix: PlanTerm, entries: PlanTerm)? {
    for term in terms {
      if case .diagonalMatrix(let entries) = self[term].kind { return (term, entries) }
    }
    return nil
  }
}
