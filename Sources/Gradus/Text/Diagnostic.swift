/// All wording of errors stands here: that of reading in this file, of all else in its extensions beside it.
enum Diagnostic {
  static func text(of clash: ShapeClash) -> String {
    "\(clash.operation) cannot take operands of shapes \(clash.shapes.map(\.description).joined(separator: " and "))"
  }

  static func text(of notice: Notice) -> String {
    switch notice {
    case .axis(let function, let text, let axis):
      "\(text) works along axis \(axis.rawValue), as in NumPy; write \(function)(\(axis.rawValue),…) for the entrywise "
        + "\(function) with the number \(axis.rawValue)"
    case .unknownAttribute(let word, let name): "\(name): the attribute \(word) is unknown and was ignored"
    }
  }

  /// The message, the line with the place marked, where sizes come from, and what to do next.
  static func text(of problem: Problem) -> String {
    var lines = ["error: \(problem.message)"] + Excerpt(problem).lines
    lines += notes(on: problem).map { "note: \($0)" }
    if let help = problem.help { lines.append("help: \(help)") }
    return lines.joined(separator: "\n")
  }

  // MARK: Messages

  static func message(of problem: Problem) -> String { limited(sentence(of: problem)) }

  /// Names and numbers may be as long as the text.
  private static func limited(_ text: String) -> String {
    text.utf8.count <= 600 ? text : String(text.prefix(400)) + "…"
  }

  private static func sentence(of problem: Problem) -> String {
    switch problem.code {
    case .tooLong(let limit): "the text is longer than \(limit) bytes"
    case .unknownCharacter(let value): "\(character(value)) cannot stand here"
    case .numberTooLong(let digits, let limit): "a number of \(digits) digits; at most \(limit) are read"
    case .numberOutOfRange: "a number with an exponent beyond ±\(Rational.decimalExponentLimit)"
    case .numberTooLarge(let bits): "the numbers here multiply to more than \(bits) binary digits"
    case .empty: problem.source.role == .declaration ? "the declaration is empty" : "the expression is empty"
    case .missingOperand(let before?, let after?): "an operand is missing between \(after) and \(before)"
    case .missingOperand(let before?, nil): "an operand is missing before \(before)"
    case .missingOperand(nil, let after?): "the text ends where an operand should follow \(after)"
    case .missingOperand(nil, nil): "the text ends where an expression should follow"
    case .missingOperator(let left, let right): "an operator is missing between \(left) and \(right)"
    case .unclosed(let bracket, let owner?, let column):
      "\(closing(bracket)) is missing: the \(bracket) of \(owner) at column \(column) is not closed"
    case .unclosed(let bracket, nil, let column):
      "\(closing(bracket)) is missing: the \(bracket) at column \(column) is not closed"
    case .unopened(let bracket): "\(bracket) closes nothing"
    case .mismatched(let open, let close): "\(open) is closed by \(close)"
    case .unexpected(let sign): "\(sign) cannot stand here"
    case .missingExpression: "definitions, but no expression after them"
    case .notADefinition: "an expression before the last one, which would have no effect"
    case .notAssignable(let text): "\(text) cannot be defined: left of = stands a name"
    case .functionWithoutLet(let text): "\(text) cannot be defined without let"
    case .malformedFunction: "a function of one's own is written let name(x) = …"
    case .missingEquals: "an assumption is an equation, and = is missing"
    case .secondEquals: "a second ="
    case .unknownFunction(let name, _): "no function is called \(name)"
    case .unknownName(let name): "\(name) is not declared"
    case .functionWithoutArguments(let name, _): "\(name) is a function and needs arguments"
    case .notAFunction(let name): "\(name) is not a function here"
    case .argumentCount(let function, _, let found): "\(function) cannot take \(counted(found, "argument"))"
    case .usedBeforeDefinition(let name): "\(name) is used before it is defined"
    case .recursion(let name): "\(name) is defined by itself"
    case .definedTwice(let name): "\(name) is defined twice"
    case .definitionOfVariable(let name): "\(name) is declared as a variable and cannot be defined"
    case .definitionOfSize(let name): "\(name) is used as a size and cannot be defined"
    case .derivativeByNonVariable(let text): "\(text): a derivative is taken by a variable"
    case .noDerivative(let error): text(of: error)
    case .differentialOfNonVariable(let text): "\(text): a differential is one of a variable"
    case .malformedDeclaration(let expected): "here should stand \(text(of: expected))"
    case .malformedName(let name): "\(name.isEmpty ? "the empty text" : name) is not a name"
    case .unknownKind(let word, _): "\(word) is not a kind of variable"
    case .unknownAttribute(let word, _): "no attribute is called \(word)"
    case .attributeNeedsSquare(let word, let shape): "\(word) needs a square matrix, and this is \(text(of: shape))"
    case .sizeCount(let kind, let found): "a \(kind) has \(counted(sizes[kind] ?? 0, "size")), not \(found)"
    case .declaredTwice(let name): "\(name) is declared twice, differently"
    case .notASize(let text): "\(text) is not a size"
    case .sizeIsVariable(let name): "\(name) is declared as a variable, and here stands a size"
    case .sizeOutOfRange(let text): "\(text) is not a size: sizes are whole numbers from 1 to 2147483647"
    case .sizesTooLarge: "the sizes here grow beyond what is handled"
    case .unsettledSizes(let left, let right): "the sizes \(left) and \(right) would have to be equal"
    case .missingBroadcast(let scalar, let matrix, let corrected):
      "a scalar is added to a matrix (\(scalar.text) is a scalar, \(described(matrix))): write \(corrected)"
    case .sumClash(let left, let right): "the terms of a sum differ in shape: \(described(left)), \(described(right))"
    case .productClash(let left, let right):
      "the factors do not fit: \(described(left)), \(described(right)); "
        + "the left has \(counted(left.shape.columns, "column")), the right \(counted(right.shape.rows, "row"))"
    case .entrywiseClash(let sign, let left, let right):
      "\(sign) needs operands of one shape: \(described(left)), \(described(right))"
    case .divisionByMatrix(_, let right): "only a scalar can divide, and \(described(right))"
    case .powerOfNonSquare(let base, _): "only a scalar or a square matrix has powers, and \(described(base))"
    case .exponentNotScalar(_, let exponent): "the exponent of ^ is a scalar, and \(described(exponent))"
    case .exponentNotInteger(let exponent): "the exponent of a matrix is a whole number, and \(exponent) is not"
    case .powerTooHigh(let limit): "powers of a matrix are written out, up to \(limit)"
    case .argumentShape(let function, let need, let operand):
      "\(function) takes \(text(of: need)), and \(described(operand))"
    case .argumentClash(let function, let left, let right):
      "the arguments of \(function) do not fit: \(described(left)), \(described(right))"
    case .axisNotLiteral(let function): "the axis of \(function) is the number 0 or 1"
    case .axisMissing(let function, let operand):
      "\(function) of a matrix needs an axis: \(function)(\(operand.text),1) works along each row, "
        + "\(function)(\(operand.text),0) along each column"
    case .equationClash(let left, let right):
      "the sides of the equation differ in shape: \(described(left)), \(described(right))"
    case .unexpectedShape(let operand, let expected): "\(described(operand)), where \(text(of: expected)) is wanted"
    case .indexCount(let found, let operand):
      "\(counted(found, "index", "indices")) for \(operand.text), and \(described(operand))"
    case .indexBelowOne: "an index starts at 1"
    case .indexBeyond(let index, let size): "the index \(index) lies beyond the size \(size)"
    case .emptySpan(let from, let to): "nothing lies from \(from) to \(to)"
    case .notElementwise(let part, let function): "\(part) cannot stand in \(function), which acts entry by entry"
    case .notScalarInFunction(let name, let function, let shape):
      "\(name) is \(text(of: shape)), and in \(function), which acts entry by entry, all else is a scalar"
    case .expansionTooLarge(let limit): "the functions defined here expand to more than \(limit) parts"
    case .operands(let clash): text(of: clash)
    }
  }

  // MARK: Notes

  static func notes(on problem: Problem) -> [String] {
    var notes: [String] = []
    switch problem.code {
    case .sumClash(let left, let right), .productClash(let left, let right), .entrywiseClash(_, let left, let right),
      .argumentClash(_, let left, let right), .equationClash(let left, let right):
      notes += [origins(of: left), origins(of: right)].compactMap { $0 }
    case .powerOfNonSquare(let operand, _), .argumentShape(_, _, let operand), .unexpectedShape(let operand, _),
      .missingBroadcast(_, let operand, _):
      notes += [origins(of: operand)].compactMap { $0 }
    default: break
    }
    if !problem.undeclared.isEmpty {
      let found = problem.undeclared.map(text(of:)).joined(separator: ", ")
      notes.append("undeclared names take their kind from their first letter: \(found)")
    }
    return notes.map(limited)
  }

  /// "x: vector(k) by A*x (column 3)".
  private static func text(of undeclared: Problem.Undeclared) -> String {
    let places = undeclared.places.map { place in
      "\(place.text) (\(place.line > 1 ? "line \(place.line), " : "")column \(place.column))"
    }
    return "\(undeclared.variable)" + (places.isEmpty ? "" : " by \(places.joined(separator: " and "))")
  }

  /// "A'*B is k×n: k from the columns of A (declared A: matrix(m,k)), n from …".
  private static func origins(of operand: Problem.Operand) -> String? {
    let rows = operand.shape.rows == .one ? nil : operand.rows
    let columns = operand.shape.columns == .one ? nil : operand.columns
    let own = [rows, columns].compactMap { $0 }
    if own.isEmpty { return nil }
    if own.allSatisfy({ $0.text == operand.text }), let declaration = own[0].declaration {
      return own[0].isDeclared ? "declared \(declaration)" : nil
    }
    let parts = [(operand.shape.rows, rows), (operand.shape.columns, columns)].compactMap { size, origin in
      origin.map { "\(size) from the \($0.isRows ? "rows" : "columns") of \(source(of: $0))" }
    }
    return "\(described(operand)): \(parts.joined(separator: ", "))"
  }

  private static func source(of origin: Problem.Origin) -> String {
    guard let declaration = origin.declaration, origin.isDeclared else { return origin.text }
    return "\(origin.text) (declared \(declaration))"
  }

  // MARK: Help

  static func help(for problem: Problem) -> String? { advice(for: problem).map(limited) }

  private static func advice(for problem: Problem) -> String? {
    switch problem.code {
    case .unknownCharacter(let value):
      return replacement(of: value) ?? "the signs are + - * / ^ .* ./ .^ ' ( ) [ ] , : ; ="
    case .numberTooLong, .numberOutOfRange: return "write the number as a variable, and set it when evaluating"
    case .empty: return problem.source.role == .declaration ? declarationHelp : "for example tr(A'*X*B)"
    case .missingOperand("=", _): return "one = is enough"
    case .missingOperand("[", _): return "build matrices with hcat(A,B) and vcat(A,B)"
    case .missingOperand("*", "*"), .missingOperand("*", ".*"): return "a power is written with ^"
    case .missingOperator(let left, let right):
      return right.hasPrefix("(") || left.count > 30
        ? "a product is written with *" : "for a product write \(left)*\(right)"
    case .missingOperand: return "write the operand, or take the sign before it away"
    case .unclosed(let bracket, _, _): return "write \(closing(bracket)) where the mark stands, or earlier"
    case .unopened: return "take it away, or open one before"
    case .mismatched(let open, _): return "write \(closing(open))"
    case .unexpected(","): return "a comma stands between the arguments of a function or the places of an index"
    case .unexpected: return "a colon stands in an index, as in X[:,1] or X[2:n,1]"
    case .malformedFunction: return "for example let mish(x) = x.*tanh(softplus(x));"
    case .notAssignable: return "write Z = …; for an expression, and an equation as an assumption"
    case .secondEquals: return "end the definition with ; or a new line"
    case .recursion: return "use another name on one side"
    case .missingExpression: return "after the last ; write the expression, for example the defined name"
    case .notADefinition: return "before the last expression stand definitions such as Z = X*W;"
    case .functionWithoutLet(let text): return "write let \(text) = …"
    case .missingEquals: return "for example 1'*Y = 1"
    case .unknownFunction(_, "'"?): return "the transpose is written A'"
    case .unknownFunction(let name, let suggestion):
      let product = "for a product write \(name)*(…)"
      return suggestion.map { "did you mean \($0)? \(name.count == 1 ? product : "")".trimmed } ?? product
    case .functionWithoutArguments(_, let usage), .argumentCount(_, let usage, _): return "write \(usage)"
    case .notAFunction(let name): return "for a product write \(name)*(…)"
    case .usedBeforeDefinition: return "move the definition up"
    case .definedTwice, .definitionOfVariable, .definitionOfSize, .declaredTwice: return "use another name"
    case .derivativeByNonVariable: return "give the place of another expression a name of its own, and declare it"
    case .differentialOfNonVariable: return "write d(X), or dX, for a variable X"
    case .malformedDeclaration: return declarationHelp
    case .malformedName: return "names are letters, digits and _, and begin with a letter"
    case .unknownKind(_, let suggestion):
      return suggestion.map { "did you mean \($0)?" } ?? "the kinds are scalar, vector(n) and matrix(m,n)"
    case .unknownAttribute(_, let suggestion):
      return suggestion.map { "did you mean \($0)?" }
        ?? "the attributes are \(Attributes.named.map(\.word).joined(separator: ", "))"
    case .attributeNeedsSquare: return "declare it matrix(n,n)"
    case .sizeCount: return "the kinds are scalar, vector(n) and matrix(m,n)"
    case .sizeIsVariable(let name):
      return "use another name for the size, or declare a variable with rows or columns \(name)"
    case .sizeOutOfRange: return "give the size a name"
    case .sizesTooLarge: return "give the large size a name: declare a variable of that size"
    case .numberTooLarge: return "write the number as a variable, and set it when evaluating"
    case .expansionTooLarge: return "call fewer functions within functions"
    case .notASize: return "sizes are made of names, whole numbers, + and *"
    case .unsettledSizes: return "declare the variables' sizes"
    case .missingBroadcast(let scalar, let matrix, _):
      let isUndeclared = problem.undeclared.contains { $0.variable.name == scalar.text }
      return "nothing is broadcast silently: a scalar s is added as \(filled("s", matrix.shape))"
        + (isUndeclared ? "; or declare \(scalar.text): \(matrix.shape)" : "")
    case .sumClash(let left, let right): return sumHelp(left, right)
    case .productClash(let left, let right): return productHelp(left, right)
    case .entrywiseClash(_, let left, let right), .equationClash(let left, let right):
      return left.shape == right.shape.transposed
        ? "transpose one of them" : "declare the sizes, or reshape one of them"
    case .divisionByMatrix(let left, let right): return divisionHelp(left, right, problem)
    case .powerOfNonSquare(let base, let exponent):
      return "for powers of the entries write \(wrapped(base.text)).^\(wrapped(exponent))"
    case .exponentNotScalar(let base, let exponent):
      if exponent.text == "T" { return "the transpose is written \(wrapped(base.text))'" }
      return "for powers entry by entry write \(wrapped(base.text)).^\(wrapped(exponent.text))"
    case .exponentNotInteger: return "for powers of the entries write .^"
    case .powerTooHigh: return "define a power and use it: Y = X^100; Y^100"
    case .argumentShape("diag", _, let operand): return "the diagonal of a matrix is diagonal(\(operand.text))"
    case .argumentShape("dot", _, let operand): return "transpose a row, or write inner for matrices: \(operand.text)"
    case .argumentShape, .argumentClash: return "declare the sizes, or transpose"
    case .axisNotLiteral(let function): return "\(function)(X,0) goes down each column, \(function)(X,1) along each row"
    case .axisMissing(_, let operand): return "\(described(operand)); a column needs no axis"
    case .unexpectedShape: return "check transposes and the layout"
    case .indexCount: return "write X[i,j], X[i,:] or X[:,j] for a matrix, and x[i] for a vector"
    case .indexBelowOne: return "the first row is 1, as in mathematics"
    case .indexBeyond: return "indices start at 1 and end at the size"
    case .emptySpan: return "write the smaller index first"
    case .notElementwise: return "functions of one's own are of numbers; define a matrix with Z = …;"
    case .notScalarInFunction(let name, _, _): return "declare \(name): scalar, or pass it as an argument"
    default: return nil
    }
  }

  /// s·ones of a shape, as typed.
  static func filled(_ scalar: String, _ shape: Shape) -> String {
    let ones = shape.columns == .one ? "ones(\(shape.rows))" : "ones(\(shape.rows),\(shape.columns))"
    return scalar == "1" ? ones : "\(wrapped(scalar))*\(ones)"
  }

  private static let declarationHelp = "for example A: matrix(m,n) symmetric, x: vector(n) or s: scalar"

  private static func sumHelp(_ left: Problem.Operand, _ right: Problem.Operand) -> String {
    for (part, whole) in [(left, right), (right, left)] where part.shape != whole.shape {
      if part.shape.columns == .one, part.shape.rows == whole.shape.rows {
        return "to add it to every column write \(wrapped(part.text))*ones(1,\(whole.shape.columns))"
      }
      if part.shape.rows == .one, part.shape.columns == whole.shape.columns {
        return "to add it to every row write ones(\(whole.shape.rows))*\(wrapped(part.text))"
      }
    }
    if left.shape == right.shape.transposed { return "transpose one of them: \(wrapped(right.text))'" }
    return "check the order of the factors and the transposes"
  }

  private static func productHelp(_ left: Problem.Operand, _ right: Problem.Operand) -> String {
    let (a, b) = (wrapped(left.text), wrapped(right.text))
    var forms: [String] = []
    if left.shape.columns == right.shape.columns { forms.append("\(a)*\(b)'") }
    if left.shape.rows == right.shape.rows { forms.append("\(a)'*\(b)") }
    if left.shape == right.shape { forms.append("\(a).*\(b)") }
    if right.shape.columns == left.shape.rows { forms.append("\(b)*\(a)") }
    return forms.isEmpty
      ? "check the order of the factors and the transposes" : "these would fit: \(forms.joined(separator: ", "))"
  }

  private static func divisionHelp(_ left: Problem.Operand, _ right: Problem.Operand, _ problem: Problem) -> String {
    if problem.undeclared.contains(where: { $0.variable.name == right.text && $0.variable.shape.columns == .one }) {
      return "declare \(right.text): scalar, or write ./ for the entrywise quotient"
    }
    if right.shape.rows == right.shape.columns, left.shape.columns == right.shape.rows {
      return "write \(wrapped(left.text))*inv(\(right.text)), or ./ for the entrywise quotient"
    }
    return "for the entrywise quotient write \(wrapped(left.text))./\(wrapped(right.text))"
  }

  // MARK: Words

  private static let sizes = ["scalar": 0, "vector": 1, "matrix": 2]

  private static func closing(_ bracket: String) -> String { bracket == "(" ? ")" : "]" }

  private static func counted(_ count: Int, _ one: String, _ many: String? = nil) -> String {
    "\(count) \(count == 1 ? one : many ?? one + "s")"
  }

  private static func counted(_ size: Dimension, _ one: String) -> String {
    "\(size) \(size == .one ? one : one + "s")"
  }

  private static func described(_ operand: Problem.Operand) -> String {
    "\(operand.text) is \(text(of: operand.shape))"
  }

  static func text(of shape: Shape) -> String {
    func factor(_ size: Dimension) -> String { size.terms.count > 1 ? "(\(size))" : "\(size)" }
    return shape.isScalar ? "a scalar" : "\(factor(shape.rows))×\(factor(shape.columns))"
  }

  private static func text(of part: Problem.DeclarationPart) -> String {
    switch part {
    case .name: "the name of a variable"
    case .colon: "a colon"
    case .kind: "scalar, vector(n) or matrix(m,n)"
    case .attribute: "an attribute, or the end"
    }
  }

  private static func text(of need: Problem.Need) -> String {
    switch need {
    case .square: "a square matrix"
    case .column: "column vectors"
    case .columnOrRow: "a vector"
    case .vectorOfLength(let length): "a vector of length \(length)"
    }
  }

  /// In parentheses unless a name, number, call or in parentheses already.
  private static func wrapped(_ text: String) -> String {
    var depth = 0
    for (place, byte) in zip(1..., text.utf8) {
      if byte == UInt8(ascii: "(") { depth += 1 }
      if byte == UInt8(ascii: ")") { depth -= 1 }
      let isPrimary = depth > 0 || byte.isLetter || byte.isDigit || byte >= 0x80 || byte == UInt8(ascii: ".")
      if !isPrimary, byte != UInt8(ascii: ")") || place < text.utf8.count { return "(\(text))" }
    }
    return text
  }

  // MARK: Characters

  /// "U+00D7 (×)", or the name alone where the character does not show.
  private static func character(_ value: UInt32) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    let name = "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    guard value != 0xFFFD else { return "the replacement character \(name), a sign of text that is not UTF-8," }
    guard let scalar = Unicode.Scalar(value), isVisible(scalar) else { return "the character \(name)" }
    return "the character \(name) (\(scalar))"
  }

  static func isVisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator, .spaceSeparator,
      .nonspacingMark, .enclosingMark, .spacingMark:
      false
    default: true
    }
  }

  private static func replacement(of value: UInt32) -> String? {
    guard let scalar = Unicode.Scalar(value) else { return nil }
    return signs.first { $0.0.unicodeScalars.contains(scalar) }?.1
  }

  private static let signs = [
    ("’‘′`´ᵗ⊤", "a transpose is written '"), ("₀₁₂₃₄₅₆₇₈₉", "an index in a name is written x_1 or x1"),
    ("ⁿ", "a power is written x^n"), ("½⅓¼", "a fraction is written 1/2"), ("×∗⋅•", "a product is written * or ·"),
    ("÷∕", "a quotient is written /"),
    ("–—‐‑", "minus is written -"), ("ˆ", "a power is written ^"), ("\\", "A\\b is written inv(A)*b"),
    ("{}", "group with ( )"), ("|‖", "write abs(x), det(A) or norm2(x)"),
    (".", "a dot stands in a number or before * / ^; a transpose is written A'"),
    ("µ", "the letter mu is U+03BC (μ)"),
    ("√", "write sqrt(x)"), ("∑Σ", "write sum(x)"), ("∥", "write norm2(x)"), ("†⁺", "write pinv(A)"),
  ]
}

extension String {
  fileprivate var trimmed: String { String(self[..<(lastIndex { $0 != " " }.map { index(after: $0) } ?? startIndex)]) }
}
