/// A derivation laid out for a person or a program.
struct DerivationReport {
  let derivation: Derivation
  let check: GradientCheck?
  /// What became of the derivative that someone claims.
  let claimed: GradientCheck?
  let stepCheck: StepCheck?
  let run: DeriveRun

  private var store: Store { derivation.store }
  private var request: DerivationRequest { derivation.request }

  func text(_ warnings: inout [String]) throws -> String {
    if run.format == "json" { return json.description }
    var parts = derivation.isContinued ? [] : [head]
    if run.showsSteps, let steps { parts.append(steps) }
    parts.append(([result] + remarks).joined(separator: "\n"))
    let isOperator = run.form == "operator"
    if let node = isOperator ? derivation.operatorForm.node : derivation.result {
      let parameters = isOperator ? derivation.operatorForm.parameters : request.parameters(in: store)
      for language in run.emits {
        guard let generator = Generator.all.first(where: { $0.name == language }) else {
          warnings.append("no generator is called \(language); there are \(DeriveRun.languages)")
          continue
        }
        parts.append(try generator.function(store, node, parameters))
      }
    }
    return parts.joined(separator: "\n\n")
  }

  private var dialect: Dialect {
    switch run.format {
    case "unicode": .unicode
    case "latex", "markdown": .latex
    default: .ascii
    }
  }

  private var isMarkup: Bool { run.format == "latex" || run.format == "markdown" }

  /// With the names that the text gave, or where it is long with names for what it repeats.
  private func written(_ node: Node) -> String {
    var writer = Writer(store: store, dialect: dialect)
    if store[node].size > DerivationReport.largestPlain {
      return writer.text(naming: Definitions(in: [node], of: store), in: node)
    }
    writer.names = Dictionary(request.names.map { ($0.node, $0.name) }) { first, _ in first }
    return writer.text(of: node)
  }

  private static let largestPlain = 400

  private func mathematics(_ text: String) -> String {
    switch run.format {
    case "latex": "\\[ \(text) \\]"
    case "markdown": "$$\(text)$$"
    default: text
    }
  }

  private var head: String {
    var defined: Set<String> = []
    let definitions = request.names.filter { defined.insert($0.name).inserted }
      .map { mathematics("\(dialect.name($0.name)) = " + written($0.node)) }
    let isSecond = SecondDifferential(request, in: store) != nil
    let plain = derivation.functionName
    let name = isSecond ? isMarkup ? "\\mathrm{d}^2 \(plain)" : "d2\(plain)" : plain
    let function = definitions + [mathematics("\(name) = " + written(request.function))]
    let declared = isMarkup ? [] : request.parameters(in: store).map { "  \($0)" }
    return (function + declared).joined(separator: "\n")
  }

  /// The steps laid out; nil where there are none.
  private var steps: String? {
    let given = Set(request.names.map { dialect.name($0.name) })
    let lines = derivation.lines(as: dialect).filter { $0.rule != "let" || !given.contains($0.before) }
    if lines.isEmpty { return nil }
    switch run.format {
    case "latex":
      let rows = lines.map { "  \($0.before) &= \($0.after) && \\text{\(label($0).replacing("_", with: "\\_"))} \\\\" }
      return (["\\begin{align*}"] + rows + ["\\end{align*}"]).joined(separator: "\n")
    case "markdown":
      return lines.enumerated().map { "\($0 + 1). $\($1.before) = \($1.after)$ — `\($1.rule)`\(grounds($1))" }
        .joined(separator: "\n")
    default:
      let equations = lines.map { $0.rule == "let" ? "let \($0.before) = \($0.after)" : "\($0.before) = \($0.after)" }
      let width = min(equations.map(\.count).max() ?? 0, 64)
      return zip(equations, lines).map { equation, line in
        let padding = String(repeating: " ", count: max(width - equation.count, 0))
        return line.rule == "let" ? "  \(equation)" : "  \(equation)\(padding)   \(label(line))"
      }.joined(separator: "\n")
    }
  }

  private func label(_ line: StepLine) -> String { line.rule + grounds(line) }

  private func grounds(_ line: StepLine) -> String {
    let assumed = line.assumption.map { [$0] } ?? []
    let all = assumed.map { "assuming \($0)" } + line.cites
    return all.isEmpty ? "" : " (\(all.joined(separator: "; ")))"
  }

  private var result: String {
    let second = request.second ?? request.variable
    let function = derivation.functionName
    let name =
      request.order == 1
      ? "d\(function)/d\(request.variable.name)"
      : request.second == nil
        ? "d2\(function)/d\(request.variable.name)2"
        : "d2\(function)/d\(request.variable.name)d\(second.name)"
    let shape = derivation.result.map { store.shape($0) }
    if run.form == "operator" || derivation.result == nil {
      let differential = written(derivation.differential)
      let gradient = request.order == 2 && store.isScalar(request.function)
      let name = gradient ? "d(d\(function)/d\(request.variable.name))" : "d\(function)"
      return mathematics("\(isMarkup ? "\\mathrm{d}\(function)" : name) = \(differential)")
    }
    let value = derivation.result.map(written) ?? ""
    if isMarkup {
      let variable = Writer(store: store, dialect: .latex).text(of: store.variable(request.variable))
      return mathematics("\\frac{\\partial \(function)}{\\partial \(variable)} = \(value)")
    }
    let size = shape.map { "\($0.rows) × \($0.columns)" } ?? ""
    return "\(name) = \(value)\n  \(size), \(derivation.layout.rawValue) layout"
  }

  private var remarks: [String] {
    var lines = derivation.assumptions.map { "  assuming \($0)" } + derivation.notes.map { "  \($0)" }
    if let stepCheck { lines.append("  " + Diagnostic.text(of: stepCheck)) }
    if let check { lines.append(indented(check)) }
    if let claimed { lines.append("  claim \(run.claim ?? "")\n" + indented(claimed)) }
    return lines
  }

  private func indented(_ check: GradientCheck) -> String {
    Diagnostic.text(of: check).split(separator: "\n").map { "  \($0)" }.joined(separator: "\n")
  }

  private var json: JSON {
    .fields([
      ("function", .string(store.text(request.function))), ("variable", .string(request.variable.name)),
      ("derivative", derivation.result.map { .string(store.text($0)) }),
      ("differential", .string(store.text(derivation.differential))), ("layout", .string(derivation.layout.rawValue)),
      ("assumptions", .strings(derivation.assumptions)), ("notes", .strings(derivation.notes)),
      (
        "steps",
        run.showsSteps
          ? .array(
            derivation.lines(as: .ascii).map { line in
              .fields([
                ("rule", .string(line.rule)), ("cites", .strings(line.cites)), ("before", .string(line.before)),
                ("after", .string(line.after)), ("stage", .string(line.stage)),
                ("place", line.place.map { .string($0) }),
                ("assumption", line.assumption.map { .string($0) }),
              ])
            }) : nil
      ),
      ("check", check?.json), ("claim", claimed?.json),
    ])
  }
}
