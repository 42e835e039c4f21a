extension Reader {
  /// One expression with its variables, read for a person.
  package struct Document {
    package let expression: Expression
    package let variables: [Variable]
    package let warnings: [String]
  }

  package func document() throws(Problem) -> Document {
    let reading = try read(into: Store())
    return Document(
      expression: Expression(reading.store, reading.expressions[0]), variables: reading.variables,
      warnings: reading.warnings)
  }
}
