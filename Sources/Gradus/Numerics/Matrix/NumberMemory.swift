#if canImport(Glibc)
  import Glibc
#endif

/// Memory for several runs of numbers, each of which begins on a cache line, filled with zeros.
///
/// A vector that lies across two lines takes two reads. Memory of several large pages is asked for in large ones, of
/// which the processor can remember the places of all.
final class NumberMemory<Scalar: ProductScalar> {
  private static var lineBytes: Int { 64 }
  private static var largePageBytes: Int { 1 << 21 }

  private let memory: UnsafeMutableRawPointer
  /// Where each run begins.
  let places: [UnsafeMutablePointer<Scalar>]

  init(_ counts: [Int]) {
    var ends = [0]
    for count in counts {
      let bytes = max(1, count) * MemoryLayout<Scalar>.stride
      ends.append(ends[ends.count - 1] + (bytes + Self.lineBytes - 1) / Self.lineBytes * Self.lineBytes)
    }
    let bytes = ends[counts.count]
    let isLarge = bytes >= 2 * Self.largePageBytes
    memory = .allocate(byteCount: bytes, alignment: isLarge ? Self.largePageBytes : Self.lineBytes)
    #if canImport(Glibc)
      // Where the system has no large pages to give, small ones do as well.
      if isLarge { madvise(memory, bytes / Self.largePageBytes * Self.largePageBytes, MADV_HUGEPAGE) }
    #endif
    let numbers = memory.initializeMemory(as: Scalar.self, repeating: 0, count: bytes / MemoryLayout<Scalar>.stride)
    places = counts.indices.map { numbers + ends[$0] / MemoryLayout<Scalar>.stride }
  }

  deinit { memory.deallocate() }
}
