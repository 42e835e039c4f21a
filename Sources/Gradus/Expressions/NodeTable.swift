#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Finds a node by its hash, looking first where its neighbours are.
///
/// Slots stand in lines of eight, a cache line each. A node's first line is chosen by its last operand, so that what is
/// built one after another is kept side by side; from a full line the hash leads on to lines anywhere.
struct NodeTable: ~Copyable {
  private var memory: UnsafeMutableRawPointer
  /// A node's place, counted from 1, below its hash, so that a slot of another node is passed by without a look at it.
  private var slots: UnsafeMutablePointer<UInt64>
  private var lineMask: Int
  private static let lineLength = 8

  init() {
    lineMask = 31
    (memory, slots) = NodeTable.lines(lineMask + 1)
  }

  deinit { free(memory) }

  /// The place of the node with a hash that `matches`, or where it is to be put.
  @inline(__always)
  func find(_ hash: UInt32, near operand: UInt32, _ matches: (UInt32) -> Bool) -> Finding {
    var line = Int(operand) >> 2 & lineMask
    while true {
      for slot in line * NodeTable.lineLength..<(line + 1) * NodeTable.lineLength {
        let entry = slots[slot]
        if entry == 0 { return .free(slot) }
        let place = UInt32(truncatingIfNeeded: entry) &- 1
        if UInt32(truncatingIfNeeded: entry >> 32) == hash, matches(place) { return .known(place) }
      }
      line = (line &+ Int(hash | 1)) & lineMask
    }
  }

  enum Finding {
    case known(UInt32)
    case free(Int)
  }

  @inline(__always)
  mutating func put(_ place: UInt32, _ hash: UInt32, at slot: Int) {
    slots[slot] = UInt64(hash) << 32 | UInt64(place + 1)
  }

  /// Whether half of the slots are taken.
  func isCrowded(_ count: Int) -> Bool { count * 2 > (lineMask + 1) * NodeTable.lineLength }

  /// Four times the slots, filled anew.
  mutating func grow(_ count: Int, _ key: (Int) -> (hash: UInt32, operand: UInt32)) {
    free(memory)
    lineMask = lineMask * 4 + 3
    (memory, slots) = NodeTable.lines(lineMask + 1)
    for place in 0..<count {
      let (hash, operand) = key(place)
      guard case .free(let slot) = find(hash, near: operand, { _ in false }) else { continue }
      put(UInt32(place), hash, at: slot)
    }
  }

  /// Empty lines, each starting at a multiple of its length.
  private static func lines(_ count: Int) -> (UnsafeMutableRawPointer, UnsafeMutablePointer<UInt64>) {
    let stride = lineLength * MemoryLayout<UInt64>.stride
    guard let memory = calloc(count + 1, stride) else { preconditionFailure("out of memory") }
    let slots = memory.alignedUp(toMultipleOf: stride).bindMemory(to: UInt64.self, capacity: count * lineLength)
    return (memory, slots)
  }
}
