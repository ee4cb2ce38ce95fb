import Composition
import Diagnostics
import Localization
import Periods
import Statistics
import Templating

/// Where a project lies on disk, as the person who runs it says it.
package struct ProjectFolders: Sendable {
  package var content: String
  package var templates: String
  package var output: String

  package init(content: String, templates: String, output: String) {
    self.content = content
    self.templates = templates
    self.output = output
  }
}

/// What is the same in every edition: settings, declarations, templates and words.
package struct Project: Sendable {
  package let publication: Publication
  package let declaration: StatisticsDeclaration
  package let policy: DisclosurePolicy
  /// The ids of the editions there are, oldest first.
  package let editions: [String]
  let templates: Templates
  let words: [Language: Words]
  /// The files of the theme’s fonts, in the order declared.
  let fonts: [SourceFile]
  let content: SourceFolder
  let templatesPath: String
  /// The files read so far, which every edition depends on.
  let inputs: [SourceFile]

  /// Reads the folders `Content/` and `Templates/`, except for the editions themselves.
  ///
  /// Throws `FileFailure` when a file is there and cannot be read.
  package static func read(_ folders: ProjectFolders) throws -> Diagnosed<Project?> {
    var reading = ProjectReading(folders: folders)
    let project = try reading.run()
    return Diagnosed(reading.findings.hasErrors ? nil : project, findings: reading.findings)
  }
}

private struct ProjectReading {
  let content: SourceFolder
  let templates: SourceFolder
  var findings: [Diagnostic] = []
  var inputs: [SourceFile] = []

  init(folders: ProjectFolders) {
    content = SourceFolder(folders.content)
    templates = SourceFolder(folders.templates)
  }

  mutating func run() throws -> Project? {
    let publication = try required("publication.yaml", in: content)
      .flatMap { Publication.read($0).reporting(to: &findings) }
    let languages = publication?.languages ?? []
    let codeLists = try codeLists(languages: languages.map(\.tag))
    let declaration = try required("statistics.yaml", in: content).flatMap {
      StatisticsDeclaration.read($0, codeLists: codeLists, languages: languages.map(\.tag))
        .reporting(to: &findings)
    }
    let templates = try readTemplates()
    let words = try readWords(languages)
    let fonts = try readFonts(publication?.theme.fonts ?? [])
    let folders = try content.folders()
    let editions = folders.filter { Period(id: $0) != nil }
    for folder in folders where Period(id: folder) == nil {
      if try content.has("\(folder)/edition.yaml") {
        findings.append(.unnamed(folder, at: content.shown("\(folder)/edition.yaml")))
      }
    }
    guard let publication, let declaration, let templates else { return nil }
    let policy = publication.policy.policy(declaration).reporting(to: &findings)
    return Project(
      publication: publication, declaration: declaration, policy: policy,
      editions: editions.sorted(by: Project.isEarlier), templates: templates, words: words,
      fonts: fonts, content: content, templatesPath: self.templates.path, inputs: inputs)
  }

  private mutating func required(
    _ path: String, in folder: SourceFolder
  ) throws -> SourceFile? {
    guard let file = try folder.file(path).reporting(to: &findings) else { return nil }
    inputs.append(file)
    return file
  }

  private mutating func codeLists(languages: [String]) throws -> [CodeList] {
    var lists: [CodeList] = []
    for name in try content.files(in: "codelists") where name.hasSuffix(".csv") {
      guard let file = try required("codelists/\(name)", in: content) else { continue }
      let list = CodeList.read(file, id: String(name.dropLast(4)), languages: languages)
      if let list = list.reporting(to: &findings) { lists.append(list) }
    }
    return lists
  }

  private mutating func readTemplates() throws -> Templates? {
    var files: [SourceFile] = []
    for path in try templates.filesBelow() {
      guard path.hasSuffix(".mustache") || path.hasSuffix(".css"),
        let file = try required(path, in: templates)
      else { continue }
      files.append(file)
      if path.hasSuffix(".css") { findings += file.printedNumbers() }
    }
    return Templates.read(files, root: templates.path, shapes: Page.shapes).reporting(to: &findings)
  }

  private mutating func readFonts(_ declared: [Theme.FontFile]) throws -> [SourceFile] {
    var fonts: [SourceFile] = []
    for font in declared {
      guard let file = try required(font.path, in: content) else { continue }
      // WOFF2 begins with its name (W3C, WOFF File Format 2.0, section 4.1).
      if !file.bytes.starts(with: Array("wOF2".utf8)) {
        findings.append(.noFont(at: font.location))
      } else if file.bytes.count > 300_000 {
        findings.append(.fontTooLarge(at: font.location))
      }
      fonts.append(file)
    }
    return fonts
  }

  private mutating func readWords(_ languages: [Language]) throws -> [Language: Words] {
    var words: [Language: Words] = [:]
    for language in languages {
      guard let file = try required("words/\(language.tag).yaml", in: templates) else { continue }
      words[language] = Words.read(file, language: language).reporting(to: &findings)
    }
    return words
  }
}

extension Project {
  /// By the end of their periods, then by name; a year stands after its halves.
  static func isEarlier(_ left: String, _ right: String) -> Bool {
    guard let first = Period(id: left), let second = Period(id: right) else { return left < right }
    if first.end != second.end { return first.end < second.end }
    if first.start != second.start { return second.start < first.start }
    return left < right
  }
}

extension Diagnostic {
  fileprivate static func noFont(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .themeFont, at: location, "A font is a WOFF2 file",
      help: "convert the font to WOFF2, or ask its maker for that form")
  }

  fileprivate static func unnamed(_ folder: String, at path: String) -> Diagnostic {
    Diagnostic(
      .editionUnnamed, at: SourceLocation(path: path),
      "“\(folder)” is no period, so that no edition is made of this folder",
      help: "name the folder after a period, such as 2021-H1, or remove its edition.yaml")
  }

  fileprivate static func fontTooLarge(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .themeFont, at: location, "A font is at most 300 kB, so that pages open fast on a telephone",
      help: "cut the font down to the letters of the languages")
  }
}
