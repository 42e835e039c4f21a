#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// How long random trials run: `GRADUS_CAMPAIGN=1` asks for twenty times as many as a plain run, beginning with the same.
enum Campaign {
  static let isLong = getenv("GRADUS_CAMPAIGN") != nil

  static func seeds(_ count: Int) -> Range<UInt64> { 0..<UInt64(isLong ? 20 * count : count) }
}
