import Gradus

enum BatchCommand {
  static let command = Command(
    name: "batch", summary: "answer JSON Lines from standard input, a line each",
    usage: """
      usage: gradus batch < requests.jsonl

      Each line is an object with "expr" and "wrt", and if wanted "id", "vars", "assume", "wrt2", "order", "layout",
      "claim", "emit", "steps", "check", "sizes", "structured". One line is written for each, in order.

      example: echo '{"expr": "tr(A'\\''*X*B)", "wrt": "X", "emit": ["numpy"]}' | gradus batch
      """,
    run: { arguments in
      guard arguments.isEmpty else { throw UsageError(message: "unexpected \(arguments[0])") }
      while let line = readLine() {
        if line.allSatisfy(\.isWhitespace) { continue }
        Streams.output(Batch.answer(line))
      }
      return .done
    })
}
