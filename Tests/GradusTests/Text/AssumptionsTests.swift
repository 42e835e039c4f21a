import Testing

@testable import Gradus

@Suite struct AssumptionsTests {
  private static let table: [(assumption: String, left: String, right: String)] = [
    ("1'*Y = 1", "(product ones[1,m] Y)", "ones[1,n]"), ("Y*𝟏 = 1", "(product Y ones[n,1])", "ones[m,1]"),
    ("sum(Y,1) = 1", "(total.columns Y)", "ones[m,1]"), ("sum(Y,0) = 1", "(total.rows Y)", "ones[1,n]"),
    ("sum(y) = 1", "(total.all y)", "1"), ("X*y = 0", "(product X y)", "zeros[m,1]"),
    ("X'*X = I", "(product (transpose X) X)", "identity[n,n]"), ("X = X'", "X", "(transpose X)"),
    ("a = b", "a", "b"), ("x = y", "x", "y"), ("x'*x = 2", "(product (transpose x) x)", "2"),
  ]

  @Test func equationsAreRead() throws {
    for row in AssumptionsTests.table {
      let store = Store()
      let reading = try Reader(assumptions: [row.assumption]).read(into: store)
      let hypothesis = try #require(reading.hypotheses.first)
      #expect(Tree.text(hypothesis.left, in: store) == row.left, "\(row.assumption)")
      #expect(Tree.text(hypothesis.right, in: store) == row.right, "\(row.assumption)")
      #expect(hypothesis.text == row.assumption)
    }
  }

  @Test func whatIsNoEquationIsRefused() {
    for (text, name) in [
      ("X", "missing-equals"), ("x = X", "equation-clash"), ("a = b = c", "second-equals"), ("x = 2", "equation-clash"),
      ("x =", "missing-operand"),
      ("", "empty"), ("a = b; c = e", "not-a-definition"),
    ] {
      do throws(Problem) {
        _ = try Reader(assumptions: [text]).read(into: Store())
        Issue.record("\(text) was read")
      } catch {
        #expect(error.name == name, "\(text)")
        #expect(error.source.role == .assumption)
      }
    }
  }
}
