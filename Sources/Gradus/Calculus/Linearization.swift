/// df of a function whose abbreviations are opened first, with every step on the way.
struct Linearization {
  let opened: Node
  let differential: Node
  let openingSteps: [Step]
  let differentialSteps: [Step]
  /// What each part of the function has become by opening; empty where nothing was to be differentiated.
  let openings: NodeMap<Node>

  /// A function that is itself a differential by one of the variables is taken as it is.
  init(of function: Node, by variables: [Variable], in store: Store) throws(DerivationError) {
    if Linearization.isStated(function, by: variables, in: store) {
      (opened, differential, openingSteps, differentialSteps, openings) = (function, function, [], [], NodeMap())
      return
    }
    var opening = Opening(store)
    opened = opening.open(function)
    var differentiation = Differentiation(store, by: variables)
    differential = try differentiation.differential(of: opened)
    (openingSteps, openings, differentialSteps) = (opening.steps, opening.opened, differentiation.steps)
  }

  /// Whether a function holds the differential of a variable already.
  static func isStated(_ function: Node, by variables: [Variable], in store: Store) -> Bool {
    guard store[function].holdsDifferential else { return false }
    let given = Set(variables.map { store.differential($0) })
    return store.reachable(from: [function]).contains(where: given.contains)
  }
}
