import Testing

/// What is printed of a wrong claim shows it again when pasted.
struct ClaimTests {
  @Test(
    arguments: [
      (["norm2(A*X-B)^2", "--wrt", "X"], "A'*(A*X-B)"), (["x'*A*x", "--wrt", "x"], "2*A*x"),
      (["x'*A*x", "--wrt", "x", "--layout", "numerator"], "2*x'*A"),
      (["sum(log(ones(m)+exp(-y.*(X*w))))", "--wrt", "w"], "X'*y"), (["A*X*b", "--wrt", "X"], "2*kron(b',A)"),
    ] as [([String], String)])
  func commandsShowTheDisagreement(_ arguments: [String], _ claim: String) throws {
    let declarations = ["--var", "b: vector(p)"]
    let outcome = try ToolRunner.run(["derive"] + arguments + declarations + ["--claim", claim])
    #expect(outcome.code == 1, "\(outcome)")
    let lines = outcome.output.split(separator: "\n").map { $0.drop { $0 == " " } }
    func number(after label: String) throws -> Substring {
      let line = try #require(lines.first { $0.hasPrefix(label) }, "\(outcome.output)")
      return line.dropFirst(label.count).drop { $0 == " " }.prefix { $0 != "," && $0 != " " }
    }
    let commands = lines.filter { $0.hasPrefix("gradus eval") }
    #expect(commands.count == 2)
    let shown = try commands.map { try ToolRunner.run(Array(ToolRunner.words(String($0)).dropFirst())) }
    #expect(shown.allSatisfy { $0.code == 0 && $0.errors.isEmpty }, "\(shown)")
    let (difference, claimed) = (try number(after: "central difference"), try number(after: "claimed"))
    #expect(difference != claimed)
    #expect(shown[0].output.contains(difference.prefix(6)), "\(difference) in \(shown[0].output)")
    #expect(shown[1].output.contains(claimed.prefix(6)), "\(claimed) in \(shown[1].output)")
  }
}
