import Composition
import Diagnostics
import DocumentModel
import Localization
import Periods
import Statistics

/// Everything that is wrong with the words of an edition, in all languages at once.
///
/// `sources` holds the lines of every article’s file by its path.
package func check(
  _ texts: [EditionText], _ edition: ProtectedEdition, settings: EditionSettings, facts: FactSheet,
  sources: [String: [String]]
) -> [Diagnostic] {
  let parser = CitationParser(declaration: edition.declaration, facts: facts)
  let index = FactIndex(edition, facts: facts)
  var findings: [Diagnostic] = []
  var versions: [String: [(language: Language, article: Article<Authored>, prose: Prose)]] = [:]
  for text in texts {
    let language = text.language
    let numbers = NumberChecks(
      language: language,
      exemptions: Exemptions(language: language, labels: labelsWithDigits(edition, language)),
      words: NumberWordScan(language: language), facts: index)
    let dates = DateChecks(language: language, release: settings.release)
    let claims = ClaimChecks(
      language: language, parser: parser, edition: edition,
      statements: facts.statements.values.compactMap { $0.statement[language.tag]?.lowercased() })
    for article in text.articles where !article.isPublishedLater {
      let prose = Prose(article, lines: sources[article.location.path] ?? [])
      for passage in prose.passages {
        findings += numbers.findings(on: passage, in: prose)
        findings += dates.findings(on: passage, in: prose)
        findings += claims.findings(on: passage, in: prose)
      }
      versions[article.id, default: []].append((language, article, prose))
    }
  }
  let parity = ParityChecks(parser: parser)
  for (_, article) in versions.sorted(by: { $0.key < $1.key }) where article.count > 1 {
    findings += parity.findings(article)
  }
  return findings
}

/// Takes out what the edition silences; a silence that silences nothing is a finding itself.
package func silenced(_ findings: [Diagnostic], by silences: [EditionSettings.Silence])
  -> [Diagnostic]
{
  var used: Set<EditionSettings.Silence> = []
  let kept = findings.filter { finding in
    let match = silences.first { silence in
      silence.rule == finding.rule && finding.location.path.hasSuffix("/" + silence.file)
        && (silence.line == nil || silence.line == finding.location.line)
    }
    if let match { used.insert(match) }
    return match == nil
  }
  return kept + silences.filter { !used.contains($0) }.map { .unused($0) }
}

/// The labels that readers meet with digits in them, such as *18–29*, the longest first.
private func labelsWithDigits(_ edition: ProtectedEdition, _ language: Language) -> [String] {
  let labels = edition.declaration.dimensions.flatMap { dimension in
    edition.declaration.codeList(of: dimension).codes.compactMap { $0.labels[language.tag] }
  }
  return Set(labels.filter { $0.contains(where: \.isNumber) }.map { $0.lowercased() })
    .sorted { ($1.count, $0) < ($0.count, $1) }
}

extension Diagnostic {
  fileprivate static func unused(_ silence: EditionSettings.Silence) -> Diagnostic {
    Diagnostic(
      .silenceUnused, at: silence.location,
      "This silence of “\(silence.rule.rawValue)” silences nothing",
      help: "remove it, so that it cannot hide something later")
  }
}
