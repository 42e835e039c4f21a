@testable import Gradus

extension NotationTests {
  /// Constants, functions of matrices and of their entries.
  static let functions: [Row] = [
    Row(softmax(x) - y, "softmax(x)-y", "softmax(x) − y", #"\operatorname{softmax}\left(x\right) - y"#),
    Row(Expression.ones("n").T * x, "ones(n)'*x", "𝟏ᵀ x", #"\mathbf{1}^{\top} x"#),
    Row(.ones("m", "n"), "ones(m,n)", "𝟏𝟏ᵀ", #"\mathbf{1}\mathbf{1}^{\top}"#),
    Row(.zeros("n"), "zeros(n)", "𝟎", #"\mathbf{0}"#),
    Row(.zeros(1, "n"), "zeros(n)'", "𝟎", #"\mathbf{0}"#),
    Row(.identity("n"), "eye(n)", "I", "I"),
    Row(a * .identity("n") + S, "S+a*eye(n)", "S + a I", "S + a I"),
    Row(.scalar("n") * x, "n*x", "n x", "n x"),
    Row(.scalar(Dimension("m") + 1), "1+m", "1 + m", "1 + m"),
    Row(
      sum(X) / .scalar(Dimension("m") * Dimension("n")), "sum(X)/(m*n)", "sum(X)/(m n)",
      #"\frac{\operatorname{sum}\left(X\right)}{m n}"#),
    Row(mean(X), "mean(X)", "mean(X)", #"\operatorname{mean}\left(X\right)"#),
    Row(sum(X, axis: .rows), "sum(X,0)", "sum(X, 0)", #"\operatorname{sum}\left(X, 0\right)"#),
    Row(mean(X, axis: .columns), "mean(X,1)", "mean(X, 1)", #"\operatorname{mean}\left(X, 1\right)"#),
    Row(max(X, axis: .columns), "max(X,1)", "max(X, 1)", #"\max\left(X, 1\right)"#),
    Row(max(X, 0), "max(X,(0))", "max(X, 0)", #"\max\left(X, 0\right)"#),
    Row(max(0, X), "max(0,X)", "max(0, X)", #"\max\left(0, X\right)"#),
    Row(max(X, 2), "max(X,2)", "max(X, 2)", #"\max\left(X, 2\right)"#),
    Row(max(a, 0), "max(a,0)", "max(a, 0)", #"\max\left(a, 0\right)"#),
    Row(min(x, y), "min(x,y)", "min(x, y)", #"\min\left(x, y\right)"#),
    Row(argmax(x), "argmax(x)", "argmax(x)", #"\operatorname{argmax}\left(x\right)"#),
    Row(argmax(X, axis: .rows), "argmax(X,0)", "argmax(X, 0)", #"\operatorname{argmax}\left(X, 0\right)"#),
    Row(
      logsumexp(X, axis: .columns), "logsumexp(X,1)", "logsumexp(X, 1)",
      #"\operatorname{logsumexp}\left(X, 1\right)"#),
    Row(softmax(X, axis: .rows), "softmax(X,0)", "softmax(X, 0)", #"\operatorname{softmax}\left(X, 0\right)"#),
    Row(softmax(X, axis: .columns), "softmax(X,1)", "softmax(X, 1)", #"\operatorname{softmax}\left(X, 1\right)"#),
    Row(softmax(x, axis: .columns), "softmax(x,1)", "softmax(x, 1)", #"\operatorname{softmax}\left(x, 1\right)"#),
    Row(logSoftmax(x), "log_softmax(x)", "log_softmax(x)", #"\operatorname{log\,softmax}\left(x\right)"#),
    Row(kron(A, B), "kron(A,B)", "A ⊗ B", #"A \otimes B"#),
    Row(
      kron(A + A, B) * kron(B, A).T, "kron(2*A,B)*kron(B,A)'", "((2 A) ⊗ B) (B ⊗ A)ᵀ",
      #"\left(\left(2 A\right) \otimes B\right) \left(B \otimes A\right)^{\top}"#),
    Row(norm1(x), "norm1(x)", "‖x‖₁", #"\lVert x\rVert_{1}"#),
    Row(norm2(x).power(2), "norm2(x)^2", "‖x‖²", #"\lVert x\rVert^{2}"#),
    Row(norm2(X), "norm2(X)", "‖X‖_F", #"\lVert X\rVert_{F}"#),
    Row(normNuclear(X), "norm_nuclear(X)", "‖X‖_*", #"\lVert X\rVert_{*}"#),
    Row(abs(a), "abs(a)", "|a|", #"\lvert a\rvert"#),
    Row(abs(x), "abs(x)", "abs(x)", #"\operatorname{abs}\left(x\right)"#),
    Row(det(S) * inv(S).T, "det(S)*inv(S)'", "det(S) S⁻ᵀ", #"\det\left(S\right) S^{-\top}"#),
    Row(logdet(S), "logdet(S)", "logdet(S)", #"\log\det\left(S\right)"#),
    Row(dexpm(S, W), "dexpm(S,W_1)", "dexpm(S, W₁)", #"L_{\exp}\left(S, W_{1}\right)"#),
    Row(dot(x, y), "dot(x,y)", "dot(x, y)", #"\operatorname{dot}\left(x, y\right)"#),
    Row(A.T * dX, "A'*dX", "Aᵀ dX", #"A^{\top} \mathrm{d}X"#),
    Row(dX.T * X, "dX'*X", "(dX)ᵀ X", #"\left(\mathrm{d}X\right)^{\top} X"#),
    Row(
      sigmoid(x) ⊙ (1 - sigmoid(x)), "sigmoid(x).*(ones(n)-sigmoid(x))", "σ(x) ⊙ (𝟏 − σ(x))",
      #"\sigma\left(x\right) \odot \left(\mathbf{1} - \sigma\left(x\right)\right)"#),
    Row(leakyRelu(x, a), "leaky_relu(x,a)", "leaky_relu(x, a)", #"\operatorname{leakyrelu}\left(x, a\right)"#),
    Row(elu(x, a), "elu(x,a)", "elu(x, a)", #"\operatorname{elu}\left(x, a\right)"#),
    Row(Expression.pi * a, "pi*a", "π a", #"\pi a"#),
    Row(vec(X), "vec(X)", "vec(X)", #"\operatorname{vec}\left(X\right)"#),
    Row(diag(x) * S, "diag(x)*S", "diag(x) S", #"\operatorname{diag}\left(x\right) S"#),
    Row(diagonal(S), "diagonal(S)", "diagonal(S)", #"\operatorname{dg}\left(S\right)"#),
    Row(cube(x), "cube(x)", "cube(x)", #"\operatorname{cube}\left(x\right)"#),
    Row(.unit("n", 2), "unit(n,3)", "e₃", "e_{3}"),
    Row(
      .commutation("m", "n") * vec(X), "commutation(m,n)*vec(X)", "K_(m, n) vec(X)",
      #"K_{m, n} \operatorname{vec}\left(X\right)"#),
    Row(.vecDiagonal("n") * x, "vecdiag(n)*x", "D_(n) x", "D_{n} x"),
    Row(
      vec(X).unvec("n", "m"), "unvec(vec(X),n,m)", "unvec(vec(X), n, m)",
      #"\operatorname{vec}^{-1}\left(\operatorname{vec}\left(X\right), n, m\right)"#),
    Row(
      .placed(x, Dimension("n") + "p", 3, at: "p", 2), "place(x,n+p,3,p+1,3)", "place(x, n+p, 3, p+1, 3)",
      #"\operatorname{place}\left(x, n+p, 3, p+1, 3\right)"#),
    Row(
      .kroneckerLeft(kron(A, B), B, "m", "k"), "kron_left(kron(A,B),B,m,k)", "kron_left(A ⊗ B, B, m, k)",
      #"\operatorname{kronleft}\left(A \otimes B, B, m, k\right)"#),
    Row(hcat(X, X), "hcat(X,X)", "hcat(X, X)", #"\operatorname{hcat}\left(X, X\right)"#),
  ]
}
