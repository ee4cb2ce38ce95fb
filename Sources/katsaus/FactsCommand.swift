import ArgumentParser
import Diagnostics
import Localization
import Publishing

struct FactsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "facts",
    abstract: "Lists what may be cited, how to write it and what it reads now.")

  @Argument(help: "The edition, such as 2021-H1; the newest when none is named.")
  var edition: String?

  @Option(name: .long, help: "The language of the words: fi, sv or en.")
  var language: Language?

  @Option(name: .long, help: "Only facts whose citation, words or number hold this.")
  var search: String?

  @OptionGroup var options: FolderOptions

  func run() throws {
    try Ending.reporting {
      var findings: [Diagnostic] = []
      guard let project = try Project.read(options.folders).reporting(to: &findings) else {
        Ending.report(findings, in: options.messages)
        throw Ending.errorsFound
      }
      let id = try project.checked(edition: edition ?? project.editions.last ?? "")
      let language = try project.checked(language) ?? project.publication.languages[0]
      let facts = try project.citableFacts(of: id, in: language).reporting(to: &findings)
      guard let facts else {
        Ending.report(findings, in: options.messages)
        throw Ending.errorsFound
      }
      let sought = search?.lowercased()
      for fact in facts {
        let line = "\(fact.reads)\t\(fact.citation)\t\(fact.about)"
        if let sought, !line.lowercased().contains(sought) { continue }
        print(line)
      }
    }
  }
}
