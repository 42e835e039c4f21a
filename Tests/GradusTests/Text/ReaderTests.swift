import Testing

@testable import Gradus

/// Every form of the text syntax with the expression it means.
@Suite struct ReaderTests {
  private static let forms: [(text: String, tree: String)] = [
    // Products and quotients.
    ("A*X", "(product A X)"), ("A·X", "(product A X)"), ("A*X*B", "(product A X B)"), ("A*(X*B)", "(product A X B)"),
    ("c*A", "(scale c A)"), ("A*c", "(scale c A)"), ("x'*y*A", "(scale (product (transpose x) y) A)"),
    ("A*x*y'*B", "(product A x (transpose y) B)"), ("2*3*x", "(scale 6 x)"), ("a*b", "(hadamard a b)"),
    ("A/c", "(scale (power c -1) A)"), ("a/b/c", "(hadamard a (power b -1) (power c -1))"), ("A/2", "(scale 0.5 A)"),
    // Sums.
    ("A+B", "(sum A B)"), ("A-B", "(sum A (scale -1 B))"), ("A−B", "(sum A (scale -1 B))"), ("-A", "(scale -1 A)"),
    ("−A", "(scale -1 A)"), ("A-(B-C)", "(sum A (scale -1 (sum B (scale -1 C))))"), ("a--b", "(sum a b)"), ("+a", "a"),
    ("A-A", "zeros[m,n]"), ("1/3+1/6", "0.5"),
    // Transposes.
    ("A'", "(transpose A)"), ("Aᵀ", "(transpose A)"), ("A''", "A"), ("A '", "(transpose A)"),
    ("(A*B)'", "(transpose (product A B))"),
    // Entry by entry.
    ("A.*B", "(hadamard A B)"), ("A⊙B", "(hadamard A B)"), ("A∘B", "(hadamard A B)"), ("A.*B.*C", "(hadamard A B C)"),
    ("A./B", "(hadamard A (power B -1))"), ("A⊘B", "(hadamard A (power B -1))"), ("c.*A", "(scale c A)"),
    ("A.*c", "(scale c A)"), ("c./A", "(scale c (power A -1))"), ("A./c", "(scale (power c -1) A)"),
    ("1./x", "(power x -1)"), ("A.^B", "(power A B)"), ("A.^c", "(power A c)"), ("c.^A", "(power c A)"),
    ("x.^2.*y", "(hadamard y (power x 2))"), ("2.*x", "(scale 2 x)"), ("2./x", "(scale 2 (power x -1))"),
    ("2.^x", "(power 2 x)"), ("x.^2./y", "(hadamard (power x 2) (power y -1))"),
    // Powers.
    ("a^3", "(power a 3)"), ("a^b", "(power a b)"), ("2^10", "1024"), ("a^(1/3)", "(power a 1/3)"),
    ("X^2", "(product X X)"),
    ("X^3", "(product X X X)"), ("X^1", "X"), ("X^0", "identity[n,n]"), ("X^-1", "(inverse X)"),
    ("X^-2", "(product (inverse X) (inverse X))"), ("X^(2)", "(product X X)"), ("X^(1+1)", "(product X X)"),
    ("X⁻¹", "(inverse X)"), ("X⁻ᵀ", "(transpose (inverse X))"), ("X⁻¹ᵀ", "(transpose (inverse X))"),
    ("X²", "(product X X)"),
    ("a²", "(power a 2)"), ("a¹⁰", "(power a 10)"), ("a⁻³", "(power a -3)"),
    ("(x'*x)^2", "(power (product (transpose x) x) 2)"),
    // Kronecker products.
    ("kron(A,B)", "(kronecker A B)"), ("A⊗B", "(kronecker A B)"), ("A⊗B⊗C", "(kronecker (kronecker A B) C)"),
    // Constants.
    ("ones(n)", "ones[n,1]"), ("ones(m,n)", "ones[m,n]"), ("ones(1,n)", "ones[1,n]"), ("ones(1)", "1"),
    ("zeros(n)", "zeros[n,1]"), ("zeros(m,n)", "zeros[m,n]"), ("eye(n)", "identity[n,n]"), ("eye(3)", "identity[3,3]"),
    ("eye(m*n)", "identity[m*n,m*n]"), ("ones(2*m+n)", "ones[2*m+n,1]"), ("ones(2*(m+n))", "ones[2*m+2*n,1]"),
    ("ones(n^2)", "ones[n*n,1]"), ("1'*X", "(product ones[1,m] X)"), ("1ᵀ*X", "(product ones[1,m] X)"),
    ("X*𝟏", "(product X ones[n,1])"), ("𝟏'*X", "(product ones[1,m] X)"), ("(1)'", "1"), ("1 '", "1"), ("2'", "2"),
    ("X+I", "(sum X identity[n,n])"), ("a*I+X", "(sum X (scale a identity[n,n]))"), ("pi", "pi"),
    ("π*a", "(hadamard pi a)"),
    // Numbers.
    ("2", "2"), ("0.5", "0.5"), (".5", "0.5"), ("1e-5", "1e-5"), ("1E3", "1000"), ("2.5e+1", "25"), ("007", "7"),
    ("12345678901234567890", "12345678901234567890"), ("0.1", "0.1"), ("2.", "2"),
    // Differentials.
    ("d(X)*X", "(product dX X)"), ("dX*X", "(product dX X)"), ("x'*dx", "(product (transpose x) dx)"), ("d((X))", "dX"),
    // Slices.
    ("X[1,2]", "(block[0,1;1,1] X)"), ("X[1,:]", "(block[0,0;1,n] X)"), ("X[:,2]", "(block[0,1;m,1] X)"),
    ("X[:,:]", "X"),
    ("X[1:3,2:4]", "(block[0,1;3,3] X)"), ("X[p+1:p+q,:]", "(block[p,0;q,n] X)"), ("x[2]", "(block[1,0;1,1] x)"),
    ("x[1:k]", "(block[0,0;k,1] x)"), ("x'[2]", "(block[0,1;1,1] (transpose x))"),
    ("(A*x)[1]", "(block[0,0;1,1] (product A x))"),
    ("X[i,:]'", "(transpose (block[i+-1,0;1,n] X))"), ("X[2:2,1:n]", "(block[1,0;1,n] X)"),
    ("X[1:2,:][1,:]", "(block[0,0;1,n] (block[0,0;2,n] X))"),
    ("a^x[1]", "(power a (block[0,0;1,1] x))"),
    // Functions that are no operations of their own.
    ("sqrt(x)", "(power x 0.5)"), ("log(a,b)", "(hadamard (log a) (power (log b) -1))"), ("pow(a,x)", "(power a x)"),
    ("maxout(x)", "(maximum.all x)"), ("log(x)", "(log x)"),
    // Axes.
    ("sum(X)", "(total.all X)"), ("sum(X,0)", "(total.rows X)"), ("sum(X,1)", "(total.columns X)"),
    ("mean(X,1)", "(mean.columns X)"),
    ("max(X,0)", "(maximum.rows X)"), ("max(X,(0))", "(larger X 0)"), ("max(0,X)", "(larger 0 X)"),
    ("max(a,0)", "(larger a 0)"),
    ("max(A,B)", "(larger A B)"), ("min(x,0)", "(smaller x 0)"), ("logsumexp(X,1)", "(logSumExp.columns X)"),
    ("argmax(x)", "(argmax.all x)"), ("argmax(X,1)", "(argmax.columns X)"), ("softmax(z)", "(softmax.rows z)"),
    ("softmax(Z,1)", "(softmax.columns Z)"), ("softmax(Z,0)", "(softmax.rows Z)"),
    ("softmax(z,1)", "(softmax.columns z)"),
    ("log_softmax(z)", "(logSoftmax.rows z)"), ("softmax(a)", "(softmax.rows a)"),
    // Scalars beside matrices.
    ("leaky_relu(X,0.01)", "(leakyRelu X 0.01)"), ("elu(a,X)", "(elu a X)"), ("diag(x)", "(diagonalMatrix x)"),
    ("diag(x')", "(diagonalMatrix x)"), ("det(a)", "(determinant a)"), ("tr(a)", "(trace a)"), ("vec(a)", "(vec a)"),
    // What derivatives need.
    ("unvec(v,m,n)", "(unvec[m,n] v)"), ("commutation(m,n)", "commutation[0,0;m,n]"),
    ("vecdiag(n)", "vecDiagonal[n*n,n]"),
    ("unit(n,2)", "unit[1,0;n,1]"), ("unit(n,p+1)", "unit[p,0;n,1]"), ("unit(n,i)", "unit[i+-1,0;n,1]"),
    ("place(A,m,n,2,p+1)", "(place[1,p;m,n] A)"), ("kron_left(G,B,m,n)", "(kroneckerLeft[m,n] G B)"),
    ("kron_right(G,A,p,q)", "(kroneckerRight[p,q] G A)"), ("dexpm(A,E)", "(matrixExponentialDerivative A E)"),
    ("hcat(A,B,C)", "(horizontal A B C)"), ("vcat(x,a)", "(vertical x a)"), ("hcat(A)", "(horizontal A)"),
    // Spaces, lines and separators.
    ("  A  *\tX ", "(product A X)"), ("tr(\n A'\n *B )", "(trace (product (transpose A) B))"), ("A +\n B", "(sum A B)"),
    ("A;", "A"), (";;\nA\n", "A"), ("A\r\n", "A"), ("A\u{A0}*X", "(product A X)"),
  ]

  @Test func everyFormMeansItsExpression() {
    for form in ReaderTests.forms {
      let tree = Reader(form.text).treeOrProblem()
      #expect(tree == form.tree, "\(form.text)")
    }
  }

  @Test func everyTypedSignHasItsOtherSpellings() throws {
    for sign in InfixSign.allCases {
      let text = try Reader("a \(sign.rawValue) b").tree()
      for spelling in sign.alternatives {
        #expect(try Reader("a \(spelling) b").tree() == text)
        #expect(try Reader("a\(spelling)b").tree() == text)
      }
    }
  }
}
