/// Names for what a function binds, none of them a keyword or taken twice.
struct PythonNames {
  private static let keywords: Set<String> = [
    "False", "None", "True", "and", "as", "assert", "async", "await", "break", "class", "continue", "def", "del",
    "elif", "else", "except", "finally", "for", "from", "global", "if", "import", "in", "is", "lambda", "nonlocal",
    "not", "or", "pass", "raise", "return", "try", "while", "with", "yield",
  ]
  private var taken: Set<String> = keywords.union(["float"])

  /// A parameter keeps its variable's name; a keyword gets an underscore behind it.
  mutating func parameter(_ name: String) -> String {
    let spelled = Self.keywords.contains(name) ? name + "_" : name
    taken.insert(spelled)
    return spelled
  }

  /// The first free one of t1, t2, …
  mutating func numbered(after last: inout Int) -> String {
    repeat { last += 1 } while !taken.insert("t\(last)").inserted
    return "t\(last)"
  }

  /// The name wished for, or else with underscores behind it.
  mutating func fresh(_ wish: String) -> String {
    var name = wish
    while !taken.insert(name).inserted { name += "_" }
    return name
  }
}

extension String {
  /// The stretches of letters, digits and underscores, and what lies between them.
  var pythonTokens: [Substring] {
    var tokens: [Substring] = []
    var start = startIndex
    var wasInName = false
    for index in indices {
      let isInName = self[index].isLetter || self[index].isNumber || self[index] == "_"
      if isInName != wasInName, start < index {
        tokens.append(self[start..<index])
        start = index
      }
      wasInName = isInName
    }
    if start < endIndex { tokens.append(self[start...]) }
    return tokens
  }
}
