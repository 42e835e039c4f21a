/// A length cut into at most so many ranges, of whole units and alike but for the last.
struct Bands {
  private let length: Int
  let width: Int
  let count: Int

  init(_ length: Int, of unit: Int, atMost most: Int) {
    self.length = length
    width = max(1, ((length + most - 1) / most + unit - 1) / unit * unit)
    count = (length + width - 1) / width
  }

  subscript(_ place: Int) -> Range<Int> { (place * width)..<min((place + 1) * width, length) }
}
