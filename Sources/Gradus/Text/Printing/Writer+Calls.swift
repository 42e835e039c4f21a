extension Writer {
  /// A name before its operands, then the axis or the sizes that the operation carries.
  func call(_ node: Node) -> Phrase {
    let record = store[node]
    var arguments = record.operands.map { [Piece.node($0, atLeast: .definition)] }
    if record.operation == .larger || record.operation == .smaller { protectLiteral(in: &arguments, record) }
    arguments += details(node).map { [.text($0)] }
    let pieces = arguments.joined(separator: [.text(dialect.signs.comma)])
    return Phrase(
      .primary, [.text(head(record) + dialect.call.open)] + pieces + [.text(dialect.call.close)])
  }

  private func head(_ record: Record) -> String {
    if case .function(let name, let latex) = record.operation.definition.notation {
      return dialect.function(name, latex)
    }
    let name = record.operation == .custom ? store.functions[record.payload].name : "\(record.operation)"
    return dialect.function(name, "")
  }

  /// After a matrix a bare 0 or 1 is an axis; in parentheses it is a number.
  private func protectLiteral(in arguments: inout [[Piece]], _ record: Record) {
    let (first, second) = (record.operands[0], record.operands[1])
    guard dialect.isReadable, !store.isScalar(first), second == store.zero || second == store.one else { return }
    arguments[1] = [.text(dialect.group.open)] + arguments[1] + [.text(dialect.group.close)]
  }

  /// The axis, sizes or indices that an operation carries besides its operands.
  func details(_ node: Node) -> [String] {
    let record = store[node]
    let shape = store.shape(node)
    switch record.operation {
    case .total, .mean, .maximum, .argmax, .logSumExp: return axis(record)
    case .softmax, .logSoftmax:
      return record.payload == Axis.rows.rawValue && shape.columns == .one ? [] : axis(record)
    case .unvec, .kroneckerLeft, .kroneckerRight: return [shape.rows, shape.columns].map(dialect.text)
    case .place:
      let region = store.regions[record.payload]
      return [region.rows, region.columns, region.rowOffset + 1, region.columnOffset + 1].map(dialect.text)
    case .block: return indices(node)
    default: return []
    }
  }

  private func axis(_ record: Record) -> [String] {
    record.payload == Axis.all.rawValue ? [] : [dialect.number("\(record.payload)")]
  }

  /// Norms and absolute values between bars.
  func fenced(_ node: Node) -> Phrase? {
    let record = store[node]
    let shape = store.shape(record.operands[0])
    if record.operation == .abs, !shape.isScalar { return nil }
    let isFrobenius = record.operation == .norm2 && shape.columns != .one
    guard let fence = isFrobenius ? dialect.frobenius : dialect.fences[record.operation] else { return nil }
    return Phrase(
      .primary, [.text(fence.open), .node(record.operands[0], atLeast: .definition), .text(fence.close)])
  }
}
