import Gradus

enum ShowCommand {
  private static let formats = ["text", "unicode", "latex", "mathml", "json", "tree"]

  static let command = Command(
    name: "show", summary: "parse an expression, infer shapes, print it",
    usage: """
      usage: gradus show EXPR [--var 'X: matrix(m,n) symmetric']... [--assume EQ]... [--format FORMAT]

      Prints the expression, its shape, and every variable with its sizes, declared or inferred.
        --format   text (default), unicode, latex, mathml, json, tree

      example: gradus show "sum(log(ones(m)+exp(-y.*(X*w))))"
      """,
    run: { arguments in
      let options = try Options(arguments, valued: ["var", "assume", "format"], flags: [])
      let format = try options.choice("format", of: formats, default: "text")
      let reader = Reader(
        try options.expression(), declarations: options.all("var"), assumptions: options.all("assume"))
      let reading = try reader.document()
      switch format {
      case "unicode": Streams.output(reading.expression.unicode)
      case "latex": Streams.output(reading.expression.latex)
      case "mathml": Streams.output(reading.expression.mathML)
      case "json": Streams.output(reading.expression.json)
      case "tree": Streams.output(reading.expression.tree)
      default:
        Streams.output("\(reading.expression)")
        Streams.output("  result \(reading.expression.shape)")
        for variable in reading.variables { Streams.output("  \(variable)") }
      }
      for warning in reading.warnings { Streams.complain("warning: \(warning)") }
      return .done
    })
}
