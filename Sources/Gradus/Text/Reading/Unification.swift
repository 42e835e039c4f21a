/// Solves for sizes: unknowns are joined, or set to a size; never to 1, which only a scalar or vector has by nature.
///
/// Union-find (Tarjan 1975) over terms, some of which are polynomials in unknowns; an unknown k is the name "?k" there.
struct Unification {
  typealias Term = Int32

  static let one: Term = 0

  private var parents: [Term] = [0]
  private var values: [Dimension?] = [.one]
  private var known: [Dimension: Term] = [.one: 0]
  private var composed: [Pair: Term] = [:]
  /// Equations between polynomials that wait for more to be known, with the nodes that asked for them.
  private var waiting: [Waiting] = []
  /// A polynomial outgrew the limits.
  private(set) var isTooLarge = false

  struct Waiting {
    let left: Term
    let right: Term
    let site: Int
  }

  private struct Pair: Hashable {
    let isSum: Bool
    let left: Term
    let right: Term
  }

  var count: Term { Term(parents.count) }

  mutating func unknown() -> Term {
    parents.append(Term(parents.count))
    values.append(nil)
    return Term(parents.count - 1)
  }

  /// The term of a size without unknowns.
  mutating func term(_ size: Dimension) -> Term {
    if let term = known[size] { return term }
    let term = unknown()
    values[Int(term)] = size
    known[size] = term
    return term
  }

  mutating func find(_ term: Term) -> Term {
    var root = term
    while parents[Int(root)] != root {
      parents[Int(root)] = parents[Int(parents[Int(root)])]
      root = parents[Int(root)]
    }
    return root
  }

  mutating func isOne(_ term: Term) -> Bool { term == 0 || find(term) == 0 }

  mutating func isUnsolved(_ term: Term) -> Bool { values[Int(find(term))] == nil }

  mutating func product(_ left: Term, _ right: Term) -> Term {
    if isOne(left) { return right }
    if isOne(right) { return left }
    return compose(Pair(isSum: false, left: find(left), right: find(right)), Sizes.product)
  }

  mutating func sum(_ left: Term, _ right: Term) -> Term {
    compose(Pair(isSum: true, left: find(left), right: find(right)), Sizes.sum)
  }

  private mutating func compose(_ pair: Pair, _ combine: (Dimension, Dimension) -> Dimension?) -> Term {
    if let term = composed[pair] { return term }
    guard let size = combine(size(pair.left), size(pair.right)) else {
      isTooLarge = true
      return pair.left
    }
    let result: Term
    if Unification.unknowns(of: size).isEmpty {
      result = term(size)
    } else {
      result = unknown()
      values[Int(result)] = size
    }
    composed[pair] = result
    return result
  }

  // MARK: Polynomials

  private static func unknowns(of size: Dimension) -> [Term] {
    var unknowns: [Term] = []
    for term in size.terms {
      for name in term.names where name.utf8.first == UInt8(ascii: "?") {
        unknowns += Term(name.dropFirst()).map { [$0] } ?? []
      }
    }
    return unknowns
  }

  /// What is known of a term, with unknowns as names.
  mutating func size(_ term: Term) -> Dimension {
    let root = find(term)
    var stack = [root]
    while let top = stack.last {
      guard let value = values[Int(top)] else {
        stack.removeLast()
        continue
      }
      let unknowns = Unification.unknowns(of: value)
      let stale = unknowns.filter { isStale(find($0)) }
      if !stale.isEmpty {
        stack += stale.map { find($0) }
        continue
      }
      stack.removeLast()
      if unknowns.contains(where: { parents[Int($0)] != $0 || values[Int($0)] != nil }) {
        values[Int(top)] = substitute(value)
      }
    }
    return values[Int(root)] ?? Dimension("?\(root)")
  }

  /// Some unknown of the term's polynomial has been solved since it was written.
  private mutating func isStale(_ root: Term) -> Bool {
    guard let value = values[Int(root)] else { return false }
    return Unification.unknowns(of: value).contains { parents[Int($0)] != $0 || values[Int($0)] != nil }
  }

  private mutating func substitute(_ size: Dimension) -> Dimension {
    var total = Dimension(0)
    for term in size.terms {
      var product = Dimension(term.coefficient)
      for name in term.names {
        var factor = Dimension(name)
        if name.utf8.first == UInt8(ascii: "?"), let unknown = Term(name.dropFirst()) {
          let root = find(unknown)
          factor = values[Int(root)] ?? Dimension("?\(root)")
        }
        guard let grown = Sizes.product(product, factor) else {
          isTooLarge = true
          return size
        }
        product = grown
      }
      guard let grown = Sizes.sum(total, product) else {
        isTooLarge = true
        return size
      }
      total = grown
    }
    return total
  }

  // MARK: Equations

  /// Makes two sizes equal; false where they cannot be.
  mutating func unify(_ left: Term, _ right: Term, at site: Int) -> Bool {
    if left == right { return true }
    let (a, b) = (find(left), find(right))
    if a == b { return true }
    switch (values[Int(a)], values[Int(b)]) {
    case (nil, nil): parents[Int(b)] = a
    case (nil, _): return bind(a, to: b)
    case (_, nil): return bind(b, to: a)
    default:
      switch solve(a, b) {
      case true?: return true
      case false?: return false
      case nil: waiting.append(Waiting(left: a, right: b, site: site))
      }
    }
    return true
  }

  private mutating func bind(_ unknown: Term, to root: Term) -> Bool {
    if root == Unification.one { return false }
    let size = size(root)
    if Unification.unknowns(of: size).contains(unknown) { return false }
    parents[Int(unknown)] = root
    return true
  }

  /// Solves an equation of polynomials as far as one unknown stands alone; nil where it cannot be told yet.
  private mutating func solve(_ a: Term, _ b: Term) -> Bool? {
    let (left, right) = Sizes.reduced(size(a), size(b))
    if left == right {
      return true
    }
    for (alone, other) in [(left, right), (right, left)] {
      guard let name = alone.name, name.utf8.first == UInt8(ascii: "?"), let unknown = Term(name.dropFirst()) else {
        continue
      }
      if other == .one || Unification.unknowns(of: other).contains(unknown) { return false }
      let isClosed = Unification.unknowns(of: other).isEmpty
      let target = isClosed ? term(other) : self.unknown()
      if !isClosed, let otherName = other.name, let joined = Term(otherName.dropFirst()) {
        parents[Int(target)] = joined
      } else if !isClosed {
        values[Int(target)] = other
      }
      parents[Int(find(unknown))] = find(target)
      return true
    }
    let isClosed = Unification.unknowns(of: left).isEmpty && Unification.unknowns(of: right).isEmpty
    return isClosed || left.terms.isEmpty || right.terms.isEmpty ? false : nil
  }

  /// Tries the waiting equations again; answers one that cannot hold.
  mutating func settle() -> Waiting? {
    var isForward = true
    for _ in 0..<8 where !waiting.isEmpty {
      var rest: [Waiting] = []
      for equation in isForward ? waiting : waiting.reversed() {
        switch solve(find(equation.left), find(equation.right)) {
        case true?: continue
        case false?: return equation
        case nil: rest.append(equation)
        }
      }
      if rest.count == waiting.count { break }
      waiting = isForward ? rest : rest.reversed()
      isForward.toggle()
    }
    return nil
  }

  /// The unknowns on the two sides of the equations that still wait.
  mutating func waitingUnknowns() -> [(left: Set<Term>, right: Set<Term>)] {
    var all: [(left: Set<Term>, right: Set<Term>)] = []
    for equation in waiting {
      let (left, right) = Sizes.reduced(size(equation.left), size(equation.right))
      all.append(
        (
          Set(Unification.unknowns(of: left).map { find($0) }), Set(Unification.unknowns(of: right).map { find($0) })
        ))
    }
    return all
  }

  /// Gives a name to an unknown.
  mutating func name(_ term: Term, _ name: String) {
    let root = find(term)
    if values[Int(root)] == nil { parents[Int(root)] = self.term(Dimension(name)) }
  }

  /// A waiting equation whose sides differ now that all has a name.
  mutating func firstUnsettled() -> Waiting? {
    for equation in waiting where size(equation.left) != size(equation.right) { return equation }
    return nil
  }
}
