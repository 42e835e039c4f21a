/// A JSON value; objects keep the order of their fields.
public enum JSON: Sendable, Hashable {
  case null
  case bool(Bool)
  case integer(Int)
  case number(Double)
  case string(String)
  case array([JSON])
  case object([Field])

  public struct Field: Sendable, Hashable {
    public let name: String
    public let value: JSON

    public init(_ name: String, _ value: JSON) {
      self.name = name
      self.value = value
    }
  }

  /// An object without the fields whose value is nil.
  public static func fields(_ pairs: [(String, JSON?)]) -> JSON {
    .object(pairs.compactMap { name, value in value.map { Field(name, $0) } })
  }

  public static func strings(_ values: some Sequence<String>) -> JSON { .array(values.map { .string($0) }) }

  public subscript(name: String) -> JSON? {
    guard case .object(let fields) = self else { return nil }
    return fields.last { $0.name == name }?.value
  }

  public var string: String? {
    if case .string(let value) = self { return value }
    return nil
  }

  public var array: [JSON]? {
    if case .array(let values) = self { return values }
    return nil
  }

  public var bool: Bool? {
    if case .bool(let value) = self { return value }
    return nil
  }

  /// The value if it is a whole number.
  public var integer: Int? {
    switch self {
    case .integer(let value): value
    case .number(let value): Int(exactly: value)
    default: nil
    }
  }
}
