/// The certificates of the built-in tables, a file for each table.
package enum Certificates {
  private static func text(_ certificates: [Certificate], table: String) -> String {
    let header = """
      (* Derivatives of the table \(table) as Gradus derives them, written by `gradus proofs --certificates`. *)
      \(CoqPreamble.text(importing: "Tactics"))
      """
    return ([header] + certificates.map(\.theorem)).joined(separator: "\n\n") + "\n"
  }

  /// Every identity with its certificate, or why it has none.
  package static func outcomes() throws -> [(table: String, id: String, certificate: String?, reason: String?)] {
    try IdentityTable.builtIn().flatMap { table in
      table.identities.map { identity in
        do throws(CoqRefusal) {
          return (table.name, identity.id, try Certificate(identity).theorem, nil)
        } catch {
          return (table.name, identity.id, nil, error.reason)
        }
      }
    }
  }

  /// The files by name; only the certificates that Coq accepted in their present form, unless all are asked for.
  package static func files(all: Bool) throws -> [(name: String, text: String)] {
    try IdentityTable.builtIn().map { table in
      var certificates: [Certificate] = []
      for identity in table.identities {
        do throws(CoqRefusal) {
          let certificate = try Certificate(identity)
          if all || certificate.isAccepted { certificates.append(certificate) }
        } catch {}
      }
      return (fileName(table.name), text(certificates, table: table.name))
    }
  }

  /// How many identities of a table are certified, of how many that claim a derivative.
  package static func certified(in table: IdentityTable) -> Int {
    table.identities.filter { ((try? Certificate($0).isAccepted) ?? false) }.count
  }

  /// `basic-formulas` is kept in BasicFormulas.v.
  private static func fileName(_ table: String) -> String {
    table.split(separator: "-").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined() + ".v"
  }
}

extension Certificate {
  /// Whether Coq accepted a certificate with this very statement.
  var isAccepted: Bool {
    ProofManifest.contents.certificates[name] == SecureHash.hexadecimal(of: proposition + ".\n")
  }
}
