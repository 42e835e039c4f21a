/// Numbers at which a claim fails.
public struct Counterexample: Sendable {
  /// Values by the names of variables, and of differentials by dX.
  public let values: [(name: String, value: DenseMatrix)]
  /// What the derivative or the left side is there, and what the claim says.
  public let expected: DenseMatrix
  public let claimed: DenseMatrix
  let columns: Set<String>

  init(_ point: SamplePoint, _ variables: [Variable], expected: DenseMatrix, claimed: DenseMatrix) {
    var values: [(String, DenseMatrix)] = []
    var columns: Set<String> = []
    for variable in variables {
      if let value = point.values[variable.name] { values.append((variable.name, value)) }
      if let value = point.differentials[variable.name] { values.append(("d\(variable.name)", value)) }
      if variable.shape.columns == .one { columns.formUnion([variable.name, "d\(variable.name)"]) }
    }
    self.values = values
    self.columns = columns
    self.expected = expected
    self.claimed = claimed
  }

  /// Scalars as numbers, vectors as arrays, matrices as arrays of rows.
  var json: JSON {
    .fields(values.map { ($0.name, Counterexample.json($0.value, isColumn: columns.contains($0.name))) })
  }

  static func json(_ value: DenseMatrix, isColumn: Bool) -> JSON {
    // Adding zero takes the sign off a zero.
    let value = value.map { $0 + 0 }
    if value.rows == 1, value.columns == 1, isColumn { return .number(value[0, 0]) }
    if value.columns == 1, isColumn { return .array(value.elements.map { .number($0) }) }
    return .array((0..<value.rows).map { row in .array((0..<value.columns).map { .number(value[row, $0]) }) })
  }

  /// "x = [1, 2], A = [[1, 0], [0, 1]]", to be pasted.
  var text: String {
    values.map { "\($0.name) = \(Counterexample.text($0.value, isColumn: columns.contains($0.name)))" }.joined(
      separator: ", ")
  }

  static func text(_ value: DenseMatrix, isColumn: Bool = true) -> String {
    func list(_ numbers: some Sequence<Double>) -> String { "[" + numbers.map(number).joined(separator: ", ") + "]" }
    if value.rows == 1, value.columns == 1 { return number(value[0, 0]) }
    if value.columns == 1, isColumn { return list(value.elements) }
    return "["
      + (0..<value.rows).map { row in list((0..<value.columns).map { value[row, $0] }) }.joined(separator: ", ") + "]"
  }

  private static func number(_ value: Double) -> String {
    value == value.rounded() && value.magnitude < 1e15 ? "\(Int(value))" : "\(value)"
  }
}
