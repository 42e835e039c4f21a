/// The built-in tables' claims that are not right as they are printed, as they are found at the time.
package struct Errata {
  package let findings: [Finding]
  private let tables: [IdentityTable]

  package static func found() throws -> Errata {
    let tables = try IdentityTable.builtIn()
    var wrong: [Finding] = []
    for table in tables {
      for finding in table.check() where !finding.isRight { wrong.append(finding) }
    }
    return Errata(findings: wrong, tables: tables)
  }

  /// A paragraph a claim.
  package var text: String {
    tables.compactMap { table -> String? in
      let own = findings.filter { $0.table == table.name }
      if own.isEmpty { return nil }
      return ("\(table.source): \(table.title)" + "\n\n" + own.map(paragraph).joined(separator: "\n\n"))
    }.joined(separator: "\n\n")
  }

  private func paragraph(_ finding: Finding) -> String {
    let identity = finding.identity
    var lines = ["\(identity.id)  \(finding.verdict?.rawValue ?? "unreadable")"]
    if !identity.subject.isEmpty { lines.append("  of       \(identity.subject)") }
    lines.append("  printed  \(identity.statement)")
    if let correct = finding.judgement?.correct { lines.append("  right    \(correct)") }
    lines.append("  because  \(finding.judgement?.reason ?? finding.error?.message ?? "")")
    if !identity.note.isEmpty { lines.append("  note     \(identity.note)") }
    return lines.joined(separator: "\n")
  }
}
