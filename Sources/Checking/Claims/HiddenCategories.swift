import Localization
import Statistics

/// Categories that some table of the edition does not show, as sentences name them.
struct HiddenCategories: Sendable {
  /// How the words of a name begin, all of which have to be met, in small letters.
  private let short: [Name]
  /// The same of long lists, whose names are those of countries and authorities, with a capital letter.
  private let long: [Name]
  private let language: Language

  private struct Name: Sendable {
    let label: String
    let stems: [String]
  }

  /// Lists of more codes name countries or authorities.
  private static let mostOfShortList = 15

  init(_ edition: ProtectedEdition, language: Language) {
    self.language = language
    // By dimension, the codes that each table of all persons shows.
    var shown: [String: [Set<String>]] = [:]
    for table in edition.tables where table.declaration.filter.isEmpty {
      for axis in table.axes {
        guard let dimension = axis.dimension else { continue }
        shown[dimension.id, default: []].append(table.shownCodes(by: dimension.id))
      }
    }
    var taken: Set<String> = []
    var names: [(name: Name, isShort: Bool)] = []
    for dimension in edition.declaration.dimensions {
      guard let tables = shown[dimension.id] else { continue }
      let codes = edition.declaration.codeList(of: dimension).codes
      let isShort = codes.count <= HiddenCategories.mostOfShortList
      for code in codes where !code.isMissing && !code.isResidual {
        guard let label = code.labels[language.tag] else { continue }
        let stems = HiddenCategories.stems(of: label, isShort: isShort, language)
        if tables.allSatisfy({ $0.contains(code.code) }) {
          taken.formUnion(stems)
        } else if !stems.isEmpty {
          names.append((Name(label: label, stems: stems), isShort))
        }
      }
    }
    // What is shown elsewhere by the same word is not meant.
    let telling = names.filter { !$0.name.stems.allSatisfy(taken.contains) }
    short = telling.filter(\.isShort).map(\.name)
    long = telling.filter { !$0.isShort }.map(\.name)
  }

  private static func stems(of label: String, isShort: Bool, _ language: Language) -> [String] {
    // Visa or visa-free stay: one of them is enough.
    let first = label.lowercased().split(separator: " ")
      .prefix { !["or", "tai", "eller"].contains($0) }.joined(separator: " ")
    return first.split { !$0.isLetter }.map(String.init)
      .filter { $0.count >= 4 && !language.isEmptyWord($0) }
      .map { word in
        // Romania, Romaniasta, Romanian.
        isShort ? String(word.prefix(max(5, min(7, word.count - 2)))) : word
      }
  }

  /// The first that a text names, by its label.
  func named(in text: String) -> String? {
    let words = text.split { !$0.isLetter && $0 != "-" }
    let lowered = words.map { $0.lowercased() }
    let capital = words.filter { $0.first?.isUppercase == true }.map { $0.lowercased() }
    func holds(_ name: Name, _ words: [String]) -> Bool {
      name.stems.allSatisfy { stem in words.contains { $0.hasPrefix(stem) } }
    }
    return long.first { holds($0, capital) }?.label ?? short.first { holds($0, lowered) }?.label
  }
}

extension ProtectedTable {
  /// Those whose own count it tells.
  fileprivate func shownCodes(by dimension: String) -> Set<String> {
    var codes: Set<String> = []
    for position in positions where self[position].value != nil {
      let named = zip(axes, position).compactMap { axis, place -> String? in
        guard case .code(let code) = axis.categories[place] else {
          // A rest by another dimension is no count of all.
          if case .total = axis.categories[place] { return nil }
          return ""
        }
        return axis.dimension?.id == dimension ? code.code : ""
      }
      if named.count == 1 { codes.formUnion(named) }
    }
    return codes
  }
}
