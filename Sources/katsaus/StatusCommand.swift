import ArgumentParser
import Diagnostics
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
      printRow("article", status.languages.map(\.tag), width)
      for (id, states) in status.articles {
        printRow(id, states.map(\.words), width)
        for case .stale(let original, let lines) in states {
          for line in lines { print("  changed: \(original):\(line)") }
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
  fileprivate var words: String {
    switch self {
    case .written: "written"
    case .missing: "missing"
    case .publishedLater: "published later"
    case .stale: "stale"
    }
  }
}
