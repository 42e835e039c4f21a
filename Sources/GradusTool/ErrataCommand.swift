import Gradus

enum ErrataCommand {
  static let command = Command(
    name: "errata", summary: "what the founding documents state wrongly or only under a condition",
    usage: """
      usage: gradus errata

      Judges every statement of the built-in tables, and prints each that is not right as it stands: as it is printed, the
      right formula, and the numbers at which the two differ.
      """,
    run: { arguments in
      if let extra = arguments.first { throw UsageError(message: "unexpected \(extra)") }
      Streams.output(try Errata.found().text)
      return .done
    })
}
