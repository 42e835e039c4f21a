/// Derives what a claim is about, reads the claim with the shapes that follow, and finds the verdict.
struct ClaimJudge {
  let claim: Claim
  let store = Store()
  let seed: UInt64 = 1

  static func judge(_ claim: Claim) throws(ClaimError) -> Judgement { try ClaimJudge(claim: claim).judgement() }

  func judgement() throws(ClaimError) -> Judgement {
    let texts = ClaimTexts(claim: claim)
    let variables = try texts.knownVariables()
    let hypotheses = try texts.hypotheses(variables, into: store)
    let subject = try self.subject(texts, variables)
    let sides: [Node]
    do throws(ClaimError) {
      sides = try self.sides(texts, variables, subject)
    } catch {
      guard case .unreadable(let problem, _) = error, problem.isClashOfShapes else { throw error }
      return illFormed(error, subject, texts, variables)
    }
    var worst: Judgement?
    for side in sides {
      let found = judgement(side, subject, hypotheses, variables)
      if found.verdict.strength < worst?.verdict.strength ?? .max { worst = found }
    }
    return worst ?? Judgement(verdict: .refuted, reason: "nothing is claimed")
  }

  // MARK: What is derived

  /// What the sides are compared with.
  private struct Subject {
    /// As the claim states it: an entry formula's matrix, masked where it is for different indices only.
    let left: Node
    /// As the derivation gives it.
    let whole: Node
    let derivation: Derivation?
    /// The expression of which a differential is claimed.
    var differentiated: Node?
  }

  private func subject(_ texts: ClaimTexts, _ variables: [Variable]) throws(ClaimError) -> Subject {
    guard claim.function != nil else {
      let left = try texts.read(texts.passages.prefix(1), variables, into: store).expressions[0]
      return Subject(left: try entries(of: left), whole: left, derivation: nil)
    }
    let function = try texts.read(texts.passages.prefix(1), variables, into: store).expressions[0]
    let moving = texts.differentials(among: variables)
    if moving.isEmpty {
      let derivation = try derivation(of: function, variables)
      guard let result = derivation.result else {
        throw .underivable(derivation.whyNoResult ?? .unknownVariable(claim.variable ?? ""))
      }
      return Subject(left: try entries(of: result), whole: result, derivation: derivation)
    }
    let target = claim.order == 2 ? try derivation(of: function, variables).target : function
    // Without a variable named it is the total differential.
    let others =
      claim.variable == nil ? store.variables(in: [function]) : variables.filter { $0.name == claim.variable }
    let differential = try differential(of: target, by: moving + others)
    return Subject(left: try entries(of: differential), whole: differential, derivation: nil, differentiated: target)
  }

  private func derivation(of function: Node, _ variables: [Variable]) throws(ClaimError) -> Derivation {
    func find(_ name: String) throws(ClaimError) -> Variable {
      guard let variable = variables.first(where: { $0.name == name }) else {
        throw .underivable(.unknownVariable(name))
      }
      return variable
    }
    var request = DerivationRequest(function: function, variable: try find(claim.variable ?? ""))
    if let second = claim.second { request.second = try find(second) }
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
    let isDone = variables.contains { store.reachable(from: [function]).contains(store.differential($0)) }
    if isDone { return function }
    var opening = Opening(store)
    var differentiation = Differentiation(store, by: variables)
    do throws(DerivationError) {
      return Simplifier(store, assumes: false).simplify(try differentiation.differential(of: opening.open(function)))
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
  private func masked(_ matrix: Node) -> Node {
    guard let entry = claim.entry, entry.isOffDiagonal else { return matrix }
    let extent = store.extent(matrix)
    let diagonal = store.intern(
      .diagonalMatrix, extent, store.intern(.diagonal, Extent(rows: extent.rows, columns: .one), matrix))
    return store.sum(matrix, store.negated(diagonal))
  }

  // MARK: What is claimed

  private func sides(_ texts: ClaimTexts, _ variables: [Variable], _ subject: Subject) throws(ClaimError) -> [Node] {
    let shape = claim.entry == nil ? store.shape(subject.whole) : .scalar
    let nodes = try texts.sides(variables, shape: shape, into: store)
    var result: [Node] = []
    for side in nodes {
      var terms: [Node] = []
      for part in side { terms.append(try term(part, in: subject)) }
      result.append(try matrix(of: store.sum(terms), subject))
    }
    // An equality's first side is what the others are compared with.
    return claim.function == nil ? Array(result.dropFirst()) : result
  }

  /// A case's value where its condition holds, and zero elsewhere.
  private func term(_ part: ClaimTexts.Part, in subject: Subject) throws(ClaimError) -> Node {
    guard let condition = part.condition else { return part.value }
    let mask: Node
    switch condition.relation {
    case .equal, .different:
      let delta = try delta(condition, subject)
      mask = condition.relation == .equal ? delta : store.sum(store.one, store.negated(delta))
    case .greater: mask = store.step(part.left, minus: part.right)
    case .less: mask = store.step(part.right, minus: part.left)
    case .atMost: mask = store.complement(store.step(part.left, minus: part.right))
    case .atLeast: mask = store.complement(store.step(part.right, minus: part.left))
    }
    guard store.entrywiseFits(mask, part.value) else { throw .entry("a condition on a \(store.shape(mask))") }
    return store.entrywise(mask, part.value)
  }

  /// 1 where two indices are the same.
  private func delta(_ condition: Claim.Condition, _ subject: Subject) throws(ClaimError) -> Node {
    let extent = store.extent(subject.whole)
    guard let entry = claim.entry, let column = entry.column, extent.rows == extent.columns,
      Set([condition.left.text, condition.right.text]) == Set([entry.row, column])
    else { throw .entry("\(condition.left.text) \(condition.relation.rawValue) \(condition.right.text)") }
    let region = Region(
      rowOffset: Dimension(entry.row).countedFromZero, columnOffset: Dimension(column).countedFromZero, rows: 1,
      columns: 1)
    return store.block(store.identity(extent.rows), region)
  }

  private func matrix(of formula: Node, _ subject: Subject) throws(ClaimError) -> Node {
    guard let entry = claim.entry else { return formula }
    let extent = store.extent(subject.left)
    let isRow = extent.rows == .one
    let form = EntryForm(
      store: store, rowIndex: isRow ? nil : entry.row,
      columnIndex: isRow ? entry.row : extent.columns == .one ? nil : entry.column, extent: extent)
    do throws(EntryForm.Failure) {
      return masked(try form.matrix(of: formula))
    } catch {
      switch error {
      case .unreadable(let part): throw .entry(part)
      }
    }
  }

  // MARK: Verdicts

  private func trials(_ variables: [Variable]) -> Trials {
    Trials(store: store, variables: variables, sizes: claim.sizes, seed: seed)
  }

  private func judgement(
    _ side: Node, _ subject: Subject, _ hypotheses: [Hypothesis], _ variables: [Variable]
  ) -> Judgement {
    let known = variables.filter { variable in store.variables(in: [subject.left, side]).contains(variable) }
    let comparison = Comparison(
      store: store, left: subject.left, right: side, given: hypotheses, trials: trials(known))
    var judgement = comparison.judgement()
    guard let derivation = subject.derivation else { return judgement }
    judgement.notes += derivation.notes
    if let check = derivation.check(variables: variables, sizes: claim.sizes, seed: seed) {
      if check.disagreement != nil {
        return Judgement(verdict: .refuted, reason: "the derivation itself fails: \(Diagnostic.text(of: check))")
      }
    }
    if judgement.verdict == .refuted, !judgement.reason.contains("transpose"), holdsInOtherLayout(side, subject, known)
    {
      judgement = judgement.hinted("it is right in the other layout", correct: store.text(subject.left))
    }
    return judgement
  }

  private func holdsInOtherLayout(_ side: Node, _ subject: Subject, _ variables: [Variable]) -> Bool {
    let transposed = store.transpose(subject.whole)
    guard claim.entry == nil, store.extent(transposed) == store.extent(side) else { return false }
    return Hint(store: store, trials: trials(variables)).agrees(transposed, side)
  }

  /// The clash in words, and what the claim could have meant if its own shapes fit.
  private func illFormed(
    _ error: ClaimError, _ subject: Subject, _ texts: ClaimTexts, _ variables: [Variable]
  ) -> Judgement {
    var judgement = Judgement(verdict: .illFormed, reason: error.message)
    judgement.correct = store.text(subject.left)
    guard claim.entry == nil, let sides = try? texts.sides(variables, shape: nil, into: store), let side = sides.last,
      side.count == 1, side[0].condition == nil
    else { return judgement }
    let claimed = side[0].value
    let hint = Hint(store: store, trials: trials(variables))
    if subject.derivation != nil, holdsInOtherLayout(claimed, subject, variables) {
      return judgement.hinted("it is right in the other layout", correct: store.text(subject.left))
    }
    if let found = hint.hint(subject.left, claimed) {
      judgement = judgement.hinted(found, correct: store.text(subject.left))
    }
    return judgement
  }
}

extension Judgement {
  fileprivate func hinted(_ hint: String, correct: String) -> Judgement {
    var judgement = Judgement(verdict: verdict, reason: "\(reason); \(hint)")
    judgement.counterexample = counterexample
    judgement.correct = correct
    judgement.notes = notes
    return judgement
  }
}

extension Store {
  fileprivate func step(_ left: Node, minus right: Node) -> Node {
    let difference = sum(left, negated(right))
    return intern(.step, extent(difference), difference)
  }

  fileprivate func complement(_ mask: Node) -> Node { sum(ones(extent(mask)), negated(mask)) }
}
