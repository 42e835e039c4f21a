/// Checks that tags open and close in pairs and that nothing but entities stands behind an ampersand.
struct MarkupChecker {
  /// What is wrong, or nil.
  static func problem(in text: String) -> String? {
    var open: [String] = []
    var rest = text[...]
    while let place = rest.firstIndex(where: { $0 == "<" || $0 == "&" || $0 == ">" }) {
      let mark = rest[place]
      rest = rest[rest.index(after: place)...]
      guard mark != ">", let end = rest.firstIndex(of: mark == "<" ? ">" : ";") else { return "stray \(mark)" }
      let inside = rest[..<end]
      rest = rest[rest.index(after: end)...]
      if mark == "&" {
        if inside.contains(where: { !$0.isLetter && !$0.isNumber && $0 != "#" }) { return "bad entity \(inside)" }
      } else if inside.hasPrefix("/") {
        guard open.popLast() == String(inside.dropFirst()) else { return "unexpected <\(inside)>" }
      } else if !inside.hasSuffix("/") {
        open.append(String(inside.prefix { $0 != " " }))
      }
    }
    return open.last.map { "<\($0)> stays open" }
  }
}
