/// Derives what a claim is about, reads the claim with the shapes that follow, and finds the verdict.
struct ClaimJudge {
  let claim: Claim
  let store = Store()
  let seed: UInt64 = 1

  static func judge(_ claim: Claim) throws(ClaimError) -> Judgement { try ClaimJudge(claim: claim).judgement() }

  func judgement() throws(ClaimError) -> Judgement {
    let texts = ClaimTexts(claim: claim)
    let variables = try texts.knownVariables()
    let hypotheses = try texts.hypotheses(variables, into: store)
    let subject: ClaimSubject
    do throws(ClaimError) {
      subject = try self.subject(texts, variables)
    } catch {
      guard case .underivable(let reason) = error, case .refused = reason else { throw error }
      return try underived(reason, texts, variables)
    }
    let sides: [Node]
    do throws(ClaimError) {
      sides = try self.sides(texts, variables, subject)
    } catch {
      guard case .unreadable(let problem, _) = error, problem.isClashOfShapes else { throw error }
      return illFormed(error, subject, texts, variables)
    }
    var worst: Judgement?
    for side in sides {
      let found = judgement(side, subject, hypotheses, variables)
      if found.verdict.strength < worst?.verdict.strength ?? .max { worst = found }
    }
    return worst ?? Judgement(verdict: .refuted, reason: "nothing is claimed")
  }

  func trials(_ variables: [Variable]) -> Trials {
    Trials(store: store, variables: variables, sizes: claim.sizes, seed: seed)
  }

  private func judgement(
    _ side: Node, _ subject: ClaimSubject, _ hypotheses: [Hypothesis], _ variables: [Variable]
  ) -> Judgement {
    let known = variables.filter { variable in store.variables(in: [subject.left, side]).contains(variable) }
    let comparison = Comparison(
      store: store, left: subject.left, right: side, given: hypotheses, trials: trials(known),
      mirrored: mirrored(subject))
    var judgement = comparison.judgement()
    if let target = subject.differentiated, judgement.verdict == .proved || judgement.verdict == .confirmed {
      let differences = ClaimDifferences(
        store: store, target: target, claimed: subject.left, variables: known, sizes: claim.sizes, seed: seed)
      if case .differs(let trial) = differences.compare(points: 2, with: ClaimDifferences.differential) {
        return Judgement(verdict: .refuted, reason: "the derivation itself fails: \(comparison.difference(trial))")
      }
    }
    guard let derivation = subject.derivation else { return judgement }
    judgement.notes += derivation.notes
    if let check = derivation.check(variables: variables, sizes: claim.sizes, seed: seed) {
      if check.disagreement != nil {
        return Judgement(verdict: .refuted, reason: "the derivation itself fails: \(Diagnostic.text(of: check))")
      }
    }
    return judgement
  }

  /// The derivative in the other layout, where that is something else.
  private func mirrored(_ subject: ClaimSubject) -> Node? {
    subject.derivation == nil || claim.entry != nil || store.isScalar(subject.whole)
      ? nil : store.transpose(subject.whole)
  }

  /// The clash in words, and what the claim could have meant if its own shapes fit.
  private func illFormed(
    _ error: ClaimError, _ subject: ClaimSubject, _ texts: ClaimTexts, _ variables: [Variable]
  ) -> Judgement {
    var judgement = Judgement(verdict: .illFormed, reason: error.message)
    judgement.correct = store.text(subject.left)
    guard claim.entry == nil, let sides = try? texts.sides(variables, shape: nil, into: store), let side = sides.last,
      side.count == 1, side[0].condition == nil
    else { return judgement }
    let claimed = side[0].value
    let hint = Hint(store: store, trials: trials(variables))
    if let found = hint.hint(subject.left, claimed, mirrored: mirrored(subject)) {
      judgement = judgement.hinted(found, correct: store.text(subject.left))
    }
    return judgement
  }
}

extension Judgement {
  fileprivate func hinted(_ hint: String, correct: String) -> Judgement {
    var judgement = Judgement(verdict: verdict, reason: "\(reason); \(hint)")
    judgement.counterexample = counterexample
    judgement.correct = correct
    judgement.notes = notes
    return judgement
  }
}
