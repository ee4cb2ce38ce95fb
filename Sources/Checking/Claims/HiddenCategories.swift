import Localization
import Statistics

/// Categories that some table of the edition does not show, as sentences name them.
struct HiddenCategories: Sendable {
  /// How the words of a name begin, all of which have to be met, in small letters.
  private let short: [Name]
  /// The same of long lists, whose names are those of countries and authorities, with a capital letter.
  private let long: [Name]
  /// All names of the long lists, in small letters.
  private let labels: [String]
  private let language: Language

  private struct Name: Sendable {
    let label: String
    let stems: [String]
  }

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
    var longest: [String] = []
    for dimension in edition.declaration.dimensions {
      guard let tables = shown[dimension.id] else { continue }
      let codes = edition.declaration.codeList(of: dimension).codes
      let isShort = codes.count <= CountedNouns.mostOfShortList
      for code in codes where !code.isMissing && !code.isResidual {
        guard let label = code.labels[language.tag] else { continue }
        let stems = HiddenCategories.stems(of: label, isShort: isShort, language)
        if !isShort { longest.append(label.lowercased()) }
        // Other gender: its name says no more than that of the dimension.
        let topic = dimension.label[language.tag]?.lowercased() ?? ""
        guard !stems.allSatisfy(topic.contains) else { continue }
        if tables.allSatisfy({ $0.contains(code.code) }) {
          taken.formUnion(stems)
        } else {
          names.append((Name(label: label, stems: stems), isShort))
        }
      }
    }
    labels = longest
    // What is shown elsewhere by the same word is not meant.
    let telling = names.filter { !$0.name.stems.allSatisfy(taken.contains) }
    short = telling.filter(\.isShort).map(\.name)
    long = telling.filter { !$0.isShort }.map(\.name)
  }

  private static func stems(of label: String, isShort: Bool, _ language: Language) -> [String] {
    // Visa or visa-free stay, women and girls: the first is enough.
    let first = label.lowercased().split(separator: " ")
      .prefix { !["or", "tai", "eller", "and", "ja", "och"].contains($0) }.joined(separator: " ")
    return first.split { !$0.isLetter }.map(String.init)
      .filter { word in
        word.count >= 4 && !language.isEmptyWord(word)
          && !CountedNouns.everyday.contains(where: word.hasPrefix)
      }
      .map { word in
        // Romania, Romaniasta, Romanian.
        isShort ? String(word.prefix(max(5, min(7, word.count - 2)))) : word
      }
  }

  /// The first that a text names, by its label.
  func named(in text: String) -> String? {
    // *Kenyanska*, *kenialaisia* are words for people without one.
    let telling = words(of: text).filter {
      $0.first?.isUppercase == true || language != .en && language.isOfPeople(String($0))
    }.map { $0.lowercased() }
    return long.first { name in
      name.stems.allSatisfy { stem in telling.contains { begins($0, with: stem) } }
    }?.label ?? property(in: text)
  }

  /// Nigeria is not Niger: a longer name that begins alike is another.
  private func begins(_ word: String, with stem: String) -> Bool {
    word.hasPrefix(stem)
      && !labels.contains { $0.count > stem.count && $0.hasPrefix(stem) && word.hasPrefix($0) }
  }

  /// The same without countries and authorities, which do more than people come from or through them.
  func property(in text: String) -> String? {
    let words = words(of: text).map { $0.lowercased() }
    return short.first { name in
      name.stems.allSatisfy { stem in words.contains { $0.hasPrefix(stem) } }
    }?.label
  }

  private func words(of text: String) -> [Substring] { text.split { !$0.isLetter } }
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
