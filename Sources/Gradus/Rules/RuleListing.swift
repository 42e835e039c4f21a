/// A rule as `gradus rules` shows it.
package struct RuleListing: Sendable {
  package let name: String
  package let statement: String
  /// What the statement's names are, where their first letters do not say it.
  package let declarations: [String]
  package let conditions: [String]
  package let purpose: String
  package let cites: [String]

  /// The purpose of the rules that are no equations between expressions.
  package static let identification = "identification"

  /// Rewriting rules, expanding rules, and the differential and adjoint of every operation.
  package static var all: [RuleListing] {
    let rules = Rule.all.map {
      RuleListing(
        name: $0.name, statement: $0.statement, declarations: $0.declarations.declarationList,
        conditions: $0.conditions, purpose: $0.purpose.rawValue,
        cites: $0.cites.map(\.description))
    }
    let expanding = ExpandingRules.all.filter { Rule.byName[$0.name] == nil }.map {
      RuleListing(
        name: $0.name, statement: $0.statement, declarations: $0.declarations.declarationList, conditions: [],
        purpose: Rule.Purpose.expanding.rawValue,
        cites: $0.cites.map(\.description))
    }
    let operations = Operation.allCases.flatMap { OperationStatement.all(of: $0) }.map {
      RuleListing(
        name: $0.name, statement: $0.statement, declarations: $0.declarations, conditions: $0.conditions,
        purpose: $0.purpose,
        cites: $0.cites.map(\.description))
    }
    let identifications = Identification.allCases.map {
      RuleListing(
        name: $0.rawValue, statement: $0.statement, declarations: [], conditions: [],
        purpose: RuleListing.identification, cites: $0.cites.map(\.description))
    }
    return rules + expanding + operations + identifications
  }

  /// How far the rule is known to hold, by what can be computed here and now.
  package var status: [String] {
    ["stated"] + (isTested ? ["tested"] : []) + (ProofManifest.isProved(name) ? ["proved"] : [])
  }

  /// Whether the equation holds in numbers at sampled points within its conditions.
  private var isTested: Bool {
    guard let trial = try? RuleTrial(statement, declarations: declarations) else { return false }
    return trial.outcome() == .holds
  }

  package var text: String {
    let grounds = cites.isEmpty ? "" : "  [\(cites.joined(separator: "; "))]"
    let provided = conditions.isEmpty ? "" : "  where \(conditions.joined(separator: ", "))"
    return "\(name)  (\(purpose); \(status.joined(separator: ", ")))\n    \(statement)\(provided)\(grounds)"
  }

  package var json: JSON {
    .fields([
      ("name", .string(name)), ("statement", .string(statement)), ("conditions", .strings(conditions)),
      ("purpose", .string(purpose)), ("cites", .strings(cites)), ("status", .strings(status)),
    ])
  }
}

extension String {
  /// Declarations that are separated by semicolons.
  fileprivate var declarationList: [String] { split(separator: ";").map { String($0) } }
}
