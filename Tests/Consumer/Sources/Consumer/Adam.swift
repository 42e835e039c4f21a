import Gradus

/// Kingma and Ba, "Adam: a method for stochastic optimization" (2015), on a layer's parameters in place, with weights that
/// decay by themselves (Loshchilov and Hutter, "Decoupled weight decay regularization", 2019).
struct Adam {
  var rate: Float
  private let decay: Float
  private let memory: Float = 0.9
  private let squareMemory: Float = 0.999
  /// What the averages still owe to the zeros that they began with.
  private var debt: Float = 1
  private var squareDebt: Float = 1
  private var means: [String: [Float]] = [:]
  private var squares: [String: [Float]] = [:]

  init(_ run: LayerRun<Float>, rate: Float, decay: Float) throws {
    (self.rate, self.decay) = (rate, decay)
    for parameter in run.layer.parameters {
      let shape = try run.shape(of: parameter.name)
      means[parameter.name] = Array(repeating: 0, count: shape.rows * shape.columns)
    }
    squares = means
  }

  /// One step down along the gradients of the last backward pass.
  mutating func step(_ run: LayerRun<Float>) throws {
    debt *= memory
    squareDebt *= squareMemory
    let length = rate * (1 - squareDebt).squareRoot() / (1 - debt)
    let kept = 1 - rate * decay
    let (fresh, squareFresh) = (1 - memory, 1 - squareMemory)
    for name in run.layer.parameters.map(\.name) {
      // The dictionaries let go, so that the arrays change in place.
      guard var mean = means.removeValue(forKey: name), var square = squares.removeValue(forKey: name) else { continue }
      try run.update(name) { values, gradient in
        for i in values.indices {
          mean[i] += fresh * (gradient[i] - mean[i])
          square[i] += squareFresh * (gradient[i] * gradient[i] - square[i])
          values[i] = kept * values[i] - length * mean[i] / (square[i].squareRoot() + 1e-8)
        }
      }
      (means[name], squares[name]) = (mean, square)
    }
  }
}
