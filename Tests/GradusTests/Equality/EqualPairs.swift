@testable import Gradus

/// Two texts that are the same function of their variables, with what that needs.
struct EqualPair {
  let left: String
  let right: String
  var declarations: [String] = []
  var assumptions: [String] = []

  init(_ left: String, _ right: String, _ declarations: String = "", assuming assumptions: String...) {
    self.left = left
    self.right = right
    self.declarations = declarations.split(separator: ";").map { String($0.drop { $0 == " " }) }
    self.assumptions = assumptions
  }

  func decision() throws -> Decision {
    let store = Store()
    let reading = try reading(into: store)
    let engine = EqualityEngine(store: store, hypotheses: reading.hypotheses)
    return engine.decide(reading.expressions[0], reading.expressions[1])
  }

  func read(into store: Store) throws -> (left: Node, right: Node) {
    let expressions = try reading(into: store).expressions
    return (expressions[0], expressions[1])
  }

  /// Both sides read together, the right one in the left one's shape.
  private func reading(into store: Store) throws -> Reading {
    var reader = Reader(left, right, declarations: declarations, assumptions: assumptions)
    let first = try? Reader(left, declarations: declarations).read(into: Store())
    if let first, let node = first.expressions.first { reader.expectedShapes[1] = first.store.shape(node) }
    return try reader.read(into: store)
  }
}

extension EqualPair {
  private static let matrices =
    "A: matrix(m,k);B: matrix(k,p);C: matrix(p,n);X: matrix(m,n);Y: matrix(m,n);Z: matrix(m,n)"
  private static let squares = "A: matrix(n,n);B: matrix(n,n);X: matrix(n,n);S: matrix(n,n) symmetric"
  private static let vectors = "x: vector(n);y: vector(n);w: vector(n);v: vector(m);M: matrix(m,n);s: scalar;t: scalar"

  /// Products, sums, rearrangements: the fragment in which the form is complete.
  static let multilinear: [EqualPair] = [
    EqualPair("(A*B)*C", "A*(B*C)", matrices),
    EqualPair("(A*B*C)'", "C'*B'*A'", matrices),
    EqualPair("tr(A*B*C*X')", "tr(B*C*X'*A)", matrices),
    EqualPair("tr(X'*(Y.*Z))", "tr((X.*Y)'*Z)", matrices),
    EqualPair("inner(X,Y)", "sum(X.*Y)", matrices),
    EqualPair("vec(A*B*C)", "kron(C',A)*vec(B)", matrices),
    EqualPair("vec(X')", "commutation(m,n)*vec(X)", matrices),
    EqualPair("commutation(m,n)'", "commutation(n,m)", "X: matrix(m,n)"),
    EqualPair("commutation(m,n)*commutation(n,m)", "eye(m*n)", "X: matrix(m,n)"),
    EqualPair("kron(A,B)*kron(X,Y)", "kron(A*X,B*Y)", "A: matrix(m,k);B: matrix(p,q);X: matrix(k,r);Y: matrix(q,s)"),
    EqualPair("kron(A,B)'", "kron(A',B')", matrices),
    EqualPair("tr(kron(A,B))", "tr(A)*tr(B)", "A: matrix(m,m);B: matrix(n,n)"),
    EqualPair("vecdiag(n)*x", "vec(diag(x))", vectors),
    EqualPair("diag(x)*y", "x.*y", vectors),
    EqualPair("diag(x)*M'", "(x*ones(m)').*M'", vectors),
    EqualPair("diagonal(diag(x))", "x", vectors),
    EqualPair("diagonal(A*B)", "(A.*B')*ones(n)", squares),
    EqualPair("sum(M)", "ones(m)'*M*ones(n)", vectors),
    EqualPair("sum(M,0)", "ones(m)'*M", vectors),
    EqualPair("sum(M,1)", "M*ones(n)", vectors),
    EqualPair("mean(x)", "sum(x)/n", vectors),
    EqualPair("tr(eye(n))", "n", squares),
    EqualPair("ones(n)'*ones(n)", "n", squares),
    EqualPair("x'*A*x", "x'*A'*x", "x: vector(n);A: matrix(n,n)"),
    EqualPair("x'*y*w", "w*y'*x", vectors),
    EqualPair("(x+y).^2", "x.^2+2*x.*y+y.^2", vectors),
    EqualPair("norm2(x+y)^2", "norm2(x)^2+2*x'*y+norm2(y)^2", vectors),
    EqualPair("(x'*x)^6", "(x'*x)^2*(x'*x)^4", vectors),
    EqualPair("hcat(x,y)*hcat(x,y)'", "x*x'+y*y'", vectors),
    EqualPair("vcat(x,y)'*vcat(w,x)", "x'*w+y'*x", vectors),
    EqualPair("hcat(x,y)[:,2]", "y", vectors),
    EqualPair("A*hcat(x,y)", "hcat(A*x,A*y)", "x: vector(n);y: vector(n);A: matrix(m,n)"),
    EqualPair("vcat(x,y)[2,1]", "x[2,1]", "x: vector(3);y: vector(n)"),
    EqualPair("S*X-X'*S", "S'*X-(S*X)'", squares),
    EqualPair("x'*S*y", "y'*S*x", squares + ";x: vector(n);y: vector(n)"),
    EqualPair("x'*K*x", "0", "x: vector(n);K: matrix(n,n) skew"),
    EqualPair("tr(K*S)", "0", "K: matrix(n,n) skew;S: matrix(n,n) symmetric"),
    EqualPair("D*X", "diagonal(D)*ones(n)'.*X", "D: matrix(n,n) diagonal;X: matrix(n,n)"),
    EqualPair("tril(A)", "A", "A: matrix(n,n) lower_triangular"),
    EqualPair("tril(tril(X))", "tril(X)", squares),
    EqualPair("diagonal(tril(X))", "diagonal(X)", squares),
    EqualPair("Q'*Q*X", "X", "Q: matrix(m,n) orthogonal;X: matrix(n,n)"),
    EqualPair("norm2(Q*x)^2", "x'*x", "Q: matrix(m,n) orthogonal;x: vector(n)"),
  ]

  /// Functions of entries.
  static let elementwise: [EqualPair] = [
    EqualPair("exp(A')", "exp(A)'", matrices),
    EqualPair("exp(-x)./(ones(n)+exp(-x)).^2", "sigmoid(x).*(ones(n)-sigmoid(x))", vectors),
    EqualPair("4./(exp(x)+exp(-x)).^2", "ones(n)-tanh(x).^2", vectors),
    EqualPair("sech(x).^2", "ones(n)-tanh(x).^2", vectors),
    EqualPair("tanh(x)", "2*sigmoid(2*x)-ones(n)", vectors),
    EqualPair("tanh(x)", "(ones(n)-exp(-2*x))./(ones(n)+exp(-2*x))", vectors),
    EqualPair("tanh(x)", "sinh(x)./cosh(x)", vectors),
    EqualPair("coth(x).^2-ones(n)", "csch(x).^2", vectors),
    EqualPair("sech(x).*tanh(x)", "sinh(x)./cosh(x).^2", vectors),
    EqualPair("sec(x).^2", "ones(n)+tan(x).^2", vectors),
    EqualPair("csc(x).^2", "ones(n)+cot(x).^2", vectors),
    EqualPair("1./cos(x).^2-sin(x).^2./cos(x).^2", "ones(n)", vectors),
    EqualPair("tan(x)+cot(x)", "sec(x).*csc(x)", vectors),
    EqualPair("sin(-x)", "-sin(x)", vectors),
    EqualPair("cos(x-y)", "cos(y-x)", vectors),
    EqualPair("acos(x)+asin(x)", "pi/2*ones(n)", vectors),
    EqualPair("acot(x)", "pi/2*ones(n)-atan(x)", vectors),
    EqualPair("abs(x)", "x.*sign(x)", vectors),
    EqualPair("abs(x)", "sqrt(x.^2)", vectors),
    EqualPair("relu(x)", "max(x,0*x)", vectors),
    EqualPair("relu(x)-relu(-x)", "x", vectors),
    EqualPair("relu(x)", "x.*step(x)", vectors),
    EqualPair("relu(x).*step(x)", "relu(x)", vectors),
    EqualPair("relu(x).*step(-x)", "zeros(n)", vectors),
    EqualPair("step(x)+step(-x)", "ones(n)", vectors),
    EqualPair("max(x,y)+min(x,y)", "x+y", vectors),
    EqualPair("max(x,y)", "max(y,x)", vectors),
    EqualPair("max(x,y)", "(x+y+abs(x-y))/2", vectors),
    EqualPair("leaky_relu(x,s)", "relu(x)-s*relu(-x)", vectors),
    EqualPair("elu(x,s)", "relu(x)+s*(exp(min(x,0*x))-ones(n))", vectors),
    EqualPair("sign(x).^2", "ones(n)", vectors),
    EqualPair("silu(x)", "x.*sigmoid(x)", vectors),
    EqualPair("softplus(x)", "log(ones(n)+exp(x))", vectors),
    EqualPair("softplus(x)-softplus(-x)", "x", vectors),
    EqualPair("log(sigmoid(x))", "-softplus(-x)", vectors),
    EqualPair("log(sigmoid(x))", "x-softplus(x)", vectors),
    EqualPair("gelu(x)", "x.*(ones(n)+erf(x/sqrt(2)))/2", vectors),
    EqualPair("1/sqrt(2*pi)", "sqrt(1/2)/sqrt(pi)", vectors),
    EqualPair("sqrt(8)", "2*sqrt(2)", vectors),
    EqualPair("exp(x+y)", "exp(x).*exp(y)", vectors),
    EqualPair("exp(2*x)", "exp(x).^2", vectors),
    EqualPair("exp(x/2).^2", "exp(x)", vectors),
    EqualPair("exp(log(x))", "x", vectors),
    EqualPair("log(exp(x))", "x", vectors),
    EqualPair("log(2*exp(x))", "x+log(2)*ones(n)", vectors),
    EqualPair("log(6)", "log(2)+log(3)", vectors),
    EqualPair("pow(s,t)", "exp(t*log(s))", vectors),
    EqualPair("pow(s,t-1)*s", "pow(s,t)", vectors),
    EqualPair("log(s,t)", "log(s)/log(t)", vectors),
    EqualPair("sqrt(x).*sqrt(x)", "x", vectors),
    EqualPair("x./sqrt(x)", "sqrt(x)", vectors),
    EqualPair("1./(ones(n)+x)-1./(ones(n)-x)", "-2*x./(ones(n)-x.^2)", vectors),
    EqualPair("x./(x.*y)", "1./y", vectors),
    EqualPair("1./(x-y)", "-(1./(y-x))", vectors),
    EqualPair("(x.^2-y.^2)./(x-y)", "x+y", vectors),
    EqualPair("sum((x.^2-y.^2)./(x-y))", "sum(x+y)", vectors),
    EqualPair("sum(1./(ones(n)+x)-1./(ones(n)-x))", "-2*sum(x./(ones(n)-x.^2))", vectors),
    EqualPair("sum(w./(exp(x).*(ones(n)+y)))", "w'*(exp(-x)./(ones(n)+y))", vectors),
    EqualPair("exp(1./(x.*(ones(n)+y)))", "exp((ones(n)+y).^-1./x)", vectors),
    EqualPair("x/norm2(x)", "norm2(x)*x/(x'*x)", vectors),
    EqualPair("norm2(x/norm2(x))", "1", vectors),
    EqualPair("norm2(2*x)", "2*norm2(x)", vectors),
    EqualPair("norm1(x)", "sum(abs(x))", vectors),
    EqualPair("w'*(sigmoid(x)-sigmoid(x).^2)", "w'*(exp(-x)./(ones(n)+exp(-x)).^2)", vectors),
    EqualPair("sum(sigmoid(x))+sum(sigmoid(-x))", "n", vectors),
    EqualPair("exp(diag(x))*y", "exp(diag(x))*y", vectors),
    EqualPair("vec(exp(M))", "exp(vec(M))", vectors),
    EqualPair("exp(M[2,:])", "exp(M)[2,:]", vectors),
    EqualPair("exp(x)[2,1]", "exp(x[2,1])", vectors),
    EqualPair("exp(x*ones(m)')", "exp(x)*ones(m)'", vectors),
    EqualPair("sqrt(psi^2)", "psi", "psi: scalar positive"),
    EqualPair("abs(p)", "p", "p: vector(n) positive"),
    EqualPair("b.^2", "b", "b: vector(n) binary"),
    EqualPair("y.^2.*x", "x", "y: vector(n) signs;x: vector(n)"),
  ]

  /// Softmax and its relatives.
  static let softmax: [EqualPair] = [
    EqualPair("softmax(x)", "exp(x)/sum(exp(x))", vectors),
    EqualPair("softmax(x+s*ones(n))", "softmax(x)", vectors),
    EqualPair("sum(softmax(x))", "1", vectors),
    EqualPair("log(softmax(x))", "log_softmax(x)", vectors),
    EqualPair("logsumexp(x)", "log(sum(exp(x)))", vectors),
    EqualPair("exp(log_softmax(x))", "softmax(x)", vectors),
    EqualPair("exp(x-logsumexp(x)*ones(n))", "softmax(x)", vectors),
    EqualPair("diag(softmax(x))-softmax(x)*softmax(x)'", "diag(softmax(x))*(eye(n)-ones(n)*softmax(x)')", vectors),
    EqualPair("softmax(x).*(y-ones(n)*softmax(x)'*y)", "(diag(softmax(x))-softmax(x)*softmax(x)')*y", vectors),
    EqualPair("-(y'*log(softmax(x)))", "-(y'*x)+sum(y)*logsumexp(x)", vectors),
    EqualPair("sum(y)*softmax(x)-y", "softmax(x)-y", vectors, assuming: "1'*y = 1"),
    EqualPair("sum(y)*softmax(x)-y", "softmax(x)-y", "x: vector(n);y: vector(n) simplex"),
    EqualPair("softmax(M,1)", "diag(1./(exp(M)*ones(n)))*exp(M)", vectors),
    EqualPair("softmax(M,1)*ones(n)", "ones(m)", vectors),
    EqualPair("softmax(M,0)", "softmax(M',1)'", vectors),
    EqualPair(
      "sum(Y,1)*ones(n)'.*softmax(Z,1)-Y", "softmax(Z,1)-Y", "Y: matrix(m,n);Z: matrix(m,n)", assuming: "sum(Y,1) = 1"),
    EqualPair("diag(Y*ones(n))*softmax(Z,1)-Y", "softmax(Z,1)-Y", "Y: matrix(m,n) onehot_rows;Z: matrix(m,n)"),
    EqualPair("softmax(vcat(s,t))[1,1]", "sigmoid(s-t)", vectors),
    EqualPair("max(x)", "argmax(x)'*x", vectors),
    EqualPair("max(M,1)", "max(M',0)'", vectors),
  ]

  /// Inverses, determinants, functions of whole matrices.
  static let matrixFunctions: [EqualPair] = [
    EqualPair("X*inv(X)", "eye(n)", squares),
    EqualPair("inv(X)*X*A", "A", squares),
    EqualPair("inv(A*B)", "inv(B)*inv(A)", squares),
    EqualPair("inv(X')", "inv(X)'", squares),
    EqualPair("inv(2*X)", "inv(X)/2", squares),
    EqualPair("inv(inv(X))", "X", squares),
    EqualPair("inv(S)'", "inv(S)", squares),
    EqualPair("inv(A+B)*A", "eye(n)-inv(A+B)*B", squares),
    EqualPair("inv(A+B)*(A+B)", "eye(n)", squares),
    EqualPair("A*inv(A+B)*B", "B*inv(A+B)*A", squares),
    EqualPair("inv(X'*X)", "inv(X)*inv(X')", squares),
    EqualPair("inv(M'*M)'", "inv(M'*M)", "M: matrix(m,n)"),
    EqualPair("M*inv(M'*M)*M'*M", "M", "M: matrix(m,n)"),
    EqualPair("inv(M'*M+s*eye(n))*M'*M", "eye(n)-s*inv(M'*M+s*eye(n))", "M: matrix(m,n);s: scalar"),
    EqualPair("inv(diag(x))", "diag(1./x)", vectors),
    EqualPair("inv(diag(x)*A)", "inv(A)*diag(1./x)", "x: vector(n);A: matrix(n,n)"),
    EqualPair("X^-2", "inv(X)*inv(X)", squares),
    EqualPair("X^3*inv(X)", "X^2", squares),
    EqualPair("det(A*B)", "det(B)*det(A)", squares),
    EqualPair("det(X')", "det(X)", squares),
    EqualPair("det(inv(X))", "1/det(X)", squares),
    EqualPair("det(2*X)", "2^n*det(X)", squares),
    EqualPair("logdet(A*B)", "logdet(A)+logdet(B)", squares),
    EqualPair("logdet(inv(X))", "-logdet(X)", squares),
    EqualPair("adj(X)", "det(X)*inv(X)", squares),
    EqualPair("tr(adj(X)*A)", "det(X)*tr(inv(X)*A)", squares),
    EqualPair("log(det(X))", "logdet(X)", squares),
    EqualPair("inv(Q)", "Q'", "Q: matrix(n,n) orthogonal"),
    EqualPair("expm(X')", "expm(X)'", squares),
    EqualPair("dexpm(X,A+2*B)", "dexpm(X,A)+2*dexpm(X,B)", squares),
    EqualPair("dexpm(X',A')", "dexpm(X,A)'", squares),
    EqualPair("pinv(M')", "pinv(M)'", "M: matrix(m,n)"),
    EqualPair("norm_nuclear(M)", "tr(polar(M)'*M)", "M: matrix(m,n)"),
  ]

  static let hypotheses: [EqualPair] = [
    EqualPair("A*X*B", "C*B", "A: matrix(m,k);X: matrix(k,n);B: matrix(n,p);C: matrix(m,n)", assuming: "A*X = C"),
    EqualPair("B'*X'*A'", "B'*C'", "A: matrix(m,k);X: matrix(k,n);B: matrix(n,p);C: matrix(m,n)", assuming: "A*X = C"),
    EqualPair("x'*X*y", "y'*X*x", squares + ";x: vector(n);y: vector(n)", assuming: "X = X'"),
    EqualPair("x'*X*x", "0", squares + ";x: vector(n)", assuming: "X' = -X"),
    EqualPair("x'*x", "1", vectors, assuming: "norm2(x) = 1"),
    EqualPair("relu(M*x)", "M*x", vectors, assuming: "step(M*x) = 1"),
    EqualPair("diag(step(M*x))*M", "M", vectors, assuming: "step(M*x) = 1"),
    EqualPair("sigmoid(x).*sum(y)", "sigmoid(x)", vectors, assuming: "sum(y) = 1"),
  ]

  /// Identities of the source documents that are no derivatives.
  static let identities: [EqualPair] = [
    EqualPair("tanh(s)", "(1-exp(-2*s))/(1+exp(-2*s))", vectors),
    EqualPair("tr((x*y')*M')", "tr(M'*(x*y'))", "x: vector(m);y: vector(n);M: matrix(m,n)"),
    EqualPair("-(y'*log(softmax(x)))", "-(y'*x)+(y'*ones(n))*log(ones(n)'*exp(x))", vectors),
    EqualPair(
      "tr(Y'*ones(n)*ones(n)'*(exp(Z).*d(Z))/(ones(n)'*exp(Z)))", "tr(Y'*ones(n)*softmax(Z)'*d(Z))",
      "Y: vector(n);Z: vector(n)"),
    EqualPair("d(X)*Y+X*d(Y)", "(d(X)'+0*d(X)')'*Y+X*d(Y)", "X: matrix(m,k);Y: matrix(k,n)"),
    EqualPair("softmax(x)", "exp(x)/(ones(n)'*exp(x))", vectors),
  ]

  static var all: [EqualPair] { multilinear + elementwise + softmax + matrixFunctions + hypotheses + identities }
}
