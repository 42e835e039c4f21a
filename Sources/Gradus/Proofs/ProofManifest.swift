/// What Coq accepted when `Proofs/check --record` last ran.
package enum ProofManifest {
  /// SHA-256 of statements by the names of their theorems, of files by their paths.
  struct Contents {
    var theorems: [String: String] = [:]
    var certificates: [String: String] = [:]
    var files: [String: String] = [:]

    init(_ text: String) {
      for line in text.split(separator: "\n") {
        let words = line.split(separator: " ").map(String.init)
        guard words.count == 3 else { continue }
        switch words[0] {
        case "theorem": theorems[words[1]] = words[2]
        case "certificate": certificates[words[1]] = words[2]
        default: files[words[1]] = words[2]
        }
      }
    }
  }

  static let contents = Contents(accepted)

  /// The rules whose statement as generated now is the statement of an accepted theorem.
  static let provedRules: Set<String> = Set(
    Theorems.all.filter { statement in
      guard let accepted = contents.theorems[statement.name] else { return false }
      return accepted == SecureHash.hexadecimal(of: statement.proposition + ".\n")
    }.map(\.name))

  package static func isProved(_ rule: String) -> Bool { provedRules.contains(rule) }
}
