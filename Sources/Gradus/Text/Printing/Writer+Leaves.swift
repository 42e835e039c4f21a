extension Writer {
  func leaf(_ node: Node) -> Phrase {
    let record = store[node]
    switch record.operation {
    case .pi: return Phrase(dialect.pi)
    case .variable: return Phrase(name(store.variables[record.payload].name))
    case .differential:
      let name = name(store.variables[record.payload].name)
      let text = dialect.differential.open + name + dialect.differential.close
      return Phrase(dialect.isReadable ? .primary : .postfix, [.text(text)])
    case .dimension: return Phrase(dialect.text(of: store.dimensions[record.payload]))
    case .zeros, .ones: return filled(record.operation, store.shape(node))
    case .identity:
      return Phrase(dialect.constants?.identity ?? call("eye", [store.shape(node).rows]))
    case .unit:
      let region = store.regions[record.payload]
      return subscripted("e", [region.rowOffset + 1]) ?? Phrase(identitySlice(region, isRow: false))
    case .commutation:
      let region = store.regions[record.payload]
      let sizes = [region.rows, region.columns]
      return subscripted("K", sizes) ?? Phrase(call("commutation", sizes))
    default:
      let size = store.shape(node).columns
      return subscripted("D", [size]) ?? Phrase(call("vecdiag", [size]))
    }
  }

  /// Ones or zeros: a column says its length, a row is a transposed column.
  private func filled(_ operation: Operation, _ shape: Shape) -> Phrase {
    let isOnes = operation == .ones
    guard let constants = dialect.constants else {
      let name = isOnes ? "ones" : "zeros"
      if shape.columns == .one { return Phrase(call(name, [shape.rows])) }
      if shape.rows == .one { return Phrase(.postfix, [.text(call(name, [shape.columns]) + dialect.marks.transpose)]) }
      return Phrase(call(name, [shape.rows, shape.columns]))
    }
    if !isOnes || shape.columns == .one { return Phrase(isOnes ? constants.ones : constants.zeros) }
    let frame = dialect.marks.frame
    let row = frame.before + constants.ones + frame.between + dialect.marks.transpose + frame.after
    return Phrase(.postfix, [.text(shape.rows == .one ? row : constants.ones + row)])
  }

  /// A constant matrix with its sizes below it, where print has that.
  private func subscripted(_ letter: String, _ sizes: [Dimension]) -> Phrase? {
    guard let frame = dialect.constants?.subscripted else { return nil }
    if sizes.count == 1, let literal = sizes[0].literal { return Phrase(dialect.name("\(letter)_\(literal)")) }
    let below = sizes.map(dialect.text).joined(separator: dialect.signs.comma)
    return Phrase(frame.before + dialect.name(letter) + frame.between + below + frame.after)
  }

  /// A column or row of the identity, where there is no letter for unit vectors.
  private func identitySlice(_ region: Region, isRow: Bool) -> String {
    let index = dialect.text(of: region.rowOffset + 1)
    let indices = isRow ? [index, dialect.signs.colon] : [dialect.signs.colon, index]
    let frame = dialect.slice
    let identity = call("eye", [region.rows])
    return frame.before + identity + frame.between + indices.joined(separator: dialect.signs.comma) + frame.after
  }

  /// The transpose of a unit vector as a row of the identity, where the notation writes it so.
  func unitRow(_ operand: Node) -> Phrase? {
    guard dialect.isReadable, store.operation(operand) == .unit, names[operand] == nil else { return nil }
    return Phrase(identitySlice(store.regions[store[operand].payload], isRow: true))
  }

  private func call(_ name: String, _ sizes: [Dimension]) -> String {
    let arguments = sizes.map(dialect.text).joined(separator: dialect.signs.comma)
    return dialect.function(name, "") + dialect.call.open + arguments + dialect.call.close
  }
}
