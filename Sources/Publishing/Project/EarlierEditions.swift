import Diagnostics
import Periods
import Statistics

extension Project {
  /// What the editions before one said: the sealed ones by their `published.csv`, the others by what
  /// a build of them would publish.
  ///
  /// A whole year that is sealed already was before the half that is built after it.
  /// An earlier edition that has errors of its own is left out; it cannot be built either.
  func editions(
    before id: String, inputs: inout [SourceFile], _ findings: inout [Diagnostic]
  ) throws -> [EarlierEdition] {
    var earlier: [EarlierEdition] = []
    for other in editions where other != id {
      let path = "\(other)/published.csv"
      let isLonger = Project.isLonger(other, than: id)
      guard try Project.isEarlier(other, id) || isLonger && content.has(path) else { continue }
      if try content.has(path) {
        guard let file = try content.file(path).reporting(to: &findings) else { continue }
        inputs.append(file)
        let facts = PublishedFact.read(file).reporting(to: &findings)
        earlier.append(EarlierEdition(id: other, facts: facts))
      } else if let edition = try readEdition(
        other, languages: publication.languages, earlier: earlier
      ).value {
        earlier.append(EarlierEdition(id: other, facts: protect(edition).value.published))
      }
    }
    return earlier
  }
}
