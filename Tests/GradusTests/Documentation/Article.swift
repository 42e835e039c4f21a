import Foundation

/// An article of the documentation, with the blocks of Swift in it.
struct Article {
  struct Block {
    /// The line of the article on which the code begins.
    let line: Int
    let code: String

    /// The file that the block quotes, which its first line names.
    var quoted: String? {
      let first = code.prefix { $0 != "\n" }
      return first.hasPrefix("// Sources/") ? String(first.dropFirst(3)) : nil
    }

    var body: String { String(code.drop { $0 != "\n" }.dropFirst()) }
  }

  let name: String
  let blocks: [Block]

  init(_ file: URL) throws {
    name = file.deletingPathExtension().lastPathComponent
    var blocks: [Block] = []
    var open: (line: Int, code: String)?
    for (number, line) in zip(1..., try String(contentsOf: file, encoding: .utf8).components(separatedBy: "\n")) {
      if let block = open {
        if line == "```" {
          blocks.append(Block(line: block.line, code: block.code))
          open = nil
        } else {
          open = (block.line, block.code + line + "\n")
        }
      } else if line == "```swift" {
        open = (number + 1, "")
      }
    }
    self.blocks = blocks
  }

  static func all() throws -> [Article] {
    let folder = SwiftCompiler.root.appendingPathComponent("Sources/Gradus/Gradus.docc")
    return try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
      .filter { $0.pathExtension == "md" }.sorted { $0.path < $1.path }.map(Article.init)
  }

  /// The blocks that are code of their own as one program, each line telling where it stands in the article.
  var program: String {
    blocks.filter { $0.quoted == nil }.map { block in
      "#sourceLocation(file: \"\(name).md\", line: \(block.line))\n\(block.code)#sourceLocation()\n"
    }.joined()
  }
}
