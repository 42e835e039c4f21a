extension NodeForms {
  func rearranged(_ record: Record, _ operands: [IndexForm], _ extents: [Extent]) throws -> IndexForm {
    let store = algebra.store
    let first = operands[0]
    return try contracted(record) { sum in
      switch record.operation {
      case .trace:
        let index = sum.sum(over: extents[0].rows)
        sum.multiply(first, index, index)
      case .diagonal: sum.multiply(first, sum.row, sum.row)
      case .diagonalMatrix:
        sum.identify(sum.row, sum.column)
        sum.multiply(first, sum.row)
      case .dot, .inner:
        let (i, j) = (sum.sum(over: extents[0].rows), sum.sum(over: extents[0].columns))
        for operand in operands { sum.multiply(operand, i, j) }
      case .vec:
        let (i, j) = (sum.sum(over: extents[0].rows), sum.sum(over: extents[0].columns))
        sum.pair(sum.row, j, i)
        sum.multiply(first, i, j)
      case .unvec:
        let index = sum.sum(over: extents[0].rows)
        sum.pair(index, sum.column, sum.row)
        sum.multiply(first, index)
      case .block:
        let region = store.regions[record.payload]
        let (i, j) = (sum.sum(over: extents[0].rows), sum.sum(over: extents[0].columns))
        sum.shift(i, sum.row, by: region.rowOffset)
        sum.shift(j, sum.column, by: region.columnOffset)
        sum.multiply(first, i, j)
      case .place: placed(first, extents[0], at: store.regions[record.payload], &sum)
      default: throw Undecided(reason: "the operation \(record.operation)")
      }
    }
  }

  /// Parts side by side: the sum of each, placed among zeros.
  func joined(_ record: Record, _ operands: [IndexForm], _ extents: [Extent]) throws -> IndexForm {
    let store = algebra.store
    var offset = Dimension(0)
    var terms: [(Rational, IndexForm)] = []
    for (part, extent) in zip(operands, extents) {
      let isRow = record.operation == .horizontal
      let region = Region(rowOffset: isRow ? 0 : offset, columnOffset: isRow ? offset : 0, rows: 1, columns: 1)
      terms.append((1, try contracted(record) { placed(part, extent, at: region, &$0) }))
      offset = offset + store.dimension(isRow ? extent.columns : extent.rows)
    }
    return try algebra.sum(terms)
  }

  private func placed(_ part: IndexForm, _ extent: Extent, at region: Region, _ sum: inout Contraction) {
    let (i, j) = (sum.sum(over: extent.rows), sum.sum(over: extent.columns))
    sum.shift(sum.row, i, by: region.rowOffset)
    sum.shift(sum.column, j, by: region.columnOffset)
    sum.multiply(part, i, j)
  }

  /// Sums, largest entries and what is made of them, along an axis or over all entries.
  func reduced(_ record: Record, _ x: IndexForm, _ extent: Extent) throws -> IndexForm {
    var axis = Axis(rawValue: record.payload) ?? .all
    switch record.operation {
    case .norm1: return try total(try algebra.magnitude(x), extent, .all)
    case .norm2: return try algebra.power(try total(try algebra.product(x, x), extent, .all), Rational(1, 2))
    case .nuclearNorm:
      // ⟨U Vᵀ, U Σ Vᵀ⟩ = tr Σ.
      if x.free.count != 2 { throw Undecided(reason: "the nuclear norm of a vector") }
      let polar = try algebra.matrixAtom(.matrixFunction, payload: Int(Operation.polar.rawValue), of: x)
      return try total(try algebra.product(polar, x), extent, .all)
    case .total: return try total(x, extent, axis)
    case .mean:
      let count =
        switch axis {
        case .all: algebra.store.multiplying(extent.rows, extent.columns)
        case .rows: extent.rows
        case .columns: extent.columns
        }
      let size = try algebra.power(try algebra.form(algebra.terms(of: count), free: []), -1)
      let sum = try total(x, extent, axis)
      return try algebra.product(sum, try algebra.renamed(size, [], free: sum.free))
    case .argmax: return try algebra.argmax(x, extent, axis)
    case .maximum: return try total(try algebra.product(try algebra.argmax(x, extent, axis), x), extent, axis)
    case .logSumExp: return try algebra.logarithm(try total(try algebra.exponential(x), extent, axis))
    default:
      if extent.columns == .one, axis == .rows { axis = .all }
      let raised = try algebra.exponential(x)
      let sum = try spread(try total(raised, extent, axis), extent, axis)
      if record.operation == .softmax { return try algebra.quotient(raised, sum) }
      return try algebra.sum([(1, x), (-1, try algebra.logarithm(sum))])
    }
  }

  private func total(_ form: IndexForm, _ extent: Extent, _ axis: Axis) throws -> IndexForm {
    var result = extent
    if axis != .columns { result.rows = .one }
    if axis != .rows { result.columns = .one }
    var sum = Contraction(algebra, result)
    let row = axis == .columns ? sum.row : sum.sum(over: extent.rows)
    let column = axis == .rows ? sum.column : sum.sum(over: extent.columns)
    sum.multiply(form, row, column)
    return try sum.form()
  }

  private func spread(_ form: IndexForm, _ extent: Extent, _ axis: Axis) throws -> IndexForm {
    var sum = Contraction(algebra, extent)
    switch axis {
    case .all: sum.multiply(form, at: [])
    case .rows: sum.multiply(form, sum.column)
    case .columns: sum.multiply(form, sum.row)
    }
    return try sum.form()
  }
}

extension IndexAlgebra {
  /// 1 at the largest entry along the axis.
  func argmax(_ x: IndexForm, _ extent: Extent, _ axis: Axis) throws -> IndexForm {
    let traits = HeadTraits(isZeroOrOne: true, isNonnegative: true)
    let reduced = axis == .rows ? extent.rows : axis == .columns ? extent.columns : .one
    if axis != .all, reduced == .one || x.free.isEmpty { return try constant(1, free: x.free) }
    if axis == .all || x.free.count == 1 {
      if x.free.isEmpty { return try constant(1, free: []) }
      // Of equal entries the first is meant, which a change of order would not respect.
      let head = head(Head(kind: .argmax, forms: [x.id]), traits)
      return try form([IndexTerm(coefficient: 1, factors: [Factor(head, Array(x.free.indices))])], free: x.free)
    }
    let slots = axis == .rows ? [1, 0] : [0, 1]
    let sorted = try renamed(x, slots, free: slots.map { x.free[$0] })
    let head = head(Head(kind: .argmax, payload: 1, forms: [sorted.id]), traits)
    return try form([IndexTerm(coefficient: 1, factors: [Factor(head, slots)])], free: x.free)
  }
}
