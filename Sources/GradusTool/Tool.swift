import Gradus

/// A subcommand: its name, one line of help, its usage, and what it does.
struct Command: Sendable {
  let name: String
  let summary: String
  let usage: String
  let run: @Sendable ([String]) throws -> ExitCode
}

/// What the tool says to the shell.
enum ExitCode: Int32 {
  case done = 0
  case disagreed = 1
  case usage = 64
  case badInput = 65
}

/// A wrong use of the command line.
struct UsageError: Error {
  let message: String
}

enum Tool {
  static let commands = [
    DeriveCommand.command, EvalCommand.command, LayerCommand.command, ShowCommand.command, BatchCommand.command,
    RulesCommand.command, CheckCommand.command, TablesCommand.command, ErrataCommand.command, DoctorCommand.command,
    ProofsCommand.command,
  ]

  static func run(_ arguments: [String]) -> Int32 {
    guard let name = arguments.first, !["help", "--help", "-h"].contains(name) else {
      Streams.output(help(for: arguments.dropFirst().first))
      return ExitCode.done.rawValue
    }
    if name == "--version" {
      Streams.output("gradus \(GradusVersion.current)")
      return ExitCode.done.rawValue
    }
    guard let command = commands.first(where: { $0.name == name }) else {
      let near = Text.nearest(name, in: commands.map(\.name)).map { "; did you mean \($0)?" } ?? ""
      Streams.complain("gradus: there is no command \(name)\(near)\n\n\(overview)")
      return ExitCode.usage.rawValue
    }
    let rest = Array(arguments.dropFirst())
    if rest.contains("--help") || rest.contains("-h") {
      Streams.output(command.usage)
      return ExitCode.done.rawValue
    }
    do {
      return try command.run(rest).rawValue
    } catch let error as UsageError {
      Streams.complain("gradus \(name): \(error.message)\n\n\(command.usage)")
      return ExitCode.usage.rawValue
    } catch {
      Streams.complain(Text.rendering(of: error))
      return ExitCode.badInput.rawValue
    }
  }

  private static func help(for name: String?) -> String {
    name.flatMap { name in commands.first { $0.name == name }?.usage } ?? overview
  }

  private static var overview: String {
    let width = commands.map(\.name.count).max() ?? 0
    let lines = commands.map { command in
      "  \(command.name)\(String(repeating: " ", count: width - command.name.count))  \(command.summary)"
    }
    return """
      gradus derives matrix derivatives step by step, and checks each against finite differences.

      \(lines.joined(separator: "\n"))

      Try:  gradus derive "tr(A'*X*B)" --wrt X --steps
      More: gradus help derive
      """
  }
}
