import Testing
@testable import Gradus

func show(_ f: Expression, _ x: Variable) {
  let store = Store()
  let node = f.store.guarded { store.adopt(f.node, from: $0) }
  do {
    let d = try Deriver.derive(DerivationRequest(function: node, variable: x), in: store)
    print(store.text(node), " by", x.name, "| d =", store.text(d.differential), "| =>", d.result.map { store.text($0) } ?? "-", d.assumptions, d.notes)
  } catch { print(store.text(node), "ERROR", error) }
}

@Test func scratch() {
  let A = Variable("A", Shape("m", "k")), X = Variable("X", Shape("m", "n")), B = Variable("B", Shape("n", "k"))
  let x = Variable("x", Shape("n", 1)), y = Variable("y", Shape("n", 1)), S = Variable("S", Shape("n", "n")), Q = Variable("Q", Shape("n", "n"))
  let (a, xx, b) = (Expression(A), Expression(X), Expression(B))
  let v = Expression(x), w = Expression(y), s = Expression(S), q = Expression(Q)
  show(tr(a.T * xx * b), X)
  show(v.T * s * v, x)
  show(logdet(s), S)
  show(det(s), S)
  show(tr(inv(s) * q), S)
  show(-(w.T * log(softmax(v))), x)
  show(norm2(s * v - w), x)
  show(norm2(s * v - w).power(2), x)
  show((v.T * s * v) / (v.T * v), x)
  show(softmax(v), x)
  show(sigmoid(v), x)
  show(sum(log(1 + exp(-w ⊙ (s * v)))), x)
  show(det(xx.T * a * a.T * xx), X)
  show(tr(kron(s, q)), S)
  show(sum(sigmoid(s * v)), S)
  show(s * v, x)
  show(v * v.T * w, x)
  show(exp(v * v.T) * w, x)
  show(logsumexp(v), x)
  show(sum(relu(s * v)), x)
  show(-(w.T * log(sigmoid(v)) + (1 - w).T * log(1 - sigmoid(v))), x)
  show(xx.T * xx, X)
  show(inv(s), S)
  show(s ⊙ s, S)
}
