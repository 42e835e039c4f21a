import Testing

@testable import Gradus

/// Shared intermediates and functions of one's own.
@Suite struct ReadingDefinitionsTests {
  private static let forms: [(text: String, tree: String)] = [
    ("Z = X*W; softmax(Z,1)", "(softmax.columns (product X W))"), ("Z = X*W\nZ", "(product X W)"),
    ("let Z = X*W; Z", "(product X W)"), ("\n\nZ =\n X*W;;\n Z;\n", "(product X W)"),
    ("z1 = A*x; z2 = A*z1; z2'*z1", "(product (transpose (product A A x)) A x)"),
    ("s = x'*x; s*A", "(scale (product (transpose x) x) A)"), ("I = X; I*I", "(product X X)"),
    // Definitions win over functions and constants; "let" stays a name elsewhere.
    ("pi = 2; pi*x", "(scale 2 x)"), ("let'*x", "(product (transpose let) x)"), ("sum = 2; sum*x", "(scale 2 x)"),
    // Functions act entry by entry.
    ("let mish(x) = x.*tanh(softplus(x)); sum(mish(X))", "(total.all (hadamard X (tanh (softplus X))))"),
    ("let f(x) = x*x; f(X)", "(hadamard X X)"), ("let f(t) = 1+t; f(x)", "(sum x ones[n,1])"),
    ("let f(t) = c; f(x)", "(scale c ones[n,1])"), ("let f(t) = c; f(a)", "c"),
    ("let f(t) = t^-1; f(X)", "(power X -1)"),
    ("let f(t) = a/t; f(X)", "(scale a (power X -1))"), ("let f(t) = t'; f(X)", "X"),
    ("let f(t) = n*t; f(ones(n))", "(scale #n ones[n,1])"),
    ("let f(t,a) = max(t,0)+a*min(t,0); f(X,0.1)", "(sum (larger X 0) (scale 0.1 (smaller X 0)))"),
    ("let f(t,u) = t*u; f(X,Y)", "(hadamard X Y)"), ("let f(t,u) = t*u; f(a,Y)", "(scale a Y)"),
    ("let f(t) = t+1; let g(t) = f(t)*f(2); g(x)", "(scale 3 (sum x ones[n,1]))"),
    ("let f(x) = 2*x; f(f(x))", "(scale 4 x)"),
    ("let gelu(x) = x; gelu(X)", "X"), ("let f(pi) = pi*2; f(a)", "(hadamard 2 a)"),
    (
      "let f(t) = pow(t,2)+log(t,3)+sqrt(t); f(a)",
      "(sum (power a 0.5) (power a 2) (hadamard (log a) (power (log 3) -1)))"
    ),
    ("let f(x) = -x; f(x)'*x", "(product (transpose (scale -1 x)) x)"),
  ]

  @Test func definitionsAreInserted() {
    for form in ReadingDefinitionsTests.forms {
      #expect(Reader(form.text).treeOrProblem() == form.tree, "\(form.text)")
    }
  }

  @Test func aLaterTextSeesEarlierDefinitions() throws {
    let reader = Reader("let f(t) = t*t; Z = X*w; sum(f(Z))", "2*Z'*X", assumptions: ["sum(Z) = 1"])
    #expect(try reader.tree() == "(scale 2 (product (transpose (product X w)) X))")
  }

  @Test func aLaterTextMayDefineAgain() throws {
    #expect(try Reader("Z = X; Z", "Z = 2*X; Z").tree() == "(scale 2 X)")
  }

  @Test func sharedDefinitionsAreBuiltOnce() throws {
    let text = (0..<200).map { "Z\($0 + 1) = tanh(Z\($0)) + Z\($0);" }.joined() + "Z200"
    let store = Store()
    _ = try Reader(text).read(into: store)
    #expect(store.count < 1000)
  }

  @Test func nestedFunctionsHaveALimit() {
    var text = "let f0(x) = x+1;"
    for level in 1...40 { text += "let f\(level)(x) = f\(level - 1)(f\(level - 1)(x));" }
    #expect(Reader(text + "f40(x)").treeOrProblem() == "expansion-too-large")
  }

  @Test func aRepeatedCallIsBuiltOnce() throws {
    var text = "let f0(x) = sin(x);"
    for level in 1...60 { text += "let f\(level)(x) = f\(level - 1)(x)*f\(level - 1)(x);" }
    let store = Store()
    _ = try Reader(text + "f60(x)").read(into: store)
    #expect(store.count < 1000)
  }
}
