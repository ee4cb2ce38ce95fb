import ArgumentParser
import Diagnostics
import Localization
import MessageCatalogue
import Publishing

struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Names everything that is wrong, in every language, all at once.",
    discussion: "Nothing is written. Explain a rule with: katsaus explain RULE")

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text
    case json
    case sarif
  }

  @Argument(help: "Editions such as 2021-H1; all when none is named.")
  var editions: [String] = []

  @Option(name: .long, help: "text, json or sarif.")
  var format = Format.text

  @Flag(name: .long, help: "Warnings stop too.")
  var strict = false

  @OptionGroup var options: FolderOptions

  func run() throws {
    try Ending.reporting {
      var findings: [Diagnostic] = []
      if let project = try Project.read(options.folders).reporting(to: &findings) {
        findings += try project.check(try project.checked(editions: editions))
      }
      let report = CheckReport(findings, language: options.messages)
      switch format {
      case .text: Ending.report(report.findings, in: options.messages)
      case .json: print(report.json, terminator: "")
      case .sarif: print(report.sarif, terminator: "")
      }
      if report.errors > 0 || (strict && report.warnings > 0) { throw Ending.errorsFound }
    }
  }
}

struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "Says what a rule is for; without a name, lists all rules.")

  @Argument(help: "The rule’s name, as messages carry it in brackets.")
  var rule: String?

  @Option(name: .long, help: "The language of the explanation: fi, sv or en.")
  var messages = Language.en

  func run() throws {
    let catalogue = MessageCatalogue(language: messages.tag)
    guard let name = rule else {
      for rule in Rule.allCases {
        print("\(rule.rawValue) (\(catalogue.name(of: rule.severity)))")
      }
      return
    }
    guard let rule = Rule(rawValue: name) else {
      let known = Rule.allCases.map(\.rawValue)
      throw ValidationError(
        "“\(name)” is not a rule; \(suggestion(for: name, among: known, kind: "rules").english)")
    }
    print("\(rule.rawValue) (\(catalogue.name(of: rule.severity)))")
    print("\n\(catalogue.text(of: rule.page))")
  }
}
