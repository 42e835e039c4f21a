extension IdentityTable {
  /// The texts of the founding documents' tables, by name.
  package static let builtInTexts: [(name: String, text: String)] = [
    ("derivative-notes", TableText.derivativeNotes),
    ("matrix-calculus-notes", TableText.matrixCalculusNotes),
    ("activation-notes", TableText.activationNotes),
    ("backpropagation-notes", TableText.backpropagationNotes),
    ("basic-formulas", TableText.basicFormulas),
  ]

  /// The founding documents' statements.
  public static func builtIn() throws -> [IdentityTable] {
    try builtInTexts.map { try IdentityTable($0.text, file: $0.name) }
  }
}

/// The tables' texts, each in a file of its own.
enum TableText {}
