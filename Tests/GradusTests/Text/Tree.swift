@testable import Gradus

/// Expressions in prefix form, so that tests of reading do not rest on the printers.
enum Tree {
  static func text(_ root: Node, in store: Store) -> String {
    var texts: [Node: String] = [:]
    for node in store.reachable(from: [root]) {
      let record = store[node]
      let operands = record.operands.map { texts[$0] ?? "?" }
      let head = head(record, store)
      texts[node] = operands.isEmpty ? head : "(\(([head] + operands).joined(separator: " ")))"
    }
    return texts[root] ?? "?"
  }

  private static func head(_ record: Record, _ store: Store) -> String {
    let shape = store.shape(record.extent)
    switch record.operation {
    case .number: return store.numbers[record.payload].description
    case .variable: return store.variables[record.payload].name
    case .differential: return "d" + store.variables[record.payload].name
    case .dimension: return "#" + store.dimensions[record.payload].description
    case .ones, .zeros, .identity, .vecDiagonal, .unvec, .kroneckerLeft, .kroneckerRight:
      return "\(record.operation)[\(shape.rows),\(shape.columns)]"
    case .unit, .commutation, .block, .place:
      let region = store.regions[record.payload]
      return "\(record.operation)[\(region.rowOffset),\(region.columnOffset);\(region.rows),\(region.columns)]"
    case .total, .mean, .maximum, .argmax, .logSumExp, .softmax, .logSoftmax:
      return "\(record.operation).\(Axis(rawValue: record.payload) ?? .all)"
    default: return "\(record.operation)"
    }
  }
}

extension Reader {
  /// The tree of the last text.
  func tree() throws(Problem) -> String {
    let store = Store()
    let reading = try read(into: store)
    return reading.expressions.last.map { Tree.text($0, in: store) } ?? ""
  }

  /// All variables as declarations.
  func inferred() throws(Problem) -> String {
    try allVariables().map(\.description).joined(separator: "; ")
  }
}

extension Reader {
  /// The tree of the last text, or the name of what is wrong with it.
  func treeOrProblem() -> String {
    do throws(Problem) { return try tree() } catch { return error.name }
  }
}
