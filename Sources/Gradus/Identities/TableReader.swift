/// Reads a table line by line.
struct TableReader {
  private let file: String
  let lines: [String]
  var table: IdentityTable
  private var wide = Scope()
  private var scope = Scope()
  private var section = ""
  var draft: IdentityDraft?
  private var places: [String: Int] = [:]

  /// What holds for all identities of a section.
  struct Scope {
    var layout: Layout?
    var variables: [Variable] = []
    var functions: [ElementwiseFunction] = []
  }

  /// A key, its value, and where both stand.
  struct Entry {
    let key: String
    var value: Passage
    let line: Int
    let column: Int
  }

  init(_ text: String, file: String) {
    self.file = file
    lines = text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }.map(String.init)
    table = IdentityTable(name: "", file: file, lines: lines)
  }

  mutating func read() throws(TableError) -> IdentityTable {
    var number = 0
    while number < lines.count {
      number += 1
      let line = lines[number - 1]
      let content = line.drop { $0 == " " || $0 == "\t" }
      if content.isEmpty || content.first == "#" { continue }
      let indentation = line.count - content.count
      if let draft, indentation > draft.indentation, draft.indentation > 0 {
        self.draft?.entries[draft.entries.count - 1].value = draft.entries[draft.entries.count - 1].value.joined(
          " ", Passage(String(content), line: number, column: indentation + 1))
        self.draft?.identity.lastLine = number
        continue
      }
      let entry = entry(content, number, indentation)
      if indentation == 0 {
        try finishIdentity()
        try readTop(entry)
      } else {
        try add(entry, indentation)
      }
    }
    try finishIdentity()
    if table.name.isEmpty { throw error(.noTable, 1, 1, 1) }
    return table
  }

  private func entry(_ content: Substring, _ number: Int, _ indentation: Int) -> Entry {
    let key = content.prefix { $0 != " " && $0 != "\t" }
    let rest = content.dropFirst(key.count)
    let value = rest.drop { $0 == " " || $0 == "\t" }
    let column = indentation + key.count + (rest.count - value.count) + 1
    var text = String(value)
    while let last = text.last, last == " " || last == "\t" { text.removeLast() }
    return Entry(
      key: String(key), value: Passage(text, line: number, column: column), line: number, column: indentation + 1)
  }

  // MARK: Errors

  func error(_ problem: FileProblem, _ line: Int, _ column: Int, _ length: Int) -> TableError {
    error(Diagnostic.text(of: problem), line, column, length)
  }

  private func error(_ message: String, _ line: Int, _ column: Int, _ length: Int) -> TableError {
    let source = lines.indices.contains(line - 1) ? lines[line - 1] : ""
    return TableError(file: file, line: line, column: column, message: message, length: length, source: source)
  }

  func error(_ problem: FileProblem, key entry: Entry) -> TableError {
    error(problem, entry.line, entry.column, entry.key.count)
  }

  func error(_ problem: FileProblem, value entry: Entry) -> TableError {
    let place = entry.value.place(of: 0)
    return error(problem, place.line, place.column, Swift.max(1, entry.value.text.count))
  }

  private func unknown(_ entry: Entry, among keys: [String]) -> TableError {
    error(.unknownKey(entry.key, among: keys), key: entry)
  }

  // MARK: Keys without indentation

  private static let topKeys = ["table", "title", "source", "section", "layout", "var", "identity"]

  private mutating func readTop(_ entry: Entry) throws(TableError) {
    let value = entry.value.text
    switch entry.key {
    case "table": table.name = value
    case "title": table.title = value
    case "source": table.source = value
    case "section":
      section = value
      scope = wide
    case "layout":
      let layout = try layout(entry)
      change { $0.layout = layout }
    case "var":
      let declarations = try declarations(entry)
      change { $0.add(declarations) }
    case "identity":
      if value.isEmpty || value.contains(" ") { throw error(.identifierWithBlanks, key: entry) }
      if let first = places[value] { throw error(.identifierTwice(value, line: first), value: entry) }
      places[value] = entry.line
      draft = IdentityDraft(
        identity: Identity(id: value, section: section, line: entry.line, lastLine: entry.line), scope: scope)
    default: throw unknown(entry, among: TableReader.topKeys + IdentityDraft.keys)
    }
  }

  /// Changes the section's scope, and before the first section that of the whole table.
  private mutating func change(_ body: (inout Scope) -> Void) {
    body(&scope)
    if section.isEmpty { body(&wide) }
  }

  func layout(_ entry: Entry) throws(TableError) -> Layout {
    guard let layout = Layout(rawValue: entry.value.text) else {
      throw error(.layout, value: entry)
    }
    return layout
  }

  func declarations(_ entry: Entry) throws(TableError) -> Scope {
    var scope = Scope()
    var start = 0
    for part in entry.value.text.split(separator: ";", omittingEmptySubsequences: false) {
      let passage = entry.value[start..<(start + part.utf8.count)]
      start += part.utf8.count + 1
      if passage.text.isEmpty { continue }
      if let function = TableReader.function(passage.text) {
        scope.functions += function.family
        continue
      }
      do throws(Problem) {
        scope.variables += try Declarations.read(Source(.declaration, 0, passage.text))
      } catch let problem {
        throw located(.unreadable(problem, in: passage), entry)
      }
    }
    return scope
  }

  /// "f: function" or "f: function(2)".
  private static func function(_ text: String) -> GenericFunction? {
    let parts = text.split(separator: ":").map { $0.filter { $0 != " " } }
    guard parts.count == 2, parts[1].hasPrefix("function") else { return nil }
    let count = parts[1].dropFirst("function".count)
    if count.isEmpty { return GenericFunction(name: parts[0], arity: 1) }
    guard count.first == "(", count.last == ")", let arity = Int(count.dropFirst().dropLast()), (1...3).contains(arity)
    else {
      return nil
    }
    return GenericFunction(name: parts[0], arity: arity)
  }

  private func located(_ problem: ClaimError, _ entry: Entry) -> TableError {
    let place = problem.place ?? (entry.line, entry.column, entry.key.count)
    return error(Diagnostic.text(of: problem), place.line, place.column, place.length)
  }

  // MARK: Identities

  private mutating func add(_ entry: Entry, _ indentation: Int) throws(TableError) {
    guard draft != nil else { throw error(.outsideIdentity(key: entry.key), key: entry) }
    guard IdentityDraft.keys.contains(entry.key) else { throw unknown(entry, among: IdentityDraft.keys) }
    if entry.value.text.isEmpty { throw error(.noValue(key: entry.key), key: entry) }
    draft?.indentation = indentation
    draft?.entries.append(entry)
    draft?.identity.lastLine = entry.line
  }
}

extension TableReader.Scope {
  /// Declarations added; a later one of the same name takes the earlier one's place.
  mutating func add(_ other: TableReader.Scope) {
    variables.removeAll { old in other.variables.contains { $0.name == old.name } }
    variables += other.variables
    functions.removeAll { old in other.functions.contains(old) }
    functions += other.functions
  }
}
