/// The entrywise and scalar factors that several terms of a sum have, those of most terms first.
struct SharedFactors {
  /// Factors that stand together in the same terms, and come out of them together.
  struct Group {
    /// The places of the terms.
    let places: [Int]
    fileprivate(set) var factors: [Factor]
  }

  /// A factor, and the same turned around with the places of the terms in which it stands so.
  struct Factor {
    let node: Node
    fileprivate var places: [Int]
    fileprivate var turned: (node: Node, places: [Int])?
  }

  /// The first of them only; what remains is looked through again when they are out.
  let groups: [Group]

  /// Nil where no two terms share a factor.
  init?(_ terms: UnsafeBufferPointer<Node>, _ s: Simplifier) {
    var uses: [UInt64] = []
    for (place, term) in terms.enumerated() {
      SharedFactors.forEach(of: term, s) { uses.append(UInt64($0.index) << 32 | UInt64(place)) }
    }
    uses.sort()
    var factors = SharedFactors.found(uses, s)
    SharedFactors.join(&factors, s)
    factors.removeAll { $0.places.count < 2 }
    if factors.isEmpty { return nil }
    factors.sort { SharedFactors.comesFirst($0, $1, s) }
    var groups: [Group] = []
    for factor in factors {
      if let known = groups.firstIndex(where: { $0.places == factor.places }) {
        groups[known].factors.append(factor)
      } else if groups.count < SharedFactors.mostGroups {
        groups.append(Group(places: factor.places, factors: [factor]))
      }
    }
    self.groups = groups
  }

  private static let mostGroups = 3

  /// The factors that stand in several terms or may stand there turned around, each once with its terms.
  private static func found(_ uses: [UInt64], _ s: Simplifier) -> [Factor] {
    var found: [Factor] = []
    var start = 0
    while start < uses.count {
      let factor = uses[start] >> 32
      var end = start + 1
      while end < uses.count, uses[end] >> 32 == factor { end += 1 }
      let node = Node(index: UInt32(factor))
      if uses[end - 1] != uses[start] || s.operation(node) == .sum {
        var places: [Int] = []
        for use in uses[start..<end] where places.last != Int(use & 0xFFFF_FFFF) {
          places.append(Int(use & 0xFFFF_FFFF))
        }
        found.append(Factor(node: node, places: places))
      }
      start = end
    }
    return found
  }

  /// A sum turned around is the same factor with a minus sign: of the two, the one that stands first.
  private static func join(_ factors: inout [Factor], _ s: Simplifier) {
    let sums = factors.indices.filter { s.operation(factors[$0].node) == .sum }
    if sums.count < 2 { return }
    func startsWithMinus(_ place: Int) -> Bool {
      s.store.coefficient(s.store.operands(factors[place].node)[0]).isNegative
    }
    // One of the two starts with a minus sign.
    for place in sums where !factors[place].places.isEmpty && startsWithMinus(place) {
      let other = s.opposite(factors[place].node)
      guard let partner = sums.first(where: { factors[$0].node == other && !factors[$0].places.isEmpty }) else {
        continue
      }
      let (a, b) = (factors[place], factors[partner])
      let isFirst = a.places[0] != b.places[0] ? a.places[0] < b.places[0] : s.store.precedes(a.node, b.node)
      let (kept, turned) = isFirst ? (place, partner) : (partner, place)
      // A term may have both; it gives away one of them.
      let added = factors[turned].places.filter { !factors[kept].places.contains($0) }
      factors[kept].turned = (factors[turned].node, added)
      factors[kept].places = (factors[kept].places + added).sorted()
      factors[turned].places = []
    }
  }

  private static func comesFirst(_ a: Factor, _ b: Factor, _ s: Simplifier) -> Bool {
    if a.places.count != b.places.count { return a.places.count > b.places.count }
    let (x, y) = (s.size(a.node), s.size(b.node))
    return x != y ? x > y : s.store.precedes(a.node, b.node)
  }

  /// Whether a term has a factor to give away beside itself.
  static func isSeparable(_ term: Node, _ s: Simplifier) -> Bool {
    let record = s.store[term]
    return switch record.operation {
    case .hadamard: true
    case .scale: !s.store.isNumber(record.operands[0]) || s.operation(record.operands[1]) == .hadamard
    default: false
    }
  }

  /// The factors that a term can give away: its scalars and its entrywise factors.
  private static func forEach(of term: Node, _ s: Simplifier, _ body: (Node) -> Void) {
    let (scalar, core) = s.splitScale(term)
    if scalar != s.store.one { forEachScalar(scalar, s, body) }
    let record = s.store[core]
    if record.operation == .hadamard {
      for factor in record.operands where !s.store.isNumber(factor) { body(factor) }
    } else if record.extent.isScalar ? record.operation != .number : record.size > 1 {
      body(core)
    }
  }

  private static func forEachScalar(_ scalar: Node, _ s: Simplifier, _ body: (Node) -> Void) {
    let record = s.store[scalar]
    if record.operation == .hadamard {
      for factor in record.operands where !s.store.isNumber(factor) { body(factor) }
    } else if record.operation != .number {
      body(scalar)
    }
  }
}

extension SharedFactors.Group {
  /// Leaves the least of the factors where it stands, of equally small ones an entrywise one.
  mutating func leaveLast(_ s: Simplifier) {
    guard let least = factors.last.map({ s.size($0.node) }) else { return }
    let place = factors.lastIndex { s.size($0.node) == least && !s.store.isScalar($0.node) }
    factors.remove(at: place ?? factors.count - 1)
  }

  /// The terms of the group without its factors.
  func rests(of terms: UnsafeBufferPointer<Node>, _ s: Simplifier) -> [Node] {
    places.map { rest(of: terms[$0], at: $0, s) }
  }

  private func rest(of term: Node, at place: Int, _ s: Simplifier) -> Node {
    let extent = s.store.extent(term)
    let (scalar, core) = extent.isScalar ? (s.store.one, term) : s.splitScale(term)
    var (scalars, entries) = (s.entrywiseFactors(scalar), s.entrywiseFactors(core))
    var isTurned = false
    for factor in factors {
      var node = factor.node
      if let turned = factor.turned, turned.places.contains(place) {
        node = turned.node
        isTurned.toggle()
      }
      if extent.isScalar || !s.store.isScalar(node) {
        if let found = entries.firstIndex(of: node) { entries.remove(at: found) }
      } else if let found = scalars.firstIndex(of: node) {
        scalars.remove(at: found)
      }
    }
    let kept = entries.isEmpty ? s.store.ones(extent) : s.hadamard(entries)
    let rest = scalars.isEmpty ? kept : s.scale(s.hadamard(scalars), kept)
    return isTurned ? s.store.negated(rest) : rest
  }

  /// The factors times what is left of the terms.
  func times(_ inner: Node, _ s: Simplifier) -> Node {
    let scalars = factors.map(\.node).filter { s.store.isScalar($0) }
    let entries = factors.map(\.node).filter { !s.store.isScalar($0) }
    let product = entries.isEmpty ? inner : s.hadamard(entries + [inner])
    return scalars.isEmpty ? product : s.scale(s.hadamard(scalars), product)
  }
}
