/// A layer as it is written: declarations by the part they play, and the lines of the forward pass, each with its place.
struct LayerText {
  enum Role: String, CaseIterable { case input, parameter, data }

  struct Declaration {
    let role: Role
    let passage: Passage
  }

  /// One line of the forward pass; functions of one's own stand in front of every line after them.
  struct Line {
    /// The name defined; nil for a last line without one.
    let name: String?
    let passage: Passage
    /// Whether the line is the loss, or leads to it.
    var isLoss = false
  }

  let declarations: [Declaration]
  let lines: [Line]
  let assumptions: [Passage]

  init(declarations: [Declaration], forward: [Passage], loss: [Passage] = [], assumptions: [Passage] = []) {
    self.declarations = declarations
    self.assumptions = assumptions
    var lines: [Line] = []
    var functions: Passage?
    let statements = forward.flatMap(LayerText.statements(of:)).map { ($0, false) }
    for (statement, isLoss) in statements + loss.flatMap(LayerText.statements(of:)).map({ ($0, true) }) {
      let words = LayerText.firstWords(of: statement.text)
      if words.first == "let" {
        functions = functions?.joined("; ", statement) ?? statement
        continue
      }
      let passage = functions?.joined("; ", statement) ?? statement
      lines.append(
        Line(name: words.count == 2 && words[1] == "=" ? words[0] : nil, passage: passage, isLoss: isLoss))
    }
    self.lines = lines
  }

  /// The statements of a text: semicolons and line ends separate, but not within brackets nor after an operator.
  private static func statements(of passage: Passage) -> [Passage] {
    var lexer = Lexer(Array(passage.text.utf8))
    var statements: [Passage] = []
    var (start, depth) = (0, 0)
    var isOpen = true
    while true {
      let token = lexer.next()
      switch token.kind {
      case .openParenthesis, .openBracket: (depth, isOpen) = (depth + 1, true)
      case .closeParenthesis, .closeBracket: (depth, isOpen) = (depth - 1, false)
      case .infix, .equals, .comma: isOpen = true
      case .newline where depth > 0 || isOpen: continue
      case .newline, .semicolon, .end:
        let part = passage[start..<token.start]
        if !part.text.isEmpty { statements.append(part) }
        if token.kind == .end { return statements }
        (start, depth, isOpen) = (token.end, 0, true)
      default: isOpen = false
      }
    }
  }

  private static func firstWords(of text: String) -> [String] {
    var lexer = Lexer(Array(text.utf8))
    let first = lexer.next()
    guard first.kind == .name else { return [] }
    let name = String(decoding: lexer.bytes[first.range], as: UTF8.self)
    return lexer.next().kind == .equals ? [name, "="] : [name]
  }
}

extension LayerText {
  /// Reads declarations and lines one after another; names that nothing declares are refused.
  func form() throws(LayerError) -> LayerForm {
    var form = LayerForm(stages: [], inputs: [], parameters: [], data: [])
    for (number, declaration) in declarations.enumerated() {
      let variables: [Variable]
      do throws(Problem) {
        variables = try Declarations.read(Source(.declaration, number, declaration.passage.text))
      } catch {
        throw .unreadable(error)
      }
      switch declaration.role {
      case .input: form.inputs += variables
      case .parameter: form.parameters += variables
      case .data: form.data += variables
      }
    }
    var known = form.variables
    var names: Set<String> = []
    for variable in known where !names.insert(variable.name).inserted { throw .declaredTwice(variable.name) }
    for (number, line) in lines.enumerated() {
      let name = line.name ?? LayerText.freeName(besides: names, of: line.isLoss ? ["L", "Loss"] : ["F", "G"])
      let stage = try stage(name, number, line, known)
      form.stages.append(stage)
      if !names.insert(name).inserted { throw .declaredTwice(name) }
      known.append(stage.variable)
    }
    for (number, passage) in assumptions.enumerated() {
      form.assumptions.append(try assumption(number, passage, form.variables))
    }
    return form
  }

  private func stage(_ name: String, _ number: Int, _ line: Line, _ known: [Variable]) throws(LayerError) -> LayerStage
  {
    if known.contains(where: { $0.name == line.name }) { throw .declaredTwice(name) }
    let store = Store()
    let text = line.passage.text
    var reader = Reader(variables: known)
    reader.texts = [line.name.map { "\(text); \($0)" } ?? text]
    do throws(Problem) {
      let reading = try reader.read(into: store)
      try requireKnown(reading.variables.map(\.name), text, known)
      return LayerStage(name, reading.expressions[0], in: store)
    } catch {
      var problem = error
      // A name that nothing declares was taken for a variable of its own, which most likely led to the problem.
      if let cause = undeclared(in: text, besides: known, line.name) { problem = cause }
      let source = Source(.expression, number, text)
      let upper = min(problem.range.upperBound, text.utf8.count)
      throw .unreadable(Problem(problem.code, in: source, at: min(problem.range.lowerBound, upper)..<upper))
    }
  }

  private func requireKnown(_ names: [String], _ text: String, _ known: [Variable]) throws(Problem) {
    for name in names where !known.contains(where: { $0.name == name }) {
      let range = Lexer.names(in: text).first { $0.name == name }?.range ?? 0..<text.utf8.count
      throw Problem(.unknownName(name), in: Source(.expression, 0, text), at: range)
    }
  }

  /// The first word of a text that is neither known nor defined in it, nor a word of the language.
  private func undeclared(in text: String, besides known: [Variable], _ defined: String?) -> Problem? {
    var words = Set(known.map(\.name) + ["let", "I", "pi"])
    words.formUnion(known.flatMap { $0.shape.rows.names + $0.shape.columns.names })
    if let defined { words.insert(defined) }
    // The parameters of functions of one's own.
    if words.contains("let"), text.hasPrefix("let ") { return nil }
    for word in Lexer.names(in: text) where !word.isCalled && !words.contains(word.name) {
      if word.name.hasPrefix("d"), words.contains(String(word.name.dropFirst())) { continue }
      return Problem(.unknownName(word.name), in: Source(.expression, 0, text), at: word.range)
    }
    return nil
  }

  private func assumption(
    _ number: Int, _ passage: Passage, _ known: [Variable]
  ) throws(LayerError) -> LayerAssumption {
    let store = Store()
    do throws(Problem) {
      var reader = Reader(variables: known)
      // An equation is read beside an expression.
      reader.texts = ["0"]
      reader.assumptions = [passage.text]
      let reading = try reader.read(into: store)
      try requireKnown(reading.variables.map(\.name), passage.text, known)
      return LayerAssumption(store: store, left: reading.hypotheses[0].left, right: reading.hypotheses[0].right)
    } catch {
      throw .unreadable(Problem(error.code, in: Source(.assumption, number, passage.text), at: error.range))
    }
  }

  /// A name for a line without one.
  static func freeName(besides names: Set<String>, of candidates: [String] = ["F", "G"]) -> String {
    if let free = candidates.first(where: { !names.contains($0) }) { return free }
    var name = candidates[0] + "2"
    while names.contains(name) { name += "2" }
    return name
  }
}
