extension IndexAlgebra {
  /// A function of an entry as one atom, over the argument's free indices.
  ///
  /// The atom's own form has only the indices that occur, in the order that makes it least, so that f(A)ᵀ and f(Aᵀ)
  /// are the same atom.
  func atom(_ kind: Head.Kind, payload: Int = 0, of argument: IndexForm, traits: HeadTraits = HeadTraits()) throws
    -> IndexTerm
  {
    let pulled = try pullSelectors(argument)
    let occurring = Set(pulled.form.terms.flatMap { term in term.factors.flatMap(\.slots) })
    let slots = pulled.form.free.indices.filter { occurring.contains($0) }
    let (place, order, symmetries) = try oriented(pulled.form, keeping: slots)
    var traits = traits
    traits.symmetries = symmetries
    let head = head(Head(kind: kind, payload: payload, forms: [place]), traits)
    return IndexTerm(coefficient: 1, bound: pulled.bound, factors: pulled.factors + [Factor(head, order)])
  }

  /// Indices fixed by others are chosen outside the function: f(Σ_i e_i x_i) = Σ_i e_i f(x_i) for a unit vector e.
  private func pullSelectors(_ argument: IndexForm) throws -> (form: IndexForm, factors: [Factor], bound: [Dim]) {
    let free = argument.free.count
    var dims = argument.free
    var places: [Factor: [Int]] = [:]
    var factors: [Factor] = []
    var terms = argument.terms
    for number in terms.indices {
      var determined: [(Int, Int)] = []
      var kept: [Factor] = []
      for factor in terms[number].factors {
        let kind = heads[factor.head].kind
        let chosen: [Int]
        switch kind {
        case .unit: chosen = [0]
        case .shift where factor.slots[1] < free: chosen = [0]
        case .pair where factor.slots[0] < free: chosen = [1, 2]
        case .pair where factor.slots[1] < free && factor.slots[2] < free: chosen = [0]
        default: chosen = []
        }
        let indices = chosen.map { factor.slots[$0] }
        let isTaken = indices.contains { index in determined.contains { $0.0 == index } }
        if chosen.isEmpty || indices.contains(where: { $0 < free }) || Set(indices).count < indices.count || isTaken {
          kept.append(factor)
          continue
        }
        var key = factor
        for slot in chosen { key.slots[slot] = -1 }
        if places[key] == nil {
          let fresh = indices.map { index in
            dims.append(terms[number].bound[index - free])
            return dims.count - 1
          }
          places[key] = fresh
          var outer = factor
          for (slot, index) in zip(chosen, fresh) { outer.slots[slot] = index }
          factors.append(outer)
        }
        determined += zip(indices, places[key] ?? [])
      }
      terms[number].factors = kept
      // Fresh indices are numbered from −1 down until all are known.
      for (index, fresh) in determined { terms[number].replace(index, by: -1 - fresh) }
      terms[number].removeBound(determined.map(\.0), free: free)
    }
    if factors.isEmpty { return (argument, [], []) }
    let added = dims.count - free
    for number in terms.indices {
      for place in terms[number].factors.indices {
        for slot in terms[number].factors[place].slots.indices {
          let index = terms[number].factors[place].slots[slot]
          terms[number].factors[place].slots[slot] = index < 0 ? -1 - index : index < free ? index : index + added
        }
      }
    }
    return (try form(terms, free: dims), factors, Array(dims[free...]))
  }

  /// The place of the form over the indices kept, in the order that gives the least place; which index stands in which
  /// slot; and the orders under which it is the same.
  func oriented(_ form: IndexForm, keeping kept: [Int]) throws -> (place: Int, order: [Int], symmetries: [[Int]]) {
    let sorted = kept.sorted { form.free[$0].index < form.free[$1].index }
    let orders = try arrangements(sorted) { form.free[$0] == form.free[$1] }
    var best: (place: Int, order: [Int])?
    var equal: [[Int]] = []
    for order in orders {
      var names = [Int](repeating: 0, count: form.free.count)
      for (place, index) in order.enumerated() { names[index] = place }
      let place = try renamed(form, names, free: order.map { form.free[$0] }).id
      if let known = best, known.place < place { continue }
      if let known = best, known.place == place {
        equal.append(order)
      } else {
        best = (place, order)
        equal = [order]
      }
    }
    guard let best else { throw Undecided(reason: "an atom without an order") }
    let symmetries = equal.map { order in order.map { index in best.order.firstIndex(of: index) ?? 0 } }
    return (best.place, best.order, symmetries.count > 1 ? symmetries : [])
  }

  /// The orders of a list in which only neighbours of one kind change places.
  private func arrangements(_ list: [Int], _ isSameKind: (Int, Int) -> Bool) throws -> [[Int]] {
    var results: [[Int]] = [[]]
    var start = 0
    while start < list.count {
      var end = start
      while end < list.count, isSameKind(list[start], list[end]) { end += 1 }
      if end - start > 4 { throw Undecided(reason: "a function of more than four like indices") }
      let orders = permutations(Array(list[start..<end]))
      results = results.flatMap { head in orders.map { head + $0 } }
      start = end
    }
    return results
  }

  private func permutations(_ list: [Int]) -> [[Int]] {
    if list.count < 2 { return [list] }
    return list.indices.flatMap { place in
      var rest = list
      let first = rest.remove(at: place)
      return permutations(rest).map { [first] + $0 }
    }
  }
}
