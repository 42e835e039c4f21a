/// A part of a term that equals a pattern: where the pattern's indices went, and the exponents that remain.
struct Match {
  var indices: [Int?]
  var remaining: [Rational]
}

/// An equation used from left to right: a pattern with free indices of any kind, and what it is replaced by.
struct TermRule {
  let name: String
  let pattern: IndexTerm
  let free: Int
  let replacement: [IndexTerm]
}

extension IndexAlgebra {
  /// Finds the pattern's factors among the term's.
  ///
  /// The pattern's bound indices go to bound indices of the term that stand nowhere else, so that the sums over them are
  /// the pattern's own.
  func match(_ pattern: IndexTerm, patternFree: Int, given: [Int?], in term: IndexTerm, free: Int) throws -> Match? {
    var start = Match(
      indices: given + [Int?](repeating: nil, count: pattern.bound.count), remaining: term.factors.map(\.exponent))
    start.indices.reserveCapacity(patternFree + pattern.bound.count)
    var pending: [(place: Int, match: Match)] = [(0, start)]
    while let (place, match) = pending.popLast() {
      if place == pattern.factors.count {
        if isExclusive(match, patternFree: patternFree, in: term) { return match }
        continue
      }
      try spend()
      let wanted = pattern.factors[place]
      for (position, factor) in term.factors.enumerated() where factor.head == wanted.head {
        let rest = match.remaining[position] - wanted.exponent
        if wanted.exponent.isNegative ? !(rest.isZero || rest.isNegative) : rest.isNegative { continue }
        let orders = traits[factor.head].symmetries
        for order in orders.isEmpty || traits[factor.head].isSkew ? [Array(factor.slots.indices)] : orders {
          var next = match
          next.remaining[position] = rest
          let slots = order.map { factor.slots[$0] }
          if unify(wanted.slots, slots, &next, pattern, patternFree, term, free) { pending.append((place + 1, next)) }
        }
      }
      if pending.count > 200 { return nil }
    }
    return nil
  }

  private func unify(
    _ wanted: [Int], _ slots: [Int], _ match: inout Match, _ pattern: IndexTerm, _ patternFree: Int, _ term: IndexTerm,
    _ free: Int
  ) -> Bool {
    for (index, slot) in zip(wanted, slots) {
      if let known = match.indices[index] {
        if known != slot { return false }
        continue
      }
      if index >= patternFree {
        guard slot >= free, term.bound[slot - free] == pattern.bound[index - patternFree],
          !match.indices[patternFree...].contains(slot)
        else { return false }
      }
      match.indices[index] = slot
    }
    return true
  }

  private func isExclusive(_ match: Match, patternFree: Int, in term: IndexTerm) -> Bool {
    let bound = match.indices[patternFree...]
    for index in match.indices[..<patternFree] {
      if let index, bound.contains(index) { return false }
    }
    if bound.contains(where: { $0 == nil }) { return false }
    for (place, factor) in term.factors.enumerated() where !match.remaining[place].isZero {
      if factor.slots.contains(where: { bound.contains($0) }) { return false }
    }
    return true
  }

  /// The term without what was matched; the indices matched to bound ones stay in its list until `closing`.
  func remainder(_ term: IndexTerm, _ match: Match) -> IndexTerm {
    var rest = term
    for place in rest.factors.indices { rest.factors[place].exponent = match.remaining[place] }
    return rest
  }

  /// Applies the first rule that fits.
  func ruled(_ term: IndexTerm, free: Int) throws -> [IndexTerm]? {
    for rule in rules {
      let open = [Int?](repeating: nil, count: rule.free)
      guard let match = try match(rule.pattern, patternFree: rule.free, given: open, in: term, free: free) else {
        continue
      }
      let indices = match.indices[..<rule.free].compactMap { $0 }
      guard indices.count == rule.free else { continue }
      used.insert(rule.name)
      let rest = remainder(term, match)
      let matched = match.indices[rule.free...].compactMap { $0 }
      return rule.replacement.map { closing(rest.times($0, at: indices, free: free), matched, free: free) }
    }
    return nil
  }

  /// Drops the indices that a match has used up.
  func closing(_ term: IndexTerm, _ indices: [Int], free: Int) -> IndexTerm {
    var term = term
    term.factors.removeAll { $0.exponent.isZero }
    term.removeBound(indices, free: free)
    return term
  }
}
