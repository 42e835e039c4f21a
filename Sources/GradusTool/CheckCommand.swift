import Gradus

enum CheckCommand {
  static let command = Command(
    name: "check", summary: "judge the statements of identity tables",
    usage: """
      usage: gradus check FILE... [--all] [--only ID] [--jobs N] [--json] [--junit FILE] [--update]

      Finds the verdict on every identity: proved, confirmed, conditional, refuted or ill-formed. Where it is not the one
      that the table expects, the exit code is 1.
        --all          the built-in tables too
        --only ID      identities whose id begins with ID
        --jobs N       threads; as many as there are processors if not given
        --json         a JSON object for each identity
        --junit FILE   also a report in JUnit's format
        --update       write the verdicts found into the files as the expected ones

      example: gradus check my.table --only loss.
      """,
    run: { arguments in
      let options = try Options(arguments, valued: ["only", "jobs", "junit"], flags: ["all", "json", "update"])
      return try CheckRun(options).run()
    })
}

/// One run of `gradus check`.
struct CheckRun {
  private let options: Options
  private let jobs: Int?
  private let only: String

  init(_ options: Options) throws {
    self.options = options
    only = try options.one("only") ?? ""
    jobs = try options.one("jobs").map { text in
      guard let jobs = Int(text), jobs > 0 else {
        throw UsageError(message: "--jobs is a positive whole number, not \(text)")
      }
      return jobs
    }
    if options.operands.isEmpty, !options.has("all") {
      throw UsageError(message: "which FILE? or --all for the built-in tables")
    }
  }

  func run() throws -> ExitCode {
    var tables: [(table: IdentityTable, path: String?)] = []
    for path in options.operands { tables.append((try IdentityTable(contentsOf: path), path)) }
    if options.has("all") { tables += try IdentityTable.builtIn().map { ($0, nil) } }
    let progress = Progress(total: tables.reduce(0) { $0 + $1.table.identities.count })
    var all: [[Finding]] = []
    for (table, path) in tables {
      let findings = table.check(only: only, jobs: jobs) { _ in progress.advance() }
      progress.clear()
      for finding in findings { write(finding) }
      if options.has("update"), let path {
        let text = table.text(expecting: findings)
        try TextFile.write(text, to: path)
      }
      all.append(findings)
    }
    if !options.has("json") { Streams.output("\n" + CheckSummary(all).text) }
    if let path = try options.one("junit") { try TextFile.write(JUnitReport(all).text, to: path) }
    let findings = all.joined()
    if findings.contains(where: { $0.error != nil }) { return .badInput }
    return options.has("update") || findings.allSatisfy(\.isExpected) ? .done : .disagreed
  }

  private func write(_ finding: Finding) {
    if let error = finding.error { Streams.complain(error.description) }
    if options.has("json") { return Streams.output(finding.json.description) }
    guard let judgement = finding.judgement else { return }
    var verdict = judgement.verdict.rawValue
    if !finding.isExpected { verdict += ", expected \(finding.identity.expected.rawValue)" }
    Streams.output("\(finding.isExpected ? " " : "!") \(finding.identity.id): \(verdict): \(judgement.reason)")
    if !finding.isExpected, let correct = judgement.correct { Streams.output("    right: \(correct)") }
    for note in judgement.notes { Streams.output("    \(note)") }
  }
}
