// What a claim states, as matrices of the shape of what was derived.

extension ClaimJudge {
  func sides(_ texts: ClaimTexts, _ variables: [Variable], _ subject: ClaimSubject) throws(ClaimError) -> [Node] {
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
  private func term(_ part: ClaimTexts.Part, in subject: ClaimSubject) throws(ClaimError) -> Node {
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
  private func delta(_ condition: Claim.Condition, _ subject: ClaimSubject) throws(ClaimError) -> Node {
    let extent = store.extent(subject.whole)
    guard let entry = claim.entry, let column = entry.column, extent.rows == extent.columns,
      Set([condition.left.text, condition.right.text]) == Set([entry.row, column])
    else { throw .entry("\(condition.left.text) \(condition.relation.rawValue) \(condition.right.text)") }
    let region = Region(
      rowOffset: Dimension(entry.row).countedFromZero, columnOffset: Dimension(column).countedFromZero, rows: 1,
      columns: 1)
    return store.block(store.identity(extent.rows), region)
  }

  private func matrix(of formula: Node, _ subject: ClaimSubject) throws(ClaimError) -> Node {
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
}

extension Store {
  fileprivate func step(_ left: Node, minus right: Node) -> Node {
    let difference = sum(left, negated(right))
    return intern(.step, extent(difference), difference)
  }

  fileprivate func complement(_ mask: Node) -> Node { sum(ones(extent(mask)), negated(mask)) }
}
