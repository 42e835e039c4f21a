extension IndexAlgebra {
  /// exp of a sum as a product of powers of exponentials of its terms; exp(c log a) = aᶜ.
  func exponential(_ form: IndexForm) throws -> IndexForm {
    let free = form.free
    if keepsFunctions { return try closed(.exp, form) }
    var product = IndexTerm(coefficient: 1)
    var others: [IndexForm] = []
    for term in form.terms {
      if let special = try specialExponential(term, free) {
        others.append(special)
        continue
      }
      let plain = IndexTerm(coefficient: 1, bound: term.bound, factors: term.factors)
      let argument = try self.form([plain], free: free)
      let isSigned = term.bound.isEmpty && isWholePower(term)
      var atom = try atom(.exponential, of: argument, traits: HeadTraits(isNonnegative: !isSigned))
      atom.factors[atom.factors.count - 1].exponent = term.coefficient
      product = product.times(atom, at: Array(free.indices), free: free.count)
    }
    var result = try self.form([product], free: free)
    for other in others { result = try self.product(result, other) }
    return result
  }

  /// exp(n log a) with a dimension n may be negative.
  private func isWholePower(_ term: IndexTerm) -> Bool {
    term.factors.contains { heads[$0.head].kind == .logarithm }
      && term.factors.allSatisfy { heads[$0.head].kind == .logarithm || heads[$0.head].kind == .dimension }
  }

  private func specialExponential(_ term: IndexTerm, _ free: [Dim]) throws -> IndexForm? {
    if term.bound.isEmpty, term.factors.count == 1, term.factors[0].exponent.isOne {
      let factor = term.factors[0]
      switch heads[factor.head].kind {
      case .logarithm:
        let argument = try renamed(forms[heads[factor.head].forms[0]], factor.slots, free: free)
        return try power(argument, term.coefficient)
      case .logDeterminant:
        var head = heads[factor.head]
        head.kind = .determinant
        let determinant = Factor(self.head(head, traits[factor.head]), factor.slots)
        return try power(
          try magnitude(try form([IndexTerm(coefficient: 1, factors: [determinant])], free: free)), term.coefficient)
      default: break
      }
    }
    let signPlace = term.factors.firstIndex { factor in
      traits[factor.head].isPlusOrMinusOne && factor.exponent.isOne && factor.slots.allSatisfy { $0 < free.count }
    }
    if let place = signPlace {
      // e^(t a) = cosh a + t sinh a for a sign t, which is 1 or −1.
      var rest = term
      let sign = try self.form([IndexTerm(coefficient: 1, factors: [rest.factors.remove(at: place)])], free: free)
      let up = try exponential(try self.form([rest], free: free))
      let down = try exponential(try self.form([rest.scaled(by: -1)], free: free))
      let even = try sum([(Rational(1, 2), up), (Rational(1, 2), down)])
      let odd = try sum([(Rational(1, 2), up), (Rational(-1, 2), down)])
      return try sum([(1, even), (1, try product(sign, odd))])
    }
    guard let place = term.factors.firstIndex(where: { isSwitch($0, term, free.count) }) else { return nil }
    // e^(s a) = 1 − s + s eᵃ for a switch s, which is 0 or 1.
    var rest = term
    let gate = rest.factors.remove(at: place)
    let all = free + term.bound
    rest.bound = []
    let raised = try exponential(try form([rest], free: all))
    let change = try sum([(1, raised), (-1, try constant(1, free: all))])
    var result = Contraction(self, free: free)
    for dim in term.bound { _ = result.sum(over: dim) }
    result.multiply(gate)
    result.multiply(change, at: Array(all.indices))
    return try sum([(1, try constant(1, free: free)), (1, try result.form())])
  }

  /// A factor that is 0 or 1, and 1 for at most one value of the term's bound indices.
  private func isSwitch(_ factor: Factor, _ term: IndexTerm, _ free: Int) -> Bool {
    guard traits[factor.head].isZeroOrOne, factor.exponent.isOne else { return false }
    if term.bound.isEmpty { return true }
    return heads[factor.head].kind == .shift && factor.slots[0] < free && factor.slots[1] >= free
      && term.bound.count == 1
  }

  /// log of a product as a sum over what is known not to be negative.
  func logarithm(_ form: IndexForm) throws -> IndexForm {
    let free = form.free
    if keepsFunctions { return try closed(.log, form) }
    if form.isZero { throw Undecided(reason: "a logarithm of zero") }
    let (content, rest) = try factorised(form)
    var terms: [(Rational, IndexForm)] = [(0, try constant(0, free: free))]
    for (prime, power) in try primes(of: content.coefficient) {
      let number = try constant(Rational(prime), free: free)
      terms.append((Rational(power), try logarithmAtom(number)))
    }
    var inside = IndexTerm(coefficient: 1)
    let isLone = rest.constant == 1 && content.factors.filter { !isNonnegative($0) }.count == 1
    for factor in content.factors {
      // Of xⁿ with a dimension n only the size is known, as of an even power.
      let isEven = factor.exponent.intValue.map { $0 % 2 == 0 } ?? false || heads[factor.head].kind == .exponential
      if traits[factor.head].isNonnegative || factor.exponent.intValue == nil || isLone && !isEven {
        terms.append((factor.exponent, try atomLogarithm(factor, free)))
      } else {
        inside.factors.append(factor)
      }
    }
    let kept = try product(rest, try monomial(inside, free: free))
    if kept.constant != 1 { terms.append((1, try logarithmAtom(kept))) }
    return try sum(terms)
  }

  private func logarithmAtom(_ form: IndexForm) throws -> IndexForm {
    try monomial(try atom(.logarithm, of: form), free: form.free)
  }

  /// log of an atom, without its exponent.
  private func atomLogarithm(_ factor: Factor, _ free: [Dim]) throws -> IndexForm {
    var head = heads[factor.head]
    switch head.kind {
    case .exponential: return try renamed(forms[head.forms[0]], factor.slots, free: free)
    case .determinant:
      head.kind = .logDeterminant
      let logarithm = Factor(self.head(head, traits[factor.head]), factor.slots)
      return try form([IndexTerm(coefficient: 1, factors: [logarithm])], free: free)
    case .base: return try logarithmAtom(try renamed(forms[head.forms[0]], factor.slots, free: free))
    default:
      return try logarithmAtom(
        try form([IndexTerm(coefficient: 1, factors: [Factor(factor.head, factor.slots)])], free: free))
    }
  }

  // MARK: Steps

  /// |a| = a (2 step(a) − 1).
  func magnitude(_ form: IndexForm) throws -> IndexForm { try product(form, try sign(form)) }

  /// 2 step(a) − 1, away from 0.
  func sign(_ form: IndexForm) throws -> IndexForm {
    if form.isZero { return form }
    return try sum([(2, try step(form)), (-1, try constant(1, free: form.free))])
  }

  /// 1 where positive, 0 where negative; the value at 0 is left open.
  func step(_ form: IndexForm) throws -> IndexForm {
    let free = form.free
    if form.isZero { return form }
    if isNonnegative(form) { return try constant(1, free: free) }
    let (content, rest) = try factorised(form)
    var signs: [IndexForm] = []
    for factor in content.factors where !isNonnegative(factor) {
      signs.append(
        try positiveStep(
          try self.form([IndexTerm(coefficient: 1, factors: [Factor(factor.head, factor.slots)])], free: free)))
    }
    var isNegative = false
    if let value = rest.constant {
      isNegative = value.isNegative
    } else if isNonnegative(try scaled(rest, by: -1)) {
      isNegative = true
    } else if !isNonnegative(rest) {
      isNegative = rest.terms[0].coefficient.isNegative
      signs.append(try positiveStep(isNegative ? try scaled(rest, by: -1) : rest))
    }
    let one = try constant(1, free: free)
    if signs.isEmpty { return isNegative ? try constant(0, free: free) : one }
    if signs.count == 1 { return isNegative ? try sum([(1, one), (-1, signs[0])]) : signs[0] }
    // The sign of a product is the product of the signs.
    var product = try constant(isNegative ? -1 : 1, free: free)
    for step in signs { product = try self.product(product, try sum([(2, step), (-1, one)])) }
    return try sum([(Rational(1, 2), one), (Rational(1, 2), product)])
  }

  private func positiveStep(_ form: IndexForm) throws -> IndexForm {
    try monomial(
      try atom(.step, of: form, traits: HeadTraits(isZeroOrOne: true, isNonnegative: true)), free: form.free)
  }
}
