import Gradus

/// How many identities of each table have which verdict.
struct CheckSummary {
  private let findings: [[Finding]]

  init(_ findings: [[Finding]]) { self.findings = findings.filter { !$0.isEmpty } }

  var text: String {
    let heads = ["table"] + Verdict.allCases.map(\.rawValue) + ["unexpected"]
    let rows =
      findings.map { row($0[0].table, $0) } + (findings.count > 1 ? [row("all", Array(findings.joined()))] : [])
    let widths = heads.indices.map { column in ([heads] + rows).map { $0[column].count }.max() ?? 0 }
    return ([heads] + rows).map { cells in
      cells.enumerated().map { column, cell in
        let blanks = String(repeating: " ", count: widths[column] - cell.count)
        return column == 0 ? cell + blanks : blanks + cell
      }.joined(separator: "  ")
    }.joined(separator: "\n")
  }

  private func row(_ name: String, _ findings: [Finding]) -> [String] {
    [name] + Verdict.allCases.map { verdict in "\(findings.count { $0.verdict == verdict })" }
      + ["\(findings.count { !$0.isExpected })"]
  }
}
