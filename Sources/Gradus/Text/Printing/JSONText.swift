/// The expression as JSON: a list of nodes, operands before users, the expression itself last.
struct JSONText {
  let store: Store

  func text(of root: Node) -> String {
    let nodes = store.readingOrder(from: [root])
    var places: [Node: Int] = [:]
    var lines: [String] = []
    for node in nodes {
      places[node] = lines.count
      let operands = store.operands(node).map { "\(places[$0] ?? 0)" }
      lines.append(object(members(of: node) + (operands.isEmpty ? [] : [("operands", list(operands))])))
    }
    return object([("nodes", "[" + lines.joined(separator: ",") + "]")])
  }

  private func members(of node: Node) -> [(String, String)] {
    let record = store[node]
    let shape = store.shape(node)
    let head = [
      ("operation", JSONText.quoted("\(record.operation)")), ("shape", list([shape.rows, shape.columns].map(size))),
    ]
    return head + details(record)
  }

  /// What the node carries besides its operands.
  private func details(_ record: Record) -> [(String, String)] {
    switch record.operation {
    case .number: return [("value", JSONText.quoted(store.numbers[record.payload].description))]
    case .variable:
      let variable = store.variables[record.payload]
      let words = variable.attributes.words.map(JSONText.quoted)
      return [("name", JSONText.quoted(variable.name))] + (words.isEmpty ? [] : [("attributes", list(words))])
    case .differential: return [("name", JSONText.quoted(store.variables[record.payload].name))]
    case .dimension: return [("value", size(store.dimensions[record.payload]))]
    case .custom: return [("function", JSONText.quoted(store.functions[record.payload].name))]
    case .total, .mean, .maximum, .argmax, .logSumExp, .softmax, .logSoftmax:
      return record.payload == Axis.all.rawValue ? [] : [("axis", "\(record.payload)")]
    case .unit, .commutation, .block, .place:
      let region = store.regions[record.payload]
      return [
        ("offset", list([region.rowOffset, region.columnOffset].map(size))),
        ("region", list([region.rows, region.columns].map(size))),
      ]
    default: return []
    }
  }

  private func object(_ members: [(String, String)]) -> String {
    "{" + members.map { JSONText.quoted($0.0) + ":" + $0.1 }.joined(separator: ",") + "}"
  }

  private func list(_ items: [String]) -> String { "[" + items.joined(separator: ",") + "]" }

  /// A number where it is one, the polynomial's text otherwise.
  private func size(_ dimension: Dimension) -> String {
    dimension.literal.map(String.init) ?? JSONText.quoted(dimension.description)
  }

  /// A JSON string.
  static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case _ where scalar.value < 0x20:
        let digits = String(scalar.value, radix: 16)
        quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
