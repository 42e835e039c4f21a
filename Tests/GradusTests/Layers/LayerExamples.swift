@testable import Gradus

/// Layers with lines, without, with scalar and matrix outputs, data, and variables used in several lines.
enum LayerExamples {
  static let all: [(name: String, make: @Sendable () throws -> Layer)] = [
    ("dense", dense), ("gated", gated), ("norm", norm), ("attention", attention), ("perceptron", perceptron),
    ("skip", skip), ("bilinear", bilinear), ("logistic", logistic), ("quadratic", quadratic),
  ]

  @Sendable static func dense() throws -> Layer {
    try Layer(
      "relu(X*W+ones(n)*b')", inputs: ["X: matrix(n,i)"], parameters: ["W: matrix(i,o)", "b: vector(o)"])
  }

  @Sendable static func gated() throws -> Layer {
    try Layer(
      """
      G = sigmoid(X*V + ones(n)*c')
      H = X*W +
        ones(n)*b'
      G .* H
      """, inputs: ["X: matrix(n,i)"],
      parameters: ["W: matrix(i,o)", "V: matrix(i,o)", "b: vector(o)", "c: vector(o)"])
  }

  @Sendable static func norm() throws -> Layer {
    try Layer(
      "r = mean(X.^2,1) + 1e-5*ones(n); Y = (X./(sqrt(r)*ones(d)')).*(ones(n)*g')", inputs: ["X: matrix(n,d)"],
      parameters: ["g: vector(d)"])
  }

  @Sendable static func attention() throws -> Layer {
    try Layer(
      "Q = X*A; K = X*B; V = X*C; softmax(Q*K'/sqrt(k),1)*V", inputs: ["X: matrix(n,d)"],
      parameters: ["A: matrix(d,k)", "B: matrix(d,k)", "C: matrix(d,k)"])
  }

  @Sendable static func perceptron() throws -> Layer {
    try Layer(
      """
      H = relu(X*W1+ones(n)*b1')
      Z = H*W2+ones(n)*b2'
      L = -sum(Y.*log_softmax(Z,1))/n
      """, inputs: ["X: matrix(n,i)"],
      parameters: ["W1: matrix(i,h)", "b1: vector(h)", "W2: matrix(h,o)", "b2: vector(o)"],
      data: ["Y: matrix(n,o) onehot_rows"])
  }

  /// W stands in three lines, X in two.
  @Sendable static func skip() throws -> Layer {
    try Layer(
      "H = tanh(X*W); K = tanh(H*W) + X; K*W", inputs: ["X: matrix(n,d)"], parameters: ["W: matrix(d,d)"])
  }

  /// Each parameter is the other one's gradient.
  @Sendable static func bilinear() throws -> Layer {
    try Layer("sum(U.*V)", inputs: [], parameters: ["U: matrix(n,d)", "V: matrix(n,d)"])
  }

  @Sendable static func logistic() throws -> Layer {
    try Layer(
      "s = sum(log(ones(m)+exp(-(y.*(X*w))))); s + a*norm2(w)^2", inputs: ["X: matrix(m,n)"],
      parameters: ["w: vector(n)"], data: ["y: vector(m) signs", "a: scalar"])
  }

  @Sendable static func quadratic() throws -> Layer {
    try Layer("x'*A*x", inputs: ["x: vector(n)"], parameters: ["A: matrix(n,n)"], assuming: ["A' = A"])
  }
}
