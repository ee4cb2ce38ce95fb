import Composition
import Diagnostics
import DocumentModel
import Foundation
import Localization
import MarkdownReading
import Statistics

/// Everything of one edition, as it stands in its folder.
struct EditionContent: Sendable {
  let id: String
  let settings: EditionSettings
  let facts: FactSheet
  let dataset: Dataset
  let texts: [EditionText]
  let images: [EditionImage]
  let inputs: [SourceFile]
  /// What the texts of every language ask for, those that are not built now included: protection is
  /// the same whatever is built.
  let requests: Set<FactRequest>
  /// What the editions before it said.
  let earlier: [EarlierEdition]

  /// The lines of every file read, by its path.
  var sources: [String: [String]] {
    var sources: [String: [String]] = [:]
    for file in inputs where file.path.hasSuffix(".md") || file.path.hasSuffix("/edition.yaml") {
      let text = String(decoding: file.bytes, as: UTF8.self).replacing("\r\n", with: "\n")
      sources[file.path] = text.split(separator: "\n", omittingEmptySubsequences: false).map(
        String.init)
    }
    return sources
  }
}

/// An image that an article shows.
struct EditionImage: Sendable {
  /// From the edition's folder: `images/training.svg`.
  let path: String
  let size: Image.Size
  let bytes: [UInt8]

  /// The address that holds it, for pages with nothing outside them.
  var address: String {
    "data:\(mediaType(ofImage: path));base64,\(Data(bytes).base64EncodedString())"
  }
}

extension Project {
  /// Reads one edition in the languages asked for; every file is read before anything is decided.
  ///
  /// - `earlier`: what the editions before it said; nil to find out.
  func readEdition(
    _ id: String, languages: [Language], earlier: [EarlierEdition]? = nil
  ) throws -> Diagnosed<EditionContent?> {
    var reading = EditionReading(project: self, id: id, languages: languages, earlier: earlier)
    let edition = try reading.run()
    return Diagnosed(edition, findings: reading.findings)
  }
}

private struct EditionReading {
  let project: Project
  let id: String
  let languages: [Language]
  let earlier: [EarlierEdition]?
  var findings: [Diagnostic] = []
  var inputs: [SourceFile] = []

  init(project: Project, id: String, languages: [Language], earlier: [EarlierEdition]?) {
    self.earlier = earlier
    self.project = project
    self.id = id
    self.languages = languages
  }

  private var tags: [String] { project.publication.languages.map(\.tag) }

  mutating func run() throws -> EditionContent? {
    let settings = try required("edition.yaml").flatMap {
      EditionSettings.read($0, id: id, languages: tags, declaration: project.declaration)
        .reporting(to: &findings)
    }
    let facts = try optional("facts.yaml").map {
      FactSheet.read($0, languages: tags).reporting(to: &findings)
    }
    let dataset = try dataset()
    // What is wrong with articles because records are missing is not worth saying.
    let lacksRecords = findings.contains { finding in
      [.recordMissing, .recordFormat].contains(finding.rule)
        || finding.rule == .fileMissing && finding.location.path.contains("/records/")
    }
    var drafts: [[Draft]] = []
    for language in languages {
      drafts.append(try self.drafts(in: language, settings?.articles ?? [], settings?.later ?? []))
    }
    let articles = drafts.joined().map(\.self).concurrentMap(\.article)
    findings += articles.flatMap(\.findings)
    var next = 0
    let texts = zip(languages, drafts).map { language, drafts in
      defer { next += drafts.count }
      return EditionText(
        language: language, articles: articles[next..<(next + drafts.count)].compactMap(\.value))
    }
    let images = try images(of: texts)
    guard let settings, let dataset, !lacksRecords else { return nil }
    return EditionContent(
      id: id, settings: settings, facts: facts ?? FactSheet(), dataset: dataset, texts: texts,
      images: images, inputs: inputs,
      requests: try requests(of: texts, settings, facts ?? FactSheet()),
      earlier: try earlier ?? project.editions(before: id, inputs: &inputs, &findings))
  }

  private func requests(
    of texts: [EditionText], _ settings: EditionSettings, _ facts: FactSheet
  ) throws -> Set<FactRequest> {
    // What is wrong in other languages is said when they are built.
    var others = self
    var requests = project.declaration.comparedFacts(with: settings.compared.first)
    for language in project.publication.languages where !languages.contains(language) {
      let drafts = try others.drafts(in: language, settings.articles, settings.later)
      let text = EditionText(language: language, articles: drafts.compactMap(\.article.value))
      requests.formUnion(
        text.requests(declaration: project.declaration, settings: settings, facts: facts))
    }
    for text in texts {
      requests.formUnion(
        text.requests(declaration: project.declaration, settings: settings, facts: facts))
    }
    return requests
  }

  private mutating func required(_ path: String) throws -> SourceFile? {
    guard let file = try project.content.file("\(id)/\(path)").reporting(to: &findings) else {
      return nil
    }
    inputs.append(file)
    return file
  }

  private mutating func optional(_ path: String) throws -> SourceFile? {
    try project.content.has("\(id)/\(path)") ? required(path) : nil
  }

  private mutating func dataset() throws -> Dataset? {
    var files: [String: SourceFile] = [:]
    for (set, name) in project.declaration.recordFiles {
      files[set] = try records(named: name)
    }
    let history = try optional("history.csv")
    return Dataset.read(project.declaration, records: files, history: history)
      .reporting(to: &findings)
  }

  /// The file of records, or the workbook that was dropped in its place.
  private mutating func records(named name: String) throws -> SourceFile? {
    let stem = name.hasSuffix(".csv") ? String(name.dropLast(4)) : name
    if try !project.content.has("\(id)/records/\(name)") {
      for ending in [".xlsx", ".xls", ".ods"] {
        if let workbook = try optional("records/\(stem)\(ending)") { return workbook }
      }
    }
    return try required("records/\(name)")
  }

  /// What stands at a place of the list: an article to be read, or the word that it comes later.
  private enum Draft: Sendable {
    case file(SourceFile, id: String)
    case announced(Article<Authored>)

    var article: Diagnosed<Article<Authored>?> {
      switch self {
      case .file(let file, let id): readArticle(file, id: id)
      case .announced(let article): Diagnosed(article)
      }
    }
  }

  private mutating func drafts(
    in language: Language, _ listed: [EditionSettings.Listed], _ later: [EditionSettings.Later]
  ) throws -> [Draft] {
    var drafts: [Draft] = []
    let names = try project.content.files(in: "\(id)/\(language.tag)")
    if names.isEmpty, !listed.isEmpty {
      findings.append(.languageMissing(language, project.content.shown("\(id)/\(language.tag)")))
      return []
    }
    for entry in listed {
      let path = "\(language.tag)/\(entry.id).md"
      if let later = later.first(where: { $0.article == entry.id && $0.language == language.tag }) {
        drafts.append(.announced(announcement(of: later, language, at: entry.location)))
        continue
      }
      guard try project.content.has("\(id)/\(path)") else {
        let shown = project.content.shown("\(id)/\(path)")
        let isTranslated = try project.publication.languages.contains {
          try project.content.has("\(id)/\($0.tag)/\(entry.id).md")
        }
        findings.append(
          isTranslated
            ? .translationMissing(language, shown, at: entry.location)
            : .articleMissing(shown, at: entry.location))
        continue
      }
      if let file = try required(path) { drafts.append(.file(file, id: entry.id)) }
    }
    for name in names where name.hasSuffix(".md") {
      guard !listed.isEmpty, !listed.contains(where: { $0.id + ".md" == name }) else { continue }
      findings.append(.notListed(project.content.shown("\(id)/\(language.tag)/\(name)")))
    }
    return drafts
  }

  /// What stands in place of an article that comes later.
  private func announcement(
    of later: EditionSettings.Later, _ language: Language, at location: SourceLocation
  ) -> Article<Authored> {
    let words = project.words[language]?[.publishedLater] ?? ""
    return Article(
      id: later.article, title: [.text(later.title)],
      text: Text(blocks: [Block(.paragraph([.text(words)]), at: location)]), isPublishedLater: true,
      location: location)
  }

  /// The images that articles show; one that is not there is found when the text is composed.
  private mutating func images(of texts: [EditionText]) throws -> [EditionImage] {
    var images: [EditionImage] = []
    let paths = Set(texts.flatMap(\.articles).flatMap(\.imagePaths)).sorted()
    for path in paths {
      // One that leads out of the folder is said here, one that is missing when the text is composed.
      let leadsOut = path.hasPrefix("/") || path.split(separator: "/").contains("..")
      guard let read = try leadsOut ? required(path) : optional(path) else { continue }
      let file = SourceFile(path: read.path, bytes: withoutRemarks(read.bytes))
      guard let size = imageSize(of: file).reporting(to: &findings) else {
        // It is there, which is all that the text needs until it can be read.
        images.append(
          EditionImage(path: path, size: Image.Size(width: 1, height: 1), bytes: file.bytes))
        continue
      }
      images.append(EditionImage(path: path, size: size, bytes: file.bytes))
      images += smaller(file, at: path, size).reporting(to: &findings)
        .filter { !paths.contains($0.path) }
    }
    return images
  }
}

extension Diagnostic {
  fileprivate static func articleMissing(
    _ path: String, at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .fileMissing, at: location, "The article has no file \(path)",
      help: "write it, or take the article off the list")
  }

  fileprivate static func translationMissing(
    _ language: Language, _ path: String, at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .translationMissing, at: location,
      "The article is not written in \(language.inMessages): \(path)",
      help: "write it in this language too")
  }

  fileprivate static func languageMissing(_ language: Language, _ path: String) -> Diagnostic {
    Diagnostic(
      .languageMissing, at: SourceLocation(path: path),
      "The edition has no articles in \(language.inMessages)",
      help: "write them, or take the language out of publication.yaml")
  }

  fileprivate static func notListed(_ path: String) -> Diagnostic {
    Diagnostic(
      .articleUnlisted, at: SourceLocation(path: path), "The article stands in no list",
      help: "add it to “articles” in edition.yaml, or remove the file")
  }
}
