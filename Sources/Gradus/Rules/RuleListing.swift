/// A rule as `gradus rules` shows it.
package struct RuleListing: Sendable {
  package let name: String
  package let statement: String
  package let conditions: [String]
  package let purpose: String
  package let cites: [String]

  /// Rewriting rules, expanding rules, and the differential and adjoint of every operation.
  package static var all: [RuleListing] {
    let rules = Rule.all.map {
      RuleListing(
        name: $0.name, statement: $0.statement, conditions: $0.conditions, purpose: $0.purpose.rawValue,
        cites: $0.cites.map(\.description))
    }
    let expanding = ExpandingRules.all.filter { Rule.byName[$0.name] == nil }.map {
      RuleListing(
        name: $0.name, statement: $0.statement, conditions: [], purpose: Rule.Purpose.expanding.rawValue,
        cites: $0.cites.map(\.description))
    }
    let operations = Operation.allCases.flatMap { OperationStatement.all(of: $0) }.map {
      RuleListing(
        name: $0.name, statement: $0.statement, conditions: $0.conditions, purpose: $0.purpose,
        cites: $0.cites.map(\.description))
    }
    return rules + expanding + operations
  }

  package var text: String {
    let grounds = cites.isEmpty ? "" : "  [\(cites.joined(separator: "; "))]"
    let provided = conditions.isEmpty ? "" : "  where \(conditions.joined(separator: ", "))"
    return "\(name)  (\(purpose))\n    \(statement)\(provided)\(grounds)"
  }

  package var json: JSON {
    .fields([
      ("name", .string(name)), ("statement", .string(statement)), ("conditions", .strings(conditions)),
      ("purpose", .string(purpose)), ("cites", .strings(cites)), ("status", .strings(["stated"])),
    ])
  }
}
