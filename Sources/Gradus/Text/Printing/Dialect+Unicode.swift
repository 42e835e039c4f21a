extension Dialect {
  /// Mathematics on a line: Aᵀ X B, X⁻¹, ½ x, A ⊙ B.
  public static let unicode = Dialect(
    document: Brackets("", ""), group: Brackets("(", ")"),
    signs: Signs(
      plus: " + ", minus: " − ", negation: "−", times: " ", timesDigit: "·", entrywiseTimes: " ⊙ ",
      entrywiseDivide: " ⊘ ", divide: "/", kronecker: " ⊗ ", comma: ", ", colon: ":", equals: " = ",
      semicolon: "; "),
    marks: Marks(
      frame: Frame("", "", ""), transpose: "ᵀ", inverse: "⁻¹", inverseTranspose: "⁻ᵀ", pseudoinverse: "⁺"),
    constants: Constants(ones: "𝟏", zeros: "𝟎", identity: "I", subscripted: Frame("", "_(", ")")), fraction: nil,
    power: Frame("", "^", ""), entrywisePower: Frame("", "⊙^", ""), raised: Spelling.raised, root: Brackets("√", ""),
    slice: Frame("", "[", "]"), call: Brackets("(", ")"), differential: Brackets("d", ""),
    fences: [
      .abs: Brackets("|", "|"), .norm1: Brackets("‖", "‖₁"), .norm2: Brackets("‖", "‖"),
      .nuclearNorm: Brackets("‖", "‖_*"),
    ], frobenius: Brackets("‖", "‖_F"), number: { $0 }, fractionCharacter: { vulgar[$0] }, name: unicodeName,
    function: { name, _ in name == "sigmoid" ? "σ" : name }, pi: "π")

  private static let vulgar: [Rational: String] = [
    Rational(1, 2): "½", Rational(1, 3): "⅓", Rational(2, 3): "⅔", Rational(1, 4): "¼", Rational(3, 4): "¾",
    Rational(1, 5): "⅕", Rational(2, 5): "⅖", Rational(3, 5): "⅗", Rational(4, 5): "⅘", Rational(1, 6): "⅙",
    Rational(5, 6): "⅚", Rational(1, 8): "⅛", Rational(3, 8): "⅜", Rational(5, 8): "⅝", Rational(7, 8): "⅞",
  ]

  private static func unicodeName(_ name: String) -> String {
    let spelling = Spelling(name)
    let stem = Spelling.greek(spelling.stem) ?? spelling.stem
    guard let below = spelling.below else { return stem }
    return stem + (Spelling.lowered(below) ?? "_" + below)
  }
}
