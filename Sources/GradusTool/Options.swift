/// Options and operands of a command line.
struct Options {
  private(set) var operands: [String] = []
  private var values: [String: [String]] = [:]
  private var flags: Set<String> = []

  /// Options that take a value are written `--name value` or `--name=value`; flags stand alone.
  init(_ arguments: [String], valued: Set<String>, flags known: Set<String>) throws {
    var rest = arguments[...]
    while let argument = rest.popFirst() {
      guard argument.hasPrefix("--"), argument.count > 2 else {
        operands.append(argument)
        continue
      }
      let parts = argument.dropFirst(2).split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let name = String(parts[0])
      if known.contains(name), parts.count == 1 {
        flags.insert(name)
      } else if valued.contains(name) {
        guard let value = parts.count == 2 ? String(parts[1]) : rest.popFirst() else {
          throw UsageError(message: "--\(name) needs a value")
        }
        values[name, default: []].append(value)
      } else {
        let near = Text.nearest(name, in: Array(valued.union(known))).map { "; did you mean --\($0)?" } ?? ""
        throw UsageError(message: "unknown option --\(name)\(near)")
      }
    }
  }

  func all(_ name: String) -> [String] { values[name] ?? [] }

  func one(_ name: String) throws -> String? {
    let given = all(name)
    if given.count > 1 { throw UsageError(message: "--\(name) is given \(given.count) times") }
    return given.first
  }

  func has(_ flag: String) -> Bool { flags.contains(flag) }

  /// The one expression that the command works on.
  func expression() throws -> String {
    guard let first = operands.first else { throw UsageError(message: "the expression is missing") }
    if operands.count > 1 { throw UsageError(message: "unexpected \(operands[1]); put the expression in quotes") }
    return first
  }

  /// One of a list of words.
  func choice(_ name: String, of words: [String], default fallback: String) throws -> String {
    guard let word = try one(name) else { return fallback }
    guard words.contains(word) else {
      throw UsageError(message: "--\(name) is one of \(words.joined(separator: ", ")), not \(word)")
    }
    return word
  }
}
