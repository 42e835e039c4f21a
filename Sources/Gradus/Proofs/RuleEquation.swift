/// A rule's statement as it was read: two sides of one shape, and what is known of their variables.
struct RuleEquation {
  let store: Store
  let left: Node
  let right: Node
  let variables: [Variable]
  let dimensions: [String]

  /// The statement of a rule, read by the text syntax; nil where the syntax has no word for it.
  init?(_ statement: String, where declarations: String) {
    // Sizes need no declaration to be read.
    let declared = declarations.split(separator: ";").map(String.init).filter { !$0.hasSuffix(": dimension") }
    store = Store()
    let reader = Reader(declarations: declared, assumptions: [statement])
    guard let reading = try? reader.read(into: store), let equation = reading.hypotheses.first,
      equation.left != equation.right
    else { return nil }
    (left, right) = (equation.left, equation.right)
    let occurring = Set(store.variables(in: [equation.left, equation.right]))
    variables = reading.variables.filter(occurring.contains)
    dimensions = reading.dimensionNames
  }
}

extension Rule {
  var equation: RuleEquation? { RuleEquation(statement, where: declarations) }
}

extension ExpandingRule {
  var equation: RuleEquation? { RuleEquation(statement, where: declarations) }
}
