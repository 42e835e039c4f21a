/// Reads the command's name and hands the rest to it.
@main
enum Main {
  static func main() {
    let arguments = Array(CommandLine.arguments.dropFirst())
    Streams.end(with: Tool.run(arguments))
  }
}
