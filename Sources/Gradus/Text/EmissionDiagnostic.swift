extension Diagnostic {
  static func text(of error: EmissionError) -> String {
    switch error {
    case .unknownSize(let dimension): "no parameter's shape tells the dimension \(dimension)"
    case .noSpelling(let function): "the function \(function) has no spelling in the language asked for"
    case .differential(let variable):
      "the differential of \(variable) has no value; code can be written for derivatives"
    }
  }
}
