import Testing

@testable import Gradus

@Suite struct DeclarationsTests {
  private static let table: [(text: String, variables: [Variable])] = [
    ("A: matrix(m,k)", [Variable("A", Shape("m", "k"))]), ("x: vector(n)", [Variable("x", Shape("n", 1))]),
    ("s: scalar", [Variable("s", .scalar)]), ("s:scalar()", [Variable("s", .scalar)]),
    ("A: matrix(n,n) symmetric", [Variable("A", Shape("n", "n"), .symmetric)]),
    ("A: matrix(n,n) psd invertible", [Variable("A", Shape("n", "n"), [.positiveDefinite, .invertible])]),
    ("A: matrix(n,n) psd, invertible", [Variable("A", Shape("n", "n"), [.positiveDefinite, .invertible])]),
    ("A : matrix( 3 , 2*m+n ) ", [Variable("A", Shape(3, Dimension(2) * "m" + "n"))]),
    ("A: matrix(m*(p+q),m^2)", [Variable("A", Shape("m" * ("p" + "q"), "m" * "m"))]),
    (
      "x: vector(n) onehot; s: scalar\nλ: scalar positive",
      [
        Variable("x", Shape("n", 1), .oneHot), Variable("s", .scalar), Variable("λ", .scalar, .positive),
      ]
    ),
  ]

  @Test func declarationsAreRead() throws {
    for row in DeclarationsTests.table {
      #expect(try Declarations.read(Source(.declaration, 0, row.text)) == row.variables, "\(row.text)")
    }
  }

  @Test func everyDeclarationReadsAsItPrints() throws {
    for row in DeclarationsTests.table {
      for variable in row.variables {
        #expect(try Declarations.read(Source(.declaration, 0, variable.description)) == [variable])
      }
    }
  }

  @Test func everyAttributeIsRead() throws {
    for (word, attribute) in Attributes.named {
      let read = try Declarations.read(Source(.declaration, 0, "A: matrix(n,n) \(word)"))
      #expect(read == [Variable("A", Shape("n", "n"), attribute)])
    }
  }

  @Test func partsMakeAVariable() throws {
    var notices: [Notice] = []
    let matrix = try Declarations.variable(
      "A", kind: "matrix", sizes: ["m", "3"], attributes: ["positive", "shiny"], &notices)
    #expect(matrix == Variable("A", Shape("m", 3), .positive))
    #expect(notices == [.unknownAttribute("shiny", of: "A")])
    #expect(notices.map(Diagnostic.text(of:)) == ["A: the attribute shiny is unknown and was ignored"])
    #expect(
      try Declarations.variable("s", kind: "scalar", sizes: [], attributes: [], &notices) == Variable("s", .scalar))
    #expect(
      try Declarations.variable("x", kind: "vector", sizes: ["2*n+1"], attributes: [], &notices)
        == Variable("x", Shape(Dimension(2) * "n" + 1, 1)))
  }

  @Test func badPartsAreRefusedByName() {
    let table: [(name: String, kind: String, sizes: [String], attributes: [String], problem: String)] = [
      ("A: scalar; B", "matrix", ["m", "n"], [], "malformed-name"), ("", "scalar", [], [], "malformed-name"),
      ("1x", "scalar", [], [], "malformed-name"), ("x ", "scalar", [], [], "malformed-name"),
      ("x", "tensor", [], [], "unknown-kind"),
      ("x", "vector", [], [], "size-count"), ("x", "vector", ["m", "n"], [], "size-count"),
      ("x", "scalar", ["1"], [], "size-count"),
      ("x", "vector", ["n) symmetric"], [], "unopened"), ("x", "vector", ["-1"], [], "not-a-size"),
      ("x", "vector", ["0"], [], "size-out-of-range"),
      ("x", "vector", [""], [], "empty"), ("x", "vector", ["1.5"], [], "size-out-of-range"),
      ("x", "vector", ["a = 2; a"], [], "not-assignable"),
      ("x", "vector", ["99999999999"], [], "size-out-of-range"),
      ("A", "matrix", ["m", "n"], ["symmetric"], "attribute-needs-square"),
    ]
    for row in table {
      var notices: [Notice] = []
      do throws(Problem) {
        _ = try Declarations.variable(row.name, kind: row.kind, sizes: row.sizes, attributes: row.attributes, &notices)
        Issue.record("\(row) was read")
      } catch {
        #expect(error.name == row.problem, "\(row)")
      }
    }
  }

  @Test func oneNameHasOneDeclaration() throws {
    let same = Reader("x", declarations: ["x: vector(n)", "x: vector(n)"])
    #expect(try same.inferred() == "x: vector(n)")
    let ready = Reader("x", declarations: ["x: vector(m)"], variables: [Variable("x", Shape("n", 1))])
    #expect(ready.treeOrProblem() == "declared-twice")
  }
}
