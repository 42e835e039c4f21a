/// What can be wrong with a line of a table or of a layer's file.
enum FileProblem {
  case noTable
  case unknownKey(String, among: [String])
  case noValue(key: String)
  case layout
  case order
  case entry
  case verdict
  case identifierWithBlanks
  case identifierTwice(String, line: Int)
  case outsideIdentity(key: String)
  case continuesNothing
  case claimsNothing(identity: String)
  case noVariable(identity: String)
  case noEquality
}

extension Diagnostic {
  static func text(of problem: FileProblem) -> String {
    switch problem {
    case .noTable: "a table begins with 'table NAME'"
    case .unknownKey(let key, let known):
      "unknown key \(key)" + (Suggestion.nearest(to: key, among: known).map { "; did you mean \($0)?" } ?? "")
    case .noValue(let key): "\(key) has no value"
    case .layout: "a layout is numerator or denominator"
    case .order: "order is 1 or 2"
    case .entry: "entry names its indices: i, or i,j, or i,i, or i != j"
    case .verdict: "a verdict is \(Verdict.allCases.map(\.rawValue).joined(separator: ", "))"
    case .identifierWithBlanks: "an identity has an id without blanks"
    case .identifierTwice(let name, let line): "the id \(name) stands on line \(line) already"
    case .outsideIdentity(let key): "\(key) is indented, but belongs to no identity"
    case .continuesNothing: "an indented line goes on with what stands above, and nothing does"
    case .claimsNothing(let identity): "\(identity) claims nothing"
    case .noVariable(let identity): "\(identity) does not say by what it is differentiated"
    case .noEquality: "without a function a claim is an equality, a = b"
    }
  }

  static func text(of error: ClaimError) -> String {
    switch error {
    case .unreadable(let problem, _): problem.message
    case .underivable(let error): text(of: error)
    case .unknownVariable(let name, let known, _):
      "\(name) is neither declared nor in the function"
        + (Suggestion.nearest(to: name, among: known).map { "; did you mean \($0)?" }
          ?? "; its variables are \(known.joined(separator: ", "))")
    case .entry(let part): "\(part) is no formula in entries"
    }
  }

  static func text(of problem: RequestProblem) -> String {
    switch problem {
    case .notAnObject: "a line must be a JSON object"
    case .missing(let field): "the field \(field) is missing"
    case .notAString(let field): "the field \(field) must be a string"
    case .notStrings(let field): "the field \(field) must be an array of strings"
    case .notAFlag(let field): "the field \(field) must be true or false"
    case .order: "order must be 1 or 2"
    case .form: "form must be \"operator\" or \"vec\""
    case .layout: "layout must be \"numerator\" or \"denominator\""
    case .sizes: "sizes must be an object of whole numbers"
    case .size(let name): "the size \(name) must be a positive whole number"
    case .variables: "vars must be an object of declarations"
    }
  }

  static func text(of problem: JSONProblem) -> String {
    switch problem {
    case .textAfterValue: "text after the value"
    case .noValue: "a value is missing"
    case .malformedValue: "a value is malformed"
    case .unknownWord: "an unknown word"
    case .tooDeep: "nested too deeply"
    case .noFieldName: "a field's name is missing"
    case .noColon: "a colon is missing"
    case .noComma: "a comma is missing"
    case .noClosingBracket: "a closing bracket is missing"
    case .noClosingQuotationMark: "a closing quotation mark is missing"
    case .escapeCutOff: "an escape is cut off"
    case .unknownEscape: "an unknown escape"
    case .noHexadecimalDigits: "four hexadecimal digits are missing"
    }
  }
}
