/// An identity as far as it is read.
struct IdentityDraft {
  var identity: Identity
  let scope: TableReader.Scope
  var entries: [TableReader.Entry] = []
  var indentation = 0

  static let keys = [
    "function", "by", "with", "order", "claim", "numerator", "denominator", "entry", "let", "var", "layout", "assume",
    "expect",
    "note",
  ]

  /// "i", "i,j", "i,i" or "i != j".
  static func indices(_ text: String) -> Claim.Entry? {
    let plain = text.filter { $0 != " " }.replacing("≠", with: "!=")
    let isOffDiagonal = plain.contains("!=")
    let names = plain.replacing("!=", with: ",").split(separator: ",", omittingEmptySubsequences: false).map(
      String.init)
    guard (1...2).contains(names.count),
      names.allSatisfy({ !$0.isEmpty && $0.allSatisfy { $0.isLetter || $0.isNumber } })
    else { return nil }
    return Claim.Entry(row: names[0], column: names.count == 2 ? names[1] : nil, isOffDiagonal: isOffDiagonal)
  }
}

extension TableReader {
  /// Takes the draft's entries as claims into the table.
  mutating func finishIdentity() throws(TableError) {
    guard let draft else { return }
    self.draft = nil
    var identity = draft.identity
    var claim = Claim(sides: [])
    var scope = draft.scope
    var definitions: [Passage] = []
    var stated: [(layout: Layout?, value: Passage)] = []
    for entry in draft.entries {
      switch entry.key {
      case "function": claim.function = entry.value
      case "by": (claim.variable, claim.variablePlace) = (entry.value.text, entry.value)
      case "with": (claim.second, claim.secondPlace) = (entry.value.text, entry.value)
      case "let": definitions.append(entry.value)
      case "var": scope.add(try declarations(entry))
      case "layout": scope.layout = try layout(entry)
      case "order":
        guard let order = Int(entry.value.text), order == 1 || order == 2 else {
          throw error(.order, value: entry)
        }
        claim.order = order
      case "entry":
        guard let indices = IdentityDraft.indices(entry.value.text) else {
          throw error(.entry, value: entry)
        }
        claim.entry = indices
      case "assume": claim.assumptions.append(entry.value)
      case "claim": stated.append((nil, entry.value))
      case "numerator", "denominator": stated.append((Layout(rawValue: entry.key), entry.value))
      case "expect":
        guard let verdict = Verdict(rawValue: entry.value.text) else {
          throw error(.verdict, value: entry)
        }
        identity.expected = verdict
        identity.expectationLine = entry.line
      default: identity.note += (identity.note.isEmpty ? "" : " ") + entry.value.text
      }
    }
    claim.declared = scope.variables
    claim.functions = scope.functions
    claim.allowsNewNames = false
    if stated.isEmpty { throw error(.claimsNothing(identity: identity.id), identity.line, 1, "identity".count) }
    for (layout, value) in stated {
      var one = claim
      one.layout = layout ?? scope.layout
      one.sides = Claim.sides(of: value)
      one.define(definitions)
      let differentials = one.sides.flatMap(\.passages).contains { passage in
        Lexer.names(in: passage.text).contains { $0.name.hasPrefix("d") }
      }
      if one.function != nil, one.variable == nil, !differentials {
        throw error(.noVariable(identity: identity.id), identity.line, 1, "identity".count)
      }
      if one.function == nil, one.sides.count < 2 {
        let place = value.place(of: 0)
        throw error(.noEquality, place.line, place.column, value.text.count)
      }
      identity.claims.append(one)
    }
    table.identities.append(identity)
  }
}

extension Claim {
  /// Puts definitions in front of the first text.
  fileprivate mutating func define(_ definitions: [Passage]) {
    guard let first = definitions.first else { return }
    let before = definitions.dropFirst().reduce(first) { $0.joined("; ", $1) }
    if let function {
      self.function = before.joined("; ", function)
    } else if let part = sides.first?.cases.first {
      let defined = Side.Case(value: before.joined("; ", part.value), condition: part.condition)
      sides[0] = Side(cases: [defined] + sides[0].cases.dropFirst())
    }
  }
}
