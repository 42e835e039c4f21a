import Foundation
import Gradus

/// Images of handwritten digits, each a column of eight tokens of eight pixels.
struct Digits {
  struct Image {
    let label: Int
    let pixels: [Float]
  }

  /// Images of a batch as the classifier takes them.
  static let side = 8
  static let classes = 10

  let training: [Image]
  let test: [Image]

  /// One image in five is kept for the test, drawn with a fixed seed.
  init(contentsOf file: URL) throws {
    var images = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").compactMap(Digits.image)
    var random = Generator(state: 7)
    images.shuffle(using: &random)
    let count = images.count / 5
    test = Array(images.prefix(count))
    training = Array(images.dropFirst(count))
  }

  private static func image(_ line: Substring) -> Image? {
    let parts = line.split(separator: " ")
    guard line.first != "#", parts.count == 2, let label = Int(parts[0]) else { return nil }
    let pixels = parts[1].compactMap { Int(String($0), radix: 17) }.map { Float($0) / 8 - 1 }
    return pixels.count == side * side ? Image(label: label, pixels: pixels) : nil
  }

  /// The values that do not depend on the images: places, mask and pooling for a batch of so many.
  static func structure(batch: Int) -> [String: DenseMatrix] {
    let tokens = batch * side
    return [
      "embed_T": DenseMatrix(rows: tokens, columns: side) { $0 % side == $1 ? 1 : 0 },
      "head_M": DenseMatrix(rows: tokens, columns: tokens) { $0 / side == $1 / side ? 0 : -1e9 },
      "read_P": DenseMatrix(rows: batch, columns: tokens) { $1 / side == $0 ? 1 / Double(side) : 0 },
    ]
  }

  static func tokens(_ images: ArraySlice<Image>) -> [Float] { images.flatMap(\.pixels) }

  static func targets(_ images: ArraySlice<Image>) -> [Float] {
    images.flatMap { image in (0..<classes).map { $0 == image.label ? 1 : 0 } }
  }
}

/// Numbers from a seed (Vigna's SplitMix64).
struct Generator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
    return z ^ z >> 31
  }
}
