import Diagnostics
import Periods
import Statistics

extension Project {
  /// What the editions before one said: the sealed ones by their `published.csv`, the others by what
  /// a build of them would publish.
  ///
  /// What is sealed was before whatever is built after it, whichever time it is of: a whole year before its
  /// half, a later half before an earlier one, and an edition before itself when it is built again. Of an earlier
  /// edition that has errors of its own some may be missing, which is said.
  func editions(
    before id: String, inputs: inout [SourceFile], _ findings: inout [Diagnostic]
  ) throws -> [EarlierEdition] {
    var earlier: [EarlierEdition] = []
    for other in editions {
      let sealed = try sealedFiles(of: other)
      for path in sealed {
        guard let file = try content.file(path).reporting(to: &findings) else { continue }
        inputs.append(file)
        let facts = PublishedFact.read(file).reporting(to: &findings)
        earlier.append(EarlierEdition(id: other, facts: facts))
      }
      if sealed.isEmpty, Project.isEarlier(other, id) {
        let read = try readEdition(other, languages: publication.languages, earlier: earlier)
        if let edition = read.value {
          earlier.append(EarlierEdition(id: other, facts: protect(edition).value.published))
        }
        if read.value == nil || read.findings.hasErrors {
          findings.append(
            .readInPart(other, at: SourceLocation(path: content.shown("\(other)/edition.yaml"))))
        }
      }
    }
    return earlier
  }

  /// What was published of an edition: `published.csv`, and `published-2.csv` and so on where it was published
  /// again with other numbers.
  func sealedFiles(of edition: String) throws -> [String] {
    var files: [String] = []
    var path = "\(edition)/published.csv"
    while try content.has(path) {
      files.append(path)
      path = "\(edition)/published-\(files.count + 1).csv"
    }
    return files
  }
}

extension Diagnostic {
  fileprivate static func readInPart(_ edition: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .disclosureUnread, at: location,
      "“\(edition)” has errors and no published.csv, so that what it said cannot all be compared",
      help: "correct it, or put the published.csv of what was published beside this file")
  }
}
