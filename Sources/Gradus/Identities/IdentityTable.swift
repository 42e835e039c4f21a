/// A document's statements as a person wrote them down, each with the verdict that is expected of it.
///
///     table derivative-notes
///     title Derivatives of activation and loss functions
///     source derivative-notes.md
///
///     section Loss functions
///     layout denominator
///     var y: vector(n); p: vector(n)
///
///     identity dn.mse
///       function norm2(y-p)^2/n
///       by p
///       claim (p-y)/n
///       expect refuted
///       note the factor 2 is missing
///
/// Layout and declarations of a section hold until the next one; what stands before the first section holds in all. An
/// identity has the keys `function`, `by`, `claim`, and if wanted `let`, `var`, `layout`, `entry`, `order`, `with`,
/// `assume`, `expect`, `note`; `numerator` and `denominator` are claims in that layout. A deeper line continues the one above.
public struct IdentityTable: Sendable {
  public internal(set) var name: String
  public internal(set) var title = ""
  public internal(set) var source = ""
  public internal(set) var identities: [Identity] = []
  /// Where it was read from, for messages.
  let file: String
  let lines: [String]

  /// Reads a table from a file.
  public init(contentsOf path: String) throws {
    try self.init(try TextFile.read(path), file: path)
  }

  /// Reads a table from its text.
  public init(_ text: String, file: String = "table") throws {
    var reader = TableReader(text, file: file)
    self = try reader.read()
  }

  init(name: String, file: String, lines: [String]) {
    self.name = name
    self.file = file
    self.lines = lines
  }
}

/// One entry of a table.
public struct Identity: Sendable {
  public let id: String
  public internal(set) var section: String
  public internal(set) var expected = Verdict.proved
  public internal(set) var note = ""
  /// What is stated, each in one layout.
  var claims: [Claim] = []
  /// Where it begins, where its last key stands, and where the expectation stands; counted from 1.
  let line: Int
  var lastLine: Int
  var expectationLine: Int?

  /// What is claimed, as it is written.
  var statement: String {
    guard let claim = claims.first else { return "" }
    let sides = claim.sides.map { side in
      side.cases.map { part in
        part.value.text
          + (part.condition.map { " where \($0.left.text) \($0.relation.rawValue) \($0.right.text)" } ?? "")
      }.joined(separator: ", ")
    }
    return sides.joined(separator: " = ")
  }

  /// What is differentiated and by what; empty for an equality.
  var subject: String {
    guard let claim = claims.first, let function = claim.function else { return "" }
    let variable = claim.variable.map { " by \($0)" } ?? ""
    let entry = claim.entry.map { " entry \($0.row)\($0.column.map { "," + $0 } ?? "")" } ?? ""
    return function.text + variable + entry
  }
}
