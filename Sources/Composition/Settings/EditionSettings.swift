import Diagnostics
import Periods
import Statistics
import YAMLReading

/// What one edition is made of: `edition.yaml`.
package struct EditionSettings: Sendable {
  package struct Listed: Sendable {
    package let id: String
    package let location: SourceLocation
  }

  package let period: Period
  package let release: Day
  package let standfirst: LocalizedText
  /// In their order.
  package let articles: [Listed]
  /// Earlier periods to compare with; the first unless a text names one.
  package let compared: [Period]
  package let isSynthetic: Bool
  package let exceptions: [DisclosureException]
  /// Findings of the audit that somebody answers for; nothing public tells of them.
  package let accepted: [AcceptedFinding]
  /// The file, where findings about the whole edition are reported.
  package let location: SourceLocation
  package let silences: [Silence]
  package let later: [Later]

  /// An article that readers of one language get later.
  package struct Later: Sendable, Hashable {
    package let article: String
    package let language: String
    package let title: String
    /// Where the title stands.
    package let location: SourceLocation
  }

  /// A place where a rule is silenced, with the reason.
  package struct Silence: Sendable, Hashable {
    package let rule: Rule
    /// From the edition’s folder: `en/foreword.md`.
    package let file: String
    package let line: Int?
    package let location: SourceLocation
  }

  /// Reads the file of the edition in the folder `id`.
  package static func read(
    _ file: SourceFile, id: String, languages: [String], declaration: StatisticsDeclaration
  ) -> Diagnosed<EditionSettings?> {
    var findings: [Diagnostic] = []
    let keys = [
      "period", "release", "standfirst", "articles", "compared", "synthetic", "exceptions",
      "accepted", "silences", "later",
    ]
    guard let text = file.text().reporting(to: &findings),
      let document = readYAML(text, path: file.path).reporting(to: &findings),
      let root = document.mapping(of: keys, &findings)
    else { return Diagnosed(nil, findings: findings) }
    let period = root.required("period", &findings).flatMap {
      Self.period($0, folder: id, &findings)
    }
    let release = root.required("release", &findings).flatMap { Self.day($0, &findings) }
    let standfirst = root.required("standfirst", &findings)?
      .localizedText(languages: languages, &findings)
    let articles = root.required("articles", &findings).map { Self.listed($0, &findings) } ?? []
    let compared = (root["compared"]?.list(&findings) ?? []).compactMap {
      Self.compared($0, before: period, &findings)
    }
    let isSynthetic = root["synthetic"]?.boolean(&findings) ?? false
    let exceptions = (root["exceptions"]?.list(&findings) ?? []).compactMap {
      exception($0, languages, declaration, &findings)
    }
    for (index, exception) in exceptions.enumerated()
    where exceptions[..<index].contains(where: { $0.reference == exception.reference }) {
      findings.append(.exceptedTwice(exception))
    }
    let accepted = (root["accepted"]?.list(&findings) ?? []).compactMap {
      AcceptedFinding($0, &findings)
    }
    let silences = (root["silences"]?.list(&findings) ?? []).compactMap {
      Self.silence($0, &findings)
    }
    let later = (root["later"]?.list(&findings) ?? []).compactMap {
      Self.later($0, articles.map(\.id), languages, &findings)
    }
    guard let period, let release, let standfirst, !findings.hasErrors else {
      return Diagnosed(nil, findings: findings)
    }
    let settings = EditionSettings(
      period: period, release: release, standfirst: standfirst, articles: articles,
      compared: compared, isSynthetic: isSynthetic, exceptions: exceptions, accepted: accepted,
      location: SourceLocation(path: file.path), silences: silences,
      later: later)
    return Diagnosed(settings, findings: findings)
  }

  private static func period(
    _ value: YAMLValue, folder: String, _ findings: inout [Diagnostic]
  ) -> Period? {
    guard let text = value.text(&findings) else { return nil }
    guard let period = Period(id: text) else {
      findings.append(.noPeriod(at: value.location))
      return nil
    }
    if text != folder { findings.append(.folderNamesAnother(folder, at: value.location)) }
    return period
  }

  private static func compared(
    _ value: YAMLValue, before period: Period?, _ findings: inout [Diagnostic]
  ) -> Period? {
    guard let text = value.text(&findings) else { return nil }
    guard let earlier = Period(id: text) else {
      findings.append(.noPeriod(at: value.location))
      return nil
    }
    if let period, earlier.end >= period.end { findings.append(.notEarlier(at: value.location)) }
    return earlier
  }

  private static func day(_ value: YAMLValue, _ findings: inout [Diagnostic]) -> Day? {
    guard let text = value.text(&findings) else { return nil }
    if case .day(let day) = Day.reading(text) { return day }
    findings.append(
      Diagnostic(
        .yamlValue, at: value.location, "“release” has to be a day that the calendar has",
        help: "write it as 2021-07-21"))
    return nil
  }

  private static func listed(_ value: YAMLValue, _ findings: inout [Diagnostic]) -> [Listed] {
    var listed: [Listed] = []
    for entry in value.list(&findings) {
      guard let id = entry.text(&findings) else { continue }
      if !id.isFileName { findings.append(.noArticleName(at: entry.location)) }
      if listed.contains(where: { $0.id == id }) {
        findings.append(.listedTwice(at: entry.location))
      }
      listed.append(Listed(id: id, location: entry.location))
    }
    return listed
  }

  private static func later(
    _ value: YAMLValue, _ articles: [String], _ languages: [String],
    _ findings: inout [Diagnostic]
  ) -> Later? {
    guard let mapping = value.mapping(of: ["article", "language", "title"], &findings),
      let article = name(mapping.required("article", &findings), among: articles, &findings),
      let language = name(mapping.required("language", &findings), among: languages, &findings),
      let title = mapping.required("title", &findings),
      let words = title.text(&findings)
    else { return nil }
    return Later(article: article, language: language, title: words, location: title.location)
  }

  private static func name(
    _ value: YAMLValue?, among known: [String], _ findings: inout [Diagnostic]
  ) -> String? {
    guard let value, let name = value.text(&findings) else { return nil }
    if known.contains(name) { return name }
    findings.append(
      Diagnostic(
        .yamlValue, at: value.location, "“\(name)” is not listed in this publication",
        help: suggestion(for: name, among: known, kind: "names")))
    return nil
  }

  private static func silence(
    _ value: YAMLValue, _ findings: inout [Diagnostic]
  ) -> Silence? {
    guard let mapping = value.mapping(of: ["rule", "file", "line", "reason"], &findings) else {
      return nil
    }
    let rule = mapping.required("rule", &findings).flatMap { $0.choice(Rule.self, &findings) }
    let file = mapping.required("file", &findings)?.text(&findings)
    let line = mapping["line"]?.integer(&findings)
    guard mapping.required("reason", &findings)?.text(&findings) != nil, let rule, let file else {
      return nil
    }
    let missing: [Rule] = [
      .citationUnknown, .citationSyntax, .citationSuppressed, .citationUnavailable,
    ]
    guard !missing.contains(rule) else {
      findings.append(.notSilenceable(rule, at: mapping["rule"]?.location ?? value.location))
      return nil
    }
    return Silence(rule: rule, file: file, line: line, location: value.location)
  }

  private static func exception(
    _ value: YAMLValue, _ languages: [String], _ declaration: StatisticsDeclaration,
    _ findings: inout [Diagnostic]
  ) -> DisclosureException? {
    guard let mapping = value.mapping(of: ["cell", "by", "reason", "decided_by"], &findings)
    else {
      return nil
    }
    let reason = mapping.required("reason", &findings)?
      .localizedText(languages: languages, &findings)
    let decidedBy = mapping.required("decided_by", &findings)?
      .localizedText(languages: languages, &findings)
    guard let cell = mapping.required("cell", &findings), let text = cell.text(&findings) else {
      return nil
    }
    let words = text.split(separator: " ").map(String.init)
    let reference = declaration.cellReference(
      words, at: cell.location, rule: .declarationUnknown
    ).reporting(to: &findings)
    let by = mapping["by"]?.texts(&findings) ?? []
    let known = declaration.dimensions.map(\.id)
    for name in by where !known.contains(name) {
      findings.append(
        .noDimension(name, among: known, at: mapping["by"]?.location ?? cell.location))
    }
    guard let reference, let reason, let decidedBy else { return nil }
    for name in by where known.contains(name) && !declaration.divides(reference, by: name) {
      findings.append(
        .dividedNowhere(reference, by: name, at: mapping["by"]?.location ?? cell.location))
    }
    return DisclosureException(
      reference: reference, by: by, reason: reason, decidedBy: decidedBy, location: cell.location)
  }
}

extension Diagnostic {
  fileprivate static func notSilenceable(
    _ rule: Rule, at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .yamlValue, at: location,
      "“\(rule.rawValue)” cannot be silenced: its sentence would stand without the number",
      help: "correct the sentence, and remove this silence")
  }

  fileprivate static func exceptedTwice(_ exception: DisclosureException) -> Diagnostic {
    Diagnostic(
      .yamlValue, at: exception.location,
      "The exception for “\(exception.reference.text)” stands twice",
      help: "keep one, with its reason")
  }

  fileprivate static func dividedNowhere(
    _ reference: CellReference, by dimension: String, at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .disclosureException, at: location,
      "No table counts “\(reference.text)” by “\(dimension)”",
      help: "leave it out of “by”, which the edition prints, unless a sentence cites such a part")
  }

  fileprivate static func noPeriod(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .yamlValue, at: location, "This is not a period",
      help: "write a year, a half, a quarter or a month: 2021, 2021-H1, 2021-Q3, 2021-07")
  }

  fileprivate static func folderNamesAnother(
    _ folder: String, at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .yamlValue, at: location, "The folder “\(folder)” has to be named after the period",
      help: "rename the folder or correct the period")
  }

  fileprivate static func notEarlier(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .yamlValue, at: location, "An edition compares with periods that ended before it does",
      help: "name an earlier period")
  }

  fileprivate static func noArticleName(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .yamlValue, at: location, "An article is named with small letters, digits and hyphens",
      help: "rename the file and write its name without “.md”")
  }

  fileprivate static func listedTwice(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .yamlValue, at: location, "The article is listed twice", help: "keep one of the two")
  }
}
