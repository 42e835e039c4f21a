/// A name as print shows it: a stem, Greek where it is spelled out, and what stands below it.
struct Spelling {
  let stem: String
  let below: String?

  /// `W_1` and `W1` have the stem W and 1 below it; `x_i_j` has i,j below.
  init(_ name: String) {
    let parts = name.split(separator: "_", omittingEmptySubsequences: true).map(String.init)
    guard let first = parts.first, !name.hasPrefix("_") else {
      (stem, below) = (name, nil)
      return
    }
    let digits = String(first.reversed().prefix { $0.isASCII && $0.isNumber }.reversed())
    let lower = (digits.isEmpty ? [] : [digits]) + parts.dropFirst()
    stem = String(first.dropLast(digits.count))
    below = lower.isEmpty ? nil : lower.joined(separator: ",")
  }

  /// The letter for a Greek letter's name: `sigma` is σ and `Sigma` is Σ.
  static func greek(_ word: String) -> String? {
    if let place = greekNames.firstIndex(of: word) { return String(greekLetters[place]) }
    let lowered = word.lowercased()
    guard word.first?.isUppercase == true, word.dropFirst() == lowered.dropFirst(),
      let place = greekNames.firstIndex(of: lowered)
    else { return nil }
    return greekLetters[place].uppercased()
  }

  /// The name of a Greek letter, capitalised if the letter is.
  static func name(ofGreek letter: Character) -> String? {
    if let place = greekLetters.firstIndex(of: letter) { return greekNames[place] }
    guard letter.isUppercase, let small = letter.lowercased().first, let place = greekLetters.firstIndex(of: small)
    else { return nil }
    return greekNames[place].prefix(1).uppercased() + greekNames[place].dropFirst()
  }

  private static let greekLetters = Array("αβγδεζηθικλμνξοπρστυφχψω")
  private static let greekNames = [
    "alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "iota", "kappa", "lambda", "mu", "nu", "xi",
    "omicron", "pi", "rho", "sigma", "tau", "upsilon", "phi", "chi", "psi", "omega",
  ]

  /// Capitals for which LaTeX has a command; the others look Latin.
  private static let greekCommands: Set<String> = [
    "Gamma", "Delta", "Theta", "Lambda", "Xi", "Pi", "Sigma", "Upsilon", "Phi", "Psi", "Omega",
  ]

  /// The LaTeX command for a Greek letter's name.
  static func command(ofGreek name: String) -> String {
    if name == "omicron" { return "o" }
    if name.first?.isLowercase == true || greekCommands.contains(name) { return "\\" + name }
    return "\\mathrm{" + name.prefix(1) + "}"
  }

  /// Superscript digits.
  static func raised(_ integer: Int) -> String {
    String("\(integer)".map { $0 == "-" ? "⁻" : digit($0, among: "⁰¹²³⁴⁵⁶⁷⁸⁹") })
  }

  /// Subscript digits, if there is nothing but digits.
  static func lowered(_ text: String) -> String? {
    guard text.allSatisfy({ $0.isASCII && $0.isNumber }) else { return nil }
    return String(text.map { digit($0, among: "₀₁₂₃₄₅₆₇₈₉") })
  }

  private static func digit(_ digit: Character, among digits: String) -> Character {
    digits[digits.index(digits.startIndex, offsetBy: digit.wholeNumberValue ?? 0)]
  }
}
