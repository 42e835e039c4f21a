extension IndexAlgebra {
  /// The term with its bound indices and factors in canonical order, and a key that equal terms share; nil for zero.
  ///
  /// Parts that share no bound index are ordered one by one, so that (xᵀx)⁹ has no symmetry to search.
  func labelled(_ term: IndexTerm, free: Int) throws -> (key: [Int], term: IndexTerm)? {
    if term.coefficient.isZero { return nil }
    var labellings: [Labelling] = []
    for (vertices, factors) in components(of: term, free: free) {
      try spend(1 + factors.count / 8)
      var labelling = Labelling(self, vertices: vertices, factors: factors, term: term, free: free)
      try labelling.run()
      if labelling.vanishes { return nil }
      labellings.append(labelling)
    }
    labellings.sort { $0.best.lexicographicallyPrecedes($1.best) }
    var key: [Int] = []
    var result = IndexTerm(coefficient: term.coefficient)
    for labelling in labellings {
      key.append(labelling.best.count)
      key += labelling.best
      if labelling.isNegative { result.coefficient = -result.coefficient }
      let start = free + result.bound.count
      result.bound += labelling.order.map { term.bound[$0 - free] }
      var names: [Int: Int] = [:]
      for (place, vertex) in labelling.order.enumerated() { names[vertex] = start + place }
      result.factors += labelling.arranged { names[$0] ?? $0 }
    }
    return (key, result)
  }

  private func components(of term: IndexTerm, free: Int) -> [(vertices: [Int], factors: [Factor])] {
    var parent = Array(0..<term.bound.count)
    func root(_ vertex: Int) -> Int {
      var vertex = vertex
      while parent[vertex] != vertex { vertex = parent[vertex] }
      return vertex
    }
    for factor in term.factors {
      var first: Int?
      for slot in factor.slots where slot >= free {
        if let first { parent[root(slot - free)] = root(first) } else { first = slot - free }
      }
    }
    var groups: [(vertices: [Int], factors: [Factor])] = []
    var places: [Int: Int] = [:]
    for vertex in 0..<term.bound.count {
      let group = root(vertex)
      if let place = places[group] {
        groups[place].vertices.append(vertex + free)
      } else {
        places[group] = groups.count
        groups.append(([vertex + free], []))
      }
    }
    for factor in term.factors {
      if let slot = factor.slots.first(where: { $0 >= free }), let place = places[root(slot - free)] {
        groups[place].factors.append(factor)
      } else {
        groups.append(([], [factor]))
      }
    }
    return groups
  }

  /// A factor written as numbers under names for its indices: the least of the ways in which its symmetries allow it.
  func code(_ factor: Factor, _ name: (Int) -> Int) -> (code: [Int], isNegative: Bool) {
    let traits = traits[factor.head]
    let named = factor.slots.map(name)
    var best = named
    var isNegative = false
    for order in traits.symmetries.dropFirst() {
      let candidate = order.map { named[$0] }
      if candidate.lexicographicallyPrecedes(best) {
        best = candidate
        isNegative = traits.isSkew
      }
    }
    // Powers of skew atoms that are not odd lose the sign.
    if isNegative, let power = factor.exponent.intValue, power % 2 == 0 { isNegative = false }
    let (above, below) = IndexAlgebra.parts(factor.exponent)
    return ([factor.head, above, below] + best, isNegative)
  }

  static func parts(_ exponent: Rational) -> (Int, Int) {
    if case .small(let above, let below) = exponent.storage { return (above, below) }
    return (Int.max, exponent.hashValue)
  }
}

/// The search for a canonical order of the indices of one connected part: colour refinement, and individualisation
/// where it leaves a choice (McKay 1981).
struct Labelling {
  private let algebra: IndexAlgebra
  private let vertices: [Int]
  private let factors: [Factor]
  private let dims: [Int: Int]
  private let free: Int
  private var trials = 0
  /// The least code found, the order of indices that gives it, and whether skew atoms turned the sign.
  private(set) var best: [Int] = []
  private(set) var order: [Int] = []
  private(set) var isNegative = false
  /// Two orders give the same code with opposite signs.
  private(set) var vanishes = false

  init(_ algebra: IndexAlgebra, vertices: [Int], factors: [Factor], term: IndexTerm, free: Int) {
    self.algebra = algebra
    self.vertices = vertices
    self.factors = factors
    self.free = free
    dims = Dictionary(uniqueKeysWithValues: vertices.map { ($0, Int(term.bound[$0 - free].index)) })
  }

  mutating func run() throws {
    if vertices.count > 80 { throw Undecided(reason: "a term with more than 80 indices") }
    let first = vertices.map { dims[$0] ?? 0 }
    try search(refined(first))
  }

  func arranged(_ name: (Int) -> Int) -> [Factor] {
    let coded = factors.map { (code: algebra.code($0, name).code, factor: $0) }
    return coded.sorted { $0.code.lexicographicallyPrecedes($1.code) }.map { code, factor in
      Factor(factor.head, Array(code[3...]), exponent: factor.exponent)
    }
  }

  private mutating func search(_ colours: [Int]) throws {
    var cells: [Int: [Int]] = [:]
    for (place, colour) in colours.enumerated() { cells[colour, default: []].append(place) }
    let open = cells.filter { $0.value.count > 1 }
    guard let cell = open.min(by: { ($0.value.count, $0.key) < ($1.value.count, $1.key) })?.value else {
      return try finish(colours)
    }
    var tried: [Int] = []
    for place in cell {
      if tried.contains(where: { isTwin($0, place) }) { continue }
      tried.append(place)
      var split = colours.map { 2 * $0 + 1 }
      split[place] -= 1
      try search(refined(split))
      if vanishes { return }
    }
  }

  private mutating func finish(_ colours: [Int]) throws {
    trials += 1
    if trials > IndexAlgebra.labellingLimit { throw Undecided(reason: "a term with too many symmetries") }
    try algebra.spend(1)
    let places = colours.indices.sorted { colours[$0] < colours[$1] }
    let sorted = places.map { vertices[$0] }
    var names: [Int: Int] = [:]
    for (place, vertex) in sorted.enumerated() { names[vertex] = free + place }
    let (code, sign) = whole { names[$0] ?? $0 }
    let full = [sorted.count] + sorted.map { dims[$0] ?? 0 } + code
    if best.isEmpty || full.lexicographicallyPrecedes(best) {
      (best, order, isNegative) = (full, sorted, sign)
    } else if full == best, sign != isNegative {
      vanishes = true
    }
  }

  private func whole(_ name: (Int) -> Int) -> (code: [Int], isNegative: Bool) {
    var isNegative = false
    var codes: [[Int]] = []
    for factor in factors {
      let (code, sign) = algebra.code(factor, name)
      codes.append(code)
      if sign { isNegative.toggle() }
    }
    codes.sort { $0.lexicographicallyPrecedes($1) }
    return (codes.flatMap { $0 }, isNegative)
  }

  /// Whether exchanging two indices changes nothing, so that one of them need not be tried.
  private mutating func isTwin(_ first: Int, _ second: Int) -> Bool {
    let (a, b) = (vertices[first], vertices[second])
    let plain = whole { $0 }
    let swapped = whole { $0 == a ? b : $0 == b ? a : $0 }
    if plain.code != swapped.code { return false }
    if plain.isNegative != swapped.isNegative { vanishes = true }
    return true
  }

  /// Colours, told apart by the factors in which an index stands until nothing more is learnt.
  private func refined(_ start: [Int]) -> [Int] {
    var colours = ranks(start.map { [$0] })
    var count = Set(colours).count
    while count < vertices.count {
      var current: [Int: Int] = [:]
      for (place, vertex) in vertices.enumerated() { current[vertex] = colours[place] }
      let signatures = vertices.enumerated().map { place, vertex in
        let codes = factors.filter { $0.slots.contains(vertex) }.map { factor in
          algebra.code(factor) { $0 == vertex ? -1 : current[$0].map { $0 + free } ?? $0 }.code
        }
        return [colours[place]] + codes.sorted { $0.lexicographicallyPrecedes($1) }.flatMap { [$0.count] + $0 }
      }
      let next = ranks(signatures)
      let nextCount = Set(next).count
      if nextCount == count { break }
      (colours, count) = (next, nextCount)
    }
    return colours
  }

  private func ranks(_ signatures: [[Int]]) -> [Int] {
    let sorted = signatures.indices.sorted { signatures[$0].lexicographicallyPrecedes(signatures[$1]) }
    var ranks = [Int](repeating: 0, count: signatures.count)
    var rank = 0
    for (place, index) in sorted.enumerated() {
      if place > 0, signatures[sorted[place - 1]] != signatures[index] { rank += 1 }
      ranks[index] = rank
    }
    return ranks
  }
}
