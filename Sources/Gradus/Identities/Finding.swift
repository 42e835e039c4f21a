/// What was found of one identity of a table.
public struct Finding: Sendable {
  public let table: String
  public let identity: Identity
  /// Nil where the identity could not be read, for the error given.
  public let judgement: Judgement?
  public let error: TableError?
  public let seconds: Double

  public var verdict: Verdict? { judgement?.verdict }

  /// Whether the verdict is the one that the table expects.
  public var isExpected: Bool { verdict == identity.expected }

  /// Whether the claim holds as it stands.
  var isRight: Bool { verdict == .proved || verdict == .confirmed }

  /// One JSON object.
  package var json: JSON {
    .fields([
      ("id", .string(identity.id)), ("table", .string(table)),
      ("verdict", verdict.map { .string($0.rawValue) } ?? .null), ("expected", .string(identity.expected.rawValue)),
      ("reason", .string(judgement?.reason ?? error?.message ?? "")),
      ("hypotheses", judgement.flatMap { $0.hypotheses.isEmpty ? nil : .strings($0.hypotheses) }),
      ("counterexample", judgement?.counterexample?.json), ("correct", judgement?.correct.map { .string($0) }),
      ("notes", judgement.flatMap { $0.notes.isEmpty ? nil : .strings($0.notes) }),
      ("line", .integer(identity.line)), ("seconds", .number(seconds)),
    ])
  }
}

/// Verdicts other than those expected.
public struct VerificationError: Error, Sendable, CustomStringConvertible {
  public let findings: [Finding]

  public var description: String {
    findings.map { finding in
      if let error = finding.error { return error.description }
      return "\(finding.identity.id): \(finding.verdict?.rawValue ?? "nothing"), expected "
        + "\(finding.identity.expected.rawValue): \(finding.judgement?.reason ?? "")"
    }.joined(separator: "\n")
  }
}

extension IdentityTable {
  /// Judges every identity whose id begins so, in parallel, and tells of each as it is done.
  public func check(
    only prefix: String = "", jobs: Int? = nil, done: (@Sendable (Finding) -> Void)? = nil
  ) -> [Finding] {
    let chosen = identities.filter { $0.id.hasPrefix(prefix) }
    let board = FindingBoard(count: chosen.count)
    ParallelMap.perform(chosen.count, threads: jobs ?? ThreadTeam.processorCount) { place in
      let finding = find(chosen[place])
      board.write(finding, at: place)
      done?(finding)
    }
    return board.findings
  }

  /// Judges every identity and throws where one has another verdict than expected.
  public func verify(jobs: Int? = nil) throws(VerificationError) {
    let unexpected = check(jobs: jobs).filter { !$0.isExpected }
    if !unexpected.isEmpty { throw VerificationError(findings: unexpected) }
  }

  /// The verdict on one identity, the least of its claims'.
  func find(_ identity: Identity) -> Finding {
    let clock = ContinuousClock()
    let start = clock.now
    func seconds() -> Double {
      let parts = start.duration(to: clock.now).components
      return Double(parts.seconds) + 1e-18 * Double(parts.attoseconds)
    }
    var worst: Judgement?
    for claim in identity.claims {
      do throws(ClaimError) {
        let judgement = try ClaimJudge.judge(claim)
        if judgement.verdict.strength < worst?.verdict.strength ?? .max { worst = judgement }
      } catch {
        return Finding(
          table: name, identity: identity, judgement: nil, error: located(error, identity), seconds: seconds())
      }
    }
    return Finding(table: name, identity: identity, judgement: worst, error: nil, seconds: seconds())
  }

  private func located(_ problem: ClaimError, _ identity: Identity) -> TableError {
    let place = problem.place ?? (identity.line, 1, "identity".count)
    let source = lines.indices.contains(place.line - 1) ? lines[place.line - 1] : ""
    return TableError(
      file: file, line: place.line, column: place.column, message: problem.message, length: place.length, source: source
    )
  }

  /// The table's text with every expectation set to what was found.
  public func text(expecting findings: [Finding]) -> String {
    var lines = lines
    for finding in findings.sorted(by: { $0.identity.line > $1.identity.line }) {
      guard let verdict = finding.verdict, verdict != finding.identity.expected else { continue }
      if let line = finding.identity.expectationLine {
        let indentation = lines[line - 1].prefix { $0 == " " || $0 == "\t" }
        if verdict == .proved {
          lines.remove(at: line - 1)
        } else {
          lines[line - 1] = "\(indentation)expect \(verdict.rawValue)"
        }
      } else {
        let indentation = lines[finding.identity.line].prefix { $0 == " " || $0 == "\t" }
        lines.insert("\(indentation)expect \(verdict.rawValue)", at: finding.identity.lastLine)
      }
    }
    return lines.joined(separator: "\n")
  }
}

/// Findings by their places, as threads come to them.
private final class FindingBoard: @unchecked Sendable {
  private let lock = Lock()
  private var slots: [Finding?]

  init(count: Int) { slots = Array(repeating: nil, count: count) }

  func write(_ finding: Finding, at place: Int) { lock.locked { slots[place] = finding } }

  var findings: [Finding] { lock.locked { slots.compactMap { $0 } } }
}
