import Gradus

/// Trains the classifier and counts what it gets right.
struct Training {
  static let batch = 20

  private let digits: Digits
  private let classifier: Layer
  private let run: LayerRun<Float>
  private var random = Generator(state: 1)

  init(_ digits: Digits) throws {
    self.digits = digits
    classifier = try CustomLayers.classifier()
    let trained = try classifier.attaching(.crossEntropy())
    let sizes = ["t": Training.batch * Digits.side, "p": Digits.side, "s": Digits.side, "d": 32, "k": 16, "h": 64]
      .merging(["n": Training.batch, "o": Digits.classes]) { first, _ in first }
    run = try LayerRun(trained, sizes: sizes, gradientsBy: trained.parameters.map(\.name))
    try run.set(Digits.structure(batch: Training.batch))
    for parameter in trained.parameters { try run.set(parameter.name, initial(parameter.name)) }
  }

  /// Gains begin at 1, offsets at 0, weights are drawn so that values keep their size.
  private mutating func initial(_ name: String) throws -> [Float] {
    let (rows, columns) = try run.shape(of: name)
    if columns == 1 { return Array(repeating: name.hasSuffix("_g") ? 1 : 0, count: rows) }
    let reach = (6 / Float(rows + columns)).squareRoot()
    return (0..<rows * columns).map { _ in Float.random(in: -reach...reach, using: &random) }
  }

  /// Runs over the training images so often, and prints a line for each time.
  mutating func train(epochs: Int) throws {
    var adam = try Adam(run, rate: 4e-3, decay: 0.4)
    for epoch in 1...epochs {
      adam.rate = 4e-3 * (1 - Float(epoch - 1) / Float(epochs))
      let images = digits.training.shuffled(using: &random)
      var (loss, batches) = (0.0, 0)
      for start in stride(from: 0, through: images.count - Training.batch, by: Training.batch) {
        let batch = images[start..<start + Training.batch]
        try run.set("X", Digits.tokens(batch))
        try run.set("Y", Digits.targets(batch))
        try run.forward()
        loss += try run.loss
        batches += 1
        try run.backward()
        try adam.step(run)
      }
      if epoch % 10 == 0 || epoch == 1 { print("  epoch \(epoch): mean loss \(rounded(loss / Double(batches)))") }
    }
  }

  /// The share of test images that get their own class.
  func accuracy() throws -> Double {
    let scores = try LayerRun<Float>(classifier, sizes: run.sizes, gradientsBy: [])
    try scores.set(Digits.structure(batch: Training.batch))
    for parameter in classifier.parameters { try scores.set(parameter.name, run.value(of: parameter.name)) }
    var right = 0
    for start in stride(from: 0, to: digits.test.count, by: Training.batch) {
      // The last batch is filled up with images that do not count.
      let missing = max(0, start + Training.batch - digits.test.count)
      let images = digits.test[start...].prefix(Training.batch)
      try scores.set("X", Digits.tokens(images + digits.test.prefix(missing)))
      try scores.forward()
      let output = try scores.output
      for (row, image) in images.enumerated() {
        let best = (0..<Digits.classes).max { output[row, $0] < output[row, $1] }
        if best == image.label { right += 1 }
      }
    }
    return Double(right) / Double(digits.test.count)
  }
}

func rounded(_ value: Double) -> Double { (value * 1e4).rounded() / 1e4 }
