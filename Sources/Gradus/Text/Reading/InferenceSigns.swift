extension Inference {
  mutating func inferSum(_ place: Int, _ first: Int) {
    var whole = side(first)
    for entry in (first + 1)..<stack.count {
      let next = side(entry)
      let left = whole.ending(at: end(entry - 1))
      if whole.isScalar != next.isScalar {
        note(Clash(.broadcast(left, next, scalarFirst: whole.isScalar), at: place))
        if whole.isScalar { whole = next }
      } else if !unify(whole, next, at: place) {
        note(Clash(.sum(left, next), at: place))
      }
    }
    set(place, whole)
  }

  /// Where an operand on the stack ends.
  private func end(_ entry: Int) -> Int { Int(syntax.nodes[Int(stack[entry])].end) }

  mutating func inferProduct(_ place: Int, _ first: Int) {
    var whole = side(first)
    for entry in (first + 1)..<stack.count {
      let next = side(entry)
      if whole.isScalar {
        whole = next
      } else if !next.isScalar {
        if !sizes.unify(whole.columns, next.rows, at: place) {
          note(Clash(.product(whole.ending(at: end(entry - 1)), next), at: place))
        }
        whole.columns = next.columns
        whole.columnOrigin = next.columnOrigin
      }
    }
    set(place, whole)
  }

  /// Operands of one shape, or scalars beside them.
  mutating func inferEntrywise(_ place: Int, _ first: Int, sign: String) {
    var whole = side(first)
    for entry in (first + 1)..<stack.count {
      let next = side(entry)
      if whole.isScalar {
        whole = next
      } else if !next.isScalar, !unify(whole, next, at: place) {
        note(Clash(.entrywise(sign, whole, next), at: place))
      }
    }
    set(place, whole)
  }

  mutating func kronecker(_ place: Int, _ first: Int) {
    let (left, right) = (side(first), side(first + 1))
    set(
      place,
      Side(
        rows: sizes.product(left.rows, right.rows), columns: sizes.product(left.columns, right.columns),
        rowOrigin: left.rows == 0 ? right.rowOrigin : right.rows == 0 ? left.rowOrigin : -1,
        columnOrigin: left.columns == 0 ? right.columnOrigin : right.columns == 0 ? left.columnOrigin : -1,
        range: left.range))
  }

  /// An assumption's sides have one shape; on the right a bare 1 or 0 takes the left side's.
  mutating func equate(_ left: Int, _ right: Int) {
    let (a, b) = (side(ofNode: left), side(ofNode: right))
    if let literal = syntax.literal(right), literal.isZero || literal.isOne { return }
    if !unify(a, b, at: right) { note(Clash(.equation(a, b), at: right)) }
  }

  mutating func expect(_ shape: Shape, of root: Int) {
    let rows = sizes.term(shape.rows)
    let columns = sizes.term(shape.columns)
    let isFitting = sizes.unify(self.rows[root], rows, at: root)
    if !sizes.unify(self.columns[root], columns, at: root) || !isFitting {
      note(Clash(.expectation(side(ofNode: root), shape), at: root))
    }
  }
}
