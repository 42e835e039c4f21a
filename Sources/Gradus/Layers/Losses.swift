// The losses that most networks end in; any layer with a scalar output is one.

extension Layer {
  /// The cross-entropy of softmax along rows, a mean over the rows: L = −Σ Y⊙log softmax(Z) / n for one-hot rows Y.
  public static func crossEntropy() throws(LayerError) -> Layer {
    try Layer("L = -sum(Y.*log_softmax(Z,1))/n", inputs: ["Z: matrix(n,o)"], data: ["Y: matrix(n,o) onehot_rows"])
  }

  /// L = ‖Z − Y‖² / n over n rows.
  public static func squaredError() throws(LayerError) -> Layer {
    try Layer("L = norm2(Z-Y)^2/n", inputs: ["Z: matrix(n,o)"], data: ["Y: matrix(n,o)"])
  }

  /// The cross-entropy of a sigmoid, entry by entry: L = Σ (log(1 + e^Z) − Y⊙Z) / n for Y in [0, 1].
  public static func binaryCrossEntropy() throws(LayerError) -> Layer {
    try Layer("L = sum(softplus(Z)-Y.*Z)/n", inputs: ["Z: matrix(n,o)"], data: ["Y: matrix(n,o) unit_interval"])
  }
}
