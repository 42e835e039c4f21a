/// How many rules are stated, tested and proved, and which are not.
package struct RuleSummary {
  private let rules: [(name: String, status: [String])]

  package init() { rules = RuleListing.all.map { ($0.name, $0.status) } }

  package var text: String {
    let lines = ["tested", "proved"].map { word in
      let missing = rules.filter { !$0.status.contains(word) }.map(\.name)
      let rest = missing.isEmpty ? "" : "; not \(word): \(missing.joined(separator: ", "))"
      return "\(rules.count - missing.count) \(word)\(rest)"
    }
    return (["\(rules.count) rules"] + lines).joined(separator: "\n")
  }
}
