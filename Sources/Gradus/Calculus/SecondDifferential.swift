/// A second differential handed in, off which a Hessian is read: d²f = vec(dX)ᵀ H vec(dX) for all dX, H symmetric
/// (second identification theorem, Magnus and Neudecker 6.3).
///
/// The form q(E) with E in the place of dX has ∂²(q/2)/∂E² = H, and with a second variable the mixed part likewise.
struct SecondDifferential {
  private let store: Store
  private let request: DerivationRequest

  /// Nil where the request is not for a second derivative of what holds differentials already.
  init?(_ request: DerivationRequest, in store: Store) {
    guard request.order == 2, store.isScalar(request.function) else { return nil }
    let stated = store.reachable(from: [request.function])
    let variables = [request.variable] + (request.second.map { [$0] } ?? [])
    guard variables.contains(where: { stated.contains(store.differential($0)) }) else { return nil }
    self.store = store
    self.request = request
  }

  func derivation() throws(DerivationError) -> Derivation {
    let direction = self.direction(of: request.variable)
    let other = request.second.map { self.direction(of: $0) }
    var places = [store.differential(request.variable): store.variable(direction)]
    if let second = request.second, let other { places[store.differential(second)] = store.variable(other) }
    let form = store.replacing(places, in: request.function)
    try requireQuadratic(form, in: places.values.map { $0 })
    var inner = request
    inner.function = store.scaled(Rational(1, 2), form)
    inner.variable = direction
    inner.second = other
    let found = try Deriver.derive(inner, in: store)
    return Derivation(
      store: store, request: request, layout: found.layout, target: found.target, variable: found.variable,
      varying: found.varying, differential: found.differential, result: found.result, whyNoResult: found.whyNoResult,
      steps: found.steps, stages: found.stages, assumptions: found.assumptions, notes: [note] + found.notes,
      isContinued: found.isContinued)
  }

  private var note: String {
    let (x, y) = (request.variable.direction().name, (request.second ?? request.variable).direction().name)
    return request.second == nil
      ? "read off the second differential d2f = vec(\(x))'*H*vec(\(x)), H symmetric (Magnus and Neudecker 6.3)"
      : "read off the second differential, whose mixed part is 2*vec(\(x))'*H*vec(\(y)) (Magnus and Neudecker 6.3)"
  }

  /// A variable that stands for the differential, in the same structure where the variable moves inside one.
  private func direction(of variable: Variable) -> Variable {
    var attributes: Attributes = []
    if request.structured {
      attributes = variable.attributes.intersection([.symmetric, .skew, .diagonal, .lowerTriangular])
      if variable.attributes.contains(.positiveDefinite) { attributes.insert(.symmetric) }
    }
    return variable.direction(attributes)
  }

  /// q(2E) = 4 q(E), by which parts that are constant, linear or of a higher degree show.
  private func requireQuadratic(_ form: Node, in directions: [Node]) throws(DerivationError) {
    let doubled = Dictionary(uniqueKeysWithValues: directions.map { ($0, store.scaled(2, $0)) })
    let (left, right) = (store.replacing(doubled, in: form), store.scaled(4, form))
    guard case .equal = EqualityEngine(store: store).decide(left, right) else {
      throw .notQuadratic(place: store.text(request.function))
    }
  }
}
