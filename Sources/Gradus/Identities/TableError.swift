/// What is wrong with a table, with the file, the line and a caret under the place.
public struct TableError: Error, Sendable, CustomStringConvertible {
  public let file: String
  public let line: Int
  public let column: Int
  public let message: String
  let length: Int
  let source: String

  public var description: String {
    let margin = String(repeating: " ", count: Swift.max(0, column - 1))
    let carets = String(repeating: "^", count: Swift.max(1, length))
    return "\(file):\(line):\(column): error: \(message)\n  \(source)\n  \(margin)\(carets)"
  }
}
