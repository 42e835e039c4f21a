/// Slices, and matrices placed among zeros.
enum BlockRules {
  /// A row, column or entry placed among zeros is an outer product with unit vectors.
  static let place = Rule(
    "place_entry", "place(c,m,n,1,1) = c*unit(m,1)*unit(n,1)'", where: "c: scalar",
    .folding,
    cites: .magnusNeudecker("2.2"), at: .place
  ) { s, _, record in
    let region = s.store.regions[record.payload]
    let part = s.store.extent(record.operands[0])
    let row = s.store.unit(record.extent.rows, at: region.rowOffset)
    let column = s.store.transpose(s.store.unit(record.extent.columns, at: region.columnOffset))
    if part.isScalar { return s.scale(record.operands[0], s.product([row, column])) }
    if part.rows == .one, part.columns == record.extent.columns { return s.product([row, record.operands[0]]) }
    if part.columns == .one, part.rows == record.extent.rows { return s.product([record.operands[0], column]) }
    return nil
  }

  static let placeScale = Rule(
    "place_smul", "place(c*A,m,n,1,1) = c*place(A,m,n,1,1)", where: "A: matrix(p,q)",
    .reordering,
    cites: .magnusNeudecker("8.2"), at: .place, .block
  ) { s, _, record in
    let operand = s.store[record.operands[0]]
    guard operand.operation == .scale else { return nil }
    let inner = s.store.intern(record.operation, payload: record.payload, record.extent, operand.operands[1])
    return s.scale(operand.operands[0], s.normalize(inner))
  }

  static let block = Rule(
    "block_hcat", "hcat(A,B)[:,1:p] = A", where: "A: matrix(m,p); B: matrix(m,q)", .simplifying,
    cites: .magnusNeudecker("8.2"), at: .block
  ) { s, _, record in
    let region = s.store.regions[record.payload]
    let operand = s.store[record.operands[0]]
    switch operand.operation {
    case .ones: return s.store.ones(record.extent)
    case .zeros: return s.store.zeros(record.extent)
    case .horizontal, .vertical:
      let isHorizontal = operand.operation == .horizontal
      var offset = Dimension(0)
      for part in operand.operands {
        let shape = s.store.shape(part)
        let start = isHorizontal ? region.columnOffset : region.rowOffset
        if start == offset, s.store.extent(part) == record.extent { return part }
        offset = offset + (isHorizontal ? shape.columns : shape.rows)
      }
      return nil
    default: return nil
    }
  }

  /// e_iᵀ A e_j is an entry of A.
  static let unitProduct = Rule(
    "unit_mul", "unit(m,1)'*A = A[1,:]", where: "A: matrix(m,n)", .folding,
    cites: .magnusNeudecker("2.2"),
    at: .product
  ) { s, _, record in
    var factors = Array(record.operands)
    let last = factors.count - 1
    if let place = factors.indices.first(where: {
      $0 < last && s.operation(factors[$0]) == .transpose
        && s.operation(s.store.operands(factors[$0])[0]) == .unit
    }) {
      let unit = s.store.regions[s.store[s.store.operands(factors[place])[0]].payload]
      let next = s.store.shape(factors[place + 1])
      let slice = Region(rowOffset: unit.rowOffset, columnOffset: 0, rows: 1, columns: next.columns)
      factors.replaceSubrange(place...(place + 1), with: [s.normalize(s.store.block(factors[place + 1], slice))])
      return s.product(factors)
    }
    if let place = factors.indices.first(where: { $0 > 0 && s.operation(factors[$0]) == .unit }) {
      let unit = s.store.regions[s.store[factors[place]].payload]
      let previous = s.store.shape(factors[place - 1])
      let slice = Region(rowOffset: 0, columnOffset: unit.rowOffset, rows: previous.rows, columns: 1)
      factors.replaceSubrange((place - 1)...place, with: [s.normalize(s.store.block(factors[place - 1], slice))])
      return s.product(factors)
    }
    return nil
  }

  static let all = [place, placeScale, block, unitProduct]
}
