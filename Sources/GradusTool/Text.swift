import Gradus

/// Wording shared by the commands.
enum Text {
  /// An error as a person reads it.
  static func rendering(of error: any Error) -> String { Messages.rendering(of: error) }

  /// The nearest of some words, if one is near.
  static func nearest(_ word: String, in words: [String]) -> String? { Messages.nearest(to: word, among: words) }
}
