#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Work on many items by several threads with deep stacks.
enum ParallelMap {
  private static let stackSize = 1 << 26

  /// What a thread works on; items are handed out one by one.
  private final class Queue: @unchecked Sendable {
    private let lock = Lock()
    private var next = 0
    private let count: Int
    private let work: @Sendable (Int) -> Void

    init(_ count: Int, _ work: @escaping @Sendable (Int) -> Void) {
      self.count = count
      self.work = work
    }

    func run() {
      while let item = take() { work(item) }
    }

    private func take() -> Int? {
      lock.locked {
        guard next < count else { return nil }
        next += 1
        return next - 1
      }
    }
  }

  /// Runs the work for 0..<count on as many threads as wanted, and returns when all is done.
  static func perform(_ count: Int, threads: Int, _ work: @escaping @Sendable (Int) -> Void) {
    let queue = Queue(count, work)
    var attributes = pthread_attr_t()
    pthread_attr_init(&attributes)
    pthread_attr_setstacksize(&attributes, stackSize)
    defer { pthread_attr_destroy(&attributes) }
    #if canImport(Darwin)
      var started: [pthread_t?] = []
    #else
      var started: [pthread_t] = []
    #endif
    for _ in 0..<Swift.max(1, Swift.min(threads, count)) {
      #if canImport(Darwin)
        var thread: pthread_t?
      #else
        var thread = pthread_t()
      #endif
      let context = Unmanaged.passRetained(queue)
      let code = pthread_create(
        &thread, &attributes,
        { argument in
          #if canImport(Darwin)
            let pointer: UnsafeMutableRawPointer? = argument
          #else
            let pointer = argument
          #endif
          if let pointer { Unmanaged<Queue>.fromOpaque(pointer).takeRetainedValue().run() }
          return nil
        }, context.toOpaque())
      if code == 0 { started.append(thread) } else { context.release() }
    }
    if started.isEmpty { queue.run() }
    for thread in started {
      #if canImport(Darwin)
        if let thread { pthread_join(thread, nil) }
      #else
        pthread_join(thread, nil)
      #endif
    }
  }
}
