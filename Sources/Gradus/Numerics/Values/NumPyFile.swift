/// NumPy's file of one array: a header that says type, order and shape, then the numbers.
///
/// "NEP 1: A simple file format for NumPy arrays" (Kern 2007), versions 1 to 3.
package struct NumPyFile {
  package enum Problem: Error, Sendable, Equatable {
    case notNumPy
    case version(Int)
    case header(String)
    case type(String)
    case dimensions([Int])
    case empty([Int])
    case length(found: Int, expected: Int, shape: [Int], type: String)
  }

  private let type: NumberType
  private let isFortran: Bool
  private let shape: [Int]
  private let start: Int

  static func read(_ bytes: [UInt8]) throws(Problem) -> GivenValue {
    let file = try NumPyFile(bytes)
    let numbers = try file.numbers(bytes)
    switch file.shape.count {
    case 0: return .scalar(numbers[0])
    case 1: return .vector(numbers)
    default:
      let (rows, columns) = (file.shape[0], file.shape[1])
      return GivenValue(
        DenseMatrix(rows: rows, columns: columns) { row, column in
          numbers[file.isFortran ? column * rows + row : row * columns + column]
        }, .matrix)
    }
  }

  private init(_ bytes: [UInt8]) throws(Problem) {
    guard bytes.starts(with: [0x93] + Array("NUMPY".utf8)), bytes.count >= 12 else { throw .notNumPy }
    let version = Int(bytes[6])
    guard (1...3).contains(version) else { throw .version(version) }
    let lengthSize = version == 1 ? 2 : 4
    let length = (0..<lengthSize).reduce(0) { $0 | Int(bytes[8 + $1]) << (8 * $1) }
    start = 8 + lengthSize + length
    guard start <= bytes.count else { throw .header("it ends too early") }
    let header = String(decoding: bytes[(8 + lengthSize)..<start], as: UTF8.self)
    guard let described = Self.value(of: "descr", in: header) else { throw .header("it has no descr") }
    guard let type = NumberType(described) else { throw .type(described) }
    guard let order = Self.value(of: "fortran_order", in: header) else { throw .header("it has no fortran_order") }
    guard let sizes = Self.value(of: "shape", in: header) else { throw .header("it has no shape") }
    let shape = sizes.split { !$0.isNumber }.map { Int($0) ?? -1 }
    guard shape.count <= 2 else { throw .dimensions(shape) }
    guard shape.allSatisfy({ $0 > 0 && $0 < 1 << 31 }) else { throw .empty(shape) }
    (self.type, self.shape, isFortran) = (type, shape, order.hasPrefix("True"))
  }

  /// What stands after a key of the header: a quoted word, a tuple, a list or a bare word.
  private static func value(of key: String, in header: String) -> String? {
    guard let found = header.range(ofKey: key) else { return nil }
    let rest = header[found...].drop { $0 == " " || $0 == ":" }
    guard let first = rest.first else { return nil }
    switch first {
    case "'", "\"": return String(rest.dropFirst().prefix { $0 != first })
    case "(": return String(rest.dropFirst().prefix { $0 != ")" })
    case "[": return "a list of fields"
    default: return String(rest.prefix { $0 != "," && $0 != "}" && $0 != " " })
    }
  }

  private func numbers(_ bytes: [UInt8]) throws(Problem) -> [Double] {
    let count = shape.reduce(1, *)
    let (found, expected) = (bytes.count - start, count * type.size)
    guard found == expected else {
      throw .length(found: found, expected: expected, shape: shape, type: type.name)
    }
    return (0..<count).map { place in
      type.number(bytes[(start + place * type.size)..<(start + (place + 1) * type.size)])
    }
  }
}

extension String {
  /// The index after a quoted key.
  fileprivate func range(ofKey key: String) -> Index? {
    for quote in ["'", "\""] {
      let wanted = quote + key + quote
      var place = startIndex
      while place < endIndex {
        if self[place...].hasPrefix(wanted) { return index(place, offsetBy: wanted.count) }
        place = index(after: place)
      }
    }
    return nil
  }
}

/// A type of numbers by NumPy's name, such as <f8 or >i4.
private struct NumberType {
  let name: String
  let size: Int
  private let kind: Character
  private let isBigEndian: Bool

  /// Floating-point numbers of 2, 4 and 8 bytes, whole numbers of 1 to 8 and truth values.
  init?(_ name: String) {
    guard let order = name.first, let kind = name.dropFirst().first, let size = Int(name.dropFirst(2)),
      ["f": [2, 4, 8], "i": [1, 2, 4, 8], "u": [1, 2, 4, 8], "b": [1]][kind]?.contains(size) == true,
      "<>|=".contains(order)
    else { return nil }
    (self.name, self.size, self.kind, isBigEndian) = (name, size, kind, order == ">")
  }

  func number(_ bytes: ArraySlice<UInt8>) -> Double {
    let bits = (isBigEndian ? Array(bytes) : bytes.reversed()).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    switch (kind, size) {
    case ("f", 8): return Double(bitPattern: bits)
    case ("f", 4): return Double(Float(bitPattern: UInt32(truncatingIfNeeded: bits)))
    case ("f", _): return Self.half(UInt16(truncatingIfNeeded: bits))
    case ("i", _): return Double(Int64(bitPattern: bits << UInt64(64 - 8 * size)) >> Int64(64 - 8 * size))
    case ("b", _): return bits == 0 ? 0 : 1
    default: return Double(bits)
    }
  }

  /// IEEE 754's binary16: a sign, 5 bits of exponent, 10 of fraction.
  private static func half(_ bits: UInt16) -> Double {
    let (exponent, fraction) = (Int(bits >> 10 & 31), Double(bits & 1023))
    let magnitude: Double =
      switch exponent {
      case 0: fraction * 0x1p-24
      case 31: fraction == 0 ? .infinity : .nan
      default: (1 + fraction / 1024) * Double(sign: .plus, exponent: exponent - 15, significand: 1)
      }
    return bits >> 15 == 0 ? magnitude : -magnitude
  }
}
