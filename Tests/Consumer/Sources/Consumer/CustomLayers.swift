import Gradus

/// Layers that are written down once, as forward formulas.
enum CustomLayers {
  /// Tokens with their place: what stands at a place is learned.
  static func embedding() throws -> Layer {
    try Layer(
      "X*W + T*E", inputs: ["X: matrix(t,p)"], parameters: ["W: matrix(p,d)", "E: matrix(s,d)"],
      data: ["T: matrix(t,s) onehot_rows"])
  }

  /// A dense layer of which a second one says how much passes.
  static func gatedDense() throws -> Layer {
    try Layer(
      """
      gate = sigmoid(X*V + ones(t)*c')
      gate .* (X*W + ones(t)*b')
      """, inputs: ["X: matrix(t,i)"],
      parameters: ["W: matrix(i,h)", "b: vector(h)", "V: matrix(i,h)", "c: vector(h)"])
  }

  /// Each row divided by the root of its mean square, times a learned gain.
  static func rmsNorm() throws -> Layer {
    try Layer(
      """
      size = sqrt(mean(X.^2,1) + 1e-5*ones(t))
      (X ./ (size*ones(d)')) .* (ones(t)*g')
      """, inputs: ["X: matrix(t,d)"], parameters: ["g: vector(d)"])
  }

  /// One attention head; the mask M keeps the tokens of different images apart.
  static func attentionHead() throws -> Layer {
    try Layer(
      """
      Q = X*A
      K = X*B
      softmax(Q*K'/sqrt(k) + M, 1)*(X*C)
      """, inputs: ["X: matrix(t,d)"], parameters: ["A: matrix(d,k)", "B: matrix(d,k)", "C: matrix(d,d)"],
      data: ["M: matrix(t,t)"])
  }

  /// The mean over the tokens of each image, then a dense layer.
  static func readout() throws -> Layer {
    try Layer(
      "(P*X)*W + ones(n)*b'", inputs: ["X: matrix(t,h)"], parameters: ["W: matrix(h,o)", "b: vector(o)"],
      data: ["P: matrix(n,t)"])
  }

  /// The classifier: tokens in, a score for each class out.
  static func classifier() throws -> Layer {
    try Layer.sequential([
      "embed": embedding(), "first": rmsNorm(), "head": attentionHead().residual(), "second": rmsNorm(),
      "gate": gatedDense(), "read": readout(),
    ])
  }
}
