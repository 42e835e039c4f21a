// What is known of variables: attributes and assumed equations, as symmetries of atoms and as rules for terms.

extension IndexAlgebra {
  func attributes(of variable: Variable) -> Attributes {
    variable.attributes.union(assumed[variable.name] ?? [])
  }

  func variable(_ variable: Variable) throws -> IndexForm {
    let extent = store.extent(variable.shape)
    let free = IndexAlgebra.free(extent)
    let attributes = attributes(of: variable)
    let isSquare = free.count == 2 && free[0] == free[1]
    let isNonnegative = !attributes.isDisjoint(
      with: [.positive, .unitInterval, .oneHot, .oneHotRows, .simplex, .binary])
    var traits = HeadTraits(
      isZeroOrOne: !attributes.isDisjoint(with: [.oneHot, .oneHotRows, .binary]),
      isPlusOrMinusOne: attributes.contains(.signs), isNonnegative: isNonnegative)
    let place = Int(store.payload(variable))
    if isSquare, attributes.contains(.diagonal) {
      let head = head(Head(kind: .diagonalVariable, payload: place), traits)
      return try form([IndexTerm(coefficient: 1, factors: [delta(0, 1), Factor(head, [0])])], free: free)
    }
    if isSquare, !attributes.isDisjoint(with: [.symmetric, .positiveDefinite]) {
      traits.symmetries = [[0, 1], [1, 0]]
    } else if isSquare, attributes.contains(.skew) {
      traits.symmetries = [[0, 1], [1, 0]]
      traits.isSkew = true
    }
    let head = head(Head(kind: .variable, payload: place, dims: [extent.rows, extent.columns]), traits)
    if isSquare, attributes.contains(.lowerTriangular) {
      let factors = [lowerMask(0, 1), Factor(head, [0, 1])]
      return try form([IndexTerm(coefficient: 1, factors: factors)], free: free)
    }
    return try form([IndexTerm(coefficient: 1, factors: [Factor(head, Array(free.indices))])], free: free)
  }

  /// The equations that a variable's attributes bring along.
  func addRules(of variable: Variable) throws {
    let attributes = attributes(of: variable)
    let entry = try self.variable(variable)
    let dims = entry.free
    guard let factor = entry.terms.first?.factors.last, entry.terms[0].factors.count == 1 else { return }
    let head = factor.head
    func add(_ attribute: Attributes, _ pattern: IndexTerm, free: Int, _ replacement: IndexTerm) {
      rules.append(
        TermRule(
          name: "\(variable.name) \(attribute.words.joined())", pattern: pattern, free: free, replacement: [replacement]
        ))
    }
    let one = IndexTerm(coefficient: 1)
    if attributes.contains(.oneHot) {
      add(.oneHot, IndexTerm(coefficient: 1, bound: dims, factors: [Factor(head, Array(dims.indices))]), free: 0, one)
    }
    for attribute in [Attributes.oneHotRows, .simplex] where attributes.contains(attribute) {
      if dims.count == 2 {
        add(attribute, IndexTerm(coefficient: 1, bound: [dims[1]], factors: [Factor(head, [0, 1])]), free: 1, one)
      } else if variable.shape.columns == .one || attribute == .oneHotRows && variable.shape.rows == .one
        || attribute == .simplex
      {
        // A column of one-hot rows is a column of ones, which no sum says.
        if attribute == .oneHotRows, variable.shape.columns == .one { continue }
        add(
          attribute, IndexTerm(coefficient: 1, bound: dims, factors: [Factor(head, Array(dims.indices))]), free: 0, one)
      }
    }
    if attributes.contains(.oneHot), dims.count == 1 {
      let both = IndexTerm(coefficient: 1, factors: [Factor(head, [0]), Factor(head, [1])])
      add(.oneHot, both, free: 2, IndexTerm(coefficient: 1, factors: [delta(0, 1), Factor(head, [0])]))
    }
    if attributes.contains(.orthogonal) {
      let identity = IndexTerm(coefficient: 1, factors: [delta(0, 1)])
      if dims.count == 2 {
        let columns = IndexTerm(
          coefficient: 1, bound: [dims[0]], factors: [Factor(head, [2, 0]), Factor(head, [2, 1])])
        add(.orthogonal, columns, free: 2, identity)
        if dims[0] == dims[1] {
          let rows = IndexTerm(
            coefficient: 1, bound: [dims[0]], factors: [Factor(head, [0, 2]), Factor(head, [1, 2])])
          add(.orthogonal, rows, free: 2, identity)
        }
      } else if variable.shape.columns == .one, dims.count == 1 {
        add(
          .orthogonal, IndexTerm(coefficient: 1, bound: dims, factors: [Factor(head, [0], exponent: 2)]), free: 0, one)
      }
    }
  }

  /// The equation form = 0, used from its leading term to the others; false where it has no such direction.
  func addRule(_ form: IndexForm, name: String) throws -> Bool {
    if form.isZero { return true }
    let place = lead(of: form)
    let lead = form.terms[place]
    let inLead = Set(lead.factors.flatMap(\.slots).filter { $0 < form.free.count })
    let others = form.terms.enumerated().filter { $0.offset != place }.map(\.element)
    if lead.factors.isEmpty || lead.factors.contains(where: { heads[$0.head].isSelector }) { return false }
    if others.contains(where: {
      $0.factors.contains { $0.slots.contains { $0 < form.free.count && !inLead.contains($0) } }
    }) {
      return false
    }
    // ‖x‖ = c is used as xᵀx = c².
    if let only = lead.monomialFactor, heads[only.head].kind == .base, others.count <= 1,
      others.allSatisfy({ $0.factors.isEmpty && $0.bound.isEmpty }), !only.exponent.isInteger
    {
      let value = -(others.first?.coefficient ?? 0) / lead.coefficient
      if let inverse = only.exponent.reciprocal?.intValue, let power = value.power(inverse) {
        let base = try renamed(forms[heads[only.head].forms[0]], only.slots, free: form.free)
        return try addRule(try sum([(1, base), (-1, try constant(power, free: form.free))]), name: name)
      }
    }
    let kept = inLead.sorted()
    var names = [Int](repeating: 0, count: form.free.count)
    for (place, index) in kept.enumerated() { names[index] = place }
    let start = IndexTerm(coefficient: 1)
    let pattern = start.times(lead.scaled(by: 1 / lead.coefficient), at: names, free: kept.count)
    let replacement = others.map { start.times($0.scaled(by: -1 / lead.coefficient), at: names, free: kept.count) }
    for term in replacement {
      let open = [Int?](repeating: nil, count: kept.count)
      // A pattern that occurs in what replaces it would be replaced for ever.
      if try match(pattern, patternFree: kept.count, given: open, in: term, free: kept.count) != nil { return false }
    }
    rules.append(TermRule(name: name, pattern: pattern, free: kept.count, replacement: replacement))
    return true
  }
}

extension IndexTerm {
  /// The only factor of a term without bound indices.
  fileprivate var monomialFactor: Factor? { factors.count == 1 && bound.isEmpty ? factors[0] : nil }
}
