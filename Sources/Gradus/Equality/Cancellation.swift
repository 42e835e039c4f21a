extension IndexAlgebra {
  /// Uses the equations that atoms bring along: B·B⁻¹ = 1, F⁻¹F = I, and the rules given.
  func cancelled(_ term: IndexTerm, free: Int) throws -> [IndexTerm]? {
    for (place, factor) in term.factors.enumerated() {
      switch heads[factor.head].kind {
      case .base where factor.exponent.isNegative:
        if let terms = try cancelBase(term, place, free: free) { return terms }
      case .inverse where factor.exponent.isOne:
        if let terms = try cancelInverse(term, place, free: free) { return terms }
      default: continue
      }
    }
    return try ruled(term, free: free)
  }

  /// The place of a form's leading term: the largest by degree, then by its atoms, which products respect; one that
  /// selects indices comes last.
  func lead(of form: IndexForm) -> Int {
    if let known = leads[form.id] { return known }
    func degree(_ term: IndexTerm) -> Rational {
      if term.factors.contains(where: { heads[$0.head].isSelector }) { return -1 }
      return term.factors.reduce(0) { $0 + $1.exponent.magnitude }
    }
    func atoms(_ term: IndexTerm) -> [Int] { term.factors.map(\.head).sorted(by: >) }
    var best = 0
    for place in form.terms.indices.dropFirst() {
      let (old, new) = (form.terms[best], form.terms[place])
      let (a, b) = (degree(old), degree(new))
      if a < b || a == b && atoms(old).lexicographicallyPrecedes(atoms(new)) { best = place }
    }
    leads[form.id] = best
    return best
  }

  /// L·Bᵉ = (Bᵉ⁺¹ − (B − L)·Bᵉ) for the leading term L of B, so that quotients have one form.
  private func cancelBase(_ term: IndexTerm, _ place: Int, free: Int) throws -> [IndexTerm]? {
    let factor = term.factors[place]
    let base = forms[heads[factor.head].forms[0]]
    if let terms = try divide(term, place, by: base, lead(of: base), free: free) { return terms }
    // Below the line the lowest term takes the part of the leading one: E⁻¹ (1+E)⁻¹ = E⁻¹ − (1+E)⁻¹.
    for other in term.factors where other.exponent.isNegative && other != factor {
      let holding = base.terms.map { part in
        part.factors.contains { part in
          part.head == other.head && !part.exponent.isNegative
            && part.slots.map { $0 < factor.slots.count ? factor.slots[$0] : -1 } == other.slots
        }
      }
      guard holding.contains(true), holding.filter({ !$0 }).count == 1, let low = holding.firstIndex(of: false),
        base.terms[low].bound.isEmpty
      else { continue }
      if let terms = try divide(term, place, by: base, low, free: free) { return terms }
    }
    return nil
  }

  private func divide(_ term: IndexTerm, _ place: Int, by base: IndexForm, _ lead: Int, free: Int) throws
    -> [IndexTerm]?
  {
    let factor = term.factors[place]
    let pattern = base.terms[lead]
    guard
      let match = try match(
        pattern, patternFree: base.free.count, given: factor.slots.map { $0 }, in: term, free: free),
      match.remaining[place] == factor.exponent
    else { return nil }
    let matched = match.indices[base.free.count...].compactMap { $0 }
    var rest = remainder(term, match)
    rest.coefficient /= pattern.coefficient
    var raised = rest
    raised.factors[place].exponent += 1
    var terms = [closing(raised, matched, free: free)]
    for (other, part) in base.terms.enumerated() where other != lead {
      terms.append(closing(rest.times(part.scaled(by: -1), at: factor.slots, free: free), matched, free: free))
    }
    return terms
  }

  /// Σ_k (F⁻¹)_pk F_kj = δ_pj and Σ_k F_ik (F⁻¹)_kq = δ_iq, read from the leading term of F.
  private func cancelInverse(_ term: IndexTerm, _ place: Int, free: Int) throws -> [IndexTerm]? {
    let factor = term.factors[place]
    let form = forms[heads[factor.head].forms[0]]
    if form.isZero { return nil }
    let (p, q) = (factor.slots[0], factor.slots[1])
    let isSymmetric = !traits[factor.head].isPlain
    if p == q { return nil }
    for (outer, summed, slot) in [(p, q, 0), (q, p, 1), (p, q, 1), (q, p, 0)] {
      // Of F⁻¹_pq the second index meets the first one of F, and the other way round; of a symmetric one, any.
      if !isSymmetric, (summed == q) != (slot == 0) { continue }
      if summed < free { continue }
      let lead = lead(of: form)
      let pattern = form.terms[lead]
      var given: [Int?] = [nil, nil]
      given[slot] = summed
      guard let match = try match(pattern, patternFree: 2, given: given, in: term, free: free),
        match.remaining[place] == factor.exponent, let end = match.indices[1 - slot], end != summed
      else { continue }
      var rest = remainder(term, match)
      let isElsewhere = rest.factors.enumerated().contains {
        $0.offset != place && !$0.element.exponent.isZero && $0.element.slots.contains(summed)
      }
      if isElsewhere { continue }
      let matched = match.indices[2...].compactMap { $0 }
      rest.coefficient /= pattern.coefficient
      var identity = rest
      identity.factors[place] = delta(outer, end)
      var terms = [closing(identity, matched + [summed], free: free)]
      let ends = slot == 0 ? [summed, end] : [end, summed]
      for (other, part) in form.terms.enumerated() where other != lead {
        terms.append(closing(rest.times(part.scaled(by: -1), at: ends, free: free), matched, free: free))
      }
      used.insert("inverses cancel")
      return terms
    }
    return nil
  }
}
