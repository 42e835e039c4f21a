import Gradus

enum RulesCommand {
  static let command = Command(
    name: "rules", summary: "list every rule and every operation's differential",
    usage: """
      usage: gradus rules [--json]

      Prints each rule's name, statement, conditions, purpose, citations and status.
      """,
    run: { arguments in
      let options = try Options(arguments, valued: [], flags: ["json"])
      for entry in RuleListing.all { Streams.output(options.has("json") ? entry.json.description : entry.text) }
      return .done
    })
}
