#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A count of entries on a terminal's last line for work that takes long; nothing where standard error is no terminal.
final class EntryProgress: @unchecked Sendable {
  private let isTerminal = isatty(STDERR_FILENO) != 0
  private let clock = ContinuousClock()
  private var next: ContinuousClock.Instant
  private var isShown = false

  /// Quick work shows nothing.
  private static let patience = Duration.milliseconds(500)
  private static let pause = Duration.milliseconds(100)

  init() { next = clock.now + Self.patience }

  func show(_ count: Int, of total: Int) {
    guard isTerminal, clock.now >= next else { return }
    next = clock.now + Self.pause
    isShown = true
    Streams.show("\r\u{1B}[Kcentral differences: \(count) of \(total) entries")
  }

  func clear() { if isShown { Streams.show("\r\u{1B}[K") } }
}
