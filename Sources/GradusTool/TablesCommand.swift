import Gradus

enum TablesCommand {
  static let command = Command(
    name: "tables", summary: "list the built-in identity tables, or write them to files",
    usage: """
      usage: gradus tables [--export DIR]

      Lists the tables of the founding documents, or writes each to DIR/NAME.table, to be read and changed.

      example: gradus tables --export tables && gradus check tables/*.table
      """,
    run: { arguments in
      let options = try Options(arguments, valued: ["export"], flags: [])
      if let extra = options.operands.first { throw UsageError(message: "unexpected \(extra)") }
      if let folder = try options.one("export") {
        try TextFile.makeFolder(folder)
        for table in IdentityTable.builtInTexts {
          let path = "\(folder)/\(table.name).table"
          try TextFile.write(table.text + "\n", to: path)
          Streams.output(path)
        }
        return .done
      }
      for table in try IdentityTable.builtIn() {
        Streams.output(
          "\(table.name)  \(table.identities.count) identities, \(Certificates.certified(in: table)) certified: \(table.title)"
        )
      }
      return .done
    })
}
