/// Variables that move with a point of a normed space, and what it says that a value has a differential there.
struct CoqMotion {
  private let store: Store
  private let variables: [Variable]
  private let names: CoqNames

  /// The space, and the point.
  static let binder = "(V : normedModType R) (v : V)"

  init(of variables: [Variable], _ names: CoqNames, in store: Store) {
    self.store = store
    self.variables = variables
    var moving = names
    moving.moving = Set(variables.map(\.name))
    self.names = moving
  }

  /// Each variable and its differential, as functions on the space.
  var binders: [String] {
    variables.map { "(\(value($0)) \(change($0)) : V -> \(names.type($0.shape)))" }
  }

  /// Each variable has that differential.
  var premises: [String] {
    variables.map { "\(Self.predicate(isScalar: $0.shape.isScalar)) v \(value($0)) \(change($0))" }
  }

  private func value(_ variable: Variable) -> String { names.variable(variable).text(.atom) }

  private func change(_ variable: Variable) -> String { names.differential(variable).text(.atom) }

  private static func predicate(isScalar: Bool) -> String { isScalar ? "is_diff" : "mxd" }

  /// Writes what stands at the point.
  var writer: CoqWriter { writer(at: "v") }

  private func writer(at point: String, direction: String = "") -> CoqWriter {
    var placed = names
    (placed.point, placed.direction) = (point, direction)
    return CoqWriter(store: store, names: placed)
  }

  /// The value has this differential.
  func conclusion(
    _ value: Node, _ differential: (CoqWriter) throws(CoqRefusal) -> CoqTerm
  ) throws(CoqRefusal) -> String {
    let function = try writer(at: "u").term(value).text(.definition)
    let change = try differential(writer(at: "v", direction: "h")).text(.definition)
    return """
      \(Self.predicate(isScalar: store.isScalar(value))) v (fun u => \(function))
          (fun h => \(change))
      """
  }
}
