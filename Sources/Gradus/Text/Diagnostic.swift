/// All wording of errors stands here.
enum Diagnostic {
  static func text(of clash: ShapeClash) -> String {
    "\(clash.operation) cannot take operands of shapes \(clash.shapes.map(\.description).joined(separator: " and "))"
  }

  static func text(of notice: Notice) -> String {
    switch notice {
    case .axis(let function, let text, let axis):
      "\(text) is read along axis \(axis.rawValue), as in NumPy; for the entrywise \(function) with a number write it first: "
        + "\(function)(\(axis.rawValue),…)"
    case .unknownAttribute(let word, let name): "\(name): the attribute \(word) is unknown and was ignored"
    }
  }
}
