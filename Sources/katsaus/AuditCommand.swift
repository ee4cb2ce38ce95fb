import ArgumentParser
import Diagnostics
import Publishing
import Statistics

struct AuditCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "audit",
    abstract: "Attacks an edition as a reader could, and says what can be found out.",
    discussion: """
      Every hidden count is attacked with all that the edition states, and the built files in site/ \
      are read back. Ends with 1 when anything leaks.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text
    case json
  }

  @Argument(help: "The edition, such as 2021-H1; the newest when none is named.")
  var edition: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Writes what a reader knows, as audit.json, for another attacker.",
      valueName: "file"))
  var export: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Writes what later editions have to know, as published.csv.", valueName: "file"))
  var published: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Attacks a file such as --export writes, instead of an edition.",
      valueName: "file"))
  var model: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "With --model: counts from 1 to one below it are small.", valueName: "number"))
  var threshold = 5

  @Flag(name: .long, help: "Also says what somebody can compute who is alone in a hidden cell.")
  var insider = false

  @Option(name: .long, help: "text or json.")
  var format = Format.text

  @OptionGroup var options: FolderOptions

  func validate() throws {
    if threshold < 2 { throw ValidationError("--threshold is 2 or more") }
    if threshold != 5, model == nil {
      throw ValidationError(
        "--threshold goes with --model; an edition has that of publication.yaml")
    }
  }

  func run() throws {
    try Ending.reporting {
      if let model {
        try attack(file: model)
      } else {
        try attackEdition()
      }
    }
  }

  private func attack(file path: String) throws {
    let model: AuditModel
    do {
      model = try AuditFile.model(of: try readFile(path))
    } catch let failure as AuditFile.Failure {
      throw ValidationError("\(path) is no audit.json: \(failure.reason)")
    }
    let report = AuditReport(model, candidates: 3, threshold: threshold, withInsiders: insider)
    try say(report, leaks: report.leaks(accepting: []), findings: [], path: path)
  }

  private func attackEdition() throws {
    var findings: [Diagnostic] = []
    guard let project = try Project.read(options.folders).reporting(to: &findings) else {
      Ending.report(findings, in: options.messages)
      throw Ending.errorsFound
    }
    let id = try project.checked(edition: edition ?? project.editions.last ?? "")
    let outcome = try project.audit(id, withInsiders: insider)
    findings += outcome.findings
    guard let report = outcome.report else {
      Ending.report(findings, in: options.messages)
      throw Ending.errorsFound
    }
    if let export {
      try project.export(AuditFile.text(of: report.model), to: export, output: options.output)
    }
    if let published {
      try project.export(
        PublishedFact.file(outcome.published), to: published, output: options.output)
    }
    let built = try project.builtFindings(id, output: options.output)
    if built == nil, format == .text {
      print("\(id) is not built yet: there are no files to read back")
    }
    findings += built ?? []
    if !outcome.unprotected.isEmpty, format == .text {
      print(
        "persons: in publication.yaml leaves out \(outcome.unprotected.joined(separator: ", ")): small "
          + "counts by these alone are shown")
    }
    let path = "\(options.content)/\(id)/edition.yaml"
    try say(
      report, leaks: report.leaks(accepting: outcome.accepted), findings: findings, path: path)
  }

  private func say(
    _ report: AuditReport, leaks: [AttackResult.Leak], findings: [Diagnostic], path: String
  ) throws {
    let location = SourceLocation(path: path)
    let isSaid = findings.contains { $0.rule == .disclosureInconsistent }
    let found =
      findings.filter { $0.severity != .note }
      + leaks.map { report.model.diagnostic(of: $0, at: location) }
      + (isSaid ? [] : report.result.contradictions).map { .contradiction(in: $0, at: location) }
    let isLeaking = !leaks.isEmpty || !report.result.contradictions.isEmpty
    switch format {
    case .json: print(report.json(leaks), terminator: "")
    case .text:
      print(report.summary, terminator: "")
      for leak in report.insiders {
        let cells = report.model.cells
        print("insider of [\(cells[leak.insider].id)] can compute [\(cells[leak.cell].id)]")
      }
      Ending.report(found, in: options.messages)
      if !isLeaking, !found.hasErrors { print("nothing leaks") }
    }
    if isLeaking || found.hasErrors { throw Ending.errorsFound }
  }
}
