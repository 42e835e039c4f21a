/// A statement as it is written: what is differentiated, by what, and what the derivative is claimed to be; or an equality.
struct Claim: Sendable {
  /// What is differentiated; nil for an equality.
  var function: Passage?
  var variable: String?
  var second: String?
  /// Where the variables are named, if anywhere by themselves.
  var variablePlace: Passage?
  var secondPlace: Passage?
  var order = 1
  var layout: Layout?
  var structured = false
  var entry: Entry?
  /// One side for a derivative, or several that are all claimed to be equal.
  var sides: [Side]
  var assumptions: [Passage] = []
  var declared: [Variable] = []
  var functions: [ElementwiseFunction] = []
  var sizes: [String: Int] = [:]
  /// Whether a side may use names that neither a declaration nor the function knows.
  var allowsNewNames = true

  /// The indices of which a side is the formula.
  struct Entry: Sendable, Equatable {
    var row: String
    /// The row's again for the diagonal, nil for the entries of a vector.
    var column: String?
    /// Whether the formula is for different indices only.
    var isOffDiagonal = false

    var isDiagonal: Bool { row == column }
  }

  /// One formula, or several each for its case.
  struct Side: Sendable {
    struct Case: Sendable {
      let value: Passage
      let condition: Condition?
    }
    let cases: [Case]

    /// All texts that are to be read, in order.
    var passages: [Passage] { cases.flatMap { [$0.value] + ($0.condition?.passages ?? []) } }
  }

  /// left > right and the like.
  struct Condition: Sendable {
    enum Relation: String, Sendable {
      case less = "<"
      case greater = ">"
      case atMost = "<="
      case atLeast = ">="
      case equal = "="
      case different = "!="
    }
    let left: Passage
    let relation: Relation
    let right: Passage

    /// Whether it compares indices, which are no numbers that could be near each other.
    var isOfIndices: Bool { relation == .equal || relation == .different }

    var passages: [Passage] { isOfIndices ? [] : [left, right] }
  }
}

extension Claim {
  /// The sides of "a = b = c", or the cases of "a where u > v, b where u <= v".
  static func sides(of passage: Passage) -> [Side] {
    let scan = TopLevel(passage.text)
    let words = scan.words("where")
    if words.isEmpty {
      return scan.parts(separatedBy: scan.equalSigns).map { Side(cases: [.init(value: passage[$0], condition: nil)]) }
    }
    let cases = scan.parts(separatedBy: scan.commas).map { range -> Side.Case in
      guard let word = words.first(where: { range.contains($0.lowerBound) }) else {
        return Side.Case(value: passage[range], condition: nil)
      }
      let value = passage[range.lowerBound..<word.lowerBound]
      return Side.Case(value: value, condition: scan.condition(in: passage, word.upperBound..<range.upperBound))
    }
    return [Side(cases: cases)]
  }
}

/// A text seen outside its brackets.
private struct TopLevel {
  private let bytes: [UInt8]
  private var depths: [Int] = []
  /// Behind the last definition.
  private var start = 0

  init(_ text: String) {
    bytes = Array(text.utf8)
    var depth = 0
    for (place, byte) in bytes.enumerated() {
      if byte == UInt8(ascii: ")") || byte == UInt8(ascii: "]") { depth -= 1 }
      depths.append(depth)
      if byte == UInt8(ascii: "(") || byte == UInt8(ascii: "[") { depth += 1 }
      if depth == 0, byte == UInt8(ascii: ";") { start = place + 1 }
    }
  }

  private func places(_ byte: UInt8) -> [Range<Int>] {
    bytes.indices.filter { $0 >= start && depths[$0] == 0 && bytes[$0] == byte }.map { $0..<($0 + 1) }
  }

  var commas: [Range<Int>] { places(UInt8(ascii: ",")) }
  var equalSigns: [Range<Int>] { places(UInt8(ascii: "=")) }

  /// Where a word stands by itself.
  func words(_ word: String) -> [Range<Int>] {
    let pattern = Array(" \(word) ".utf8)
    guard bytes.count >= pattern.count else { return [] }
    return (start...max(start, bytes.count - pattern.count)).filter { place in
      place + pattern.count <= bytes.count && depths[place] == 0
        && bytes[place..<(place + pattern.count)].elementsEqual(pattern)
    }.map { $0..<($0 + pattern.count) }
  }

  /// The ranges between separators; definitions stay with the first.
  func parts(separatedBy separators: [Range<Int>]) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var lower = 0
    for separator in separators {
      parts.append(lower..<separator.lowerBound)
      lower = separator.upperBound
    }
    return parts + [lower..<bytes.count]
  }

  private static let relations: [(sign: String, relation: Claim.Condition.Relation)] = [
    ("<=", .atMost), (">=", .atLeast), ("!=", .different), ("≤", .atMost), ("≥", .atLeast), ("≠", .different),
    ("<", .less), (">", .greater), ("=", .equal),
  ]

  func condition(in passage: Passage, _ range: Range<Int>) -> Claim.Condition? {
    for (sign, relation) in TopLevel.relations {
      let pattern = Array(sign.utf8)
      for place in range where place + pattern.count <= range.upperBound && depths[place] == 0 {
        guard bytes[place..<(place + pattern.count)].elementsEqual(pattern) else { continue }
        return Claim.Condition(
          left: passage[range.lowerBound..<place], relation: relation,
          right: passage[(place + pattern.count)..<range.upperBound])
      }
    }
    // Without a sign there is nothing on the right, which the reader then reports at its place.
    return Claim.Condition(
      left: passage[range], relation: .greater, right: passage[range.upperBound..<range.upperBound])
  }
}
