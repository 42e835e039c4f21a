import GradusKernels

/// Threads that wait for work, so that sharing a product does not pay for starting them.
enum ThreadTeam {
  static let processorCount = Int(gradus_processor_count())

  /// Runs the parts 0..<count at once, the caller taking its share, and returns when all are done.
  static func perform(_ count: Int, _ part: @Sendable (Int) -> Void) {
    withoutActuallyEscaping(part) { part in
      withUnsafePointer(to: part) { context in
        gradus_perform(
          count, { context, index in context?.assumingMemoryBound(to: Part.self).pointee(index) },
          UnsafeMutableRawPointer(mutating: context))
      }
    }
  }

  private typealias Part = @Sendable (Int) -> Void

  /// Cuts a length into as many bands as there are threads, of whole units but for the last, and works on all at once.
  static func performBands(_ length: Int, of unit: Int, _ threads: Int, _ body: @Sendable (Range<Int>) -> Void) {
    let band = ((length + threads - 1) / threads + unit - 1) / unit * unit
    perform((length + band - 1) / band) { index in body((index * band)..<min((index + 1) * band, length)) }
  }
}
