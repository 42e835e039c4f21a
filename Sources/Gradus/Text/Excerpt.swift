/// The line of a problem's place, with the place marked under it.
struct Excerpt {
  /// Characters shown of a long line.
  private static let width = 100

  let lines: [String]

  init(_ problem: Problem) {
    let (line, column) = problem.position
    let bytes = Array(problem.source.text.utf8)
    let start = problem.range.lowerBound
    let newline = UInt8(ascii: "\n")
    let lineStart = (bytes[..<start].lastIndex(of: newline) ?? -1) + 1
    let lineEnd = bytes[start...].firstIndex(of: newline) ?? bytes.count
    let text = Array(String(decoding: bytes[lineStart..<lineEnd], as: UTF8.self))
    let marked = String(decoding: bytes[start..<max(start, min(problem.range.upperBound, lineEnd))], as: UTF8.self).count
    let place = column - 1
    let first = text.count <= Excerpt.width ? 0 : max(0, min(place - Excerpt.width / 3, text.count - Excerpt.width))
    let shown = text[min(first, text.count)..<min(text.count, first + Excerpt.width)]
    let before = first > 0 ? "…" : ""
    let after = first + shown.count < text.count ? "…" : ""
    let margin = bytes.contains(newline) ? "  \(line) | " : "  "
    let indent = margin.count + before.count + place - first
    let tildes = max(0, min(marked, first + shown.count - place) - 1)
    lines = [
      margin + before + String(shown.map(Excerpt.visible)) + after,
      String(repeating: " ", count: indent) + "^" + String(repeating: "~", count: tildes),
    ]
  }

  /// Control characters would move or colour what follows.
  private static func visible(_ character: Character) -> Character {
    if character == "\t" { return " " }
    let isHidden = character.unicodeScalars.contains { scalar in
      switch scalar.properties.generalCategory {
      case .control, .format, .surrogate, .unassigned, .lineSeparator, .paragraphSeparator: true
      default: false
      }
    }
    return isHidden ? "\u{FFFD}" : character
  }
}
