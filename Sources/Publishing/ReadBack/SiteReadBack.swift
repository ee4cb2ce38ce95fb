import Diagnostics
import Localization
import Periods
import ReadingBack

extension Project {
  /// Reads an edition’s files in the site back, and the pages that list editions: what they say
  /// otherwise than the edition, files that no build made and files that are missing.
  ///
  /// The edition is composed anew from its folder, in the languages that the site holds. When it has
  /// errors, those are returned and nothing is read. Other editions’ folders are left alone.
  ///
  /// - `output`: the folder that holds `site/`, as the person who runs it says it.
  /// - Throws: `FileFailure` when a file cannot be read.
  package func readBack(_ id: String, output: String) throws -> [Diagnostic] {
    let site = SiteFolder(output: output)
    let (files, links) = try site.contents()
    let languages = publication.languages.filter { language in
      files.contains { $0.path == "\(id)/\(language.tag)/index.html" }
    }
    guard !languages.isEmpty else {
      return [.notThere(at: SourceLocation(path: "\(site.path)/\(id)"))]
    }
    var findings: [Diagnostic] = []
    let (own, others) = files.partitioned { self.isOwn($0.path, of: id) }
    let read = try own.map { Rendition(path: $0.path, bytes: try $0.content) }
    let pdfs = read.filter { $0.path.hasSuffix("/review.pdf") }.map { ($0.path, $0.bytes) }
    let content = try readEdition(id, languages: languages).reporting(to: &findings)
    guard let content,
      let edition = try compose(content, pdfs: .site(Dictionary(uniqueKeysWithValues: pdfs)))
        .reporting(to: &findings),
      !findings.hasErrors
    else { return findings.filter { $0.severity == .error } }
    let listed = read.inputs(of: id)
    let made = try makeSite(of: [edition], kept: others, listed: listed.map { Set($0.keys) })
    // Every number would differ; which do is not worth saying.
    if let listed, let current = made.renditions.inputs(of: id), listed != current {
      return [.builtOfOthers(at: SourceLocation(path: "\(site.path)/\(id)/build.json"))]
    }
    let there = Set(read.map(\.path))
    let missing = made.renditions.map(\.path).filter { !there.contains($0) }
    let odd =
      missing.map { Diagnostic.notThere(at: SourceLocation(path: "\(site.path)/\($0)")) }
      + links.map { .notMade(at: SourceLocation(path: "\(site.path)/\($0)")) }
    let found = (read.findings(expected: made.expected, site: site.path) + odd).inStableOrder()
    // So much differs where the records have changed, of which the manifest must not tell.
    guard found.count > Project.mostDifferences else { return found }
    var paths: Set<String> = []
    let first = found.filter { paths.insert($0.location.path).inserted }
    return first
      + [.manyMore(found.count - first.count, at: SourceLocation(path: "\(site.path)/\(id)"))]
  }

  /// More than anybody reads, and than a changed number makes; of each file one is said.
  private static let mostDifferences = 100

  /// Not in the folder of another edition.
  private func isOwn(_ path: String, of id: String) -> Bool {
    let folder = String(path.prefix { $0 != "/" })
    return folder == id || folder == path || Period(id: folder) == nil
  }
}

extension [Rendition] {
  /// The inputs that an edition’s manifest names, with their digests.
  fileprivate func inputs(of id: String) -> [String: String]? {
    let path = "\(id)/build.json"
    guard let manifest = first(where: { $0.path == path }),
      let file = ReadingBack.readBack(path, bytes: manifest.bytes)
    else { return nil }
    var paths: [String: String] = [:]
    var digests: [String: String] = [:]
    for passage in file.passages {
      guard case .json(let path) = passage.kind, path.hasPrefix(".inputs[") else { continue }
      let entry = String(path.prefix { $0 != "]" })
      let text = String(decoding: passage.text, as: UTF8.self)
      if path.hasSuffix("].path") { paths[entry] = text }
      if path.hasSuffix("].sha256") { digests[entry] = text }
    }
    return [String: String](paths.map { ($0.value, digests[$0.key] ?? "") }) { first, _ in first }
  }
}

extension [KeptFile] {
  fileprivate func partitioned(_ isFirst: (KeptFile) -> Bool) -> ([KeptFile], [KeptFile]) {
    (filter(isFirst), filter { !isFirst($0) })
  }
}

extension Project {
  /// How long it takes to read an edition's files back, for benchmarks.
  package func readBackTimes(
    _ id: String, runs: Int, measure: (() -> Void) -> Duration
  ) throws -> [Duration] {
    guard let content = try readEdition(id, languages: publication.languages).value,
      let edition = try compose(content).value
    else { return [] }
    let made = try makeSite(of: [edition], kept: [])
    return (0..<runs).map { _ in
      measure { _ = made.renditions.findings(expected: made.expected, site: "site") }
    }
  }
}

extension Diagnostic {
  fileprivate static func builtOfOthers(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .disclosureUnledgered, at: location,
      "The files were built of other content than the folders hold now",
      help: "build the edition again, and look at it then")
  }

  fileprivate static func manyMore(_ count: Int, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .disclosureUnledgered, at: location,
      "\(count) more places hold something else than the edition publishes now",
      help: "if records or the program changed since, build the edition again, and look at it then")
  }
}
