// Functions of whole matrices. A matrix is taken apart first: a scalar in front, square factors, diagonal factors.

extension IndexAlgebra {
  /// A factor of a product of square matrices.
  enum Piece {
    case matrix(IndexForm)
    /// A diagonal matrix, by the form of its diagonal.
    case diagonal(IndexForm)
  }

  /// A square form over rows and columns as a scalar times a product of factors that are not taken apart further.
  func pieces(of form: IndexForm) throws -> (scalar: IndexForm, chain: [Piece]) {
    guard form.free.count == 2, form.free[0] == form.free[1] else {
      throw Undecided(reason: "a matrix that is not square")
    }
    if form.terms.count != 1 {
      let (content, rest) = try scalarContent(form)
      return (content, [.matrix(rest)])
    }
    var pending: [Task] = [.split(form)]
    var scalar = try constant(1)
    var chain: [Piece] = []
    while let task = pending.popLast() {
      try spend()
      switch task {
      case .done(let piece): chain.append(piece)
      case .split(let next) where next.terms.count != 1:
        let (content, rest) = try scalarContent(next)
        scalar = try product(scalar, content)
        chain.append(.matrix(rest))
      case .split(let next):
        let (closed, open) = splitClosed(next.terms[0])
        scalar = try product(scalar, try self.form([closed], free: []))
        pending += try split(open, dim: form.free[0]).reversed()
      }
      if chain.count > 200 { throw Undecided(reason: "a product of more than 200 matrices") }
    }
    return (scalar, chain)
  }

  private enum Task {
    case split(IndexForm)
    case done(Piece)
  }

  /// A number and powers of scalars that every term holds.
  private func scalarContent(_ form: IndexForm) throws -> (IndexForm, IndexForm) {
    if form.isZero { throw Undecided(reason: "a singular matrix") }
    let (content, _) = try factorised(form)
    var scalar = IndexTerm(coefficient: content.coefficient)
    scalar.factors = content.factors.filter(\.slots.isEmpty)
    if let first = form.terms.first, first.coefficient.isNegative { scalar.coefficient = -scalar.coefficient }
    let front = try self.form([scalar], free: [])
    let inverse = try power(front, -1)
    var rest = Contraction(self, free: form.free)
    rest.multiply(inverse, at: [])
    rest.multiply(form, at: [0, 1])
    return (front, try rest.form())
  }

  /// The factors that hang together with an index, when one index is taken away; all of them without `hub`.
  private func reach(_ term: IndexTerm, from start: Int, without hub: Int?) -> (factors: Set<Int>, indices: Set<Int>) {
    var indices: Set<Int> = [start]
    var factors: Set<Int> = []
    var grows = true
    while grows {
      grows = false
      for (place, factor) in term.factors.enumerated() where !factors.contains(place) {
        if factor.slots.contains(where: { $0 != hub && indices.contains($0) }) {
          factors.insert(place)
          indices.formUnion(factor.slots.filter { $0 != hub })
          grows = true
        }
      }
    }
    return (factors, indices)
  }

  /// What does not hang on a free index, and the rest.
  private func splitClosed(_ term: IndexTerm) -> (closed: IndexTerm, open: IndexTerm) {
    let (first, second) = (reach(term, from: 0, without: nil), reach(term, from: 1, without: nil))
    let open = first.factors.union(second.factors)
    let indices = first.indices.union(second.indices)
    let closed = Set(term.factors.indices).subtracting(open)
    let outside = (2..<2 + term.bound.count).filter { !indices.contains($0) }
    var scalar = part(term, closed, keeping: outside)
    scalar.coefficient = term.coefficient
    return (scalar, part(term, open, keeping: [0, 1] + (2..<2 + term.bound.count).filter { indices.contains($0) }))
  }

  /// The factors named, over the indices named, in that order.
  private func part(_ term: IndexTerm, _ places: Set<Int>, keeping indices: [Int]) -> IndexTerm {
    var names: [Int: Int] = [:]
    for (place, index) in indices.enumerated() { names[index] = place }
    return IndexTerm(
      coefficient: 1, bound: indices.filter { $0 >= 2 }.map { term.bound[$0 - 2] },
      factors: term.factors.indices.filter { places.contains($0) }.map { place in
        let factor = term.factors[place]
        return Factor(factor.head, factor.slots.map { names[$0] ?? 0 }, exponent: factor.exponent)
      })
  }

  /// Splits a term over rows and columns at one index, if it can be, into what follows from left to right.
  private func split(_ term: IndexTerm, dim: Dim) throws -> [Task] {
    let all = Set(term.factors.indices)
    if let diagonal = term.factors.firstIndex(where: { heads[$0.head].kind == .delta && Set($0.slots) == [0, 1] }) {
      let entries = try form([partOverOne(term, all.subtracting([diagonal]), at: 0)], free: [dim])
      return entries.constant == 1 ? [] : [.done(.diagonal(entries))]
    }
    for (end, other) in [(0, 1), (1, 0)] {
      let hanging = all.subtracting(reach(term, from: other, without: end).factors)
      if hanging.isEmpty { continue }
      if hanging == all { throw Undecided(reason: "a singular matrix") }
      let scaling = Task.done(.diagonal(try form([partOverOne(term, hanging, at: end)], free: [dim])))
      let kept = all.subtracting(hanging)
      let rest = Task.split(try form([part(term, kept, keeping: remaining(term, kept))], free: [dim, dim]))
      return end == 0 ? [scaling, rest] : [rest, scaling]
    }
    for (offset, size) in term.bound.enumerated() where size == dim {
      let hub = offset + 2
      let left = reach(term, from: 0, without: hub)
      if left.indices.contains(1) { continue }
      let second = all.subtracting(left.factors)
      return [
        .split(try form([rename(term, left.factors, 0, hub)], free: [dim, dim])),
        .split(try form([rename(term, second, hub, 1)], free: [dim, dim])),
      ]
    }
    return [.done(.matrix(try form([term], free: [dim, dim])))]
  }

  private func remaining(_ term: IndexTerm, _ places: Set<Int>) -> [Int] {
    let used = Set(places.flatMap { term.factors[$0].slots })
    return [0, 1] + (2..<2 + term.bound.count).filter { used.contains($0) }
  }

  private func rename(_ term: IndexTerm, _ places: Set<Int>, _ first: Int, _ second: Int) -> IndexTerm {
    let used = Set(places.flatMap { term.factors[$0].slots }).subtracting([first, second]).filter { $0 >= 2 }.sorted()
    var names = [first: 0, second: 1]
    for (place, index) in used.enumerated() { names[index] = place + 2 }
    return IndexTerm(
      coefficient: 1, bound: used.map { term.bound[$0 - 2] },
      factors: places.sorted().map { place in
        let factor = term.factors[place]
        return Factor(factor.head, factor.slots.map { names[$0] ?? 0 }, exponent: factor.exponent)
      })
  }

  private func partOverOne(_ term: IndexTerm, _ places: Set<Int>, at end: Int) -> IndexTerm {
    let used = Set(places.flatMap { term.factors[$0].slots }).filter { $0 >= 2 }.sorted()
    var names = [end: 0]
    for (place, index) in used.enumerated() { names[index] = place + 1 }
    return IndexTerm(
      coefficient: 1, bound: used.map { term.bound[$0 - 2] },
      factors: places.sorted().map { place in
        let factor = term.factors[place]
        return Factor(factor.head, factor.slots.map { names[$0] ?? 0 }, exponent: factor.exponent)
      })
  }
}
