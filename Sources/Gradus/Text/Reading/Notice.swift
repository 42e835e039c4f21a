/// Something read with success that a user might have meant otherwise.
enum Notice: Hashable, Sendable {
  case axis(function: String, text: String, axis: Axis)
  case unknownAttribute(String, of: String)
}
