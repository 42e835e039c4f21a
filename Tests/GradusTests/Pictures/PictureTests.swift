import Testing

@testable import Gradus

@Suite struct PictureTests {
  private func derivation(_ text: String, by name: String) throws -> Derivation {
    let store = Store()
    let reading = try Reader(text).read(into: store)
    let variable = try #require(reading.variables.first { $0.name == name })
    return try Deriver.derive(DerivationRequest(function: reading.expressions[0], variable: variable), in: store)
  }

  private func sweep(_ text: String, by name: String, factor: Rational = 1) throws -> StepSweep {
    let derivation = try derivation(text, by: name)
    let result = try #require(derivation.result)
    let claim = derivation.store.scaled(factor, result)
    return StepSweep(try #require(derivation.comparison(claim: claim)?.firstTrial))
  }

  /// Truncation falls as h² and h, rounding rises as 1/h.
  @Test func slopesAreThoseOfTheory() throws {
    let sweep = try sweep("sum(exp(A*X))", by: "X")
    let (central, forward) = (sweep.slopes(\.central), sweep.slopes(\.forward))
    #expect(((central.falling ?? 0) - 2).magnitude < 0.2, "\(central)")
    #expect(((forward.falling ?? 0) - 1).magnitude < 0.2, "\(forward)")
    #expect(((central.rising ?? 0) + 1).magnitude < 0.3, "\(central)")
    #expect((sweep.samples.map(\.central).min() ?? 1) < 1e-8)
  }

  /// Of a wrong derivative no step brings the error below the mistake.
  @Test func mistakesArePlateaus() throws {
    let sweep = try sweep("sum(exp(A*X))", by: "X", factor: Rational(1001, 1000))
    let middle = sweep.samples.filter { (1e-9...1e-4).contains($0.step) }
    #expect(middle.count >= 10 && middle.allSatisfy { ($0.central - 1e-3).magnitude < 1e-4 })
  }

  /// A quadratic function has no truncation error.
  @Test func quadraticFunctionsOnlyRise() throws {
    let slopes = try sweep("x'*A*x", by: "x").slopes(\.central)
    #expect(slopes.falling == nil)
    #expect((slopes.rising ?? 0) < -0.6)
  }

  @Test func picturesAreWellFormed() throws {
    for (text, name) in [("sum(exp(A*X))", "X"), ("A*X*B", "X"), ("g^3", "g"), ("-y'*log_softmax(z)", "z")] {
      let derivation = try derivation(text, by: name)
      let check = try #require(derivation.comparison())
      let pictures = try #require(DerivationPictures(check, of: derivation))
      for picture in [pictures.steps, pictures.heat] {
        #expect(MarkupChecker.problem(in: picture) == nil, "\(text)")
        for part in ["<title>∂f/∂", "prefers-color-scheme: dark", "seed 1", "relative to the largest entry"] {
          #expect(picture.contains(part), "\(part) is missing for \(text)")
        }
        #expect(!picture.contains("nan") && !picture.contains("inf"), "\(text)")
      }
      #expect(pictures.steps.contains("step h") && pictures.steps.contains("relative error"))
      #expect(pictures.heat.contains(">row<") && !pictures.heat.contains("disagree"))
    }
  }

  @Test func wrongEntriesAreFramed() throws {
    let derivation = try derivation("norm2(A*X-B)^2", by: "X")
    let claim = derivation.store.scaled(2, try #require(derivation.result))
    let check = try #require(derivation.comparison(claim: claim))
    let heat = try #require(DerivationPictures(check, of: derivation)).heat
    #expect(heat.contains("entries disagree") && heat.contains("class=\"wrong\"") && heat.contains("claimed ∂f/∂X"))
  }

  @Test func largeMapsShowBlocks() {
    let errors = DenseMatrix(rows: 200, columns: 100) { row, column in row == 199 && column == 99 ? 1 : 1e-12 }
    let heat = HeatMap(title: "t", note: "n", errors: errors, wrong: [199 * 100 + 99]).text
    #expect(heat.contains("blocks of 3 × 3") && heat.utf8.count < 600_000)
    #expect(heat.contains("row 199, column 100: 1<"))
    #expect(heat.count(of: "class=\"wrong\"") == 1)
  }
}

extension String {
  fileprivate func count(of part: String) -> Int { split(separator: part, omittingEmptySubsequences: false).count - 1 }
}
