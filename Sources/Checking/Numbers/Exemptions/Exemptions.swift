import Localization

/// Which digits of a passage are no counts: days, times, years, numbers to call, laws, codes.
struct Exemptions {
  let language: Language
  /// Labels of codes that hold digits, in small letters: *18–29*, *under 18*.
  let labels: [String]
  let nouns: CountedNouns

  /// Indices of the lexemes that need no source.
  func exempt(in lexemes: [Lexeme], of passage: Passage) -> Set<Int> {
    var exempt = labelled(lexemes, in: passage)
    let days = writtenDays(in: lexemes, language: language)
    for day in days { exempt.formUnion(day.lexemes) }
    for range in writtenRanges(days, in: lexemes, language: language) {
      exempt.formUnion(range.first.lexemes)
    }
    for index in lexemes.indices where lexemes[index].kind == .digits && !exempt.contains(index) {
      let place = LexemePlace(lexemes: lexemes, index: index)
      if isYear(place) || place.isInCode || isOrdinal(place) || isTime(place) || isLaw(place)
        || isNamed(place) || place.isPostal || place.isHouse || isAgeOfMajority(place)
        || isBeforeDay(place, days)
      {
        exempt.insert(index)
      }
      exempt.formUnion(telephone(from: place))
    }
    return exempt
  }

  private func labelled(_ lexemes: [Lexeme], in passage: Passage) -> Set<Int> {
    let text = passage.scalars.map { Array(String($0).lowercased().unicodeScalars)[0] }
    var exempt: Set<Int> = []
    for label in labels {
      let sought = Array(label.unicodeScalars)
      guard !sought.isEmpty, sought.count <= text.count else { continue }
      for start in 0...(text.count - sought.count)
      where text[start] == sought[0] && Array(text[start..<(start + sought.count)]) == sought {
        let range = start..<(start + sought.count)
        for (index, lexeme) in lexemes.enumerated() where range.overlaps(lexeme.range) {
          exempt.insert(index)
        }
      }
    }
    return exempt
  }

  private func isYear(_ place: LexemePlace) -> Bool {
    guard place.lexeme.year != nil else { return false }
    // 2,021 and 2021 000 are counts.
    let isGrouped = [",", "."].contains(place.text(1)) && place.kind(2) == .digits
    return !isGrouped
  }

  /// The 3 of *3rd floor*, the 25 of *25-årsjubileum*: an order, no count.
  private func isOrdinal(_ place: LexemePlace) -> Bool {
    if place.text(1) == "-", ["årsj", "årsd", "vuotisj"].contains(where: place.text(2).hasPrefix) {
      return true
    }
    return switch language {
    case .en: ["st", "nd", "rd", "th"].contains(place.text(1))
    case .sv: place.text(1) == ":" && ["a", "e"].contains(place.text(2))
    case .fi:
      place.text(1) == "." && place.kind(2) == .space && place.kind(3) == .word
        && place.text(3).first?.isLowercase == true
    }
  }

  /// The age from which the law takes people for adults: *under 18*, *den som fyllt 18 år*.
  func isAgeOfMajority(_ place: LexemePlace) -> Bool {
    let (before, after) = place.neighbours
    switch language {
    case .en:
      guard ["18", "eighteen"].contains(place.text(0).lowercased()) else { return false }
      return ["aged", "age", "turned", "turn", "turns"].contains(before.first ?? "")
        || (before.first == "of" && before.dropFirst().first == "age")
        || (before.first == "under" && !["people", "of"].contains(after.first ?? ""))
        || ["or", "and"].contains(after.first ?? "")
          && ["over", "older", "above"].contains(after.dropFirst().first ?? "")
        || (after.first == "-" && after.dropFirst().first == "year")
        || (after.first == "years" && ["old", "of"].contains(after.dropFirst().first ?? ""))
    case .fi:
      if place.text(0) == "18" {
        return (after.first == "-" && after.dropFirst().first?.hasPrefix("vuoti") == true)
          || ["vuotta", "vuoden", "ikävuotta", "ikävuoden"].contains(after.first ?? "")
      }
      return place.text(0).lowercased().hasPrefix("kahdeksantoista")
        && ["vuotta", "vuoden"].contains(after.first ?? "")
    case .sv:
      guard ["18", "arton"].contains(place.text(0).lowercased()) else { return false }
      return after.first == "år" || (after.first == "-" && after.dropFirst().first == "år")
        || after.first == "-" && after.dropFirst().first?.hasPrefix("åri") == true
    }
  }

  /// The 1 of *1–30 June*.
  private func isBeforeDay(_ place: LexemePlace, _ days: [WrittenDay]) -> Bool {
    var next = place.index + 1
    while next < place.lexemes.count, [" ", "–", "-", "."].contains(place.lexemes[next].text) {
      next += 1
    }
    return next > place.index + 1 && days.contains { $0.lexemes.lowerBound == next }
      && place.lexemes[(place.index + 1)..<next].contains { ["–", "-"].contains($0.text) }
  }
}
