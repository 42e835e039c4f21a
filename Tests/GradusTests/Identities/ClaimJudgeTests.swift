import Testing

@testable import Gradus

@Suite struct ClaimJudgeTests {
  struct Case: CustomStringConvertible, Sendable {
    let function: String
    let variable: String
    let claim: String
    let verdict: Verdict
    var reason = ""
    var layout: Layout?
    var assumptions: [String] = []
    var hypotheses: [String] = []
    var description: String { "\(function) by \(variable): \(claim)" }
  }

  static let cases = [
    Case(function: "x'*A*x", variable: "x", claim: "(A+A')*x", verdict: .proved),
    Case(function: "x'*A*x", variable: "x", claim: "x'*(A+A')", verdict: .proved, layout: .numerator),
    Case(function: "x'*A*x", variable: "x", claim: "x'*(A+A')", verdict: .illFormed, reason: "other layout"),
    Case(function: "x'*A*x", variable: "x", claim: "-(A+A')*x", verdict: .refuted, reason: "other sign"),
    Case(function: "x'*A*x", variable: "x", claim: "2*(A+A')*x", verdict: .refuted, reason: "0.5 times the claim"),
    Case(function: "tr(A*X)", variable: "X", claim: "X+A'", verdict: .refuted),
    Case(function: "x'*A*x", variable: "x", claim: "2*A*x", verdict: .conditional, hypotheses: ["A' = A"]),
    Case(
      function: "x'*A*x", variable: "x", claim: "2*A*x", verdict: .conditional, assumptions: ["A' = A", "1'*x = 1"],
      hypotheses: ["A' = A"]),
    Case(function: "x'*A*x", variable: "x", claim: "(A+A')*x", verdict: .proved, assumptions: ["A' = A"]),
    Case(
      function: "-y'*log(softmax(z))", variable: "z", claim: "softmax(z)-y", verdict: .conditional,
      hypotheses: ["1'*y = 1"]),
    Case(function: "norm2(x-y)^2/n", variable: "x", claim: "(x-y)/n", verdict: .refuted, reason: "2 times the claim"),
    Case(function: "X*Y", variable: "X", claim: "dX*Y + X*dY", verdict: .proved),
    Case(function: "X*Y", variable: "X", claim: "d(X*Y)", verdict: .proved),
    Case(function: "X'*X", variable: "X", claim: "2*X'*dX", verdict: .refuted),
    Case(function: "abs(x)", variable: "x", claim: "diag(sign(x))", verdict: .proved),
    Case(function: "max(0,s)", variable: "s", claim: "1 where s >= 0, 0 where s < 0", verdict: .proved),
    Case(function: "max(0,s)", variable: "s", claim: "1", verdict: .refuted),
    Case(
      function: "max(0,s)^2", variable: "s", claim: "2*s", verdict: .conditional, hypotheses: ["step(s) = 1"]),
    Case(function: "softmax(z)", variable: "z", claim: "softmax(z)*I - softmax(z)'*softmax(z)", verdict: .illFormed),
  ]

  @Test(arguments: cases) func verdict(_ item: Case) throws {
    var claim = Claim(function: Passage(item.function), sides: Claim.sides(of: Passage(item.claim)))
    claim.variable = item.variable
    claim.layout = item.layout
    claim.declared = try Declarations.read(Source(.declaration, 0, "s: scalar; y: vector(n)"))
    claim.assumptions = item.assumptions.map { Passage($0) }
    let judgement = try ClaimJudge.judge(claim)
    #expect(judgement.verdict == item.verdict, "\(judgement.reason)")
    if !item.reason.isEmpty { #expect(judgement.reason.contains(item.reason), "\(judgement.reason)") }
    if !item.hypotheses.isEmpty { #expect(judgement.hypotheses == item.hypotheses) }
    let unneeded = item.assumptions.filter { !item.hypotheses.contains($0) }
    #expect(judgement.notes.filter { $0.hasSuffix("is not needed") }.count == unneeded.count)
  }

  @Test func theReasonSaysByWhatSidesAreEqual() throws {
    let cases = [
      ("(A+A')*x", [], "as it stands"), ("A*x+A'*x+x-x", [], "by index form;"),
      ("2*A*x", ["A' = A"], "by index form, A' = A;"),
      ("A*x+x'*x*A'*x/(x'*x)", [], "by index form;"),
      ("2*A*x", ["A*x = A'*x"], "by index form, A*x = A'*x;"),
    ]
    for (text, assumptions, words) in cases {
      var claim = Claim(function: Passage("x'*A*x"), sides: Claim.sides(of: Passage(text)))
      claim.variable = "x"
      claim.assumptions = assumptions.map { Passage($0) }
      let reason = try ClaimJudge.judge(claim).reason
      #expect(reason.contains("equal \(words)"), "\(text): \(reason)")
    }
  }

  @Test func counterexamplesArePastedBack() throws {
    var claim = Claim(function: Passage("x'*A*x"), sides: Claim.sides(of: Passage("3*A*x")))
    claim.variable = "x"
    let example = try #require(try ClaimJudge.judge(claim).counterexample)
    let values = Dictionary(uniqueKeysWithValues: example.values.map { ($0.name, $0.value) })
    let sides = try Reader("(A+A')*x", "3*A*x").expressions()
    #expect(try sides[0].evaluate(values) == example.expected)
    #expect(try sides[1].evaluate(values) == example.claimed)
    #expect(example.expected != example.claimed)
  }
}
