/// How a layer's gradients came about: line by line from the end, each with the steps that led to it.
public struct LayerDerivation: Sendable, CustomStringConvertible {
  /// One line of the forward pass, differentiated by what it uses.
  public struct Line: Sendable {
    /// The line's name and formula.
    public let name: String
    public let formula: String
    /// The gradient by the line's value, which is given; nil where the value is the scalar L itself.
    public let cotangent: String?
    public let gradients: [Gradient]
  }

  /// What a line hands back to one of the names it uses.
  public struct Gradient: Sendable {
    public let variable: String
    /// Steps that several gradients of a line share stand with the first.
    public let steps: [StepLine]
    public let expression: String
  }

  public let lines: [Line]

  public var description: String { LayerReport.text(of: self) }
}

extension Layer {
  /// The derivation in the text syntax.
  public var derivation: LayerDerivation { derivation(as: .ascii) }

  public func derivation(as dialect: Dialect) -> LayerDerivation {
    lock.locked {
      let lines = form.stages.reversed().compactMap { stage -> LayerDerivation.Line? in
        let parts = pass.parts.filter { $0.line == stage.name }
        if parts.isEmpty { return nil }
        return LayerDerivation.Line(
          name: stage.name, formula: Writer(store: stage.store, dialect: dialect).text(of: stage.node),
          cotangent: pass.cotangents[stage.name]?.name,
          gradients: parts.map { part in
            LayerDerivation.Gradient(
              variable: part.variable.name,
              steps: part.derivation.lines(as: dialect).map { $0.identifying(name(of: part, dialect)) },
              expression: Writer(store: part.derivation.store, dialect: dialect).text(of: part.gradient))
          })
      }
      return LayerDerivation(lines: lines)
    }
  }

  private func name(of part: LayerPart, _ dialect: Dialect) -> String {
    let whole = dialect.partial(part.variable.name, of: "L")
    return pass.parts(by: part.variable.name).count == 1 ? whole : "\(whole) through \(part.line)"
  }

  /// What the gradients need beyond the forward formula's own domain.
  public var assumptions: [String] { unique(pass.parts.flatMap(\.derivation.assumptions)) }

  /// Where the gradients hold, and what else is to be said of them.
  public var notes: [String] { unique(pass.parts.flatMap(\.derivation.notes)) }

  private func unique(_ texts: [String]) -> [String] {
    var seen: Set<String> = []
    return texts.filter { seen.insert($0).inserted }
  }
}

extension StepLine {
  /// The line with a name for the gradient that it identifies; what several lines use gets a part through each.
  fileprivate func identifying(_ gradient: String) -> StepLine {
    guard rule == Identification.gradient.rawValue else { return self }
    return StepLine(
      rule: rule, cites: cites, before: gradient, after: after, assumption: assumption, stage: stage, place: place)
  }
}

/// A gradient in terms of the lines' names and of the gradients by them, as backpropagation is written down.
struct NamedGradient {
  let name: String
  let text: String
  let shape: Shape
}

extension Layer {
  /// ∂L/∂Y of the lines from the end, then of inputs and parameters in the layout.
  func namedGradients(_ layout: Layout, as dialect: Dialect) -> [NamedGradient] {
    lock.locked {
      let lines = form.stages.reversed().dropFirst().compactMap { stage in
        pass.cotangents[stage.name].map { named($0.name, stage.name, .denominator, dialect) }
      }
      return lines
        + (inputs + parameters).map { variable in
          named(dialect.partial(variable.name, of: "L"), variable.name, layout, dialect)
        }
    }
  }

  private func named(_ name: String, _ variable: String, _ layout: Layout, _ dialect: Dialect) -> NamedGradient {
    let store = Store()
    let parts = pass.parts(by: variable).map { store.adopt($0.gradient, from: $0.derivation.store) }
    let shape = (form.variables + form.stages.map(\.variable)).first { $0.name == variable }?.shape ?? .scalar
    var node = parts.isEmpty ? store.zeros(store.extent(shape)) : store.sum(parts)
    if layout == .numerator { node = store.transpose(node) }
    if parts.count > 1 || layout == .numerator { node = Simplifier(store, assumes: false).simplify(node) }
    return NamedGradient(
      name: name, text: Writer(store: store, dialect: dialect).text(of: node), shape: store.shape(node))
  }
}
