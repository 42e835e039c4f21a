import Gradus

enum DeriveCommand {
  private static let formats = ["text", "unicode", "latex", "markdown", "json"]

  static let command = Command(
    name: "derive", summary: "derive a gradient, Jacobian or Hessian, with steps and a numeric check",
    usage: """
      usage: gradus derive EXPR --wrt X[,Y...] [--var 'A: matrix(m,k) symmetric']... [--assume EQ]... [options]

        --wrt X            the variable, or several separated by commas
        --layout L         numerator or denominator; a gradient is in denominator layout if none is named
        --order N          1 (default) or 2
        --wrt2 Y           the variable of the second derivative
        --structured       X moves inside the structure that its attributes declare
        --form F           operator (dX -> ...) or vec, for matrix by matrix
        --steps            every step with its rule
        --format F         text (default), unicode, latex, markdown, json
        --emit LANGUAGE    also as code: \(DeriveRun.languages)
        --claim G          a derivative to be compared with finite differences; exit code 1 where it is wrong
        --plot FILE.svg    a picture of the error of differences against their step
        --heat FILE.svg    a picture of the error of every entry
        --no-check         skip the comparison with finite differences
        --seed N           seed of the sampled points

      example: gradus derive "-y'*log(softmax(z))" --wrt z --assume "1'*y = 1" --steps
      """,
    run: { arguments in
      let options = try Options(
        arguments,
        valued: [
          "wrt", "wrt2", "var", "assume", "layout", "order", "format", "emit", "seed", "form", "claim", "plot", "heat",
        ],
        flags: ["steps", "no-check", "structured"])
      guard let names = try options.one("wrt") else {
        throw UsageError(message: "--wrt is missing: by which variable?")
      }
      var run = DeriveRun(
        expression: try options.expression(),
        variables: names.split(separator: ",").map { String($0.filter { $0 != " " }) })
      run.declarations = options.all("var")
      run.assumptions = options.all("assume")
      run.second = try options.one("wrt2")
      let order = try options.choice("order", of: ["1", "2"], default: run.second == nil ? "1" : "2")
      run.order = order == "2" ? 2 : 1
      run.layout =
        try options.one("layout") == nil
        ? nil : Layout(rawValue: try options.choice("layout", of: Layout.allCases.map(\.rawValue), default: ""))
      run.format = try options.choice("format", of: formats, default: "text")
      run.form = try options.choice("form", of: ["operator", "vec"], default: "vec")
      run.emits = options.all("emit")
      run.showsSteps = options.has("steps")
      run.checks = !options.has("no-check")
      run.structured = options.has("structured")
      run.claim = try options.one("claim")
      (run.plot, run.heat) = (try options.one("plot"), try options.one("heat"))
      if run.variables.count > 1, run.claim ?? run.plot ?? run.heat != nil {
        let what = run.claim == nil ? "a picture" : "a claim"
        throw UsageError(message: "\(what) is of one derivative: name one variable with --wrt")
      }
      if let seed = try options.one("seed") {
        guard let number = UInt64(seed) else { throw UsageError(message: "--seed is a whole number, not \(seed)") }
        run.seed = number
      }
      let progress = EntryProgress()
      run.progress = { progress.show($0, of: $1) }
      let outcome = try run.perform()
      progress.clear()
      for picture in outcome.pictures { try TextFile.write(picture.text, to: picture.path) }
      Streams.output(outcome.text)
      for picture in outcome.pictures { Streams.complain("written: \(picture.path)") }
      for warning in outcome.warnings { Streams.complain("warning: \(warning)") }
      return outcome.agreed ? .done : .disagreed
    })
}
