/// The texts of a claim and how they are read together.
struct ClaimTexts {
  let claim: Claim

  /// In the order in which they are read: the function, then the sides.
  var passages: [Passage] { (claim.function.map { [$0] } ?? []) + claim.sides.flatMap(\.passages) }

  /// A case of a side, read.
  struct Part {
    let value: Node
    let condition: Claim.Condition?
    var left: Node
    var right: Node
  }

  // MARK: Names

  /// The variables with the shapes that function and claim agree on, or if they do not, those of the function alone.
  func knownVariables() throws(ClaimError) -> [Variable] {
    let alone = claim.function.map { _ in Array(passages.prefix(1)) } ?? passages
    do throws(Problem) {
      let joint = try reader(passages, claim.declared).read(into: Store()).variables
      if !claim.allowsNewNames { try requireKnown(joint, alone) }
      return joint
    } catch {
      if !error.isClashOfShapes { throw located(error, passages) }
      if claim.function == nil { return claim.declared }
      return try read(alone, claim.declared, into: Store()).variables
    }
  }

  private func requireKnown(_ joint: [Variable], _ alone: [Passage]) throws(Problem) {
    let known = Set(try reader(alone, claim.declared).read(into: Store()).variables.map(\.name))
    for variable in joint where !known.contains(variable.name) {
      for (number, passage) in passages.enumerated() {
        guard let range = Lexer.names(in: passage.text).first(where: { $0.name == variable.name })?.range else {
          continue
        }
        throw Problem(.unknownName(variable.name), in: Source(.expression, number, passage.text), at: range)
      }
    }
  }

  /// The variables of which a side names the differential.
  func differentials(among variables: [Variable]) -> [Variable] {
    var names: Set<String> = []
    for side in claim.sides {
      for passage in side.passages {
        let words = Lexer.names(in: passage.text)
        names.formUnion(words.map(\.name))
        for (word, next) in zip(words, words.dropFirst()) where word.name == "d" && word.isCalled {
          let isVariable = !next.isCalled && variables.contains { $0.name == next.name }
          names.insert("d\(isVariable ? next.name : claim.variable ?? "")")
        }
      }
    }
    let known = Set(variables.map(\.name))
    return variables.filter { names.contains("d\($0.name)") && !known.contains("d\($0.name)") }
  }

  // MARK: Reading

  private func reader(_ passages: [Passage], _ declared: [Variable]) -> Reader {
    var reader = Reader(declarations: [], variables: declared)
    reader.texts = passages.map(\.text)
    reader.functions = claim.functions
    reader.moving = Set([claim.variable].compactMap { $0 })
    return reader
  }

  private func located(_ problem: Problem, _ passages: [Passage]) -> ClaimError {
    let all = problem.source.role == .assumption ? claim.assumptions : passages
    let number = problem.source.number
    return .unreadable(problem, in: all.indices.contains(number) ? all[number] : Passage(problem.source.text))
  }

  func read(
    _ passages: some Collection<Passage>, _ declared: [Variable], into store: Store
  ) throws(ClaimError) -> Reading {
    do throws(Problem) {
      return try reader(Array(passages), declared).read(into: store)
    } catch {
      throw located(error, Array(passages))
    }
  }

  /// The assumptions, which see the function's definitions.
  func hypotheses(_ declared: [Variable], into store: Store) throws(ClaimError) -> [Hypothesis] {
    if claim.assumptions.isEmpty { return [] }
    let first = Array(passages.prefix(1))
    var reader = reader(first, declared)
    reader.assumptions = claim.assumptions.map(\.text)
    do throws(Problem) {
      return try reader.read(into: store).hypotheses
    } catch {
      throw located(error, first)
    }
  }

  /// The sides' cases, each value of the shape given.
  func sides(_ declared: [Variable], shape: Shape?, into store: Store) throws(ClaimError) -> [[Part]] {
    let passages = self.passages
    var reader = reader(passages, declared)
    var place = claim.function == nil ? 0 : 1
    for side in claim.sides {
      for part in side.cases {
        if let shape { reader.expectedShapes[place] = shape }
        place += 1 + (part.condition?.passages.count ?? 0)
      }
    }
    let nodes: [Node]
    do throws(Problem) {
      nodes = try reader.read(into: store).expressions
    } catch {
      throw located(error, passages)
    }
    var rest = nodes.dropFirst(claim.function == nil ? 0 : 1)
    return claim.sides.map { side in
      side.cases.map { part in
        let value = rest.removeFirst()
        guard let condition = part.condition else {
          return Part(value: value, condition: nil, left: value, right: value)
        }
        if condition.isOfIndices { return Part(value: value, condition: condition, left: value, right: value) }
        return Part(value: value, condition: condition, left: rest.removeFirst(), right: rest.removeFirst())
      }
    }
  }
}

extension Lexer {
  /// The names in a text, and whether a parenthesis follows.
  static func names(in text: String) -> [(name: String, range: Range<Int>, isCalled: Bool)] {
    var lexer = Lexer(Array(text.utf8))
    var names: [(name: String, range: Range<Int>, isCalled: Bool)] = []
    while true {
      let token = lexer.next()
      switch token.kind {
      case .end: return names
      case .name:
        names.append((String(decoding: lexer.bytes[token.range], as: UTF8.self), token.range, false))
      case .openParenthesis:
        if let last = names.last, last.range.upperBound == token.start { names[names.count - 1].isCalled = true }
      default: break
      }
    }
  }
}
