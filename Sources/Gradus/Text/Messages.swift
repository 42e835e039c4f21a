/// The wording of the library, for the package's own tool.
package enum Messages {
  /// An error as a person reads it, with the place in the source where there is one.
  package static func rendering(of error: any Error) -> String {
    switch error {
    case let problem as Problem: Diagnostic.text(of: problem)
    case let error as ShapesError:
      Diagnostic.text(of: error.problem)
        + (error.unknown.map { "\nhelp: if \($0) is a size, give it: --let \($0)=3" } ?? "")
    case let error as DerivationError: "error: " + Diagnostic.text(of: error)
    case let error as EvaluationError:
      "error: " + Diagnostic.text(of: error) + (Diagnostic.help(for: error).map { "\nhelp: " + $0 } ?? "")
    case let error as ValueError: "error: " + Diagnostic.text(of: error)
    case let error as TableError: error.description
    case let error as LayerFileError: error.description
    case let error as FileError: "error: \(error)"
    default: "error: \(error)"
    }
  }

  package static func nearest(to word: String, among words: [String]) -> String? {
    Suggestion.nearest(to: word, among: words)
  }
}
