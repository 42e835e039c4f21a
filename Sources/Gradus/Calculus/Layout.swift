/// Whether the numerator's or the denominator's size names the rows of a derivative.
public enum Layout: String, Sendable, Hashable, CaseIterable, Codable {
  case numerator
  case denominator
}
