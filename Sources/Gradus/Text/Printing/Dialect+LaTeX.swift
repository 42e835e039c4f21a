extension Dialect {
  /// LaTeX with the AMS packages, for math mode.
  public static let latex = Dialect(
    document: Brackets("", ""), group: Brackets("\\left(", "\\right)"),
    signs: Signs(
      plus: " + ", minus: " - ", negation: "-", times: " ", timesDigit: " \\cdot ", entrywiseTimes: " \\odot ",
      entrywiseDivide: " \\oslash ", divide: "/", kronecker: " \\otimes ", comma: ", ", colon: ":", equals: " = ",
      semicolon: ", \\quad "),
    marks: Marks(
      frame: Frame("", "^{", "}"), transpose: "\\top", inverse: "-1", inverseTranspose: "-\\top", pseudoinverse: "+"),
    constants: Constants(
      ones: "\\mathbf{1}", zeros: "\\mathbf{0}", identity: "I", subscripted: Frame("", "_{", "}")),
    fraction: Frame("\\frac{", "}{", "}"), power: Frame("", "^{", "}"), entrywisePower: Frame("", "^{\\odot ", "}"),
    raised: nil, root: Brackets("\\sqrt{", "}"), slice: Frame("", "\\left[", "\\right]"),
    call: Brackets("\\left(", "\\right)"), differential: Brackets("\\mathrm{d}", ""),
    fences: [
      .abs: Brackets("\\lvert ", "\\rvert"), .norm1: Brackets("\\lVert ", "\\rVert_{1}"),
      .norm2: Brackets("\\lVert ", "\\rVert"), .nuclearNorm: Brackets("\\lVert ", "\\rVert_{*}"),
    ], frobenius: Brackets("\\lVert ", "\\rVert_{F}"), number: latexNumber, fractionCharacter: { _ in nil },
    name: latexName, function: latexFunction, pi: "\\pi")

  /// 1e-5 is 10^{-5} and 2e-5 is 2 \cdot 10^{-5}.
  private static func latexNumber(_ decimal: String) -> String {
    let parts = decimal.split(separator: "e")
    guard parts.count == 2 else { return decimal }
    let power = "10^{\(parts[1])}"
    return parts[0] == "1" ? power : "\(parts[0]) \\cdot \(power)"
  }

  private static func latexName(_ name: String) -> String {
    let spelling = Spelling(name)
    let stem = latexStem(spelling.stem)
    return spelling.below.map { "\(stem)_{\($0)}" } ?? stem
  }

  private static func latexStem(_ stem: String) -> String {
    if Spelling.greek(stem) != nil { return Spelling.command(ofGreek: stem) }
    if stem.count == 1, let letter = stem.first {
      return Spelling.name(ofGreek: letter).map(Spelling.command(ofGreek:)) ?? stem
    }
    return "\\mathit{" + latexEscaped(stem) + "}"
  }

  private static func latexFunction(_ name: String, _ latex: String) -> String {
    latex.isEmpty ? "\\operatorname{" + latexEscaped(name) + "}" : latex
  }

  /// Underscores and what names spelled by a user may hold besides.
  private static func latexEscaped(_ text: String) -> String {
    String(text.flatMap { "_%#&$".contains($0) ? ["\\", $0] : [$0] })
  }
}
