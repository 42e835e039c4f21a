/// The statements that `Proofs/` has to prove: one for every rule that Coq has words for.
package enum Theorems {
  /// A rule's statement, or why there is none.
  enum Outcome: Sendable {
    case stated(TheoremStatement)
    case refused(String)
  }

  static let outcomes: [(name: String, outcome: Outcome)] = {
    let rules = Rule.all.map { ($0.name, outcome(of: $0.name, $0.equation)) }
    let expanding = ExpandingRules.all.filter { Rule.byName[$0.name] == nil }
      .map { ($0.name, outcome(of: $0.name, $0.equation)) }
    let operations = Operation.allCases.flatMap { OperationStatement.all(of: $0) }.map { ($0.name, outcome(of: $0)) }
    let identifications = Identification.allCases.map { ($0.rawValue, Outcome.stated($0.theorem)) }
    return rules + expanding + operations + identifications
  }()

  static let all: [TheoremStatement] = outcomes.compactMap { _, outcome in
    if case .stated(let statement) = outcome { return statement }
    return nil
  }

  private static func outcome(of name: String, _ equation: RuleEquation?) -> Outcome {
    guard let equation else { return .refused("the text syntax has no word for it") }
    do throws(CoqRefusal) {
      return .stated(try TheoremStatement(name, equation))
    } catch {
      return .refused(error.reason)
    }
  }

  private static func outcome(of statement: OperationStatement) -> Outcome {
    do throws(CoqRefusal) {
      switch statement.content {
      case .differential(let store, let value, let differential, let variables):
        return .stated(try TheoremStatement(statement.name, of: value, is: differential, in: store, variables))
      case .adjoint(let store, let cotangent, let change, let handed, let operand):
        return .stated(try TheoremStatement(adjoint: statement.name, cotangent, change, handed, operand, in: store))
      case .equation(let store, let left, let right):
        return .stated(try TheoremStatement(statement.name, left, right, in: store))
      }
    } catch {
      return .refused(error.reason)
    }
  }

  /// The text of `Proofs/Statements.v`.
  package static var file: String {
    let header = """
      (* What the rules of Gradus say, printed by `gradus proofs --statements` from the rules themselves; not written by
         hand. Each theorem of Proofs/ has one of these as its type. *)
      \(CoqPreamble.text(importing: "Vocabulary"))
      """
    return ([header] + all.map(\.definition)).joined(separator: "\n\n") + "\n"
  }

  /// The rules without a statement, and why.
  package static var refusals: [(name: String, reason: String)] {
    outcomes.compactMap { name, outcome in
      if case .refused(let reason) = outcome { return (name, reason) }
      return nil
    }
  }
}
