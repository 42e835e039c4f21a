/// Answers JSON Lines: a request a line, an answer a line.
package enum Batch {
  /// The answer to one line; it never throws and never stops the rest.
  package static func answer(_ line: String) -> String {
    let json: JSON
    do throws(JSONError) {
      json = try JSON(parsing: line)
    } catch {
      return failure(.null, "json", "not JSON: \(error.message)", column: error.offset + 1, []).description
    }
    let identifier = json["id"] ?? .null
    do throws(BatchError) {
      let request = try BatchRequest(json)
      return try BatchAnswer(request).json.description
    } catch {
      return describe(error, identifier).description
    }
  }

  private static func describe(_ error: BatchError, _ identifier: JSON) -> JSON {
    switch error {
    case .malformed(let problem): failure(identifier, "request", Diagnostic.text(of: problem), column: nil, [])
    case .problem(let problem):
      failure(identifier, problem.code.name, Diagnostic.text(of: problem), column: problem.position.column, [])
    case .derivation(let error): failure(identifier, error.name, Diagnostic.text(of: error), column: nil, [])
    }
  }

  private static func failure(
    _ identifier: JSON, _ code: String, _ message: String, column: Int?, _ warnings: [String]
  ) -> JSON {
    .fields([
      ("id", identifier), ("status", .string("error")),
      (
        "error",
        .fields([
          ("code", .string(code)), ("message", .string(message)), ("column", column.map { .integer($0) } ?? .null),
        ])
      ),
    ])
  }
}
