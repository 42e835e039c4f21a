extension LayerText {
  /// Where an error is to be looked for.
  func place(of error: LayerError) -> (line: Int, column: Int, length: Int)? {
    switch error {
    case .unreadable(let problem):
      let passages: [Passage] =
        switch problem.source.role {
        case .declaration: declarations.map(\.passage)
        case .expression: lines.map(\.passage)
        case .assumption: assumptions
        }
      guard passages.indices.contains(problem.source.number) else { return nil }
      return passages[problem.source.number].mark(problem.range)
    case .declaredTwice(let name): return occurrences(of: name).dropFirst().first
    case .unused(let name): return occurrences(of: name).first
    case .notDifferentiable(let line, let error):
      guard let passage = passage(ofLine: line) else { return nil }
      return passage.mark(passage.range(of: error) ?? 0..<passage.text.utf8.count)
    case .flat(let line):
      guard let passage = passage(ofLine: line) else { return nil }
      return passage.mark(0..<passage.text.utf8.count)
    case .lossNotScalar:
      guard let passage = lines.last?.passage else { return nil }
      return passage.mark(0..<passage.text.utf8.count)
    default: return nil
    }
  }

  private func passage(ofLine name: String) -> Passage? {
    (lines.first { $0.name == name } ?? lines.last { $0.name == nil })?.passage
  }

  /// Where a name is declared or defined, in the order of the text.
  private func occurrences(of name: String) -> [(line: Int, column: Int, length: Int)] {
    let declared = declarations.map(\.passage).flatMap { passage in
      Lexer.names(in: passage.text).filter { $0.name == name && passage.isDeclared(at: $0.range) }
        .map { passage.mark($0.range) }
    }
    let defined = lines.filter { $0.name == name }.compactMap { line in
      Lexer.names(in: line.passage.text).first { $0.name == name }.map { line.passage.mark($0.range) }
    }
    return declared + defined
  }
}

extension Passage {
  fileprivate func mark(_ range: Range<Int>) -> (line: Int, column: Int, length: Int) {
    let start = place(of: range.lowerBound)
    let bytes = text.utf8.dropFirst(range.lowerBound).prefix(range.count)
    return (start.line, start.column, max(1, String(decoding: bytes, as: UTF8.self).count))
  }

  fileprivate func isDeclared(at range: Range<Int>) -> Bool {
    text.utf8.dropFirst(range.upperBound).first { !$0.isBlank } == UInt8(ascii: ":")
  }

  /// The part of which an operation has no derivative: as printed, or else from the operation's name on.
  fileprivate func range(of error: DerivationError) -> Range<Int>? {
    guard case .refused(let operation, let place, _) = error else { return nil }
    for part in [place, operation.definition.notation.name].compactMap({ $0 }) {
      guard let found = text.firstRange(of: part) else { continue }
      let start = text.utf8.distance(from: text.startIndex, to: found.lowerBound)
      return start..<start + part.utf8.count
    }
    return nil
  }
}
