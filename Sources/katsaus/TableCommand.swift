import ArgumentParser
import Diagnostics
import Localization
import Publishing

struct TableCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "table", abstract: "Prints one table as it may be published.")

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case csv
    case text
    case json
  }

  @Argument(help: "The figure’s name, such as new-clients-by-gender.")
  var figure: String

  @Argument(help: "The edition, such as 2021-H1; the newest when none is named.")
  var edition: String?

  @Option(name: .long, help: "The language of a table in text: fi, sv or en.")
  var language: Language?

  @Option(name: .long, help: "csv, text or json.")
  var format = Format.text

  @OptionGroup var options: FolderOptions

  func run() throws {
    try Ending.reporting {
      var findings: [Diagnostic] = []
      guard let project = try Project.read(options.folders).reporting(to: &findings) else {
        Ending.report(findings, in: options.messages)
        throw Ending.errorsFound
      }
      let language = try project.checked(language)
      let id = try project.checked(edition: edition ?? project.editions.last ?? "")
      let known = project.declaration.tables.map(\.id)
      guard known.contains(figure) else {
        let help = suggestion(for: figure, among: known, kind: "tables").english
        throw ValidationError("No table named “\(figure)” is declared; \(help)")
      }
      let table = try project.table(figure, of: id).reporting(to: &findings)
      Ending.report(findings.filter { $0.severity != .note }, in: options.messages)
      guard let table else { throw Ending.errorsFound }
      switch format {
      case .csv: print(table.csv, terminator: "")
      case .json: print(table.json, terminator: "")
      case .text:
        print(table.text(in: language ?? project.publication.languages[0]), terminator: "")
      }
    }
  }
}
