#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A count on a terminal's last line; nothing where standard error is no terminal.
final class Progress: @unchecked Sendable {
  private let total: Int
  private let isShown = isatty(STDERR_FILENO) != 0
  private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private var count = 0

  init(total: Int) {
    self.total = total
    pthread_mutex_init(mutex, nil)
  }

  deinit {
    pthread_mutex_destroy(mutex)
    mutex.deallocate()
  }

  func advance() {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    count += 1
    if isShown { Streams.show("\r\(count) of \(total)") }
  }

  func clear() { if isShown { Streams.show("\r\u{1B}[K") } }
}
