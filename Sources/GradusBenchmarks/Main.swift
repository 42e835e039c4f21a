import Gradus
@main struct Main {
  static func show(_ name: String, _ text: String, _ declarations: [String], _ by: [String]) {
    do {
    let f = try DerivedFunction(text, declarations: declarations, by: by)
    print(name, "steps", f.stepCount)
    for (n, g) in zip(by, f.gradients) { print("  ", n, ":", g.textWithDefinitions(as: .ascii).prefix(3000)) }
    } catch { print(name, "ERROR", error) }
  }
  static func main() {
    show("quad", "x'*A*x", ["A: matrix(n,n)", "x: vector(n)"], ["x"])
    show("logreg", "sum(log(ones(m)+exp(-(y.*(X*w)))))", ["X: matrix(m,n)", "y: vector(m)", "w: vector(n)"], ["w"])
    show("softmax-ce", "-sum(Y.*log_softmax(Z,1))", ["Y: matrix(m,n) onehot_rows", "Z: matrix(m,n)"], ["Z"])
    show("softmax-ce-noattr", "-sum(Y.*log_softmax(Z,1))", ["Y: matrix(m,n)", "Z: matrix(m,n)"], ["Z"])
    show("mlp", "-sum(Y.*log_softmax(relu(relu(X*W1+ones(k)*b1')*W2+ones(k)*b2')*W3+ones(k)*b3',1))", ["Y: matrix(k,o) onehot_rows", "X: matrix(k,i)", "W1: matrix(i,p)", "b1: vector(p)", "W2: matrix(p,q)", "b2: vector(q)", "W3: matrix(q,o)", "b3: vector(o)"], ["W1", "b1", "W2", "b2", "W3", "b3"])
    show("logdet", "logdet(X)", ["X: matrix(n,n)"], ["X"])
    show("matfac", "norm2(M-U*V')^2", ["M: matrix(m,n)", "U: matrix(m,r)", "V: matrix(n,r)"], ["U", "V"])
    show("layernorm", "mu = mean(X,1); D = X - mu*ones(n)'; S = mean(D.^2,1) + 1e-5*ones(m); sum(G.*((ones(m)*gamma').*(D./(sqrt(S)*ones(n)'))+ones(m)*beta'))", ["X: matrix(m,n)", "G: matrix(m,n)", "gamma: vector(n)", "beta: vector(n)"], ["X", "gamma", "beta"])
    show("attention", "sum(G.*(softmax(Q*K'/sqrt(d),1)*V))", ["Q: matrix(m,d)", "K: matrix(n,d)", "V: matrix(n,e)", "G: matrix(m,e)"], ["Q", "K", "V"])
    show("logreg-hess", "sum(log(ones(m)+exp(-(y.*(X*w)))))", ["X: matrix(m,n)", "y: vector(m)", "w: vector(n)"], ["w"])
    show("gradcheck", "sum(log(ones(n,n)+exp(A*X)))+0.5*tr(X'*B*X)", ["X: matrix(n,n)", "A: matrix(n,n)", "B: matrix(n,n)"], ["X"])
  }
}
