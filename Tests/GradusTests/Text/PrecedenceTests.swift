import Testing

@testable import Gradus

@Suite struct PrecedenceTests {
  /// Each text means the same as the one with all its parentheses.
  private static let pairs: [(text: String, meaning: String)] = [
    ("-a^2", "-(a^2)"), ("-x.^2", "-(x.^2)"), ("-X'", "-(X')"), ("-a*b", "(-a)*b"), ("a*-b", "a*(-b)"),
    ("a-b-c", "(a-b)-c"),
    ("a-b+c", "(a-b)+c"), ("a/b/c", "(a/b)/c"), ("a/b*c", "(a/b)*c"), ("a*b/c", "(a*b)/c"), ("a^b^c", "(a^b)^c"),
    ("a.^b.^c", "(a.^b).^c"), ("2^3'", "(2^3)'"), ("X^-1'", "(X^-1)'"), ("x.^-1'", "(x.^-1)'"), ("x.^1'", "(x.^1)'"),
    ("X'^2", "(X')^2"), ("X^2'", "(X^2)'"), ("X^2'*Y", "((X^2)')*Y"), ("a+b*c", "a+(b*c)"), ("a*b+c*e", "(a*b)+(c*e)"),
    ("x.*y./z", "(x.*y)./z"), ("x./y.*z", "(x./y).*z"), ("x./y./z", "(x./y)./z"), ("A⊗B*K", "(A⊗B)*K"),
    ("A*B⊗C", "(A*B)⊗C"),
    ("a*x.*y", "(a*x).*y"), ("x.*y*a", "(x.*y)*a"), ("x.^2.*y", "(x.^2).*y"), ("a^-b", "a^(-b)"),
    ("a^-b*c", "(a^(-b))*c"),
    ("a^+b", "a^b"), ("a^-b^c", "(a^(-b))^c"), ("x.^2'", "(x.^2)'"), ("a^det(X)", "a^(det(X))"),
    ("a^det(X)'", "(a^det(X))'"),
    ("a^x[1]", "a^(x[1])"), ("X^2[1,1]", "(X^2)[1,1]"), ("X'[1,2]", "(X')[1,2]"), ("-x[1]", "-(x[1])"),
    ("a^2²", "(a^2)^2"),
    ("X²'", "(X^2)'"), ("--a", "a"), ("---a", "-a"), ("-a-b", "(-a)-b"), ("+a-b", "a-b"), ("a - -b", "a+b"),
    ("((a))*(((b)))", "a*b"), ("-2^2", "-4"), ("(-2)^2", "4"), ("2*-3^2", "-18"), ("a*b'*c", "a*b*c"),
    ("-x'*A*x", "(-(x'))*A*x"),
    ("x'*A*x*y", "((x'*A)*x)*y"), ("x*y'*z*w'", "((x*y')*z)*w'"), ("A.*B.*C", "(A.*B).*C"), ("A-B.*C", "A-(B.*C)"),
  ]

  @Test func signsBindAsDocumented() throws {
    for pair in PrecedenceTests.pairs {
      let square = ["A", "B", "C", "X", "Y"].map { "\($0): matrix(n,n)" } + ["K: matrix(n^2,n)"]
      let tree = try Reader(pair.text, declarations: square).tree()
      #expect(try Reader(pair.meaning, declarations: square).tree() == tree, "\(pair.text)")
    }
  }

  @Test func aChainOfOneSignIsOneNode() throws {
    let store = Store()
    for sign in ["+", "*", ".*"] {
      let text = (0..<100).map { "X\($0)" }.joined(separator: sign)
      let square = (0..<100).map { "X\($0): matrix(n,n)" }
      let root = try Reader(text, declarations: square).read(into: store).expressions[0]
      #expect(store.operands(root).count == 100)
    }
  }
}
