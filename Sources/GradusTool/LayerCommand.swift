import Gradus

enum LayerCommand {
  static let command = Command(
    name: "layer", summary: "derive the backward pass of a layer from its forward formula",
    usage: """
      usage: gradus layer FILE [--layout numerator|denominator] [--format text|unicode|json] [--no-check] [--seed N]

      Prints the forward pass, the derivation line by line from the end, and the gradients by every input and parameter.
      A file names a key to a line; indented lines go on with the key above:

        layer perceptron
        input X: matrix(n,i)
        parameters
          W1: matrix(i,h); b1: vector(h)
          W2: matrix(h,o); b2: vector(o)
        data Y: matrix(n,o) onehot_rows
        forward
          H = relu(X*W1 + ones(n)*b1')
          Z = H*W2 + ones(n)*b2'
        loss -sum(Y.*log_softmax(Z,1))/n

      Also: assume EQ, layout numerator|denominator. Without a loss the gradient by the output is given, as Zbar for Z.
      Exit code 1 where a gradient disagrees with finite differences, 65 where the file is wrong.

      example: gradus layer perceptron.layer --layout numerator
      """,
    run: { arguments in
      let options = try Options(arguments, valued: ["layout", "format", "seed"], flags: ["no-check"])
      guard let path = options.operands.first else { throw UsageError(message: "which FILE?") }
      if options.operands.count > 1 {
        throw UsageError(message: "unexpected \(options.operands[1]); one file at a time")
      }
      let layout =
        try options.one("layout") == nil
        ? nil : Layout(rawValue: try options.choice("layout", of: Layout.allCases.map(\.rawValue), default: ""))
      let seed = try options.one("seed") ?? "1"
      guard let seed = UInt64(seed) else { throw UsageError(message: "--seed is a whole number, not \(seed)") }
      let outcome = try LayerReport.outcome(
        path: path, layout: layout,
        format: try options.choice("format", of: ["text", "unicode", "json"], default: "text"),
        checks: !options.has("no-check"), seed: seed)
      Streams.output(outcome.text)
      return outcome.agreed ? .done : .disagreed
    })
}
