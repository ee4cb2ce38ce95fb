import Diagnostics
import Periods
import Statistics

extension Project {
  /// What the editions before one said: the sealed ones by their `published.csv`, the others by what
  /// a build of them would publish.
  ///
  /// A whole year that is sealed already was before the half that is built after it, and an edition that is
  /// sealed was before itself when it is built again. Of an earlier edition that has errors of its own some
  /// may be missing, which is said.
  func editions(
    before id: String, inputs: inout [SourceFile], _ findings: inout [Diagnostic]
  ) throws -> [EarlierEdition] {
    var earlier: [EarlierEdition] = []
    for other in editions {
      let path = "\(other)/published.csv"
      let isSealed = try content.has(path)
      let isSameOrLonger = other == id || Project.isLonger(other, than: id)
      guard Project.isEarlier(other, id) || isSealed && isSameOrLonger else { continue }
      if isSealed {
        guard let file = try content.file(path).reporting(to: &findings) else { continue }
        inputs.append(file)
        let facts = PublishedFact.read(file).reporting(to: &findings)
        earlier.append(EarlierEdition(id: other, facts: facts))
      } else {
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
}

extension Diagnostic {
  fileprivate static func readInPart(_ edition: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .disclosureUnread, at: location,
      "“\(edition)” has errors and no published.csv, so that what it said cannot all be compared",
      help: "correct it, or put the published.csv of what was published beside this file")
  }
}
