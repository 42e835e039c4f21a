extension PlanGraph {
  mutating func reduction(_ reduction: Reduction, _ direction: Direction, _ operand: PlanTerm) -> PlanTerm {
    if isScalar(operand) { return operand }
    if operand.isTransposed {
      let across: Direction = direction == .rows ? .columns : direction == .columns ? .rows : .all
      let turned = self.reduction(reduction, across, transpose(operand))
      return transpose(turned)
    }
    let (rows, columns) = (self[operand].rows, self[operand].columns)
    if columns == 1, direction == .rows { return operand }
    let direction = columns == 1 ? .all : direction
    if reduction == .sum, let simpler = sum(direction, operand) { return simpler }
    let (coefficient, core) = splitCoefficient(operand)
    if reduction == .largest, core != operand, coefficient > 0 {
      let largest = self.reduction(.largest, direction, core)
      return combination([coefficient], [largest], self.rows(largest), self.columns(largest))
    }
    switch direction {
    case .all: return make(.reduction(reduction, .all, operand), 1, 1)
    case .rows: return make(.reduction(reduction, .rows, operand), rows, 1)
    case .columns: return make(.reduction(reduction, .columns, operand), 1, columns)
    }
  }

  private mutating func sum(_ direction: Direction, _ operand: PlanTerm) -> PlanTerm? {
    let (rows, columns) = (self[operand].rows, self[operand].columns)
    let (height, width) = (direction == .rows ? rows : 1, direction == .columns ? columns : 1)
    let (coefficient, core) = splitCoefficient(operand)
    if core != operand {
      return combination([coefficient], [reduction(.sum, direction, core)], height, width)
    }
    switch self[operand].kind {
    case .spread(let small):
      let repeated: PlanTerm
      let times: Int
      switch direction {
      case .all:
        repeated = reduction(.sum, .all, small)
        times = rows * columns / count(small)
      case .rows:
        repeated = self.columns(small) == 1 ? small : reduction(.sum, .rows, small)
        times = self.columns(small) == 1 ? columns : 1
      case .columns:
        repeated = self.rows(small) == 1 ? small : reduction(.sum, .columns, small)
        times = self.rows(small) == 1 ? rows : 1
      }
      return combination([Double(times)], [repeated], height, width)
    case .diagonalMatrix(let entries):
      return direction == .all ? reduction(.sum, .all, entries) : direction == .rows ? entries : transpose(entries)
    case .reduction(.sum, _, let inner) where direction == .all: return reduction(.sum, .all, inner)
    case .entrywise(let factors) where columns > 1 && direction != .all:
      // What is constant along the sum is multiplied afterwards.
      let constant = factors.filter {
        direction == .rows ? self.columns($0) == 1 : self.rows($0) == 1
      }
      if constant.isEmpty { return nil }
      let others = factors.filter { !constant.contains($0) }
      let rest = entrywise(others, rows, columns)
      return entrywise(constant + [reduction(.sum, direction, rest)], height, width)
    default: return nil
    }
  }

  mutating func diagonalMatrix(_ entries: PlanTerm) -> PlanTerm {
    let column = entries.isTransposed ? transpose(entries) : entries
    return count(column) == 1 ? column : make(.diagonalMatrix(column), count(column), count(column))
  }

  mutating func diagonal(_ operand: PlanTerm) -> PlanTerm {
    if isScalar(operand) { return operand }
    if operand.isTransposed { return diagonal(transpose(operand)) }
    let size = self[operand].rows
    switch self[operand].kind {
    case .spread(let small): return spread(self.columns(small) == 1 ? small : transpose(small), size, 1)
    case .diagonalMatrix(let entries): return entries
    case .product(let left, let right):
      return reduction(.sum, .rows, entrywise([left, transpose(right)], size, columns(left)))
    case .combination(let coefficients, let terms):
      return combination(coefficients, terms.map { diagonal(spread($0, size, size)) }, size, 1)
    case .entrywise(let factors): return entrywise(factors.map { diagonal(spread($0, size, size)) }, size, 1)
    case .map(let function, let inner): return map(function, diagonal(inner))
    default: return make(.diagonal(operand), size, 1)
    }
  }

  mutating func product(_ left: PlanTerm, _ right: PlanTerm) -> PlanTerm {
    let (rows, inner, columns) = (self.rows(left), self.columns(left), self.columns(right))
    if isScalar(left) || isScalar(right) || inner == 1 { return entrywise([left, right], rows, columns) }
    let (p, a) = splitCoefficient(left)
    let (q, b) = splitCoefficient(right)
    if a != left || b != right { return combination([p * q], [product(a, b)], rows, columns) }
    if let result = structuredProduct(a, b) { return result }
    if columns == 1 { return vectorProduct(a, b) }
    if rows == 1 {
      let turned = vectorProduct(transpose(b), transpose(a))
      return transpose(turned)
    }
    let (key, reversed) = ((a, b), (transpose(b), transpose(a)))
    if order(key) <= order(reversed) { return make(.product(a, b), rows, columns) }
    let turned = make(.product(reversed.0, reversed.1), columns, rows)
    return transpose(turned)
  }

  private func order(_ pair: (PlanTerm, PlanTerm)) -> (Int, Int, Int, Int) {
    (pair.0.id, pair.1.id, pair.0.isTransposed ? 1 : 0, pair.1.isTransposed ? 1 : 0)
  }

  /// Products with diagonal, spread and solved factors, and sums of these.
  private mutating func structuredProduct(_ left: PlanTerm, _ right: PlanTerm) -> PlanTerm? {
    let (rows, columns) = (self.rows(left), self.columns(right))
    if let result = leftStructured(left, right, rows, columns) { return result }
    return leftStructured(transpose(right), transpose(left), columns, rows).map { transpose($0) }
  }

  private mutating func leftStructured(_ left: PlanTerm, _ right: PlanTerm, _ rows: Int, _ columns: Int) -> PlanTerm? {
    switch self[left].kind {
    case .diagonalMatrix(let entries): return entrywise([entries, right], rows, columns)
    case .spread:
      let small = unspread(left)
      if self.rows(small) == 1, self.columns(small) > 1 { return spread(product(small, right), rows, columns) }
      return entrywise([small, reduction(.sum, .columns, right)], rows, columns)
    case .combination(let coefficients, let terms):
      let width = self.columns(left)
      let isVector = columns == 1
      var isMixed = false
      for term in terms {
        if case .diagonalMatrix = self[term].kind { continue }
        if count(term) == rows * width, !isVector { return nil }
        if count(term) == rows * width, isElementwise(term) { return nil }
        isMixed = isMixed || count(term) != rows * width || term.isTransposed
      }
      if isVector, !isMixed { return nil }
      let parts = terms.map { term in
        product(spread(isScalar(term) ? term : term.transposed(if: left.isTransposed), rows, width), right)
      }
      return combination(coefficients, parts, rows, columns)
    case .inverse(let factors) where !keptInverses.contains(left.id):
      guard case .factorization(let matrix) = self[factors].kind else { return nil }
      return make(.solution(factorization(left.isTransposed ? transpose(matrix) : matrix), right), rows, columns)
    default: return nil
    }
  }

  mutating func factorization(_ matrix: PlanTerm) -> PlanTerm {
    make(.factorization(matrix), rows(matrix), columns(matrix))
  }

  private func isElementwise(_ term: PlanTerm) -> Bool {
    switch self[term].kind {
    case .map, .zip, .entrywise, .combination: true
    default: false
    }
  }

  /// A matrix by a vector is a sum along rows, so that it shares its walk over the matrix with all else that reads it.
  private mutating func vectorProduct(_ matrix: PlanTerm, _ vector: PlanTerm) -> PlanTerm {
    let weighted = entrywise([matrix, transpose(vector)], rows(matrix), columns(matrix))
    return reduction(.sum, .rows, weighted)
  }
}
