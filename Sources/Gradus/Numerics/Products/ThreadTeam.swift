import GradusKernels

/// Threads that wait for work, so that sharing a product does not pay for starting them.
package enum ThreadTeam {
  static let processorCount = Int(gradus_processor_count())

  /// Runs the parts 0..<count on at most so many threads, the caller among them, and returns when all are done.
  package static func perform(_ count: Int, threads: Int, _ part: @Sendable (Int) -> Void) {
    withoutActuallyEscaping(part) { part in
      withUnsafePointer(to: part) { context in
        gradus_perform(
          count, threads, { context, index in context?.assumingMemoryBound(to: Part.self).pointee(index) },
          UnsafeMutableRawPointer(mutating: context))
      }
    }
  }

  private typealias Part = @Sendable (Int) -> Void
}
