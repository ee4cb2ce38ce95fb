import ArgumentParser
import Diagnostics
import MessageCatalogue
import Publishing

struct StatusCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status", abstract: "Shows how far each article is in each language.")

  @Argument(help: "The edition, such as 2021-H1; the newest when none is named.")
  var edition: String?

  @OptionGroup var options: FolderOptions

  func run() throws {
    try Ending.reporting {
      var findings: [Diagnostic] = []
      guard let project = try Project.read(options.folders).reporting(to: &findings) else {
        Ending.report(findings, in: options.messages)
        throw Ending.errorsFound
      }
      let id = try project.checked(edition: edition ?? project.editions.last ?? "")
      guard let status = try project.status(of: id).reporting(to: &findings) else {
        Ending.report(findings, in: options.messages)
        throw Ending.errorsFound
      }
      let width = max(8, status.articles.map(\.id.count).max() ?? 0) + 2
      let catalogue = MessageCatalogue(language: options.messages.tag)
      func words(_ message: Message) -> String { catalogue.text(of: message) }
      printRow(words("article"), status.languages.map(\.tag), width)
      for (id, states) in status.articles {
        printRow(id, states.map { words($0.words) }, width)
        for (language, state) in zip(status.languages, states) {
          guard case .stale(let original, let lines) = state else { continue }
          for line in lines {
            print("  \(language.tag): " + words("changed in the original: \(original):\(line)"))
          }
        }
      }
    }
  }

  private func printRow(_ name: String, _ cells: [String], _ width: Int) {
    var row = name
    for (index, cell) in cells.enumerated() {
      let column = width + index * 18
      row += String(repeating: " ", count: max(1, column - row.count)) + cell
    }
    print(row)
  }
}

extension TranslationState {
  fileprivate var words: Message {
    switch self {
    case .written: "written"
    case .missing: "missing"
    case .publishedLater: "published later"
    case .stale: "stale"
    }
  }
}
