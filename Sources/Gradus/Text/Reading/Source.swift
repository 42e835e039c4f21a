/// A text that is read, with what it is for.
public struct Source: Hashable, Sendable {
  public enum Role: Hashable, Sendable { case expression, assumption, declaration }

  public let role: Role
  /// The place among the texts of its role, counted from 0.
  public let number: Int
  public let text: String

  init(_ role: Role, _ number: Int, _ text: String) {
    self.role = role
    self.number = number
    self.text = text
  }

  /// A part of the text, by UTF-8 offsets.
  subscript(range: Range<Int>) -> String {
    String(Substring(source(range)))
  }

  /// A part of the text, shortened in its middle for a message.
  func excerpt(_ range: Range<Int>) -> String {
    let part = source(range)
    if part.count <= 60 { return String(Substring(part)) }
    return String(decoding: part.prefix(36), as: UTF8.self) + "…" + String(decoding: part.suffix(20), as: UTF8.self)
  }

  private func source(_ range: Range<Int>) -> Substring.UTF8View {
    text.utf8.dropFirst(range.lowerBound).prefix(range.count)
  }
}
