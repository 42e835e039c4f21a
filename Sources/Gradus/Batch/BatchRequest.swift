/// One line of a batch, as far as it can be read.
struct BatchRequest {
  var identifier: JSON = .null
  var variables: [Variable] = []
  var assumptions: [String] = []
  var expression = ""
  var variable = ""
  var second: String?
  var order = 1
  var layout: Layout?
  var claim: String?
  var targets: [String] = []
  var wantsSteps = false
  var wantsCheck = false
  var sizes: [String: Int] = [:]
  var structured = false
  /// Whether code is wanted for the operator dX ↦ … in the place of the matrix.
  var wantsOperator = false
  var warnings: [String] = []

  private static let fields: Set<String> = [
    "id", "vars", "assume", "expr", "wrt", "wrt2", "order", "layout", "claim", "emit", "steps", "check", "sizes",
    "structured", "form",
  ]

  init(_ json: JSON) throws(BatchError) {
    guard case .object(let fields) = json else { throw .malformed(.notAnObject) }
    identifier = json["id"] ?? .null
    for field in fields where !BatchRequest.fields.contains(field.name) {
      warnings.append("unknown field \(field.name) ignored")
    }
    expression = try BatchRequest.text(json, "expr")
    variable = try BatchRequest.text(json, "wrt")
    if let value = json["wrt2"], value != .null { second = try BatchRequest.string(value, "wrt2") }
    if let value = json["claim"], value != .null { claim = try BatchRequest.string(value, "claim") }
    order = try readOrder(json)
    layout = try readLayout(json)
    assumptions = try BatchRequest.texts(json, "assume")
    targets = try BatchRequest.texts(json, "emit")
    wantsSteps = try BatchRequest.flag(json, "steps")
    wantsCheck = try BatchRequest.flag(json, "check")
    structured = try BatchRequest.flag(json, "structured")
    wantsOperator = try readForm(json)
    sizes = try readSizes(json)
    variables = try readVariables(json)
  }

  private func readOrder(_ json: JSON) throws(BatchError) -> Int {
    guard let value = json["order"], value != .null else { return second == nil ? 1 : 2 }
    guard let order = value.integer, order == 1 || order == 2 else { throw .malformed(.order) }
    return order
  }

  private func readForm(_ json: JSON) throws(BatchError) -> Bool {
    guard let value = json["form"], value != .null else { return false }
    guard let form = value.string, form == "operator" || form == "vec" else {
      throw .malformed(.form)
    }
    return form == "operator"
  }

  private func readLayout(_ json: JSON) throws(BatchError) -> Layout? {
    guard let value = json["layout"], value != .null else { return nil }
    guard let layout = value.string.flatMap({ Layout(rawValue: $0) }) else {
      throw .malformed(.layout)
    }
    return layout
  }

  private func readSizes(_ json: JSON) throws(BatchError) -> [String: Int] {
    guard let value = json["sizes"], value != .null else { return [:] }
    guard case .object(let fields) = value else { throw .malformed(.sizes) }
    var sizes: [String: Int] = [:]
    for field in fields {
      guard let size = field.value.integer, size > 0 else {
        throw .malformed(.size(field.name))
      }
      sizes[field.name] = size
    }
    return sizes
  }

  private mutating func readVariables(_ json: JSON) throws(BatchError) -> [Variable] {
    guard let value = json["vars"], value != .null else { return [] }
    guard case .object(let fields) = value else { throw .malformed(.variables) }
    var variables: [Variable] = []
    var notices: [Notice] = []
    for field in fields {
      let kind = try BatchRequest.text(field.value, "kind")
      var sizes: [String] = []
      for size in field.value["dims"]?.array ?? [] {
        if let number = size.integer {
          sizes.append("\(number)")
        } else {
          sizes.append(try BatchRequest.string(size, "dims"))
        }
      }
      let attributes = try BatchRequest.texts(field.value, "attrs")
      do throws(Problem) {
        variables.append(
          try Declarations.variable(field.name, kind: kind, sizes: sizes, attributes: attributes, &notices))
      } catch {
        throw .problem(error)
      }
    }
    warnings += notices.map { Diagnostic.text(of: $0) }
    return variables
  }

  private static func text(_ json: JSON, _ name: String) throws(BatchError) -> String {
    guard let value = json[name] else { throw .malformed(.missing(name)) }
    return try string(value, name)
  }

  private static func string(_ value: JSON, _ name: String) throws(BatchError) -> String {
    guard let text = value.string else { throw .malformed(.notAString(name)) }
    return text
  }

  private static func texts(_ json: JSON, _ name: String) throws(BatchError) -> [String] {
    guard let value = json[name], value != .null else { return [] }
    guard let values = value.array else { throw .malformed(.notStrings(name)) }
    var texts: [String] = []
    for value in values { texts.append(try string(value, name)) }
    return texts
  }

  private static func flag(_ json: JSON, _ name: String) throws(BatchError) -> Bool {
    guard let value = json[name], value != .null else { return false }
    guard let flag = value.bool else { throw .malformed(.notAFlag(name)) }
    return flag
  }
}

/// Why a line of a batch has no answer.
enum BatchError: Error {
  case malformed(RequestProblem)
  case problem(Problem)
  case derivation(DerivationError)
}

/// What can be wrong with the fields of a request.
enum RequestProblem {
  case notAnObject
  case missing(String)
  case notAString(String)
  case notStrings(String)
  case notAFlag(String)
  case order
  case form
  case layout
  case sizes
  case size(String)
  case variables
}
