extension Sizes {
  /// Both sides without what they have in common: shared terms, then shared factors.
  static func reduced(_ left: Dimension, _ right: Dimension) -> (Dimension, Dimension) {
    var (a, b) = (left, right)
    for term in left.terms {
      guard let other = right.terms.first(where: { $0.names == term.names }) else { continue }
      let shared = monomial(min(term.coefficient, other.coefficient), term.names)
      a = a.subtracting(shared) ?? a
      b = b.subtracting(shared) ?? b
    }
    guard !a.terms.isEmpty, !b.terms.isEmpty else { return (a, b) }
    var names = a.terms[0].names
    var coefficient = a.terms[0].coefficient
    for term in a.terms + b.terms {
      names = common(names, term.names)
      coefficient = Int(coefficient.magnitude.greatestCommonDivisor(with: term.coefficient.magnitude))
    }
    return (divided(a, coefficient, names), divided(b, coefficient, names))
  }

  private static func monomial(_ coefficient: Int, _ names: [String]) -> Dimension {
    names.reduce(Dimension(coefficient)) { $0 * Dimension($1) }
  }

  private static func common(_ left: [String], _ right: [String]) -> [String] {
    var rest = right
    return left.filter { name in
      guard let place = rest.firstIndex(of: name) else { return false }
      rest.remove(at: place)
      return true
    }
  }

  private static func divided(_ size: Dimension, _ coefficient: Int, _ names: [String]) -> Dimension {
    size.terms.reduce(Dimension(0)) { total, term in
      var rest = term.names
      for name in names { if let place = rest.firstIndex(of: name) { rest.remove(at: place) } }
      return total + monomial(term.coefficient / coefficient, rest)
    }
  }
}
