import Gradus

enum ProofsCommand {
  static let command = Command(
    name: "proofs", summary: "print the Coq statements of the rules, or write certificates of derived gradients",
    usage: """
      usage: gradus proofs --statements | --certificates DIR [--all] | --missing

        --statements         print Proofs/Statements.v: what each rule says, as a Coq proposition generated from the
                             rule's own two sides
        --certificates DIR   write a file for each built-in table: theorems that the derived derivatives are right,
                             those that Coq accepted; with --all also those that it did not yet
        --missing            list the rules without a statement and the identities without a certificate, and why

      example: gradus proofs --certificates Proofs/Certificates && Proofs/check
      """,
    run: { arguments in
      let options = try Options(arguments, valued: ["certificates"], flags: ["statements", "missing", "all"])
      if let extra = options.operands.first { throw UsageError(message: "unexpected \(extra)") }
      if options.has("statements") {
        Streams.output(String(Theorems.file.dropLast()))
      } else if let folder = try options.one("certificates") {
        try TextFile.makeFolder(folder)
        for (name, text) in try Certificates.files(all: options.has("all")) {
          try TextFile.write(text, to: "\(folder)/\(name)")
          Streams.output("\(folder)/\(name)")
        }
      } else if options.has("missing") {
        for (name, reason) in Theorems.refusals { Streams.output("\(name): \(reason)") }
        for outcome in try Certificates.outcomes() {
          if let reason = outcome.reason { Streams.output("\(outcome.id): \(reason)") }
        }
      } else {
        throw UsageError(message: "which? --statements, --certificates DIR or --missing")
      }
      return .done
    })
}
