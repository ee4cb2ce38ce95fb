import ArgumentParser
import Publishing

@main
struct Katsaus: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "katsaus",
    abstract: "Makes a review from articles and records: web page, print, plain text and data.",
    version: katsausVersion,
    subcommands: [
      BuildCommand.self, CheckCommand.self, ExplainCommand.self, FactsCommand.self,
      StatusCommand.self,
      TableCommand.self, AuditCommand.self,
    ])
}
