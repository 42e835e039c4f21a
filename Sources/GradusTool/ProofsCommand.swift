import Gradus

enum ProofsCommand {
  static let command = Command(
    name: "proofs", summary: "print the Coq statements of the rules, or write certificates of derived gradients",
    usage: """
      usage: gradus proofs --statements

      Prints Proofs/Statements.v: what each rule says, as a Coq proposition generated from the rule's own two sides.
        --missing            the rules that have no such statement instead, and why
      """,
    run: { arguments in
      let options = try Options(arguments, valued: [], flags: ["statements", "missing"])
      if options.has("missing") {
        for (name, reason) in Theorems.refusals { Streams.output("\(name): \(reason)") }
      } else {
        Streams.output(String(Theorems.file.dropLast()))
      }
      return .done
    })
}
