/// Lines for a shell that show an expression's value at a point.
enum EvaluationCommand {
  /// The differences of what was differentiated, and the derivative that was claimed.
  static func commands(showing check: DerivativeCheck, at point: SamplePoint) -> [String] {
    let (store, name) = (check.store, check.variable.name)
    let usual: Layout = check.isGradient ? .denominator : .numerator
    let layout = check.layout == usual ? "" : " --layout \(check.layout.rawValue)"
    let function = line(store, check.target, " --wrt \(name)" + layout, at: point, besides: [name])
    return [function, line(store, check.derivative, "", at: point, besides: [])]
  }

  private static func line(
    _ store: Store, _ node: Node, _ options: String, at point: SamplePoint, besides: Set<String>
  ) -> String {
    let text = store.text(node)
    let columns = Set(store.variables(in: [node]).filter { $0.shape.columns == .one }.map(\.name))
    let names = Set(Lexer.names(in: text).map(\.name)).union(besides)
    let values = point.values.filter { names.contains($0.key) }.sorted { $0.key < $1.key }
      .map { " --let '\($0.key)=\(Counterexample.text($0.value, isColumn: columns.contains($0.key)))'" }
    let sizes = point.sizes.filter { names.contains($0.key) }.sorted { $0.key < $1.key }
      .map { " --let \($0.key)=\($0.value)" }
    return "gradus eval \"\(text)\"\(options)" + (values + sizes).joined()
  }
}
