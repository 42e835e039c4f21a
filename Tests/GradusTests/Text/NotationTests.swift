import Testing

@testable import Gradus

/// Expressions with what each notation makes of them.
struct NotationTests: Symbols {
  struct Row: Sendable {
    let expression: Expression
    let ascii: String
    let unicode: String
    let latex: String

    init(_ expression: Expression, _ ascii: String, _ unicode: String, _ latex: String) {
      self.expression = expression
      self.ascii = ascii
      self.unicode = unicode
      self.latex = latex
    }
  }

  @Test func everyRowIsWrittenAsItStands() {
    for row in NotationTests.signs + NotationTests.functions {
      #expect(row.expression.ascii == row.ascii)
      #expect(row.expression.unicode == row.unicode)
      #expect(row.expression.latex == row.latex)
    }
  }

  @Test func slicesCountFromOne() {
    let (X, x) = (NotationTests.X, NotationTests.x)
    #expect(X.cut(0, 2, 1, 1).ascii == "X[1,3]")
    #expect(X.cut(1, 0, 1, "n").ascii == "X[2,:]")
    #expect(X.cut(0, "p", "m", "q").ascii == "X[:,p+1:p+q]")
    #expect(X.cut(0, "p", "m", "q").unicode == "X[:, p+1:p+q]")
    #expect(x.cut(4, 0, 1, 1).ascii == "x[5]")
    #expect(x.cut(1, 0, 3, 1).ascii == "x[2:4]")
    #expect(x.T.cut(0, 1, 1, 2).ascii == "(x')[:,2:3]")
    #expect(X.power(X.cut(0, 0, 1, 1)).ascii == "X.^X[1,1]")
  }

  @Test func mathML() {
    let (A, x) = (NotationTests.A, NotationTests.x)
    #expect(
      (A.T * A).mathML == """
        <math display="block"><mrow><msup><mrow><mi>A</mi></mrow><mrow><mo>⊤</mo></mrow></msup>\
        <mo>&#x2062;</mo><mi>A</mi></mrow></math>
        """)
    #expect(
      norm2(x).power(-1).mathML == """
        <math display="block"><mrow><mfrac><mrow><mn>1</mn></mrow><mrow><mrow><mo>‖</mo><mi>x</mi><mo>‖</mo></mrow>\
        </mrow></mfrac></mrow></math>
        """)
  }
}
