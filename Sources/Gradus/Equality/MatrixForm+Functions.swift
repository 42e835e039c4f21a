extension IndexAlgebra {
  func identity(_ dim: Dim) throws -> IndexForm {
    try form([IndexTerm(coefficient: 1, factors: [delta(0, 1)])], free: [dim, dim])
  }

  /// (s A B D)⁻¹ = s⁻¹ D⁻¹ B⁻¹ A⁻¹, where only what cannot be taken apart becomes an atom.
  func inverse(_ form: IndexForm) throws -> IndexForm {
    if form.free.isEmpty { return try power(form, -1) }
    let dim = form.free[0]
    let (scalar, chain) = try pieces(of: form)
    var result = try identity(dim)
    for piece in chain.reversed() { result = try multiplied(result, try inverse(piece, dim)) }
    var whole = Contraction(self, free: form.free)
    whole.multiply(try power(scalar, -1), at: [])
    whole.multiply(result, at: [0, 1])
    return try whole.form()
  }

  private func multiplied(_ first: IndexForm, _ second: IndexForm) throws -> IndexForm {
    var product = Contraction(self, free: first.free)
    let inner = product.sum(over: first.free[1])
    product.multiply(first, 0, inner)
    product.multiply(second, inner, 1)
    return try product.form()
  }

  private func inverse(_ piece: Piece, _ dim: Dim) throws -> IndexForm {
    switch piece {
    case .diagonal(let entries):
      var result = Contraction(self, free: [dim, dim])
      result.identify(0, 1)
      result.multiply(try power(entries, -1), at: [0])
      return try result.form()
    case .matrix(let form):
      if let factor = form.monomial?.factors.first, form.monomial?.factors.count == 1, factor.exponent.isOne {
        let head = heads[factor.head]
        if head.kind == .inverse { return try renamed(forms[head.forms[0]], factor.slots, free: form.free) }
        if isOrthogonal(head), form.free.count == 2 { return try renamed(form, [1, 0], free: form.free) }
      }
      return try matrixAtom(.inverse, of: form)
    }
  }

  func isOrthogonal(_ head: Head) -> Bool {
    guard head.kind == .variable, head.dims.count == 2, head.dims[0] == head.dims[1] else { return false }
    return attributes(of: store.variables[UInt32(head.payload)]).contains(.orthogonal)
  }

  /// A function with f(Aᵀ) = f(A)ᵀ as an atom with the argument's indices in its slots.
  func matrixAtom(_ kind: Head.Kind, payload: Int = 0, of form: IndexForm, isTransposing: Bool = false) throws
    -> IndexForm
  {
    let flipped = try renamed(form, [1, 0], free: [form.free[1], form.free[0]])
    var traits = HeadTraits()
    if flipped.id == form.id { traits.symmetries = [[0, 1], [1, 0]] }
    let isFlipped = flipped.id < form.id
    let head = head(Head(kind: kind, payload: payload, forms: [min(form.id, flipped.id)]), traits)
    let free = isTransposing ? [form.free[1], form.free[0]] : form.free
    return try self.form(
      [IndexTerm(coefficient: 1, factors: [Factor(head, isFlipped ? [1, 0] : [0, 1])])], free: free)
  }

  /// A scalar function with f(Aᵀ) = f(A).
  func scalarAtom(_ kind: Head.Kind, payload: Int = 0, of form: IndexForm) throws -> IndexForm {
    let flipped = try renamed(form, [1, 0], free: [form.free[1], form.free[0]])
    let head = head(Head(kind: kind, payload: payload, forms: [min(form.id, flipped.id)]))
    return try self.form([IndexTerm(coefficient: 1, factors: [Factor(head)])], free: [])
  }

  /// det(s A B D) = sⁿ det A det B ∏ d.
  func determinant(_ form: IndexForm) throws -> IndexForm {
    if form.free.isEmpty { return form }
    let (scalar, chain) = try pieces(of: form)
    var result = try dimensionPower(scalar, form.free[0])
    for piece in chain { result = try product(result, try determinant(piece)) }
    return result
  }

  private func determinant(_ piece: Piece) throws -> IndexForm {
    switch piece {
    case .diagonal(let entries):
      if entries.constant == 1 { return try constant(1) }
      guard let term = entries.monomial, term.coefficient.isOne, term.factors.allSatisfy({ !heads[$0.head].isSelector })
      else {
        return try form(
          [IndexTerm(coefficient: 1, factors: [Factor(head(Head(kind: .entryProduct, forms: [entries.id])))])], free: []
        )
      }
      var result = try constant(1)
      for factor in term.factors {
        let entry = try form(
          [IndexTerm(coefficient: 1, factors: [Factor(factor.head, factor.slots)])], free: entries.free)
        let isPositive = traits[factor.head].isNonnegative
        let head = head(Head(kind: .entryProduct, forms: [entry.id]), HeadTraits(isNonnegative: isPositive))
        result = try product(
          result, try form([IndexTerm(coefficient: 1, factors: [Factor(head, exponent: factor.exponent)])], free: []))
      }
      return result
    case .matrix(let form):
      if let factor = form.monomial?.factors.first, form.monomial?.factors.count == 1,
        heads[factor.head].kind == .inverse, factor.exponent.isOne
      {
        return try power(try scalarAtom(.determinant, of: forms[heads[factor.head].forms[0]]), -1)
      }
      return try scalarAtom(.determinant, of: form)
    }
  }

  /// sⁿ for the dimension n, with the sign of s apart.
  private func dimensionPower(_ scalar: IndexForm, _ dim: Dim) throws -> IndexForm {
    if scalar.constant == 1 { return scalar }
    if let size = store.dimension(dim).literal { return try power(scalar, Rational(size)) }
    var base = scalar
    var result = try constant(1)
    if let first = scalar.terms.first, first.coefficient.isNegative {
      base = try scaled(scalar, by: -1)
      let head = head(Head(kind: .signPower, dims: [dim]), HeadTraits(isPlusOrMinusOne: true))
      result = try form([IndexTerm(coefficient: 1, factors: [Factor(head)])], free: [])
    }
    let size = try form(terms(of: dim), free: [])
    return try product(result, try exponential(try product(size, try logarithm(base))))
  }

  /// log|det(s A B D)|.
  func logDeterminant(_ form: IndexForm) throws -> IndexForm {
    if form.free.isEmpty { return try logarithm(try magnitude(form)) }
    let (scalar, chain) = try pieces(of: form)
    var result = try constant(0)
    if scalar.constant != 1, scalar.constant != -1 {
      let size = try self.form(terms(of: form.free[0]), free: [])
      result = try product(size, try logarithm(try magnitude(scalar)))
    }
    for piece in chain {
      switch piece {
      case .diagonal(let entries):
        var total = Contraction(self, free: [])
        let index = total.sum(over: entries.free[0])
        total.multiply(try logarithm(try magnitude(entries)), index)
        result = try sum([(1, result), (1, try total.form())])
      case .matrix(let matrix):
        var argument = matrix
        var sign = Rational(1)
        if let factor = matrix.monomial?.factors.first, matrix.monomial?.factors.count == 1,
          heads[factor.head].kind == .inverse, factor.exponent.isOne
        {
          argument = forms[heads[factor.head].forms[0]]
          sign = -1
        }
        result = try sum([(1, result), (sign, try scalarAtom(.logDeterminant, of: argument))])
      }
    }
    return result
  }

  /// det(A) A⁻¹, where A is invertible.
  func adjugate(_ form: IndexForm) throws -> IndexForm {
    if form.free.isEmpty { return try constant(1) }
    var result = Contraction(self, free: form.free)
    result.multiply(try determinant(form), at: [])
    result.multiply(try inverse(form), at: [0, 1])
    return try result.form()
  }

  /// A function of A that is linear in E: each term of E by itself, with its scalars in front.
  func derivativeAtom(_ operation: Operation, at point: IndexForm, along direction: IndexForm) throws -> IndexForm {
    var terms: [(Rational, IndexForm)] = [(0, try constant(0, free: point.free))]
    let flippedPoint = try renamed(point, [1, 0], free: point.free)
    for term in direction.terms {
      // Along the identity, which commutes with everything, exp moves by itself.
      if operation == .matrixExponentialDerivative, term.bound.isEmpty, term.factors == [delta(0, 1)] {
        let payload = Int(Operation.matrixExponential.rawValue)
        terms.append((term.coefficient, try matrixAtom(.matrixFunction, payload: payload, of: point)))
        continue
      }
      let plain = try form([term.scaled(by: 1 / term.coefficient)], free: direction.free)
      let flipped = try renamed(plain, [1, 0], free: direction.free)
      let isFlipped = (flippedPoint.id, flipped.id) < (point.id, plain.id)
      let places = isFlipped ? [flippedPoint.id, flipped.id] : [point.id, plain.id]
      let isSymmetric = flippedPoint.id == point.id && flipped.id == plain.id
      let head = head(
        Head(kind: .matrixFunction, payload: Int(operation.rawValue), forms: places),
        HeadTraits(symmetries: isSymmetric ? [[0, 1], [1, 0]] : []))
      terms.append(
        (
          term.coefficient,
          try form(
            [IndexTerm(coefficient: 1, factors: [Factor(head, isFlipped ? [1, 0] : [0, 1])])], free: point.free)
        ))
    }
    return try sum(terms)
  }
}
