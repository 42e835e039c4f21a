/// A layer's text file: declarations, the forward formula, a loss, assumptions and a layout, one to a line.
struct LayerFile {
  private let file: String
  private let lines: [String]
  private(set) var name = ""
  private(set) var layout: Layout?
  private var declarations: [LayerText.Declaration] = []
  private var forward: [Passage] = []
  private var loss: [Passage] = []
  private var assumptions: [Passage] = []
  /// Where the forward formula is missed.
  private var start = (line: 1, column: 1, length: 1)

  static let keys = ["layer", "input", "parameter", "data", "forward", "loss", "assume", "layout"]

  /// A key with its value, which may go on in lines that stand further in.
  private struct Entry {
    let key: String
    var value: Passage
    let line: Int
  }

  init(_ text: String, file: String) throws(LayerFileError) {
    self.file = file
    // A carriage return and a line feed are one character.
    lines = text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }.map(String.init)
    for entry in try entries() { try read(entry) }
  }

  /// The layer; what is wrong with it is told with its place.
  func layer() throws(LayerFileError) -> Layer {
    let text = LayerText(declarations: declarations, forward: forward, loss: loss, assumptions: assumptions)
    do throws(LayerError) {
      let form = try text.form()
      if !loss.isEmpty, let last = form.stages.last, !last.variable.shape.isScalar {
        throw .lossNotScalar(last.variable.shape)
      }
      return try Layer(form)
    } catch {
      let place = text.place(of: error) ?? start
      throw self.error(Diagnostic.text(of: error), place, help: Diagnostic.help(for: error))
    }
  }

  private func entries() throws(LayerFileError) -> [Entry] {
    var entries: [Entry] = []
    for (number, line) in zip(1..., lines) {
      let code = line.prefix { $0 != "#" }
      let content = code.drop { $0 == " " || $0 == "\t" }
      if content.allSatisfy({ $0 == " " || $0 == "\t" }) { continue }
      let indentation = code.count - content.count
      if indentation > 0 {
        guard let last = entries.indices.last else {
          throw error(.continuesNothing, (number, 1, line.count))
        }
        let more = LayerFile.passage(content, number, indentation + 1)
        entries[last].value = entries[last].value.text.isEmpty ? more : entries[last].value.joined("\n", more)
        continue
      }
      let key = content.prefix { $0 != " " && $0 != "\t" }
      let rest = content.dropFirst(key.count)
      let value = rest.drop { $0 == " " || $0 == "\t" }
      let passage = LayerFile.passage(value, number, key.count + rest.count - value.count + 1)
      entries.append(Entry(key: String(key), value: passage, line: number))
    }
    return entries
  }

  private static func passage(_ text: Substring, _ line: Int, _ column: Int) -> Passage {
    var text = String(text)
    while let last = text.last, last == " " || last == "\t" { text.removeLast() }
    return Passage(text, line: line, column: column)
  }

  private mutating func read(_ entry: Entry) throws(LayerFileError) {
    let place = (line: entry.line, column: 1, length: entry.key.count)
    // "parameters" reads like "parameter".
    let key =
      LayerFile.keys.contains(entry.key) ? entry.key : entry.key.hasSuffix("s") ? String(entry.key.dropLast()) : ""
    guard LayerFile.keys.contains(key) else {
      let help = "a layer file has the keys \(LayerFile.keys.joined(separator: ", "))"
      throw error(.unknownKey(entry.key, among: LayerFile.keys), place, help: help)
    }
    if entry.value.text.isEmpty { throw error(.noValue(key: entry.key), place) }
    switch key {
    case "layer": (name, start) = (entry.value.text, place)
    case "forward": forward.append(entry.value)
    case "loss": loss.append(entry.value)
    case "assume": assumptions += entry.value.lines
    case "layout":
      guard let layout = Layout(rawValue: entry.value.text) else {
        let value = entry.value.place(of: 0)
        throw error(.layout, (value.line, value.column, entry.value.text.count))
      }
      self.layout = layout
    default:
      guard let role = LayerText.Role(rawValue: key) else { return }
      declarations += entry.value.lines.map { LayerText.Declaration(role: role, passage: $0) }
    }
  }

  private func error(
    _ problem: FileProblem, _ place: (line: Int, column: Int, length: Int), help: String? = nil
  ) -> LayerFileError {
    error(Diagnostic.text(of: problem), place, help: help)
  }

  private func error(
    _ message: String, _ place: (line: Int, column: Int, length: Int), help: String?
  ) -> LayerFileError {
    let source = lines.indices.contains(place.line - 1) ? lines[place.line - 1] : ""
    return LayerFileError(
      file: file, line: place.line, column: place.column, message: message, help: help,
      length: place.length, source: source)
  }
}

/// What is wrong with a layer file, with the line and a caret under the place.
public struct LayerFileError: Error, Sendable, CustomStringConvertible {
  public let file: String
  public let line: Int
  public let column: Int
  public let message: String
  public let help: String?
  let length: Int
  let source: String

  public var description: String {
    let margin = String(repeating: " ", count: max(0, column - 1))
    let room = max(1, source.count - column + 1)
    let mark = "^" + String(repeating: "~", count: max(0, min(length, room) - 1))
    let lines = ["\(file):\(line):\(column): error: \(message)", "  \(source)", "  \(margin)\(mark)"]
    return (lines + [help.map { "help: \($0)" }].compactMap { $0 }).joined(separator: "\n")
  }
}

extension Passage {
  /// The parts between line ends and semicolons, without empty ones.
  fileprivate var lines: [Passage] {
    var start = 0
    var lines: [Passage] = []
    for part in text.split(omittingEmptySubsequences: false, whereSeparator: { $0 == ";" || $0 == "\n" }) {
      let passage = self[start..<(start + part.utf8.count)]
      start += part.utf8.count + 1
      if !passage.text.isEmpty { lines.append(passage) }
    }
    return lines
  }
}

extension Layer {
  /// Reads a layer's text file.
  public init(contentsOf path: String) throws {
    self = try LayerFile(TextFile.read(path), file: path).layer()
  }
}
