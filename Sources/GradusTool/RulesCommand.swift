import Gradus

enum RulesCommand {
  static let command = Command(
    name: "rules", summary: "list every rule and every operation's differential",
    usage: """
      usage: gradus rules [--json | --summary]

      Prints each rule's name, statement, conditions, purpose, citations and status; with --summary how many are
      tested and proved, and which are not.
      """,
    run: { arguments in
      let options = try Options(arguments, valued: [], flags: ["json", "summary"])
      if options.has("summary") {
        Streams.output(RuleSummary().text)
        return .done
      }
      for entry in RuleListing.all { Streams.output(options.has("json") ? entry.json.description : entry.text) }
      return .done
    })
}
