/// The expression as JSON: a list of nodes, operands before users, the expression itself last.
struct JSONText {
  let store: Store

  func text(of root: Node) -> String {
    let nodes = store.readingOrder(from: [root])
    var places: [Node: Int] = [:]
    for (place, node) in nodes.enumerated() { places[node] = place }
    let objects = nodes.map { node in
      let operands = store.operands(node).map { JSON.integer(places[$0] ?? 0) }
      return JSON.fields(fields(of: node) + [("operands", operands.isEmpty ? nil : .array(operands))])
    }
    return JSON.fields([("nodes", .array(objects))]).description
  }

  private func fields(of node: Node) -> [(String, JSON?)] {
    let shape = store.shape(node)
    return [("operation", .string("\(store.operation(node))")), ("shape", sizes(shape.rows, shape.columns))]
      + details(store[node])
  }

  /// What the node carries besides its operands.
  private func details(_ record: Record) -> [(String, JSON?)] {
    switch record.operation {
    case .number: return [("value", .string(store.numbers[record.payload].description))]
    case .variable:
      let variable = store.variables[record.payload]
      let words = variable.attributes.words
      return [("name", .string(variable.name)), ("attributes", words.isEmpty ? nil : .strings(words))]
    case .differential: return [("name", .string(store.variables[record.payload].name))]
    case .dimension: return [("value", size(store.dimensions[record.payload]))]
    case .custom: return [("function", .string(store.functions[record.payload].name))]
    case .total, .mean, .maximum, .argmax, .logSumExp, .softmax, .logSoftmax:
      return [("axis", record.payload == Axis.all.rawValue ? nil : .integer(Int(record.payload)))]
    case .unit, .commutation, .block, .place:
      let region = store.regions[record.payload]
      return [
        ("offset", sizes(region.rowOffset, region.columnOffset)), ("region", sizes(region.rows, region.columns)),
      ]
    default: return []
    }
  }

  private func sizes(_ first: Dimension, _ second: Dimension) -> JSON { .array([size(first), size(second)]) }

  /// A number where it is one, the polynomial's text otherwise.
  private func size(_ dimension: Dimension) -> JSON {
    dimension.literal.map { .integer($0) } ?? .string(dimension.description)
  }
}
