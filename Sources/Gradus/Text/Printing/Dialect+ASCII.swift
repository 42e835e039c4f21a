extension Dialect {
  /// The text syntax, which is read back to the same expression.
  public static let ascii = Dialect(
    document: Brackets("", ""), group: Brackets("(", ")"),
    signs: Signs(
      plus: "+", minus: "-", negation: "-", times: "*", timesDigit: "*", entrywiseTimes: ".*", entrywiseDivide: "./",
      divide: "/", kronecker: nil, comma: ",", colon: ":", equals: " = ", semicolon: "; "),
    marks: Marks(frame: Frame("", "", ""), transpose: "'", inverse: nil, inverseTranspose: nil, pseudoinverse: nil),
    constants: nil, fraction: nil, power: Frame("", "^", ""), entrywisePower: Frame("", ".^", ""), raised: nil,
    root: Brackets("sqrt(", ")"), slice: Frame("", "[", "]"), call: Brackets("(", ")"), differential: Brackets("d", ""),
    fences: [:], frobenius: nil, number: { $0 }, fractionCharacter: { _ in nil }, name: { $0 },
    function: { name, _ in name }, pi: "pi")
}
