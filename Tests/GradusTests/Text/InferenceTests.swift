import Testing

@testable import Gradus

@Suite struct InferenceTests {
  /// A text, what is declared, and the variables found.
  private static let table: [(text: String, declarations: [String], found: String)] = [
    ("sum(log(ones(m)+exp(-y.*(X*w))))", [], "X: matrix(m,n); w: vector(n); y: vector(m)"),
    ("tr(A'*X*B)", [], "A: matrix(m,n); B: matrix(k,n); X: matrix(m,k)"),
    ("x'*A*x", [], "A: matrix(n,n); x: vector(n)"), ("x'*A*y", [], "A: matrix(m,n); x: vector(m); y: vector(n)"),
    ("norm2(X*w-y)^2", [], "X: matrix(m,n); w: vector(n); y: vector(m)"), ("sum(x)", [], "x: vector(n)"),
    ("x'*y", [], "x: vector(n); y: vector(n)"), ("sum(x)+sum(y)", [], "x: vector(n); y: vector(m)"),
    ("det(X)", [], "X: matrix(n,n)"), ("X", [], "X: matrix(m,n)"), ("X*W", [], "W: matrix(n,k); X: matrix(m,n)"),
    ("A*B*C", [], "A: matrix(m,n); B: matrix(n,k); C: matrix(k,p)"),
    ("a+lambda+α+λ1+g", [], "a: scalar; g: scalar; lambda: scalar; α: scalar; λ1: scalar"),
    ("Σ*x", [], "x: vector(n); Σ: matrix(m,n)"), ("_a*h'*z", [], "_a: scalar; h: vector(n); z: vector(n)"),
    ("mu*theta_1*sigma2", [], "mu: scalar; sigma2: scalar; theta_1: scalar"),
    ("lambdas'*x", [], "lambdas: vector(n); x: vector(n)"),
    // Declared names are rigid; unknown ones are set to them, and to literals.
    ("A*x", ["A: matrix(3,4)"], "A: matrix(3,4); x: vector(4)"),
    ("A*X", ["A: matrix(p,q)"], "A: matrix(p,q); X: matrix(q,n)"),
    ("X+Y", ["Y: matrix(2,k)"], "X: matrix(2,k); Y: matrix(2,k)"),
    ("x+y", ["y: vector(2*k+1)"], "x: vector(2*k+1); y: vector(2*k+1)"),
    // Names of variables and of sizes are not given again.
    ("n*sum(X)*m'*m", [], "X: matrix(k,p); m: vector(r); n: vector(q)"), ("X*k", [], "X: matrix(m,n); k: vector(n)"),
    ("X+ones(m,n)*0.5+A*B", [], "A: matrix(m,k); B: matrix(k,n); X: matrix(m,n)"),
    ("X*w", ["n: scalar", "m: scalar"], "X: matrix(k,p); m: scalar; n: scalar; w: vector(p)"),
    // Polynomials.
    ("tr(kron(A,X))", [], "A: matrix(n,n); X: matrix(m,m)"),
    ("vec(X)'*y", [], "X: matrix(m,n); y: vector(m*n)"),
    ("kron(x,y)+z", [], "x: vector(n); y: vector(m); z: vector(m*n)"),
    ("hcat(A,B)*x", [], "A: matrix(m,n); B: matrix(m,k); x: vector(k+n)"),
    ("vcat(x,y)+ones(p+q)", ["x: vector(p)"], "x: vector(p); y: vector(q)"),
    ("vcat(x,x)+y", ["y: vector(6)"], "x: vector(3); y: vector(6)"),
    ("vec(X)+y", ["X: matrix(3,q)"], "X: matrix(3,q); y: vector(3*q)"),
    ("kron(A,B)*vec(X)", ["X: matrix(q,n)", "A: matrix(m,n)"], "A: matrix(m,n); B: matrix(k,q); X: matrix(q,n)"),
    ("kron_left(G,B,m,n)", [], "B: matrix(k,p); G: matrix(k*m,n*p)"),
    ("unvec(v,m,n)*w", [], "v: vector(m*n); w: vector(n)"),
    ("vec(A*X*B)-kron(B',A)*vec(X)", [], "A: matrix(m,n); B: matrix(k,p); X: matrix(n,k)"),
    // Columns of ones and identities of inferred size.
    ("1'*X*𝟏", [], "X: matrix(m,n)"), ("x'*(A+I)*x", [], "A: matrix(n,n); x: vector(n)"), ("I*x", [], "x: vector(n)"),
    // A size as a scalar.
    ("n*sum(x)", ["x: vector(n)"], "x: vector(n)"), ("sum(ones(n))*n", [], ""),
    ("sum(X)/(m*n)", ["X: matrix(m,n)"], "X: matrix(m,n)"),
    // Declared names win.
    ("I*x", ["I: matrix(p,n)"], "I: matrix(p,n); x: vector(n)"),
    ("pi*x", ["pi: matrix(p,n)"], "pi: matrix(p,n); x: vector(n)"),
    ("exp*x", ["exp: scalar"], "exp: scalar; x: vector(n)"),
    ("dX*X", ["dX: matrix(k,m)"], "X: matrix(m,n); dX: matrix(k,m)"),
    ("lambda*x", ["lambda: matrix(p,n)"], "lambda: matrix(p,n); x: vector(n)"), ("dx*b", [], "b: scalar; dx: scalar"),
    ("a*da*dda", [], "a: scalar; dda: scalar"), ("dda*da*a", [], "a: scalar; dda: scalar"),
    ("X", ["X: matrix(m,n)", "unused: vector(k)"], "X: matrix(m,n); unused: vector(k)"),
    ("x", ["x: matrix(1,1)"], "x: scalar"), ("x", ["x: matrix(3,1)"], "x: vector(3)"),
    // Sizes win over inferred variables.
    ("ones(k)*k", [], ""), ("X[i,:]*i", [], "X: matrix(m,n)"),
  ]

  @Test func shapesAreFound() throws {
    for row in InferenceTests.table {
      let reader = Reader(row.text, declarations: row.declarations)
      let found: String
      do throws(Problem) { found = try reader.inferred() } catch { found = "\(error)" }
      #expect(found == row.found, "\(row.text)")
    }
  }

  @Test func textsAndAssumptionsAreReadTogether() throws {
    let reader = Reader("sum(X*w)", "X'*y", "w", assumptions: ["1'*Y = 1", "Y*X = 0"])
    #expect(try reader.inferred() == "X: matrix(m,n); Y: matrix(k,m); w: vector(n); y: vector(m)")
  }

  @Test func aLaterTextSettlesAnEarlierOne() throws {
    #expect(try Reader("A*x", "x'*ones(p)").inferred() == "A: matrix(m,p); x: vector(p)")
  }

  @Test func anExpectedShapeSettlesConstants() throws {
    var reader = Reader("x'*x", "I")
    reader.expectedShapes[1] = Shape("n", "n")
    #expect(try reader.tree() == "identity[n,n]")
  }

  @Test func anUnknownSizeIsNeverOne() {
    for text in ["X+a", "X+x", "x+a", "X'*x+X", "tr(x)", "x*x", "X+1", "inv(x)", "a+x'"] {
      #expect(Reader(text).treeOrProblem().contains("-"), "\(text)")
    }
  }

  @Test func dimensionNamesAreListed() throws {
    let reading = try Reader("X*w+ones(p)*n", declarations: ["X: matrix(p,2*n)"]).read(into: Store())
    #expect(reading.dimensionNames == ["n", "p"])
  }
}
