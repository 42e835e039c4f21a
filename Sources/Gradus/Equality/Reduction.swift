extension IndexAlgebra {
  /// One step of normalisation: a term that nothing changes any more, or the terms that replace it.
  enum Reduction {
    case normal(IndexTerm)
    case terms([IndexTerm])
  }

  func reduced(_ term: IndexTerm, free: [Dim]) throws -> Reduction {
    var term = term
    repeat {
      guard !term.coefficient.isZero, try merge(&term) else { return .terms([]) }
      switch select(&term, free: free.count) {
      case .zero: return .terms([])
      case .unchanged:
        if let terms = try counted(term, free: free.count) { return .terms(terms) }
        if let terms = try powers(of: term, free: free.count) { return .terms(terms) }
        if let terms = try cancelled(term, free: free.count) { return .terms(terms) }
        return .normal(term)
      case .changed: try spend()
      }
    } while true
  }

  /// Collects equal atoms into powers; false where the term is zero.
  private func merge(_ term: inout IndexTerm) throws -> Bool {
    var places: [Factor: Int] = [:]
    var merged: [Factor] = []
    merged.reserveCapacity(term.factors.count)
    for factor in term.factors {
      if case .big = factor.exponent.storage { throw Undecided(reason: "an exponent too large") }
      let (code, isNegative) = code(factor) { $0 }
      if isNegative { term.coefficient = -term.coefficient }
      let slots = Array(code[3...])
      if traits[factor.head].isSkew, Set(slots).count < slots.count { return false }
      let atom = Factor(factor.head, slots)
      if let place = places[atom] {
        merged[place].exponent += factor.exponent
      } else {
        places[atom] = merged.count
        merged.append(Factor(factor.head, slots, exponent: factor.exponent))
      }
    }
    for place in merged.indices {
      let (traits, exponent) = (traits[merged[place].head], merged[place].exponent)
      if traits.isZeroOrOne, !exponent.isNegative, !exponent.isZero { merged[place].exponent = 1 }
      if traits.isPlusOrMinusOne, let power = exponent.intValue { merged[place].exponent = Rational(power & 1) }
    }
    merged.removeAll { $0.exponent.isZero }
    term.factors = merged
    return true
  }

  /// A bound index in no slot counts its dimension.
  private func counted(_ term: IndexTerm, free: Int) throws -> [IndexTerm]? {
    let counts = term.occurrences(free: free)
    guard let idle = (free..<counts.count).first(where: { counts[$0] == 0 }) else { return nil }
    let dim = term.bound[idle - free]
    var rest = term
    rest.removeBound([idle], free: free)
    return terms(of: dim).map { rest.times($0, at: [], free: free) }
  }

  /// A dimension as a sum of terms without indices.
  func terms(of dim: Dim) -> [IndexTerm] {
    store.dimension(dim).terms.map { monomial in
      IndexTerm(
        coefficient: Rational(monomial.coefficient),
        factors: monomial.names.map { name in
          Factor(
            head(
              Head(kind: .dimension, payload: Int(store.dim(Dimension(name)).index)), HeadTraits(isNonnegative: true)))
        })
    }
  }

  /// What the kind of an atom says of its powers.
  private func powers(of term: IndexTerm, free: Int) throws -> [IndexTerm]? {
    for (place, factor) in term.factors.enumerated() {
      let head = heads[factor.head]
      switch head.kind {
      case .prime:
        // √2 √2 = 2: the exponent stays between 0 and 1.
        let whole = factor.exponent.floor
        if whole == 0 { continue }
        guard let power = Rational(head.payload).power(whole) else { throw Undecided(reason: "a number too large") }
        var rest = term
        rest.coefficient *= power
        rest.factors[place].exponent -= Rational(whole)
        return [rest]
      case .base:
        let whole = factor.exponent.floor
        if whole < 1 || whole > IndexAlgebra.expansionLimit { continue }
        var rest = term
        rest.factors[place].exponent -= 1
        return forms[head.forms[0]].terms.map { rest.times($0, at: factor.slots, free: free) }
      case .lowerMask where factor.slots[0] == factor.slots[1]:
        var rest = term
        rest.factors.remove(at: place)
        return [rest]
      case .sine: if let terms = sineSquared(term, place) { return terms }
      case .cosine: if let terms = cosineSquared(term, place) { return terms }
      default: continue
      }
    }
    return nil
  }

  private func partner(_ factor: Factor, _ kind: Head.Kind, in term: IndexTerm) -> Int? {
    var other = heads[factor.head]
    other.kind = kind
    return term.factors.firstIndex { heads[$0.head] == other && $0.slots == factor.slots }
  }

  /// sin² = 1 − cos²; where both stand below the line, 1 = sin² + cos² first.
  private func sineSquared(_ term: IndexTerm, _ place: Int) -> [IndexTerm]? {
    let factor = term.factors[place]
    guard let power = factor.exponent.intValue else { return nil }
    let other = partner(factor, .cosine, in: term)
    let otherPower = other.flatMap { term.factors[$0].exponent.intValue } ?? 0
    var cosine = heads[factor.head]
    cosine.kind = .cosine
    let squared = Factor(head(cosine, traits[factor.head]), factor.slots, exponent: 2)
    if power < 0, otherPower < 0 {
      var raised = term
      raised.factors[place].exponent += 2
      var second = term
      second.factors.append(squared)
      return [raised, second]
    }
    if power < 2 { return nil }
    var lowered = term
    lowered.factors[place].exponent -= 2
    var second = lowered.scaled(by: -1)
    second.factors.append(squared)
    return [lowered, second]
  }

  /// cos² = 1 − sin² where the sine stands below the line.
  private func cosineSquared(_ term: IndexTerm, _ place: Int) -> [IndexTerm]? {
    let factor = term.factors[place]
    guard let power = factor.exponent.intValue, power >= 2, let other = partner(factor, .sine, in: term),
      term.factors[other].exponent.isNegative
    else { return nil }
    var lowered = term
    lowered.factors[place].exponent -= 2
    var second = lowered.scaled(by: -1)
    second.factors[other].exponent += 2
    return [lowered, second]
  }
}

extension Rational {
  /// The largest integer not above, for values of moderate size.
  var floor: Int {
    guard case .small(let above, let below) = storage else { return 0 }
    let quotient = above / below
    return above < 0 && quotient * below != above ? quotient - 1 : quotient
  }
}
