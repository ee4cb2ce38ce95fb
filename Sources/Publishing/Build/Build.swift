import Composition
import Diagnostics
import DocumentModel
import Localization
import Periods
import Statistics
import Writing

/// An edition as the index pages list it.
struct PublishedEdition: Sendable {
  let id: String
  let period: Period
  let languages: [Language]
}

/// That PDFs are wanted, and who prints them.
package struct PDFRequest: Sendable {
  /// A program named by the person who builds; nil to look for one.
  package let browser: String?
  /// Where programs are looked for.
  package let folders: [String]

  package init(browser: String?, folders: [String]) {
    self.browser = browser
    self.folders = folders
  }
}

/// What a build did, for the person who ran it.
package struct BuildReport: Sendable {
  package let editions: [String]
  package let files: Int
  /// The page to open first.
  package let start: String
}

extension Project {
  /// Builds the editions named, in one language or all, and replaces them in the site.
  ///
  /// Nothing is written when there are errors. Throws `FileFailure` when a file cannot be read or
  /// written; the site is then as it was.
  package func build(
    _ ids: [String], language: Language?, folders: ProjectFolders, pdf: PDFRequest? = nil,
    waiting: () -> Void, progress: (String) -> Void
  ) throws -> Diagnosed<BuildReport?> {
    var findings: [Diagnostic] = []
    let browser = pdf.flatMap { Browser.find($0.browser, searching: $0.folders) }
    if let pdf, browser == nil { findings.append(.noBrowser(pdf.browser)) }
    let languages = language.map { [$0] } ?? publication.languages
    var built: [BuiltEdition] = []
    for id in ids {
      progress("Reading \(id)")
      guard let content = try readEdition(id, languages: languages).reporting(to: &findings) else {
        continue
      }
      progress(browser == nil ? "Composing \(id)" : "Composing and printing \(id)")
      if let edition = try compose(
        content, pdfs: browser.map { .browser($0) } ?? .none
      ).reporting(to: &findings) {
        built.append(edition)
      }
    }
    guard !findings.hasErrors else { return Diagnosed(nil, findings: findings) }
    progress("Writing")
    let isWhole = language == nil
    let site = SiteFolder(output: folders.output)
    let replacesAll = ids == editions && isWhole
    let gone = try site.folders(below: "").filter { id in
      replacesAll && Period(id: id) != nil && !editions.contains(id)
    }
    var written = 0
    do {
      try site.replace(
        waiting: waiting,
        owned: { path in
          owns(path, built: built, all: replacesAll, languages: languages)
        },
        make: { kept in
          let made = try makeSite(of: built, kept: kept)
          written = made.renditions.count
          progress("Reading back")
          let odd = made.renditions.findings(expected: made.expected, site: site.path)
          guard odd.isEmpty else { throw ReadBackFailure(findings: odd) }
          return made.renditions
        })
    } catch let failure as ReadBackFailure {
      return Diagnosed(nil, findings: findings + failure.findings)
    }
    let report = BuildReport(
      editions: ids, files: written, start: "\(folders.output)/site/index.html")
    return Diagnosed(
      report, findings: findings + gone.map { .gone($0, at: "\(site.path)/\($0)") })
  }

  /// Whether a file of the old site is replaced by this build.
  private func owns(
    _ path: String, built: [BuiltEdition], all: Bool, languages: [Language]
  ) -> Bool {
    if all { return true }
    let parts = path.split(separator: "/").map(String.init)
    guard parts.count > 1 else { return true }
    guard built.contains(where: { $0.content.id == parts[0] }) else { return false }
    if languages == publication.languages { return true }
    let isOtherLanguage =
      publication.languages.contains { $0.tag == parts[1] }
      && !languages.contains { $0.tag == parts[1] }
    return !isOtherLanguage && parts[1] != "images"
  }

  /// Every file of the editions and of the pages around them, with what each may say.
  ///
  /// - `listed`: the inputs that the manifest lists, when a build of some languages alone made it.
  func makeSite(
    of built: [BuiltEdition], kept: [KeptFile], listed: Set<String>? = nil
  ) throws -> (renditions: [Rendition], expected: [String: StatedContent]) {
    var renditions: [Rendition] = []
    var expected: [String: StatedContent] = [:]
    for edition in built {
      var files = edition.renditions
      expected.merge(edition.expected) { _, new in new }
      let made = Set(files.map(\.path))
      let others = kept.filter {
        $0.path.hasPrefix("\(edition.content.id)/") && !made.contains($0.path)
      }
      let published = published(edition.content, kept: kept)
      let page = "\(edition.content.id)/index.html"
      files.append(Rendition(path: page, text: editionPage(published)))
      expected[page] = .index(statedLines(of: [published], below: ""))
      let manifest = try manifest(
        of: edition, files: files, others: others, listed: listed)
      let manifestPath = "\(edition.content.id)/build.json"
      files.append(Rendition(path: manifestPath, text: manifest.written))
      expected[manifestPath] = .json(manifest.leaves())
      renditions += files
    }
    let listed = built.map { published($0.content, kept: kept) }
    let older = Set(kept.map { String($0.path.prefix { $0 != "/" }) }).compactMap { id in
      keptEdition(id, kept: kept)
    }
    let editions = (listed + older.filter { edition in !listed.contains { $0.id == edition.id } })
      .sorted { Project.isEarlier($1.id, $0.id) }
    expected["index.html"] = .index(statedLines(of: editions, below: nil))
    return (renditions + [Rendition(path: "index.html", text: sitePage(editions))], expected)
  }

  private func published(_ content: EditionContent, kept: [KeptFile]) -> PublishedEdition {
    let languages = publication.languages.filter { language in
      content.texts.contains { $0.language == language }
        || kept.contains { $0.path == "\(content.id)/\(language.tag)/index.html" }
    }
    return PublishedEdition(
      id: content.id, period: content.settings.period, languages: languages)
  }

  private func keptEdition(_ id: String, kept: [KeptFile]) -> PublishedEdition? {
    guard let period = Period(id: id) else { return nil }
    let languages = publication.languages.filter { language in
      kept.contains { $0.path == "\(id)/\(language.tag)/index.html" }
    }
    return languages.isEmpty ? nil : PublishedEdition(id: id, period: period, languages: languages)
  }

  /// What the edition was made of and what was made: no time of day, so that the same gives the same.
  private func manifest(
    of edition: BuiltEdition, files: [Rendition], others: [KeptFile], listed: Set<String>?
  ) throws -> JSON {
    func entry(_ path: String, _ bytes: [UInt8]) -> (String, JSON) {
      let members: [(String, JSON)] = [
        ("path", .text(path)), ("bytes", .number(bytes.count)),
        ("sha256", .text(digest(of: bytes))),
      ]
      return (path, .object(members))
    }
    func inOrder(_ entries: [(String, JSON)]) -> JSON {
      .list(entries.sorted { $0.0.utf8.lexicographicallyPrecedes($1.0.utf8) }.map(\.1))
    }
    let id = edition.content.id
    var outputs = files.map { entry(String($0.path.dropFirst(id.count + 1)), $0.bytes) }
    for file in others where file.path != "\(id)/build.json" {
      outputs.append(entry(String(file.path.dropFirst(id.count + 1)), try file.content))
    }
    var inputs = (inputs + edition.content.inputs).map { file -> (String, JSON) in
      let path = manifestPath(of: file.path)
      // Who knows all records but one could confirm a guess by their digest.
      return path.hasPrefix("Content/\(id)/records/")
        ? (path, .object([("path", .text(path))])) : entry(path, file.bytes)
    }
    if let listed { inputs.removeAll { !listed.contains($0.0) } }
    return JSON.object([
      ("tool", .text("katsaus")), ("version", .text(katsausVersion)), ("edition", .text(id)),
      ("inputs", inOrder(inputs)), ("outputs", inOrder(outputs)),
    ])
  }

  /// From the project’s folders, wherever they lie on this machine.
  private func manifestPath(of path: String) -> String {
    if path.hasPrefix(content.path + "/") {
      return "Content/" + path.dropFirst(content.path.count + 1)
    }
    return "Templates/" + path.dropFirst(templatesPath.count + 1)
  }
}

/// The version of the program, as manifests and `katsaus --version` say it.
package let katsausVersion = "0.2.0"

extension Diagnostic {
  fileprivate static func gone(_ edition: String, at path: String) -> Diagnostic {
    Diagnostic(
      .editionGone, at: SourceLocation(path: path),
      "“\(edition)” has no folder in the content any more and was taken out of the site",
      help: "put its folder back under that name and build again, if it is to stay")
  }
}
