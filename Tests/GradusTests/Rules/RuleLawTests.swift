import Testing

@testable import Gradus

/// Every rule's printed equation, in numbers and against what its rewriting does.
struct RuleLawTests {
  /// The equation that `gradus rules` prints holds at sampled points of several sizes.
  @Test func equationsHoldInNumbers() throws {
    var failures: [String] = []
    for rule in RuleListing.all where rule.purpose != RuleListing.identification {
      let trial: RuleTrial
      do throws(Problem) {
        trial = try RuleTrial(rule.statement, declarations: rule.declarations)
      } catch {
        failures.append("\(rule.name): \(rule.statement) is not read: \(error)")
        continue
      }
      let outcome = trial.outcome(points: 4, seed: 7)
      if outcome != .holds { failures.append("\(rule.name): \(rule.statement): \(outcome)") }
    }
    #expect(RuleListing.all.count > 150)
    #expect(failures.isEmpty, "\(failures.joined(separator: "\n"))")
  }

  /// Where a rewriting wants more than its equation does: numbers for names, one side a multiple of another, …
  static let instances: [String: String] = [
    "exp_add": "y = 2*x", "pow_pow": "a = 3; b = 2", "exp_pow": "a = 3", "smul_add": "c = 3",
    "sum_add": "X = x*ones(n)'; Y = Q*diag(y)",
  ]

  /// Used on the left side of its own equation, a rule gives the right side's normal form.
  @Test func rewritingsDoWhatTheySay() throws {
    var failures: [String] = []
    for rule in Rule.all {
      let trial = try RuleTrial(instanceOf: rule)
      let simplifier = Simplifier(trial.store)
      let left = trial.store.rebuild(trial.left) { simplifier.normalize($0) }
      let right = simplifier.simplify(trial.right)
      guard let after = rule.rewrite(simplifier, left, trial.store[left]) else {
        // Some equations are reached by others before the head of their left side is normal.
        if simplifier.simplify(left) != right { failures.append("\(rule.name): not used on \(trial.store.text(left))") }
        continue
      }
      if simplifier.simplify(after) != right {
        failures.append("\(rule.name): \(trial.store.text(left)) becomes \(trial.store.text(after))")
      }
      if rule.purpose == .simplifying, trial.store[after].size > trial.store[left].size {
        failures.append("\(rule.name): does not make \(trial.store.text(left)) smaller")
      }
    }
    #expect(failures.isEmpty, "\(failures.joined(separator: "\n"))")
  }

  @Test func namesAreUnique() {
    var names: Set<String> = []
    let repeated = RuleListing.all.map(\.name).filter { !names.insert($0).inserted }
    #expect(repeated.isEmpty)
  }

  /// A wrong equation is told from a right one, for both kinds of statement.
  @Test(arguments: [
    ("tr(A*B) = tr(B'*A)", ["A: matrix(n,n)", "B: matrix(n,n)"]),
    ("A' = A", ["A: matrix(n,n)"]),
    ("d(A*B) = A*dB-dA*B", ["A: matrix(m,n)", "B: matrix(n,k)"]),
    ("d(tanh(A)) = dA.*(ones(m,n)+tanh(A).^2)", ["A: matrix(m,n)"]),
    ("inner(G,dA') = inner(G,dA)", ["A: matrix(n,n)", "G: matrix(n,n)"]),
  ])
  func wrongEquationsFail(statement: String, declarations: [String]) throws {
    let outcome = try RuleTrial(statement, declarations: declarations).outcome()
    #expect(outcome == .fails)
  }
}

extension RuleTrial {
  /// A rule's equation in the form in which its rewriting is used, every dimension under one name if so wished.
  init(instanceOf rule: Rule, replacing names: Set<String> = []) throws(Problem) {
    func text(_ text: String) -> String { RuleTrial.replacing(names, in: text) }
    var declarations = rule.declarations.split(separator: ";").map { text(String($0)) }
    let instance = RuleLawTests.instances[rule.name]
    if let instance {
      let defined = instance.split(separator: ";").map { $0.filter { $0 != " " }.prefix(1) }
      declarations.removeAll { declaration in
        defined.contains { declaration.filter { $0 != " " }.hasPrefix($0 + ":") }
      }
    }
    try self.init(text(rule.statement), declarations: declarations, definitions: instance.map(text))
  }

  /// The text with each of these words read as n.
  private static func replacing(_ names: Set<String>, in text: String) -> String {
    var result = ""
    var word = ""
    for character in text + " " {
      if character.isLetter || character.isNumber || character == "_" {
        word.append(character)
      } else {
        result += (names.contains(word) ? "n" : word) + String(character)
        word = ""
      }
    }
    return String(result.dropLast())
  }
}
