import ArgumentParser
import Diagnostics
import Foundation
import Localization
import Publishing

struct BuildCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build", abstract: "Builds editions into the folder site/ of the output.",
    discussion: "Nothing is written when there are errors; the site stays as it was.")

  @Argument(help: ArgumentHelp("Editions such as 2021-H1; all when none is named."))
  var editions: [String] = []

  @Option(name: .long, help: "Only this language: fi, sv or en.")
  var language: Language?

  @Flag(name: .long, help: "Print a PDF of each language too; needs an installed Chromium.")
  var pdf = false

  @Option(
    name: .long,
    help: ArgumentHelp("The Chromium that prints; found by name otherwise.", valueName: "path"))
  var browser: String?

  @OptionGroup var options: FolderOptions

  func run() throws {
    try Ending.reporting {
      let report = try build()
      if isatty(STDOUT_FILENO) == 1 {
        print("Built \(report.editions.joined(separator: ", ")): \(report.files) files.")
        print("Open \(report.start)")
      }
    }
  }

  private var pdfRequest: PDFRequest? {
    guard pdf || browser != nil else { return nil }
    let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    return PDFRequest(browser: browser, folders: path.split(separator: ":").map(String.init))
  }

  private func build() throws -> BuildReport {
    let progress = Progress()
    var findings: [Diagnostic] = []
    defer {
      progress.clear()
      Ending.report(findings, in: options.messages)
    }
    progress.show("Reading")
    guard let project = try Project.read(options.folders).reporting(to: &findings) else {
      throw Ending.errorsFound
    }
    let language = try project.checked(language)
    let wanted = try project.checked(editions: editions)
    let report = try project.build(
      project.editions.filter(wanted.contains),
      language: language, folders: options.folders, pdf: pdfRequest,
      waiting: { Ending.say("Another build is running; waiting for it to end.\n") },
      progress: progress.show
    ).reporting(to: &findings)
    guard let report else { throw Ending.errorsFound }
    return report
  }
}
