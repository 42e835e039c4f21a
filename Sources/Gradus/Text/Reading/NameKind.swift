/// What a name stands for by its first letter.
enum NameKind {
  case scalar, vector, matrix

  /// a…g and Greek letters are scalars, also spelled out; h…z are vectors, capitals matrices.
  init(of name: String) {
    let scalars = name.unicodeScalars.drop { $0 == "_" }
    let stem = String(String.UnicodeScalarView(scalars.prefix { $0.properties.isAlphabetic && $0 != "_" }))
    guard let first = scalars.first else {
      self = .scalar
      return
    }
    if first.properties.isUppercase {
      self = .matrix
    } else if first.isGreekLetter || NameKind.greek.contains(stem) {
      self = .scalar
    } else {
      self = ("h"..."z").contains(first) ? .vector : .scalar
    }
  }

  private static let greek: Set<String> = [
    "alpha", "beta", "gamma", "delta", "epsilon", "varepsilon", "zeta", "eta", "theta", "vartheta", "iota", "kappa",
    "lambda", "mu", "nu", "xi", "omicron", "pi", "rho", "varrho", "sigma", "varsigma", "tau", "upsilon", "phi", "varphi",
    "chi", "psi", "omega",
  ]
}
