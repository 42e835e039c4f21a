/// The known name that a mistyped one most likely means.
enum Suggestion {
  /// Names from other tools and books.
  private static let synonyms = [
    "trace": "tr", "inverse": "inv", "ln": "log", "norm": "norm2", "fro": "norm2", "frobenius": "norm2", "identity": "eye",
    "logistic": "sigmoid", "sigma": "sigmoid", "arcsin": "asin", "arccos": "acos", "arctan": "atan", "arccot": "acot",
    "tg": "tan", "ctg": "cot", "swish": "silu", "determinant": "det", "nuclear": "norm_nuclear", "power": "pow",
    "transpose": "'", "hstack": "hcat", "vstack": "vcat", "vector": "vec", "average": "mean", "adjugate": "adj",
    "lse": "logsumexp", "logabsdet": "logdet", "slogdet": "logdet", "maximum": "max", "minimum": "min",
  ]

  static func function(for name: String, besides own: [String]) -> String? {
    let known = FunctionName.all.keys.sorted() + own
    let meant = nearest(to: name, among: known) ?? nearest(to: name, among: synonyms.keys.sorted())
    return synonyms[name.lowercased()] ?? meant.map { synonyms[$0] ?? $0 }
  }

  /// The candidate within a third of the length by insertions, deletions, replacements and swaps of neighbours.
  static func nearest(to word: String, among candidates: [String]) -> String? {
    let letters = Array(word.lowercased().unicodeScalars.prefix(40))
    var best: (word: String, distance: Int)?
    for candidate in candidates {
      let distance = distance(letters, Array(candidate.unicodeScalars))
      if distance <= max(1, letters.count / 3), distance < best?.distance ?? Int.max { best = (candidate, distance) }
    }
    return letters.count < 2 ? nil : best?.word
  }

  /// Damerau's distance in the form of optimal string alignment.
  private static func distance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
    var before: [Int] = []
    var above = Array(0...b.count)
    for row in a.indices {
      var current = [row + 1]
      for column in b.indices {
        let replaced = above[column] + (a[row] == b[column] ? 0 : 1)
        var least = min(replaced, above[column + 1] + 1, current[column] + 1)
        if row > 0, column > 0, a[row] == b[column - 1], a[row - 1] == b[column] { least = min(least, before[column - 1] + 1) }
        current.append(least)
      }
      before = above
      above = current
    }
    return above[b.count]
  }
}
