extension IndexAlgebra {
  enum Change {
    case unchanged, changed, zero
  }

  /// Uses one atom that only says which indices go together: δ_ij, a fixed place, an offset, a pair.
  func select(_ term: inout IndexTerm, free: Int) -> Change {
    let selectors = term.factors.indices.filter { heads[term.factors[$0].head].isSelector }
    if selectors.isEmpty { return .unchanged }
    let counts = term.occurrences(free: free)
    for place in selectors {
      let change =
        switch heads[term.factors[place].head].kind {
        case .delta: identify(&term, place, free: free)
        case .unit: selectUnit(&term, place, selectors, counts, free: free)
        case .shift: selectShift(&term, place, selectors, counts, free: free)
        default: selectPair(&term, place, selectors, counts, free: free)
        }
      if change != .unchanged { return change }
    }
    return .unchanged
  }

  func delta(_ first: Int, _ second: Int) -> Factor {
    Factor(
      head(Head(kind: .delta), HeadTraits(symmetries: [[0, 1], [1, 0]], isZeroOrOne: true, isNonnegative: true)),
      [first, second])
  }

  func unit(_ offset: Dimension, of dim: Dim, at index: Int) -> Factor {
    Factor(
      head(
        Head(kind: .unit, payload: Int(store.dim(offset).index), dims: [dim]),
        HeadTraits(isZeroOrOne: true, isNonnegative: true)), [index])
  }

  func shift(_ offset: Dimension, of part: Dim, in whole: Dim, _ wholeIndex: Int, _ partIndex: Int) -> Factor {
    if offset == 0, part == whole { return delta(wholeIndex, partIndex) }
    return Factor(
      head(
        Head(kind: .shift, payload: Int(store.dim(offset).index), dims: [whole, part]),
        HeadTraits(isZeroOrOne: true, isNonnegative: true)), [wholeIndex, partIndex])
  }

  /// 1 on and below the diagonal.
  func lowerMask(_ row: Int, _ column: Int) -> Factor {
    Factor(head(Head(kind: .lowerMask), HeadTraits(isZeroOrOne: true, isNonnegative: true)), [row, column])
  }

  private func identify(_ term: inout IndexTerm, _ place: Int, free: Int) -> Change {
    let (first, second) = (term.factors[place].slots[0], term.factors[place].slots[1])
    let (kept, dropped) = (min(first, second), max(first, second))
    if kept == dropped {
      term.factors.remove(at: place)
      return .changed
    }
    if dropped >= free {
      term.factors.remove(at: place)
      term.replace(dropped, by: kept)
      term.removeBound([dropped], free: free)
      return .changed
    }
    // Both are free: the δ stays, everything else speaks of one of them.
    let factor = term.factors[place]
    let isUsed = term.factors.enumerated().contains { $0.offset != place && $0.element.slots.contains(dropped) }
    if !isUsed { return .unchanged }
    term.replace(dropped, by: kept)
    term.factors[place] = factor
    return .changed
  }

  private func offset(_ factor: Factor) -> Dimension { store.dimension(Dim(index: UInt32(heads[factor.head].payload))) }

  /// Whether the first is larger at every size.
  private func exceeds(_ first: Dimension, _ second: Dimension) -> Bool { first.subtracting(second + 1) != nil }

  private func selectUnit(
    _ term: inout IndexTerm, _ place: Int, _ selectors: [Int], _ counts: [Int], free: Int
  ) -> Change {
    let factor = term.factors[place]
    let index = factor.slots[0]
    if index >= free, counts[index] == 1 {
      term.factors.remove(at: place)
      term.removeBound([index], free: free)
      return .changed
    }
    for other in selectors where other != place && heads[term.factors[other].head].kind == .unit {
      let second = term.factors[other]
      if second.slots[0] == index {
        let (a, b) = (offset(factor), offset(second))
        if exceeds(a, b) || exceeds(b, a) { return .zero }
      } else if second.head == factor.head, second.slots[0] >= free {
        term.factors[other] = delta(index, second.slots[0])
        return .changed
      }
    }
    return .unchanged
  }

  private func selectShift(
    _ term: inout IndexTerm, _ place: Int, _ selectors: [Int], _ counts: [Int], free: Int
  ) -> Change {
    let factor = term.factors[place]
    let (whole, part) = (factor.slots[0], factor.slots[1])
    let dims = heads[factor.head].dims
    let (start, length) = (offset(factor), store.dimension(dims[1]))
    if whole >= free, counts[whole] == 1 {
      term.factors.remove(at: place)
      term.removeBound([whole], free: free)
      return .changed
    }
    for other in selectors where other != place {
      let second = term.factors[other]
      switch heads[second.head].kind {
      case .unit where second.slots[0] == whole:
        let at = offset(second)
        if exceeds(start, at) { return .zero }
        guard let local = at.subtracting(start) else { continue }
        if local.subtracting(length) != nil { return .zero }
        guard exceeds(length, local) else { continue }
        term.factors[place] = unit(local, of: dims[1], at: part)
        return .changed
      case .unit where second.slots[0] == part:
        term.factors[place] = unit(offset(second) + start, of: dims[0], at: whole)
        return .changed
      case .shift:
        let otherStart = offset(second)
        let otherLength = store.dimension(heads[second.head].dims[1])
        if second.slots[0] == whole {
          if second.head == factor.head {
            term.factors[other] = delta(part, second.slots[1])
            return .changed
          }
          if otherStart.subtracting(start + length) != nil || start.subtracting(otherStart + otherLength) != nil {
            return .zero
          }
        } else if second.slots[1] == part, second.head == factor.head {
          term.factors[other] = delta(whole, second.slots[0])
          return .changed
        } else if second.slots[0] == part, part >= free, counts[part] == 2 {
          let composed = shift(
            start + otherStart, of: heads[second.head].dims[1], in: dims[0], whole, second.slots[1])
          term.factors[place] = composed
          term.factors.remove(at: other)
          term.removeBound([part], free: free)
          return .changed
        }
      default: continue
      }
    }
    return .unchanged
  }

  private func selectPair(
    _ term: inout IndexTerm, _ place: Int, _ selectors: [Int], _ counts: [Int], free: Int
  ) -> Change {
    let factor = term.factors[place]
    let (index, high, low) = (factor.slots[0], factor.slots[1], factor.slots[2])
    if index >= free, counts[index] == 1 {
      term.factors.remove(at: place)
      term.removeBound([index], free: free)
      return .changed
    }
    if high >= free, low >= free, high != low, counts[high] == 1, counts[low] == 1 {
      term.factors.remove(at: place)
      term.removeBound([high, low], free: free)
      return .changed
    }
    for other in selectors where other != place && term.factors[other].head == factor.head {
      let second = term.factors[other]
      if second.slots[0] == index {
        term.factors[other] = delta(high, second.slots[1])
        term.factors.append(delta(low, second.slots[2]))
        return .changed
      }
      if second.slots[1] == high, second.slots[2] == low {
        term.factors[other] = delta(index, second.slots[0])
        return .changed
      }
    }
    return .unchanged
  }
}
