extension Inference {
  /// At most so many names are listed with an error.
  private static let listLimit = 12

  /// Names in a part of the text whose kind nothing but their first letter says.
  mutating func undeclared(in range: Range<Int>, of clash: Clash) -> [Problem.Undeclared] {
    var found: [Int] = []
    for place in syntax.statement(of: clash.site)?.nodes ?? 0..<0 where range.contains(Int(syntax.nodes[place].start)) {
      guard case .variable(let variable) = resolution.meanings[place] else { continue }
      if resolution.variables[variable].declared == nil, !found.contains(variable) { found.append(variable) }
      if found.count == Inference.listLimit { break }
    }
    let places = settlingPlaces(of: found, before: clash.site)
    return found.map { Problem.Undeclared(variable: variable($0), places: places[$0] ?? []) }
  }

  /// The nodes at which variables took their sizes from elsewhere, found by inferring once more.
  private func settlingPlaces(of found: [Int], before site: Int) -> [Int: [Problem.Place]] {
    var replay = Inference(resolution)
    var open = found.flatMap { variable in
      [variables[variable].rows, variables[variable].columns].map { (variable: variable, size: $0) }
    }
    open.removeAll { !replay.sizes.isUnsolved($0.size) }
    var places: [Int: [Problem.Place]] = [:]
    replay.walk { inference, node in
      open.removeAll { entry in
        if inference.sizes.isUnsolved(entry.size) { return false }
        if node != site {
          let place = inference.place(node)
          if places[entry.variable]?.last != place { places[entry.variable, default: []].append(place) }
        }
        return true
      }
      return node != site && !open.isEmpty
    }
    return places
  }

  private func place(_ node: Int) -> Problem.Place {
    let (line, column) = syntax.problem(.empty, at: node).position
    return Problem.Place(text: syntax.excerpt(node), line: line, column: column)
  }
}
