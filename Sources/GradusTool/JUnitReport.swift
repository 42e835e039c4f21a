import Gradus

/// Findings in the XML that build servers read.
struct JUnitReport {
  private let findings: [[Finding]]

  init(_ findings: [[Finding]]) { self.findings = findings.filter { !$0.isEmpty } }

  var text: String {
    let suites = findings.map(suite).joined(separator: "\n")
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites>\n\(suites)\n</testsuites>\n"
  }

  private func suite(_ findings: [Finding]) -> String {
    let cases = findings.map(testCase).joined(separator: "\n")
    return "  <testsuite name=\"\(escaped(findings[0].table))\" tests=\"\(findings.count)\" "
      + "failures=\"\(findings.count { !$0.isExpected && $0.error == nil })\" "
      + "errors=\"\(findings.count { $0.error != nil })\">\n\(cases)\n  </testsuite>"
  }

  private func testCase(_ finding: Finding) -> String {
    let head =
      "    <testcase classname=\"\(escaped(finding.table))\" name=\"\(escaped(finding.identity.id))\" "
      + "time=\"\(finding.seconds)\""
    if finding.isExpected { return head + "/>" }
    if let error = finding.error {
      return head + ">\n      <error message=\"\(escaped(error.message))\">" + escaped(error.description)
        + "</error>\n    </testcase>"
    }
    let message = "\(finding.verdict?.rawValue ?? ""), expected \(finding.identity.expected.rawValue)"
    return head + ">\n      <failure message=\"\(message)\">" + escaped(finding.judgement?.reason ?? "")
      + "</failure>\n    </testcase>"
  }

  private func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;").replacing(
      "\"", with: "&quot;")
  }
}
