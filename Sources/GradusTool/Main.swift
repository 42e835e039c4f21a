import Gradus

@main
enum Main {
  static func main() { print("gradus") }
}
