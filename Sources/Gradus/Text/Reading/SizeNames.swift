extension Inference {
  /// Where products of sizes are to be equal, as in tr(kron(A,X)), inferred matrices with a size on either side are
  /// square; whether there was one.
  mutating func squareWaiting() -> Bool {
    var found = false
    for (left, right) in sizes.waitingUnknowns() {
      for place in resolution.variables.indices where resolution.variables[place].declared == nil {
        let (rows, columns) = (sizes.find(variables[place].rows), sizes.find(variables[place].columns))
        let isAcross = left.contains(rows) && right.contains(columns) || left.contains(columns) && right.contains(rows)
        if isAcross, sizes.unify(rows, columns, at: 0) { found = true }
      }
    }
    return found
  }

  /// Names what no declaration settles: m, n for a matrix, n for a vector or square matrix, then further letters.
  mutating func nameUnknowns() {
    var names = FreshNames(avoiding: Set(syntax.names).union(resolution.dimensionNames))
    let inferred = resolution.variables.indices.filter { resolution.variables[$0].declared == nil }
    for place in inferred where variables[place].columns != 0 {
      let (rows, columns) = variables[place]
      let isSquare = sizes.find(rows) == sizes.find(columns)
      name(rows, preferring: isSquare ? "n" : "m", &names)
      name(columns, preferring: "n", &names)
    }
    for place in inferred { name(variables[place].rows, preferring: "n", &names) }
    for term in 1..<sizes.count { name(term, preferring: "n", &names) }
  }

  private mutating func name(_ term: Term, preferring letter: String, _ names: inout FreshNames) {
    if sizes.isUnsolved(term) { sizes.name(term, names.next(preferring: letter)) }
  }
}

/// Names for sizes that nothing else is called.
struct FreshNames {
  private static let letters = ["n", "m", "k", "p", "q", "r", "s", "t", "h", "u", "v", "w"]
  private var taken: Set<String>
  private var number = 1

  init(avoiding taken: Set<String>) { self.taken = taken }

  mutating func next(preferring letter: String) -> String {
    for candidate in [letter] + FreshNames.letters where taken.insert(candidate).inserted { return candidate }
    while !taken.insert("n\(number)").inserted { number += 1 }
    return "n\(number)"
  }
}
