/// Names for what an expression uses more than once, so that its text grows with the graph and not with the tree.
struct Definitions {
  /// Everything named, what is used before what uses it.
  private(set) var order: [Node] = []
  private(set) var names: [Node: String] = [:]

  /// What naming must save, counted in nodes written out.
  private static let leastSaving: UInt64 = 6

  /// Names that are taken elsewhere are avoided besides those that occur.
  init(in roots: [Node], of store: Store, avoiding taken: Set<String> = []) {
    let nodes = store.readingOrder(from: roots)
    var uses: [Node: UInt64] = [:]
    for node in nodes {
      for operand in store.operands(node) { uses[operand, default: 0] += 1 }
    }
    var written: [Node: UInt64] = [:]
    var names = NameSupply(used: store.names(in: nodes).union(taken))
    for node in nodes {
      let size = store.operands(node).reduce(UInt64(1)) { $0 + (written[$1] ?? 1) }
      let saving = (size - 1) * ((uses[node] ?? 1) - 1)
      if saving >= Definitions.leastSaving {
        order.append(node)
        self.names[node] = names.next(for: store.extent(node))
        written[node] = 1
      } else {
        written[node] = size
      }
    }
  }
}

/// Z1, Z2 … for matrices, x1 … for vectors and s1 … for scalars, without names that are taken.
struct NameSupply {
  let used: Set<String>
  private var counts: [String: Int] = [:]

  /// Underscores do not count: W_1 and W1 look alike in print.
  init(used: Set<String>) { self.used = Set(used.map { $0.filter { $0 != "_" } }) }

  mutating func next(for extent: Extent, letter wanted: String? = nil) -> String {
    let letter = wanted ?? (extent.isScalar ? "s" : extent.columns == .one ? "x" : "Z")
    while true {
      counts[letter, default: 0] += 1
      let name = "\(letter)\(counts[letter] ?? 0)"
      if !used.contains(name) { return name }
    }
  }
}

extension Store {
  /// The names of variables, dimensions and functions.
  func names(in nodes: [Node]) -> Set<String> {
    var names: Set<String> = []
    for node in nodes {
      let record = self[node]
      switch record.operation {
      case .variable, .differential: names.insert(variables[record.payload].name)
      case .custom: names.insert(functions[record.payload].name)
      case .dimension: names.formUnion(dimensions[record.payload].names)
      case .unit, .block, .place:
        let region = regions[record.payload]
        names.formUnion(region.rowOffset.names + region.columnOffset.names)
      default: break
      }
      if record.count == 0 {
        let shape = self.shape(record.extent)
        names.formUnion(shape.rows.names + shape.columns.names)
      }
    }
    return names
  }
}

extension Writer {
  /// The definitions, then the expression.
  func text(naming definitions: Definitions, in root: Node) -> String {
    var writer = self
    var lines: [String] = []
    for node in definitions.order {
      guard let name = definitions.names[node] else { continue }
      lines.append(dialect.name(name) + dialect.signs.equals + writer.body(of: node))
      writer.names[node] = name
    }
    lines.append(writer.names[root].map(dialect.name) ?? writer.body(of: root))
    let body = lines.joined(separator: dialect.signs.semicolon)
    return dialect.document.open + body + dialect.document.close
  }
}
