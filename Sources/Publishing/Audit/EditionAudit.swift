import Composition
import Diagnostics
import DocumentModel
import FactLedger
import Foundation
import Statistics

/// An edition, or a model from elsewhere, under attack.
package struct AuditReport: Sendable {
  package let model: AuditModel
  package let result: AttackResult
  /// What one can compute who is alone in a hidden cell, and knows it; only when asked for.
  package let insiders: [AttackResult.InsiderLeak]
  package let candidates: Int
  package let threshold: Int

  package init(
    _ model: AuditModel, candidates: Int, threshold: Int, withInsiders: Bool
  ) {
    self.init(
      model, model.attacked(candidates: candidates, threshold: threshold, depth: .intervals),
      candidates: candidates, threshold: threshold, withInsiders: withInsiders)
  }

  init(
    _ model: AuditModel, _ result: AttackResult, candidates: Int, threshold: Int,
    withInsiders: Bool = false
  ) {
    self.model = model
    self.result = result
    insiders = withInsiders ? model.insiderLeaks(besides: result) : []
    self.candidates = candidates
    self.threshold = threshold
  }

  /// Leaks that nobody answers for.
  package func leaks(accepting accepted: [AcceptedFinding]) -> [AttackResult.Leak] {
    model.withoutExcused(result.leaks).filter { leak in
      !accepted.contains { $0.accepts(leak, in: model) }
    }
  }

  /// Leaks that nobody answers for, and what does not fit together, as a reader of messages meets them.
  package func findings(
    accepting accepted: [AcceptedFinding], of edition: ProtectedEdition,
    at location: SourceLocation
  ) -> [Diagnostic] {
    leaks(accepting: accepted).map { model.diagnostic(of: $0, at: location) }
      + accepted.filter { accepted in
        accepted.rule != .disclosureCorrected && !edition.answeredFor.contains(accepted)
          && !result.leaks.contains { accepted.accepts($0, in: model) }
      }.map { .acceptedInVain($0) }
      + result.contradictions.map { .contradiction(in: $0, at: location) }
  }

  package func json(_ leaks: [AttackResult.Leak]) -> String {
    var intervals: [JSON] = []
    for (index, interval) in result.intervals.enumerated() {
      guard let interval else { continue }
      intervals.append(
        .object([
          ("cell", .text(model.cells[index].id)), ("lo", .number(interval.lower)),
          ("hi", interval.upper.map { .number($0) } ?? .null),
        ]))
    }
    let found = leaks.map { leak -> JSON in
      let names = leak.cells.map { JSON.text(model.cells[$0].id) }
      let cells: (String, JSON) = names.count == 1 ? ("cell", names[0]) : ("parts", .list(names))
      return .object([
        ("rule", .text(leak.kind.rule.rawValue)), cells, ("lo", .number(leak.interval.lower)),
        ("hi", leak.interval.upper.map { .number($0) } ?? .null),
        ("derivation", .text(model.derivation(of: leak).text)),
      ])
    }
    let contradictions = result.contradictions.map { note in
      JSON.object([
        ("rule", .text(Rule.disclosureInconsistent.rawValue)), ("note", .text(note)),
      ])
    }
    let insiders = self.insiders.map { leak in
      JSON.object([
        ("insider", .text(model.cells[leak.insider].id)),
        ("cell", .text(model.cells[leak.cell].id)),
      ])
    }
    return JSON.object([
      ("intervals", .list(intervals)), ("findings", .list(found + contradictions)),
      ("insiders", .list(insiders)),
    ]).written
  }

  /// How much of the edition is hidden, and how well.
  package var summary: String {
    let hidden = model.cells.indices.filter {
      model.cells[$0].value == nil
        && (model.cells[$0].role == .protected || model.cells[$0].role == .secondary)
    }
    let shown = model.cells.count { $0.value != nil }
    let unprinted = model.cells.count - hidden.count - shown
    let widths = hidden.compactMap { index in
      result.intervals[index].flatMap { interval in
        interval.upper.map { $0 - interval.lower + 1 }
      }
    }
    var lines = [
      "\(shown) counts are shown, \(hidden.count) hidden ones and \(unprinted) differences attacked"
    ]
    if let least = widths.min() {
      lines.append("of the best known hidden count, \(least) values are possible")
    }
    if result.isIncomplete {
      lines.append("not every sum of hidden counts was looked at to the end: there are too many")
    }
    let given = model.givenAway(by: result)
    if !given.isEmpty {
      lines.append("exceptions give away:")
      lines += given.map { "  \(model.cells[$0].id)" }
    }
    let known = model.cells.filter(\.wasPublished)
    if !known.isEmpty {
      lines.append("earlier editions printed by exception, so that every reader knows:")
      lines += known.map { "  \($0.id)" }
    }
    return lines.joined(separator: "\n") + "\n"
  }
}

/// What came of attacking an edition.
package struct AuditOutcome: Sendable {
  /// Nil when the edition cannot be read.
  package let report: AuditReport?
  /// What later editions have to know of it, as `seal` records it.
  package let published: [PublishedFact]
  /// Findings that somebody answers for.
  package let accepted: [AcceptedFinding]
  package let findings: [Diagnostic]
  /// Dimensions of its tables that the policy does not count as describing persons, so that small counts
  /// by these alone are shown.
  package var unprotected: [String] = []
}

extension Project {
  /// Protects an edition as a build would, and attacks what is left with all that can be asked.
  package func audit(_ id: String, withInsiders: Bool) throws -> AuditOutcome {
    var findings: [Diagnostic] = []
    guard
      let content = try readEdition(id, languages: publication.languages).reporting(to: &findings),
      !findings.hasErrors
    else { return AuditOutcome(report: nil, published: [], accepted: [], findings: findings) }
    let edition = protect(content).reporting(to: &findings)
    let composed = composed(content, edition)
    findings += composed.findings.filter { $0.severity == .error }
    let entries = composed.value.flatMap { FactLedger.ledger(of: $0.0) }
    return AuditOutcome(
      report: report(on: edition, stating: entries, withInsiders: withInsiders),
      published: edition.published + entries.compactMap { $0.published(edition.stated) },
      accepted: content.settings.accepted, findings: findings,
      unprotected: unprotected(in: edition))
  }

  private func unprotected(in edition: ProtectedEdition) -> [String] {
    guard let personal = policy.widened(by: declaration).personal else { return [] }
    let used = Set(edition.tables.flatMap(\.axes).compactMap { $0.dimension?.id })
    return declaration.dimensions.map(\.id).filter { used.contains($0) && !personal.contains($0) }
  }

  private func report(
    on edition: ProtectedEdition, stating entries: [LedgerEntry], withInsiders: Bool
  ) -> AuditReport {
    let model = model(of: edition, stating: entries)
    return AuditReport(
      model, edition.attacked(model, by: policy, depth: .intervals),
      candidates: policy.candidates, threshold: policy.threshold, withInsiders: withInsiders)
  }

  /// What a reader knows of the edition, shares and orders included.
  private func model(of edition: ProtectedEdition, stating entries: [LedgerEntry]) -> AuditModel {
    var model = edition.audit
    model.add(entries, edition.stated)
    return model
  }

  /// What `audit` finds out of an edition that protection found nothing about, since it knows the
  /// shares and orders that the edition states.
  func auditFindings(
    _ content: EditionContent, _ edition: ProtectedEdition, _ composed: [ComposedEdition]
  ) -> [Diagnostic] {
    let model = model(of: edition, stating: composed.flatMap { FactLedger.ledger(of: $0) })
    return AuditReport(
      model, edition.attacked(model, by: policy, depth: .verdict), candidates: policy.candidates,
      threshold: policy.threshold
    ).findings(
      accepting: content.settings.accepted, of: edition, at: content.settings.location)
  }

  /// Reads the built files of an edition back; nil when it has not been built.
  package func builtFindings(_ id: String, output: String) throws -> [Diagnostic]? {
    let page = URL(filePath: output).appending(path: "site/\(id)/index.html")
    guard FileManager.default.fileExists(atPath: page.path) else { return nil }
    return try readBack(id, output: output)
  }

  /// Writes what came of an audit, such as `audit.json`.
  ///
  /// Throws `FileFailure` when the file cannot be written, or lies where it would be published.
  ///
  /// What an editor wrote is not written over: in the content only a file of such a name is.
  package func export(_ text: String, to path: String, output: String) throws {
    let site = URL(filePath: output).appending(path: "site").standardizedFileURL
      .resolvingSymlinksInPath()
    let file = URL(filePath: path).standardizedFileURL
    let folder = file.deletingLastPathComponent().resolvingSymlinksInPath()
    if folder.path == site.path || folder.path.hasPrefix(site.path + "/") {
      throw FileFailure(path: path, reason: "an audit is not written into the published folder")
    }
    let content = URL(filePath: content.path).standardizedFileURL.resolvingSymlinksInPath()
    if folder.path == content.path || folder.path.hasPrefix(content.path + "/"),
      file.lastPathComponent != "audit.json", !Project.isSeal(file.lastPathComponent)
    {
      throw FileFailure(
        path: path,
        reason: "only published.csv and audit.json are written into the folder of content")
    }
    // What was published stays so, whatever is published after it.
    if Project.isSeal(file.lastPathComponent), let before = try? Data(contentsOf: file),
      before != Data(text.utf8), folder.path.hasPrefix(content.path + "/")
    {
      throw FileFailure(
        path: path,
        reason:
          "it says what was published before, which stays known; write published-2.csv beside it, "
          + "or remove it if it never was published")
    }
    do {
      try Data(text.utf8).write(to: file, options: .atomic)
    } catch {
      throw FileFailure(path: path, reason: error.localizedDescription)
    }
  }
}

extension Project {
  /// `published.csv`, `published-2.csv` and so on.
  static func isSeal(_ name: String) -> Bool {
    guard name.hasPrefix("published"), name.hasSuffix(".csv") else { return false }
    let number = name.dropFirst(9).dropLast(4)
    return number.isEmpty || number.first == "-" && Int(number.dropFirst()).map { $0 > 1 } == true
  }
}

/// The bytes of a file that a person named.
package func readFile(_ path: String) throws -> [UInt8] {
  do {
    return Array(try Data(contentsOf: URL(filePath: path)))
  } catch {
    throw FileFailure(path: path, reason: error.localizedDescription)
  }
}
