extension GradientCheck {
  var json: JSON {
    var fields: [(String, JSON?)] = [
      ("passed", .bool(passed)), ("verdict", .string(word)), ("maxRelativeError", .number(maximumRelativeError)),
      ("points", .integer(points)), ("comparisons", .integer(comparisons)),
      ("remainderSlope", remainderSlope.map { .number($0) }),
    ]
    switch verdict {
    case .agrees: break
    case .disagrees(let found):
      fields.append(("disagreement", found.json))
    case .undecided(let doubt): fields.append(("reason", .string(Diagnostic.text(of: doubt))))
    }
    return .fields(fields)
  }

  private var word: String {
    switch verdict {
    case .agrees: "agrees"
    case .disagrees: "disagrees"
    case .undecided: "undecided"
    }
  }
}

extension GradientCheck.Disagreement {
  /// Rows and columns counted from 1, as in the text.
  fileprivate var json: JSON {
    .fields([
      ("row", .integer(row + 1)), ("column", .integer(column + 1)), ("claimed", .number(claimed)),
      ("difference", .number(difference)), ("estimatedError", .number(estimatedError)),
      ("remainderSlope", remainderSlope.map { .number($0) }),
      (
        "point",
        .fields(
          point.sorted { $0.key < $1.key }.map {
            ($0.key, Counterexample.json($0.value, isColumn: $0.value.columns == 1))
          })
      ), ("commands", .strings(commands)),
    ])
  }
}
