/// What the sides are compared with.
struct ClaimSubject {
  /// As the claim states it: an entry formula's matrix, masked where it is for different indices only.
  let left: Node
  /// As the derivation gives it.
  let whole: Node
  let derivation: Derivation?
  /// The expression of which a differential is claimed.
  var differentiated: Node?
}

extension ClaimJudge {
  func subject(_ texts: ClaimTexts, _ variables: [Variable]) throws(ClaimError) -> ClaimSubject {
    guard claim.function != nil else {
      let left = try texts.read(texts.passages.prefix(1), variables, into: store).expressions[0]
      return ClaimSubject(left: try entries(of: left), whole: left, derivation: nil)
    }
    let function = try texts.read(texts.passages.prefix(1), variables, into: store).expressions[0]
    let moving = texts.differentials(among: variables)
    if moving.isEmpty {
      let derivation = try derivation(of: function, variables)
      guard let result = derivation.result else {
        throw .underivable(derivation.whyNoResult ?? .unknownVariable(claim.variable ?? ""))
      }
      return ClaimSubject(left: try entries(of: result), whole: result, derivation: derivation)
    }
    let target = claim.order == 2 ? try derivation(of: function, variables).target : function
    // Without a variable named it is the total differential.
    let others =
      claim.variable == nil ? store.variables(in: [function]) : variables.filter { $0.name == claim.variable }
    let differential = try differential(of: target, by: moving + others)
    return ClaimSubject(
      left: try entries(of: differential), whole: differential, derivation: nil, differentiated: target)
  }

  private func derivation(of function: Node, _ variables: [Variable]) throws(ClaimError) -> Derivation {
    func find(_ name: String, _ place: Passage?) throws(ClaimError) -> Variable {
      guard let variable = variables.first(where: { $0.name == name }) else {
        guard let place else { throw .underivable(.unknownVariable(name)) }
        throw .unknownVariable(name, among: variables.map(\.name), in: place)
      }
      return variable
    }
    var request = DerivationRequest(function: function, variable: try find(claim.variable ?? "", claim.variablePlace))
    if let second = claim.second { request.second = try find(second, claim.secondPlace) }
    request.order = claim.order
    request.layout = claim.layout
    request.structured = claim.structured
    do throws(DerivationError) {
      return try Deriver.derive(request, in: store)
    } catch {
      throw .underivable(error)
    }
  }

  private func differential(of function: Node, by variables: [Variable]) throws(ClaimError) -> Node {
    if Linearization.isStated(function, by: variables, in: store) { return function }
    do throws(DerivationError) {
      return try store.simplifiedDifferential(of: function, by: variables, Simplifier(store, assumes: false))
    } catch {
      throw .underivable(error)
    }
  }

  private func entries(of whole: Node) throws(ClaimError) -> Node {
    guard let entry = claim.entry else { return whole }
    let extent = store.extent(whole)
    if entry.isDiagonal {
      guard extent.rows == extent.columns else { throw .entry("the diagonal of a \(store.shape(whole))") }
      return store.intern(.diagonal, Extent(rows: extent.rows, columns: .one), whole)
    }
    return masked(whole)
  }

  /// Without the diagonal, where the formula is for different indices only.
  func masked(_ matrix: Node) -> Node {
    guard let entry = claim.entry, entry.isOffDiagonal else { return matrix }
    let extent = store.extent(matrix)
    let diagonal = store.intern(
      .diagonalMatrix, extent, store.intern(.diagonal, Extent(rows: extent.rows, columns: .one), matrix))
    return store.sum(matrix, store.negated(diagonal))
  }
}
