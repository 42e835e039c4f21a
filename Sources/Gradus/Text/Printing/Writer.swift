/// Writes expressions in a dialect: decides what stands where, and where parentheses are needed.
///
/// Depth costs memory, not stack: what is still to be written waits in a list.
struct Writer {
  let store: Store
  let dialect: Dialect
  /// Nodes that stand under a name of their own, unless they are what is written.
  var names: [Node: String] = [:]
  private let spellings = Spellings()

  /// Text, or a node that goes into parentheses where it binds more loosely than its place asks for.
  enum Piece {
    case text(String)
    case node(Node, atLeast: Precedence)
  }

  /// Pieces in reading order, and how tightly the whole binds.
  struct Phrase {
    let pieces: [Piece]
    let precedence: Precedence

    init(_ precedence: Precedence, _ pieces: [Piece]) {
      self.pieces = pieces
      self.precedence = precedence
    }

    init(_ text: String) { self.init(.primary, [.text(text)]) }
  }

  /// A name as the dialect shows it.
  func name(_ name: String) -> String {
    if let known = spellings.texts[name] { return known }
    let text = dialect.name(name)
    spellings.texts[name] = text
    return text
  }

  func text(of root: Node) -> String {
    dialect.document.open + body(of: root) + dialect.document.close
  }

  /// The node's name where it has one, else its text.
  func mention(of node: Node) -> String { names[node].map(name) ?? text(of: node) }

  func body(of root: Node) -> String {
    var output = ""
    var pending = Array(phrase(for: root).pieces.reversed())
    while let piece = pending.popLast() {
      switch piece {
      case .text(let text): output += text
      case .node(let node, let least):
        if let name = names[node] {
          output += self.name(name)
          continue
        }
        let phrase = phrase(for: node)
        let isGrouped = phrase.precedence < least
        if isGrouped {
          output += dialect.group.open
          pending.append(.text(dialect.group.close))
        }
        pending.append(contentsOf: phrase.pieces.reversed())
      }
    }
    return output
  }

  func phrase(for node: Node) -> Phrase {
    let record = store[node]
    switch record.operation {
    case .number, .scale, .hadamard: return phrase(for: Term(node, in: store, named: names))
    case .sum: return sum(record.operands)
    case .product: return chain(record.operands)
    case .power:
      if store.divisor(node) != nil { return phrase(for: Term(node, in: store, named: names)) }
      return power(record.operands[0], record.operands[1])
    case .transpose: return transpose(record.operands[0])
    case .inverse: return marked(record.operands[0], dialect.marks.inverse) ?? call(node)
    case .pseudoinverse: return marked(record.operands[0], dialect.marks.pseudoinverse) ?? call(node)
    case .kronecker: return kronecker(record.operands) ?? call(node)
    case .block: return slice(node)
    case .abs, .norm1, .norm2, .nuclearNorm: return fenced(node) ?? call(node)
    case let operation where operation.isLeaf: return leaf(node)
    default: return call(node)
    }
  }
}

/// Names that were shown before.
private final class Spellings {
  var texts: [String: String] = [:]
}
