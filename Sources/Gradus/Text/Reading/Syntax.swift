/// A node of the syntax, after its operands.
struct SyntaxNode {
  enum Kind: UInt8 {
    case number, onesColumn, name, call, group
    case sum, negation, product, hadamard, division, entrywiseDivision, kronecker, power, entrywisePower, transpose
    /// A base and one or two places, each a size, a span of sizes, or the whole.
    case index, whole, span
  }

  let kind: Kind
  /// How many operands stand before it.
  let count: Int32
  /// The place of a name or of a number in the syntax's tables.
  let value: Int32
  /// UTF-8 offsets into the statement's source.
  let start: Int32
  let end: Int32

  var range: Range<Int> { Int(start)..<Int(end) }
}

/// An expression, or a definition before one.
struct Statement {
  enum Kind {
    case expression
    case definition(name: Int32)
    case function(name: Int32, parameters: [Int32])
    /// The left side's nodes end where the right side's begin.
    case equation(middle: Int)
  }

  let kind: Kind
  let source: Int
  let nodes: Range<Int>
  /// Where the defined name stands.
  let nameRange: Range<Int>

  var root: Int { nodes.upperBound - 1 }
}

/// Several texts as one flat array in postfix order: every pass is a loop, however deeply a text is nested.
struct Syntax {
  var sources: [Source] = []
  var nodes: [SyntaxNode] = []
  var statements: [Statement] = []
  private(set) var names: [String] = []
  private var places: [String: Int32] = [:]
  var numbers: [Rational] = []
  /// Sizes that are known as numbers.
  var knownSizes: [String: Int] = [:]

  /// The place of a name, given out in the order of first appearance.
  mutating func name(_ text: String) -> Int32 {
    if let place = places[text] { return place }
    places[text] = Int32(names.count)
    names.append(text)
    return Int32(names.count - 1)
  }

  func name(_ place: Int32) -> String { names[Int(place)] }

  func place(of name: String) -> Int32? { places[name] }

  func statement(of node: Int) -> Statement? {
    var (low, high) = (0, statements.count)
    while low < high {
      let middle = (low + high) / 2
      if statements[middle].nodes.upperBound <= node { low = middle + 1 } else { high = middle }
    }
    return low < statements.count ? statements[low] : nil
  }

  func source(of node: Int) -> Source { sources[statement(of: node)?.source ?? 0] }

  /// The node's text, shortened where it is long.
  func excerpt(_ node: Int) -> String { source(of: node).excerpt(nodes[node].range) }

  func problem(_ code: Problem.Code, at node: Int) -> Problem {
    Problem(code, in: source(of: node), at: nodes[node].range)
  }

  /// The node inside any parentheses around it.
  func ungrouped(_ node: Int) -> Int {
    var inner = node
    while nodes[inner].kind == .group { inner -= 1 }
    return inner
  }

  /// The number that a node is, as typed without sign or parentheses.
  func literal(_ node: Int) -> Rational? {
    nodes[node].kind == .number ? numbers[Int(nodes[node].value)] : nil
  }
}
