import Gradus

enum EvalCommand {
  static let command = Command(
    name: "eval", summary: "evaluate an expression, and its central differences, at given numbers",
    usage: """
      usage: gradus eval EXPR [--let NAME=VALUE]... [--wrt X] [--var 'x: vector(n)']... [options]

      A value is a number, a vector [1,2], a matrix [[1,2],[3,4]] (or [1 2; 3 4]), or a file that ends in .npy, .csv,
      .tsv or .txt. Names take the shapes of their values; sizes that the text names, as in ones(n), follow from them.
        --let NAME=VALUE   a value of a variable or a size
        --wrt X            the derivative by X too, by central differences
        --layout L         numerator or denominator, of that derivative
        --var DECLARATION  a shape that the value must have
        --format F         text (default), json

      example: gradus eval "x'*A*x" --let 'A=[[1,2],[3,4]]' --let 'x=[1,0.5]' --wrt x
      """,
    run: { arguments in
      let options = try Options(arguments, valued: ["let", "wrt", "layout", "var", "format"], flags: [])
      var values: [(name: String, value: GivenValue)] = []
      for text in options.all("let") {
        let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        let name = parts[0].filter { $0 != " " }
        guard parts.count == 2, !name.isEmpty else { throw UsageError(message: "--let is NAME=VALUE, not \(text)") }
        guard !values.contains(where: { $0.name == name }) else {
          throw UsageError(message: "\(name) is given two values")
        }
        values.append((name, try GivenValue(String(parts[1]))))
      }
      var run = EvaluateRun(expression: try options.expression(), values: values)
      run.declarations = options.all("var")
      run.variable = try options.one("wrt")
      if try options.one("layout") != nil {
        run.layout = Layout(rawValue: try options.choice("layout", of: Layout.allCases.map(\.rawValue), default: ""))
      }
      run.format = try options.choice("format", of: ["text", "json"], default: "text")
      let progress = EntryProgress()
      run.progress = { progress.show($0, of: $1) }
      let outcome = try run.perform()
      progress.clear()
      Streams.output(outcome.text)
      for warning in outcome.warnings { Streams.complain("warning: \(warning)") }
      return .done
    })
}
