#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A hash-consing arena: equal nodes are one node, so that equality is a comparison of places.
///
/// A pass works in a store of its own; only `Store.current` is shared between threads, and then under its lock.
final class Store: @unchecked Sendable {
  private var records: UnsafeMutablePointer<Record>
  private(set) var count = 0
  private var capacity: Int
  private var table = NodeTable()
  private var chunks: [UnsafeMutablePointer<Node>] = []
  private var chunkUsed = 0
  private var chunkSize = 0

  private(set) var numbers = Interned<Rational>()
  private(set) var variables = Interned<Variable>()
  private(set) var dimensions = Interned<Dimension>(first: .one)
  private(set) var regions = Interned<Region>()
  private(set) var functions = Interned<ElementwiseFunction>()
  private var dimensionSums: [UInt64: Dim] = [:]
  private var dimensionProducts: [UInt64: Dim] = [:]
  let lock: Lock?

  /// Small whole numbers that were met, by their place from the least.
  private var smallNumbers = [Node?](repeating: nil, count: Rational.smallIntegers.count)

  /// The scalars 0 and 1, made first so that they need no look-up.
  private(set) var zero = Node(index: 0)
  private(set) var one = Node(index: 0)

  init(shared: Bool = false) {
    capacity = 64
    records = Store.resized(nil, to: capacity)
    lock = shared ? Lock() : nil
    zero = number(0)
    one = number(1)
  }

  deinit {
    free(records)
    for chunk in chunks { chunk.deallocate() }
  }

  @inline(__always)
  subscript(node: Node) -> Record { records[Int(node.index)] }

  @inline(__always)
  func operation(_ node: Node) -> Operation { records[Int(node.index)].operation }

  @inline(__always)
  func operands(_ node: Node) -> UnsafeBufferPointer<Node> { records[Int(node.index)].operands }

  @inline(__always)
  func extent(_ node: Node) -> Extent { records[Int(node.index)].extent }

  // MARK: Tables

  func dim(_ dimension: Dimension) -> Dim { Dim(index: dimensions.place(of: dimension)) }
  func dimension(_ dim: Dim) -> Dimension { dimensions[dim.index] }

  func extent(_ shape: Shape) -> Extent { Extent(rows: dim(shape.rows), columns: dim(shape.columns)) }
  func shape(_ node: Node) -> Shape { shape(extent(node)) }
  func shape(_ extent: Extent) -> Shape { Shape(dimension(extent.rows), dimension(extent.columns)) }

  func adding(_ left: Dim, _ right: Dim) -> Dim {
    let key = UInt64(left.index) << 32 | UInt64(right.index)
    if let known = dimensionSums[key] { return known }
    let sum = dim(dimension(left) + dimension(right))
    dimensionSums[key] = sum
    return sum
  }

  func multiplying(_ left: Dim, _ right: Dim) -> Dim {
    if left == .one { return right }
    if right == .one { return left }
    let key = UInt64(left.index) << 32 | UInt64(right.index)
    if let known = dimensionProducts[key] { return known }
    let product = dim(dimension(left) * dimension(right))
    dimensionProducts[key] = product
    return product
  }

  func payload(_ number: Rational) -> UInt32 { numbers.place(of: number) }
  func payload(_ variable: Variable) -> UInt32 { variables.place(of: variable) }
  func payload(_ region: Region) -> UInt32 { regions.place(of: region) }
  func payload(_ function: ElementwiseFunction) -> UInt32 { functions.place(of: function) }

  /// The node of a small whole number, made where it is new.
  func number(small value: Int, _ make: () -> Node) -> Node {
    let place = value - Rational.smallIntegers.lowerBound
    if let known = smallNumbers[place] { return known }
    let node = make()
    smallNumbers[place] = node
    return node
  }

  // MARK: Interning

  /// The node with exactly these parts, made if it is new; no rule of algebra is applied here.
  func intern(_ operation: Operation, payload: UInt32 = 0, _ extent: Extent, _ operands: UnsafeBufferPointer<Node>)
    -> Node
  {
    var hash = (UInt32(operation.rawValue) &+ 1) &* 0x9E37_79B1 ^ payload &* 0x85EB_CA77
    hash = (hash ^ extent.rows.index) &* 0xC2B2_AE3D
    hash = (hash ^ extent.columns.index ^ hash >> 15) &* 0x27D4_EB2F
    for operand in operands { hash = (hash ^ operand.index ^ hash >> 13) &* 0x1656_67B1 }
    hash ^= hash >> 16
    let slot: Int
    let finding = table.find(hash, near: Store.neighbour(operands, hash)) { place in
      let known = records + Int(place)
      return known.pointee.operation == operation && known.pointee.payload == payload
        && known.pointee.extent == extent && known.pointee.count == operands.count
        && known.pointee.operands.elementsEqual(operands)
    }
    switch finding {
    case .known(let place): return Node(index: place)
    case .free(let place): slot = place
    }
    var size: UInt64 = 1
    var depth: UInt16 = 0
    var holdsDifferential = operation == .differential
    for operand in operands {
      let part = records + Int(operand.index)
      size += UInt64(part.pointee.size)
      depth = max(depth, part.pointee.depth)
      holdsDifferential = holdsDifferential || part.pointee.holdsDifferential
    }
    let record = Record(
      operation: operation, payload: payload, extent: extent, size: UInt32(min(size, UInt64(Record.largestSize))),
      hash: hash,
      count: UInt32(operands.count), depth: depth == .max ? depth : depth + 1, holdsDifferential: holdsDifferential,
      first: keep(operands))
    if count == capacity { growRecords() }
    (records + count).initialize(to: record)
    table.put(UInt32(count), hash, at: slot)
    count += 1
    if table.isCrowded(count) {
      let records = records
      table.grow(count) { (records[$0].hash, Store.neighbour(records[$0].operands, records[$0].hash)) }
    }
    return Node(index: UInt32(count - 1))
  }

  func intern(_ operation: Operation, payload: UInt32 = 0, _ extent: Extent, _ operands: [Node]) -> Node {
    operands.withUnsafeBufferPointer { intern(operation, payload: payload, extent, $0) }
  }

  func intern(_ operation: Operation, payload: UInt32 = 0, _ extent: Extent, _ operand: Node) -> Node {
    withUnsafePointer(to: operand) {
      intern(operation, payload: payload, extent, UnsafeBufferPointer(start: $0, count: 1))
    }
  }

  func leaf(_ operation: Operation, payload: UInt32 = 0, _ extent: Extent) -> Node {
    intern(operation, payload: payload, extent, UnsafeBufferPointer(start: nil, count: 0))
  }

  /// Operands are kept in chunks that never move, so that a pass may hold them while it builds.
  private func keep(_ operands: UnsafeBufferPointer<Node>) -> UnsafePointer<Node> {
    if chunkUsed + operands.count > chunkSize || chunks.isEmpty {
      chunkSize = max(operands.count, min(1 << 16, max(256, chunkSize * 2)))
      chunks.append(.allocate(capacity: chunkSize))
      chunkUsed = 0
    }
    let place = chunks[chunks.count - 1] + chunkUsed
    if let base = operands.baseAddress { place.initialize(from: base, count: operands.count) }
    chunkUsed += operands.count
    return UnsafePointer(place)
  }

  /// The operand built last, beside which a node is looked for; a leaf's is anywhere.
  @inline(__always)
  private static func neighbour(_ operands: UnsafeBufferPointer<Node>, _ hash: UInt32) -> UInt32 {
    var last: UInt32?
    for operand in operands { last = max(last ?? 0, operand.index) }
    return last ?? hash
  }

  private func growRecords() {
    capacity *= 2
    records = Store.resized(records, to: capacity)
  }

  /// Large blocks grow where they are, without a copy.
  private static func resized(
    _ records: UnsafeMutablePointer<Record>?, to capacity: Int
  ) -> UnsafeMutablePointer<Record> {
    guard let memory = realloc(records, capacity * MemoryLayout<Record>.stride) else {
      preconditionFailure("out of memory")
    }
    return memory.bindMemory(to: Record.self, capacity: capacity)
  }
}

/// Values numbered in the order in which they were first met.
struct Interned<Value: Hashable> {
  private var values: [Value] = []
  private var places: [Value: UInt32] = [:]

  init() {}

  init(first: Value) { _ = place(of: first) }

  subscript(place: UInt32) -> Value { values[Int(place)] }

  mutating func place(of value: Value) -> UInt32 {
    if let known = places[value] { return known }
    let place = UInt32(values.count)
    values.append(value)
    places[value] = place
    return place
  }
}
