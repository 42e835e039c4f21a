/// All wording of errors stands here.
enum Diagnostic {
  static func text(of clash: ShapeClash) -> String {
    "\(clash.operation) cannot take operands of shapes \(clash.shapes.map(\.description).joined(separator: " and "))"
  }
}
