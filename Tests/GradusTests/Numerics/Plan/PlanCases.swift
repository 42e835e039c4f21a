@testable import Gradus

/// Expressions that between them use every operation, every way to spread and every way to multiply.
enum PlanCases {
  static let declarations = [
    "A: matrix(m,n)", "B: matrix(m,n)", "C: matrix(n,k)", "D: matrix(m,k)", "S: matrix(n,n)", "T: matrix(n,n)",
    "W: matrix(m,m)", "x: vector(n)", "y: vector(n)", "z: vector(m)", "u: vector(k)", "s: scalar", "t: scalar",
    "r: matrix(1,n)",
  ]

  static let texts = [
    // Leaves.
    "2.5", "pi", "n", "A", "A'", "r", "r'", "zeros(m,n)", "ones(m,n)", "eye(n)", "ones(n)", "s", "0*A",
    // Sums and entrywise products, with everything that can be spread.
    "A+B", "A-2*B+A", "2*A-3*ones(m,n)", "s*A+t*B", "A+z*ones(n)'", "A+ones(m)*x'", "A+ones(m)*r", "s*ones(m,n)+A",
    "A.*B", "A.*B.*A", "(z*ones(n)').*A.*(ones(m)*x')", "A.*(s*ones(m,n))", "A'.*B'", "A'+B'", "(A'.*(C*D'))*z",
    "S.*S'+S'", "S+S'", "S-S'", "S.*T'.*S", "(S.*T')*(S'.*T)", "z*x'", "z*x'+A", "(z*x').*A", "x*x'", "s*t-s", "s*x",
    "x'.*y'",
    "s*r+x'", "-A", "-(A*x)", "A.*A", "S.*eye(n)", "S+eye(n)", "S+s*eye(n)", "diag(x)+diag(y)", "diag(x).*diag(y)",
    "diag(x).*S",
    // Products and chains.
    "A*x", "A'*z", "x'*A'", "r*x", "x'*y", "x'*S*y", "A*C", "A*C*u", "A*C*D'", "D*C'*A'*W", "A'*A*x", "x*y'*S",
    "S*x*y'*S",
    "A*C*C'*x", "W*(A*C)*(A*C)'", "(A*C)'", "(S+S')*x", "(S-2*S'+T)*x", "(A.*B)*x", "(A.*B)'*z", "2*(A*C)*3", "s*(A*C)",
    "s*(A*C)+t*D",
    "A*C+D", "A*C-B*C", "(A*C-D)*u", "2*A*C-3*B*C+D", "A*C*u-z", "(A*C-D)'*(A*C-D)", "s*t*A*x", "(z*ones(n)')*C",
    "(ones(m)*x')*C",
    "A*(x*ones(k)')", "A*ones(n,k)", "ones(k,m)*A", "A*ones(n)", "ones(m)'*A", "ones(m)'*A*ones(n)",
    "A*ones(n)*ones(n)'",
    "diag(z)*A", "A*diag(x)", "diag(z)*A*diag(x)", "diag(x)*diag(y)", "diag(x)*x", "A*(diag(x)-s*x*ones(n)')",
    "A*(diag(x)-x*x')",
    "(eye(n)-x*x'/(x'*x))*C", "(diag(x)+S)*C", "(diag(x)+S)*y", "S^2", "S^3", "(A.*B)*(diag(x)-y*ones(n)'/n)*S",
    // Inverses and determinants.
    "inv(S)", "inv(S)'", "inv(S')", "inv(S)*C", "inv(S)'*C", "A*inv(S)", "D'*W*inv(W)", "inv(S)*x", "x'*inv(S)*y",
    "x'*inv(S)",
    "logdet(S)+det(S)", "det(S)*inv(S)'", "logdet(S')", "logdet(S)*inv(S)*x", "inv(S)*x*y'*inv(S)", "inv(s*ones(1,1))",
    "pinv(A)", "adj(S)",
    "polar(A)", "expm(S)", "logm(S*S')", "dexpm(S,T)", "dlogm(S*S',T)",
    // Functions of entries.
    "exp(A)", "log(A)", "abs(A-B)", "sign(A-B)", "step(A-B)", "relu(A-B)", "step(A-B).*relu(A-B)", "sin(A)+cos(A)",
    "tan(A)", "cot(A)", "sec(A)", "csc(A)",
    "asin(A/3)", "acos(A/3)", "atan(A)", "acot(A)", "sinh(A)", "cosh(A)", "tanh(A)", "coth(A)", "sech(A)", "csch(A)",
    "sigmoid(A-B)", "leaky_relu(A-B,0.1)", "elu(A-B,s)", "gelu(A)", "silu(A-B)", "softplus(A-B)", "erf(A)", "max(A,B)",
    "min(A,B)",
    "max(A,s)", "min(s,A)", "max(A,0.7)", "max(s,t)", "A.^2", "A.^3", "A.^4", "A.^-1", "A.^-2", "A.^0.5", "A.^-0.5",
    "A.^1.7", "A.^s", "2.^A", "A.^B", "A./B",
    "s^2", "s^t", "x./y", "exp(A')", "exp(z*ones(n)')", "exp(z*ones(n)'+ones(m)*x')", "log(ones(m)+exp(-(z.*(A*x))))",
    "tanh(A*C+z*ones(k)')",
    "sqrt(A)./(sqrt(z)*ones(n)')", "let mish(v) = v.*tanh(softplus(v)); mish(A)", "log(A,2)", "pow(s,A)",
    // Reductions.
    "sum(A)", "sum(A,0)", "sum(A,1)", "mean(A)", "mean(A,0)", "mean(A,1)", "max(A)", "max(x)", "max(z*ones(n)')",
    "sum(A.*B)", "sum(A.*B,1)", "sum(A.*B,0)",
    "sum(A.^2)", "sum((A-B).^2,1)", "sum((z*ones(n)').*A,0)", "sum((z*ones(n)').*A.*B,1)", "sum((ones(m)*x').*A,0)",
    "sum(z*ones(n)')", "sum(z*x',0)",
    "sum(diag(x),1)", "sum(exp(A*C))", "sum(s*A,0)", "tr(S)", "tr(S*T)", "tr(S'*T)", "tr(A'*B)", "tr(A*C*D')",
    "tr(diag(x))", "tr(S+T)", "diagonal(S)",
    "diagonal(A*B')", "diagonal(A*C*D')", "diagonal(A*diag(x)*B')./z", "diagonal(S+diag(x))", "diagonal(S.*T)",
    "diagonal(x*y')", "diag(diagonal(A*B'))",
    "norm1(A-B)", "norm2(A)", "norm2(x-y)", "norm2(A-D*C')^2", "norm_nuclear(A)", "dot(x,y)", "inner(A,B)",
    "logsumexp(x)", "logsumexp(A)", "logsumexp(A,0)",
    "logsumexp(A,1)", "softmax(x)", "softmax(A,0)", "softmax(A,1)", "log_softmax(x)", "log_softmax(A,0)",
    "log_softmax(A,1)", "softmax(A*C/sqrt(k),1)*C'",
    "softmax(A',0)-B'", "softmax(1000*A,1)", "argmax(x)", "sum(A.*(softmax(A*S,1)-B),1)", "A-sum(A,1)*ones(n)'/n",
    "sum(A.*B,1)*ones(n)'+ones(m)*sum(A,0)", "sum(sum(A,1).*z)", "(A-ones(m)*mean(A,0))./(ones(m)*sqrt(mean(A.^2,0)))",
    // Rearrangements.
    "vec(A)", "vec(x)", "kron(A,C)", "kron(x,y)", "hcat(A,B)", "vcat(A,B)", "hcat(z,A)", "A[2,1]", "A[1,:]", "A[:,2]",
    "commutation(m,n)*vec(A)", "vecdiag(n)*x",
    "A[1,:]*C", "A[:,1]+z", "vec(A*C)'*vec(D)",
  ]

  /// The functions of the benchmarks, with the variables of their gradients.
  static let functions: [(text: String, declarations: [String], by: [String])] = [
    ("x'*A*x", ["A: matrix(n,n)", "x: vector(n)"], ["x"]),
    ("sum(log(ones(m)+exp(-(y.*(X*w)))))", ["X: matrix(m,n)", "y: vector(m)", "w: vector(n)"], ["w"]),
    ("-sum(Y.*log_softmax(Z,1))", ["Y: matrix(m,n)", "Z: matrix(m,n)"], ["Z"]),
    (
      "H1 = relu(X*W1+ones(m)*b1'); H2 = relu(H1*W2+ones(m)*b2'); -sum(Y.*log_softmax(H2*W3+ones(m)*b3',1))",
      [
        "Y: matrix(m,o)", "X: matrix(m,i)", "W1: matrix(i,p)", "b1: vector(p)", "W2: matrix(p,q)", "b2: vector(q)",
        "W3: matrix(q,o)", "b3: vector(o)",
      ], ["W1", "b1", "W2", "b2", "W3", "b3"]
    ),
    ("logdet(X)", ["X: matrix(n,n)"], ["X"]),
    ("norm2(M-U*V')^2", ["M: matrix(m,n)", "U: matrix(m,k)", "V: matrix(n,k)"], ["U", "V"]),
    (
      "D = X - mean(X,1)*ones(n)'; S = mean(D.^2,1) + 1e-5*ones(m); sum(G.*((ones(m)*gamma').*(D./(sqrt(S)*ones(n)'))+ones(m)*beta'))",
      ["X: matrix(m,n)", "G: matrix(m,n)", "gamma: vector(n)", "beta: vector(n)"], ["X", "gamma", "beta"]
    ),
    (
      "sum(G.*(softmax(Q*K'/sqrt(d),1)*V))", ["Q: matrix(m,d)", "K: matrix(n,d)", "V: matrix(n,o)", "G: matrix(m,o)"],
      ["Q", "K", "V"]
    ),
  ]
}
