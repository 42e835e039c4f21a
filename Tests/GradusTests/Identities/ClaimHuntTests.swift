import Foundation
import Testing

@testable import Gradus

/// Claims as people make them, true, nearly true and wrong, each with the verdict that it deserves.
///
/// `Tests/Claims` holds them as requests of `gradus batch` with two fields more: `expect`, the verdict, and `hint`, words
/// that the reason has to contain.
@Suite struct ClaimHuntTests {
  static let files = ["forms", "functions", "orders", "regions", "refused", "cookbook"]

  @Test(arguments: files) func everyClaimGetsItsVerdict(_ file: String) throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let text = try String(contentsOf: root.appendingPathComponent("Claims/\(file).jsonl"), encoding: .utf8)
    let lines = text.split(separator: "\n")
    var judged = 0
    for (place, line) in lines.enumerated() where Campaign.isLong || place % 4 == 0 {
      let request = try JSON(parsing: String(line))
      let answer = try JSON(parsing: Gradus.Batch.answer(String(line)))
      let found = try #require(answer["claim"], "\(line): \(answer)")
      let verdict = try #require(found["verdict"]?.string)
      let reason = try #require(found["reason"]?.string)
      let expected = try #require(request["expect"]?.string)
      // What numbers confirm, a better engine may prove.
      let isRight = verdict == expected || expected == "confirmed" && verdict == "proved"
      #expect(isRight, "\(line): \(verdict): \(reason)")
      if let hint = request["hint"]?.string { #expect(reason.contains(hint), "\(line): \(reason)") }
      if verdict == "conditional" { #expect(found["counterexample"] != nil && found["correct"] != nil, "\(line)") }
      judged += 1
    }
    #expect(judged >= lines.count / 4)
  }
}
