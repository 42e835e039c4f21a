import Foundation
import Testing

@testable import Gradus

/// What holds of every printed expression, tried on random ones.
struct WriterLawTests {
  static let seed: UInt64 = 20_250_701

  @Test func plainTextKeepsTheHouseRules() {
    var random = RandomExpression(seed: WriterLawTests.seed)
    for round in 0..<1000 {
      let text = Writer(store: random.store, dialect: .ascii).text(of: random.next(depth: 5))
      for forbidden in ["+-", "--", "''", "-+", "(1*", "*/", " ", "[]", "()"] {
        #expect(!text.contains(forbidden), "seed \(WriterLawTests.seed), round \(round): \(forbidden) in \(text)")
      }
    }
  }

  @Test func mathMLIsWellFormed() {
    var random = RandomExpression(seed: WriterLawTests.seed + 1)
    for round in 0..<300 {
      let text = Writer(store: random.store, dialect: .mathML).text(of: random.next(depth: 5))
      let problem = MarkupChecker.problem(in: text)
      #expect(problem == nil, "seed \(WriterLawTests.seed + 1), round \(round): \(text)")
      #expect(text.hasPrefix("<math display=\"block\">"))
    }
  }

  @Test func latexBracesAndDelimitersPair() {
    var random = RandomExpression(seed: WriterLawTests.seed + 2)
    for round in 0..<300 {
      let text = Writer(store: random.store, dialect: .latex).text(of: random.next(depth: 5))
      var depth = 0
      for character in text where character == "{" || character == "}" {
        depth += character == "{" ? 1 : -1
        if depth < 0 { break }
      }
      let label = "seed \(WriterLawTests.seed + 2), round \(round): \(text)"
      #expect(depth == 0, "\(label)")
      let pairs = [("\\left", "\\right"), ("\\lVert", "\\rVert"), ("\\lvert", "\\rvert")]
      for (open, close) in pairs { #expect(text.count(of: open) == text.count(of: close), "\(label)") }
      #expect(!text.hasDoubleScript, "\(label)")
    }
  }

  @Test func jsonIsReadByFoundation() throws {
    var random = RandomExpression(seed: WriterLawTests.seed + 3)
    for round in 0..<200 {
      let node = random.next(depth: 5)
      let text = JSONText(store: random.store).text(of: node)
      let object = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: [[String: Any]]]
      let count = random.store.reachable(from: [node]).count
      #expect(object?["nodes"]?.count == count, "seed \(WriterLawTests.seed + 3), round \(round)")
    }
  }
}

extension String {
  fileprivate func count(of part: String) -> Int { components(separatedBy: part).count - 1 }

  /// Whether a superscript follows a superscript, which TeX refuses.
  fileprivate var hasDoubleScript: Bool {
    let characters = Array(self)
    var opens: [Int] = []
    for (place, character) in characters.enumerated() {
      if character == "{" { opens.append(place) }
      guard character == "}", let open = opens.popLast() else { continue }
      let isScript = open > 0 && characters[open - 1] == "^"
      if isScript, place + 1 < characters.count, characters[place + 1] == "^" { return true }
    }
    return false
  }
}
