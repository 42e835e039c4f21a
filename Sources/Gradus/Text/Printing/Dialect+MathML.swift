extension Dialect {
  /// MathML Core, a whole `math` element.
  public static let mathML = Dialect(
    document: Brackets("<math display=\"block\"><mrow>", "</mrow></math>"),
    group: Brackets("<mrow>" + sign("("), sign(")") + "</mrow>"),
    signs: Signs(
      plus: sign("+"), minus: sign("−"), negation: sign("−"), times: sign("&#x2062;"), timesDigit: sign("·"),
      entrywiseTimes: sign("⊙"), entrywiseDivide: sign("⊘"), divide: sign("/"), kronecker: sign("⊗"), comma: sign(","),
      colon: sign(":"), equals: sign("="), semicolon: sign(";")),
    marks: Marks(
      frame: above, transpose: sign("⊤"), inverse: sign("−") + "<mn>1</mn>", inverseTranspose: sign("−") + sign("⊤"),
      pseudoinverse: sign("+")),
    constants: Constants(
      ones: "<mn>𝟏</mn>", zeros: "<mn>𝟎</mn>", identity: "<mi>I</mi>",
      subscripted: Frame("<msub><mrow>", "</mrow><mrow>", "</mrow></msub>")),
    fraction: Frame("<mfrac><mrow>", "</mrow><mrow>", "</mrow></mfrac>"), power: above,
    entrywisePower: Frame(above.before, above.between + sign("⊙"), above.after), raised: nil,
    root: Brackets("<msqrt><mrow>", "</mrow></msqrt>"),
    slice: Frame("<mrow>", sign("["), sign("]") + "</mrow>"),
    call: Brackets(sign("&#x2061;") + "<mrow>" + sign("("), sign(")") + "</mrow>"),
    differential: Brackets("<mrow><mi mathvariant=\"normal\">d</mi>", "</mrow>"),
    fences: [
      .abs: Brackets("<mrow>" + sign("|"), sign("|") + "</mrow>"), .norm1: norm("<mn>1</mn>"),
      .norm2: Brackets("<mrow>" + sign("‖"), sign("‖") + "</mrow>"), .nuclearNorm: norm(sign("*")),
    ], frobenius: norm("<mi>F</mi>"), number: { "<mn>\($0)</mn>" }, fractionCharacter: { _ in nil }, name: mathMLName,
    function: { name, _ in "<mi>\(escaped(name == "sigmoid" ? "σ" : name))</mi>" }, pi: "<mi>π</mi>")

  private static let above = Frame("<msup><mrow>", "</mrow><mrow>", "</mrow></msup>")

  private static func sign(_ sign: String) -> String { "<mo>\(sign)</mo>" }

  private static func norm(_ below: String) -> Brackets {
    Brackets("<msub><mrow>" + sign("‖"), sign("‖") + "</mrow>\(below)</msub>")
  }

  private static func mathMLName(_ name: String) -> String {
    let spelling = Spelling(name)
    let stem = "<mi>\(escaped(Spelling.greek(spelling.stem) ?? spelling.stem))</mi>"
    return spelling.below.map { "<msub>\(stem)<mi>\(escaped($0))</mi></msub>" } ?? stem
  }

  private static func escaped(_ text: String) -> String {
    var escaped = ""
    for character in text {
      switch character {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      default: escaped.append(character)
      }
    }
    return escaped
  }
}
