/// A node's place in its store; an operand always comes before the nodes that use it.
struct Node: Hashable, Comparable, Sendable {
  let index: UInt32

  static func < (left: Node, right: Node) -> Bool { left.index < right.index }
}

/// A dimension's place in its store's table; equal dimensions have equal places.
struct Dim: Hashable, Sendable {
  let index: UInt32

  /// The dimension 1 stands first in every table.
  static let one = Dim(index: 0)
}

/// Rows and columns by their places in a store.
struct Extent: Hashable, Sendable {
  var rows: Dim
  var columns: Dim

  static let scalar = Extent(rows: .one, columns: .one)
  var isScalar: Bool { rows == .one && columns == .one }
  var transposed: Extent { Extent(rows: columns, columns: rows) }
}

/// A rectangle of a matrix: where it starts (counted from 0) and how large it is; in a placement, the size of the whole.
struct Region: Hashable, Sendable {
  var rowOffset: Dimension
  var columnOffset: Dimension
  var rows: Dimension
  var columns: Dimension
}

/// What a store keeps of a node.
struct Record {
  let operation: Operation
  /// An index into the store's table for the operation: the number, variable, region, function; or an axis.
  let payload: UInt32
  let extent: Extent
  /// Nodes of the expression written out as a tree, capped at `largestSize`.
  let size: UInt32
  let hash: UInt32
  let count: UInt32
  /// Nodes on the longest way down, capped; it orders what is too large to have a size.
  let depth: UInt16
  /// Whether a differential stands anywhere below.
  let holdsDifferential: Bool
  let first: UnsafePointer<Node>

  /// Sizes of a few dozen expressions can be added without overflow.
  static let largestSize: UInt32 = 1 << 25

  var operands: UnsafeBufferPointer<Node> { UnsafeBufferPointer(start: first, count: Int(count)) }
}
