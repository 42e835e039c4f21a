import Foundation
import Gradus

/// Checks the gradients of three custom layers and of the classifier made of them, then trains it on handwritten digits.
@main
enum Main {
  static let wanted = 0.95

  static func main() throws {
    var failures = 0
    let layers: [(String, Layer)] = [
      ("gated dense", try CustomLayers.gatedDense()), ("RMS norm", try CustomLayers.rmsNorm()),
      ("attention head", try CustomLayers.attentionHead()),
      ("classifier", try CustomLayers.classifier().attaching(.crossEntropy())),
    ]
    for (name, layer) in layers {
      let check = layer.check()
      print("\(name): \(check)")
      if !check.passed { failures += 1 }
    }
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Data/digits.txt")
    let digits = try Digits(contentsOf: file)
    print("digits: \(digits.training.count) images to learn from, \(digits.test.count) to be tested on")
    let clock = ContinuousClock()
    var training = try Training(digits)
    let duration = try clock.measure { try training.train(epochs: 30) }
    let accuracy = try training.accuracy()
    print("test accuracy \(rounded(accuracy)) after \(duration.formatted())")
    if accuracy < wanted {
      print("below the accuracy wanted, \(wanted)")
      failures += 1
    }
    if failures > 0 { exit(1) }
  }
}
