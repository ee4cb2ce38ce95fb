import Composition
import Diagnostics
import Localization
import Statistics
import YAMLReading

/// Words that readers meet and no article holds: the label of a code, the name of a table, a reason.
struct PrintedName: Sendable {
  let words: String
  let location: SourceLocation
  /// Numbers that it names by what it is: the bounds of *18–29*.
  var bounds: Set<Int> = []
}

/// The names of the publication and of an edition in one language, file by file.
func printedNames(
  of publication: Publication, _ settings: EditionSettings, _ declaration: StatisticsDeclaration,
  in language: Language
) -> [PrintedName] {
  let texts =
    publication.printedTexts + settings.exceptions.flatMap { [$0.reason, $0.decidedBy] }
    + declaration.printedTexts
  let titles = settings.later.filter { $0.language == language.tag }.map {
    PrintedName(words: $0.title, location: $0.location)
  }
  let codes = declaration.printedCodes.flatMap { $0.names(in: language) }
  return texts.compactMap { PrintedName($0, in: language) } + titles + codes
}

extension Publication {
  fileprivate var printedTexts: [LocalizedText] {
    [title, publisher, helpline.title, helpline.hours, helpline.text, sender.name]
  }
}

extension StatisticsDeclaration {
  fileprivate var printedTexts: [LocalizedText] {
    var texts: [LocalizedText] = measures.flatMap { [$0.label, $0.source] }
    for dimension in dimensions {
      texts.append(dimension.label)
      if let rest = dimension.rest { texts.append(rest) }
    }
    for table in tables {
      if let label = table.label { texts.append(label) }
      texts += table.breaks.map(\.reason)
    }
    return texts
  }
}

extension PrintedName {
  fileprivate init?(_ text: LocalizedText, in language: Language) {
    guard let words = text[language.tag], let location = text.location(language.tag) else {
      return nil
    }
    self.init(words: words, location: location)
  }
}

extension StatisticsDeclaration {
  /// The codes of every list that a dimension counts by, list by list.
  fileprivate var printedCodes: [CodeList.Code] {
    var seen: Set<String> = []
    return dimensions.map { codeList(of: $0) }.filter { seen.insert($0.id).inserted }
      .flatMap(\.codes)
  }
}

extension CodeList.Code {
  /// The label in every form that it has in the language.
  fileprivate func names(in language: Language) -> [PrintedName] {
    guard let location = labels.location(language.tag) else { return [] }
    let bent = bentLabels.filter { $0.key.hasPrefix(language.tag + "_") }
    let forms =
      [labels[language.tag]].compactMap(\.self) + bent.sorted { $0.key < $1.key }.map(\.value)
    func limit(_ name: String) -> Int? { attributes[name].flatMap { Int($0) } }
    // Those under 18 are 17 at most.
    let bounds = Set([limit("min"), limit("max"), limit("max").map { $0 &+ 1 }].compactMap(\.self))
    return forms.map { form in
      // Ingen asylsökandebakgrund is what those have in common who have none.
      let isOfNone = language == .sv && form.hasPrefix("Ingen ")
      let words = isOfNone ? String(form.dropFirst("Ingen ".count)) : form
      return PrintedName(words: words, location: location, bounds: bounds)
    }
  }
}
