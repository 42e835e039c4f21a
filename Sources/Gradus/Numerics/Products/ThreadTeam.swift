import GradusKernels

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Threads that wait for work, so that sharing a product does not pay for starting them.
///
/// All mutable state is guarded by `mutex`, which is what makes the class safe to share.
final class ThreadTeam: @unchecked Sendable {
  static let processorCount = Int(gradus_processor_count())

  /// One worker for every processor but the caller's.
  static let shared = ThreadTeam(workers: processorCount - 1)

  /// About 100 microseconds.
  private static let polls = 200

  private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let workReady = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
  private let workDone = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
  private var queue: [@Sendable () -> Void] = []
  private var threads: [pthread_t] = []
  private var callersProcessor: Int32 = -1

  private init(workers: Int) {
    pthread_mutex_init(mutex, nil)
    pthread_cond_init(workReady, nil)
    pthread_cond_init(workDone, nil)
    for _ in 0..<workers { startWorker() }
  }

  /// Runs the parts 0..<count, the caller taking its share, and returns when all are done.
  func perform(_ count: Int, _ part: @escaping @Sendable (Int) -> Void) {
    let remaining = UnsafeMutablePointer<Int>.allocate(capacity: 1)
    defer { remaining.deallocate() }
    remaining.pointee = count
    nonisolated(unsafe) let shared = remaining
    locked {
      keepThreadsOffThisProcessor()
      for index in 0..<count {
        queue.append { [self] in
          part(index)
          locked {
            shared.pointee -= 1
            if shared.pointee == 0 { pthread_cond_broadcast(workDone) }
          }
        }
      }
      pthread_cond_broadcast(workReady)
    }
    // The caller works too, so parts get done even where no worker could be started.
    while let job = locked({ queue.popLast() }) { job() }
    wait(for: workDone, until: { shared.pointee == 0 }, then: {})
  }

  private func keepThreadsOffThisProcessor() {
    let processor = gradus_current_processor()
    guard processor != callersProcessor else { return }
    callersProcessor = processor
    for thread in threads { gradus_keep_off_processor(thread, processor) }
  }

  private func startWorker() {
    #if canImport(Darwin)
      var started: pthread_t?
    #else
      var started = pthread_t()
    #endif
    // The shared team lives as long as the process, and so may its threads.
    let code = pthread_create(
      &started, nil,
      { _ in
        ThreadTeam.shared.work()
        return nil
      }, nil)
    let thread: pthread_t? = started
    guard code == 0, let thread else { return }
    pthread_detach(thread)
    threads.append(thread)
  }

  private func work() {
    while true {
      let job = wait(for: workReady, until: { !queue.isEmpty }, then: { queue.removeLast() })
      job()
    }
  }

  /// Polls for a while before going to sleep: products come in bursts, and waking up takes as long as a small one.
  private func wait<Result>(
    for signal: UnsafeMutablePointer<pthread_cond_t>, until isReady: () -> Bool, then take: () -> Result
  ) -> Result {
    for _ in 0..<Self.polls {
      if let result = locked({ isReady() ? take() : nil }) { return result }
      sched_yield()
    }
    return locked {
      while !isReady() { pthread_cond_wait(signal, mutex) }
      return take()
    }
  }

  private func locked<Result>(_ body: () -> Result) -> Result {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    return body()
  }
}
