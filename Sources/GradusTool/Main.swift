import Gradus

/// Reads the command's name and hands the rest to it.
@main
enum Main {
  static func main() {
    let arguments = Array(CommandLine.arguments.dropFirst())
    exit(Tool.run(arguments))
  }
}
