extension IndexAlgebra {
  /// Whether a form is zero, sums below the line multiplied out where they stand outside of every sum.
  func vanishes(_ form: IndexForm) throws -> Bool {
    var form = form
    for _ in 0..<12 {
      if form.isZero { return true }
      guard let denominator = outermostDenominator(form) else { return try vanishesUnderSums(form) }
      var lowest = Rational(0)
      for term in form.terms {
        for factor in term.factors where factor.head == denominator.head && factor.slots == denominator.slots {
          lowest = min(lowest, factor.exponent)
        }
      }
      let multiplier = IndexTerm(
        coefficient: 1,
        factors: [Factor(denominator.head, denominator.slots, exponent: Rational(-lowest.floor))])
      form = try self.form(
        form.terms.map { $0.times(multiplier, at: Array(form.free.indices), free: form.free.count) }, free: form.free)
    }
    return form.isZero
  }

  /// The base of a negative power without bound indices that was made last.
  private func outermostDenominator(_ form: IndexForm) -> Factor? {
    var found: Factor?
    for term in form.terms {
      for factor in term.factors
      where heads[factor.head].kind == .base && factor.exponent.isNegative
        && factor.slots.allSatisfy({ $0 < form.free.count }) && factor.head > found?.head ?? -1
      {
        found = factor
      }
    }
    return found
  }

  /// Whether the terms of each sum over an index with denominators vanish before they are summed.
  private func vanishesUnderSums(_ form: IndexForm) throws -> Bool {
    let free = form.free.count
    var groups: [Dim: [IndexTerm]] = [:]
    for term in form.terms {
      let indices = Set(
        term.factors.filter { heads[$0.head].kind == .base && $0.exponent.isNegative }
          .flatMap(\.slots).filter { $0 >= free })
      guard indices.count == 1, let index = indices.first else { return false }
      var opened = term
      let dim = opened.bound[index - free]
      // The index takes the first place behind the free ones.
      for place in opened.factors.indices {
        opened.factors[place].slots = opened.factors[place].slots.map {
          $0 == index ? free : $0 >= free && $0 < index ? $0 + 1 : $0
        }
      }
      opened.bound.remove(at: index - free)
      groups[dim, default: []].append(opened)
    }
    for (dim, terms) in groups {
      if !(try vanishes(try self.form(terms, free: form.free + [dim]))) { return false }
    }
    return !groups.isEmpty
  }
}
