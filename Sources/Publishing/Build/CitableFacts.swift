import Composition
import Diagnostics
import Localization
import Statistics

/// A number that a text may state, how to write it, and what it reads now.
package struct CitableFact: Sendable, Hashable {
  /// As it is written, braces included.
  package let citation: String
  package let reads: String
  package let about: String
}

extension Project {
  /// Everything of an edition that may be cited, in the order of its tables, then its other facts.
  package func citableFacts(
    of id: String, in language: Language
  ) throws -> Diagnosed<[CitableFact]?> {
    var findings: [Diagnostic] = []
    guard let content = try readEdition(id, languages: []).reporting(to: &findings),
      let words = words[language], !findings.hasErrors
    else { return Diagnosed(nil, findings: findings) }
    let edition = protect(content).reporting(to: &findings)
    var facts: [CitableFact] = []
    // The last of a series is cited as its measure alone is.
    var cited: Set<String> = []
    for fact in tableFacts(of: edition, words: words) where cited.insert(fact.citation).inserted {
      facts.append(fact)
    }
    for (id, fact) in content.facts.facts.sorted(by: { $0.key < $1.key }) {
      facts.append(
        CitableFact(
          citation: "{{fact \(id)}}", reads: fact.number.map(language.number) ?? fact.value,
          about: fact.source))
    }
    return Diagnosed(facts, findings: findings)
  }
}

private func tableFacts(of edition: ProtectedEdition, words: Words) -> [CitableFact] {
  edition.tables.flatMap { table in
    citations(of: table, words: words).map { source, reads, about in
      CitableFact(citation: "{{\(source)}}", reads: reads, about: about)
    }
  }
}
