/// A derivation as the command line asks for it: read, derived, checked and laid out.
package struct DeriveRun {
  package var expression: String
  package var variables: [String]
  package var declarations: [String] = []
  package var assumptions: [String] = []
  package var second: String?
  package var order = 1
  package var layout: Layout?
  package var format = "text"
  package var form = "vec"
  package var emits: [String] = []
  package var showsSteps = false
  package var checks = true
  /// What someone says the derivative is.
  package var claim: String?
  package var structured = false
  /// Files for pictures: the error against the step, and the error of every entry.
  package var plot: String?
  package var heat: String?
  package var seed: UInt64 = 1

  /// Told how many of how many entries of a check are done.
  package var progress: (@Sendable (Int, Int) -> Void)?

  package init(expression: String, variables: [String]) {
    self.expression = expression
    self.variables = variables
  }

  package static var languages: String { Generator.all.map(\.name).joined(separator: ", ") }

  /// What is printed, and whether every check agreed.
  package struct Outcome {
    package let text: String
    package let warnings: [String]
    package let agreed: Bool
    /// Drawings with the files that they are for.
    package let pictures: [(path: String, text: String)]
  }

  package func perform() throws -> Outcome {
    let store = Store()
    var reader = Reader(expression, declarations: declarations, assumptions: assumptions)
    reader.asked = Set(self.variables + (second.map { [$0] } ?? []))
    let reading = try reader.read(into: store)
    var sections: [String] = []
    var warnings = reading.warnings
    var agreed = true
    var pictures: [(path: String, text: String)] = []
    let asked = try variables.map { name throws(DerivationError) in try find(name, reading) }
    for derivation in try Deriver.derive(try request(asked[0], reading), by: asked, in: store) {
      if form == "vec", let reason = derivation.whyNoResult, derivation.result == nil {
        warnings.append(Diagnostic.text(of: reason))
      }
      let check = checks ? derivation.check(variables: reading.variables, seed: seed, progress: progress) : nil
      let claimed = try claim.flatMap { try claimCheck($0, derivation, reading) }
      if claim != nil, claimed == nil { warnings.append("the claim is not compared: there is only the operator form") }
      for found in [check, claimed] where found?.disagreement != nil { agreed = false }
      let stepCheck = checks && showsSteps ? derivation.checkSteps(seed: seed) : nil
      if let stepCheck, !stepCheck.passed { agreed = false }
      let report = DerivationReport(
        derivation: derivation, check: check, claimed: claimed, stepCheck: stepCheck, run: self)
      sections.append(try report.text(&warnings))
      pictures += try self.pictures(of: derivation, reading, &warnings)
    }
    return Outcome(
      text: sections.joined(separator: format == "json" ? "\n" : "\n\n"), warnings: warnings, agreed: agreed,
      pictures: pictures)
  }

  private func pictures(
    of derivation: Derivation, _ reading: Reading, _ warnings: inout [String]
  ) throws(Problem) -> [(path: String, text: String)] {
    if plot == nil, heat == nil { return [] }
    let claimed = try claim.flatMap { text throws(Problem) in try claimNode(text, derivation, reading) }
    guard let check = derivation.comparison(claim: claimed, variables: reading.variables, seed: seed),
      let pictures = DerivationPictures(check, of: derivation)
    else {
      warnings.append("no picture: there is no point at which the function and its derivative are finite")
      return []
    }
    return [plot.map { ($0, pictures.steps) }, heat.map { ($0, pictures.heat) }].compactMap { $0 }
  }

  /// The claim, read with the shape that the derivative has, against central differences.
  private func claimCheck(_ text: String, _ derivation: Derivation, _ reading: Reading) throws(Problem)
    -> GradientCheck?
  {
    guard let node = try claimNode(text, derivation, reading) else { return nil }
    return derivation.check(claim: node, variables: reading.variables, seed: seed, progress: progress)
  }

  private func claimNode(_ text: String, _ derivation: Derivation, _ reading: Reading) throws(Problem) -> Node? {
    guard let result = derivation.result else { return nil }
    var reader = Reader(text, variables: reading.variables)
    reader.expectedShapes[0] = derivation.store.shape(result)
    return try reader.read(into: derivation.store).expressions[0]
  }

  private func find(_ name: String, _ reading: Reading) throws(DerivationError) -> Variable {
    guard let variable = reading.variables.first(where: { $0.name == name }) else { throw .unknownVariable(name) }
    return variable
  }

  private func request(_ variable: Variable, _ reading: Reading) throws(DerivationError) -> DerivationRequest {
    var request = DerivationRequest(function: reading.expressions[0], variable: variable)
    if let second { request.second = try find(second, reading) }
    request.order = order
    request.layout = layout
    request.hypotheses = reading.hypotheses
    request.structured = structured
    request.mentioned = reading.mentioned
    request.names = reading.names
    return request
  }
}
