/// A layer laid out for a person or a program.
package struct LayerReport {
  private let layer: Layer
  private let title: String
  private let layout: Layout
  private let check: LayerCheck?
  /// In "text", "unicode" or "json".
  private let format: String

  /// What is printed, and whether the check agreed.
  package struct Outcome {
    package let text: String
    package let agreed: Bool
  }

  /// Reads a layer's file, derives, checks if wanted, and lays out; a layout named here goes before the file's.
  package static func outcome(
    path: String, layout: Layout?, format: String, checks: Bool, seed: UInt64
  ) throws -> Outcome {
    let file = try LayerFile(TextFile.read(path), file: path)
    let layer = try file.layer()
    let report = LayerReport(
      layer: layer, title: file.name, layout: layout ?? file.layout ?? .denominator,
      check: checks ? layer.check(seed: seed) : nil, format: format)
    return Outcome(text: report.text, agreed: report.check?.passed ?? true)
  }

  private var dialect: Dialect { format == "unicode" ? .unicode : .ascii }

  private var text: String {
    if format == "json" { return json.description }
    return [head, forward, LayerReport.text(of: layer.derivation(as: dialect)), gradients].joined(separator: "\n\n")
  }

  private var head: String {
    let declared =
      layer.inputs.map { ("input", $0) } + layer.parameters.map { ("parameter", $0) } + layer.data.map { ("data", $0) }
    let given = layer.form.assumptions.map { "  assume     \($0.store.text($0.left)) = \($0.store.text($0.right))" }
    return (["layer \(title)"] + declared.map { "  \(LayerReport.padded($0, 10)) \($1)" } + given)
      .joined(separator: "\n")
  }

  private var forward: String {
    let rows = layer.form.stages.map { stage in
      (
        equation: "\(stage.name) = \(Writer(store: stage.store, dialect: dialect).text(of: stage.node))",
        remark: LayerReport.size(stage.variable.shape)
      )
    }
    return "forward\n" + LayerReport.columns(rows)
  }

  private var gradients: String {
    let found = layer.namedGradients(layout, as: dialect)
    let rows = found.map { (equation: "\($0.name) = \($0.text)", remark: LayerReport.size($0.shape)) }
    let given = layer.upstream.map { "\($0.name) = dL/d\(layer.output.name) given, " } ?? ""
    var lines = ["gradients, \(given)\(layout.rawValue) layout", LayerReport.columns(rows)]
    lines += layer.assumptions.map { "  assuming \($0)" } + layer.notes.map { "  \($0)" }
    if let check { lines.append("  \(check)") }
    return lines.joined(separator: "\n")
  }

  /// The derivation, a section for each line of the forward pass.
  static func text(of derivation: LayerDerivation) -> String {
    derivation.lines.map { line in
      let given = line.cotangent.map { ", given \($0) = dL/d\(line.name)" } ?? ""
      var lines = ["backward from \(line.name) = \(line.formula)\(given)"]
      let rows = line.gradients.flatMap(\.steps).map { step in
        let grounds = (step.assumption.map { ["assuming \($0)"] } ?? []) + step.cites
        let remark = step.rule + (grounds.isEmpty ? "" : " (\(grounds.joined(separator: "; ")))")
        return (equation: "\(step.before) = \(step.after)", remark: remark)
      }
      lines.append(columns(rows))
      return lines.joined(separator: "\n")
    }.joined(separator: "\n\n")
  }

  private static let widest = 64

  private static func columns(_ rows: [(equation: String, remark: String)]) -> String {
    let width = min(rows.map(\.equation.count).max() ?? 0, widest)
    return rows.map { "  \(padded($0.equation, width))   \($0.remark)" }.joined(separator: "\n")
  }

  private static func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }

  private static func size(_ shape: Shape) -> String {
    shape.isScalar ? "scalar" : "\(shape.rows) × \(shape.columns)"
  }

  private var json: JSON {
    let derivation = layer.derivation
    return .fields([
      ("layer", .string(title)), ("layout", .string(layout.rawValue)),
      ("inputs", .strings(layer.inputs.map(\.description))),
      ("parameters", .strings(layer.parameters.map(\.description))), ("data", .strings(layer.data.map(\.description))),
      (
        "forward",
        .array(
          layer.form.stages.map { stage in
            .fields([("name", .string(stage.name)), ("formula", .string(stage.store.text(stage.node)))])
          })
      ),
      ("derivation", .array(derivation.lines.map(LayerReport.json))),
      (
        "gradients",
        .array(
          layer.namedGradients(layout, as: .ascii).map { gradient in
            .fields([
              ("name", .string(gradient.name)), ("gradient", .string(gradient.text)),
              ("shape", .strings([gradient.shape.rows.description, gradient.shape.columns.description])),
            ])
          })
      ),
      ("assumptions", .strings(layer.assumptions)), ("notes", .strings(layer.notes)),
      (
        "check",
        check.map {
          .fields([
            ("passed", .bool($0.passed)), ("maxRelativeError", .number($0.maximumRelativeError)),
            ("comparisons", .integer($0.comparisons)),
          ])
        }
      ),
    ])
  }

  private static func json(_ line: LayerDerivation.Line) -> JSON {
    .fields([
      ("line", .string(line.name)), ("given", line.cotangent.map { .string($0) }),
      (
        "gradients",
        .array(
          line.gradients.map { gradient in
            .fields([
              ("variable", .string(gradient.variable)), ("gradient", .string(gradient.expression)),
              (
                "steps",
                .array(
                  gradient.steps.map { step in
                    .fields([
                      ("rule", .string(step.rule)), ("cites", .strings(step.cites)), ("before", .string(step.before)),
                      ("after", .string(step.after)), ("assumption", step.assumption.map { .string($0) }),
                    ])
                  })
              ),
            ])
          })
      ),
    ])
  }
}
