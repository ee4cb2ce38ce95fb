/// Digits within codes, and addresses of the net, of houses and of towns.
extension LexemePlace {
  /// CO2, COVID-19, 24/7, ISO 3166-1, 978-952-287-123-4, 0245437-2, 2.4.1, info2@migri.fi.
  var isInCode: Bool {
    if kind(-1) == .word { return true }
    // 5G, 4K.
    if kind(1) == .word, text(1).allSatisfy(\.isUppercase) { return true }
    if text(0) == "24", text(1) == "/", text(2) == "7" { return true }
    if text(0) == "7", text(-1) == "/", text(-2) == "24" { return true }
    let range = chunk
    guard range.count > 1 else { return isInAccount }
    let parts = Array(lexemes[range])
    let words = parts.map(\.text).joined()
    if words.contains("@") || words.contains("://") || words.hasPrefix("www.") { return true }
    // COVID-19, TK00BV14-3002, FI-00086; a word before the digits, not after them: 18-vuotias.
    if let first = parts.firstIndex(where: { $0.kind == .word }), first + 1 < parts.count,
      range.lowerBound + first < index,
      parts[first + 1].kind == .digits || ["-", "_", ":"].contains(parts[first + 1].text)
    {
      return true
    }
    return isGroupedCode(parts)
  }

  /// Groups of digits between hyphens or points; a leading nought and a hyphen; a year and a colon.
  private func isGroupedCode(_ parts: [Lexeme]) -> Bool {
    let digits = parts.filter { $0.kind == .digits }
    for sign in ["-", "."] where parts.filter({ $0.text == sign }).count >= 2 {
      let isPlain = parts.allSatisfy { $0.kind == .digits || $0.text == sign }
      if isPlain, digits.count >= 3 { return true }
    }
    guard digits.count == 2, parts.count == 3 else { return false }
    if parts[1].text == "-", digits[0].text.hasPrefix("0"), digits[0].text.count >= 5 {
      return true
    }
    return parts[1].text == ":" && digits[0].year != nil
  }

  /// A group of *FI21 1234 5600 0007 85*.
  private var isInAccount: Bool {
    var start = index
    while start >= 2, lexemes[start].kind == .digits, lexemes[start - 1].kind == .space,
      lexemes[start].text.count <= 4
    {
      let isHead =
        lexemes[start - 2].kind == .digits && start >= 3 && lexemes[start - 3].kind == .word
        && lexemes[start - 3].text.count == 2 && lexemes[start - 3].text.allSatisfy(\.isUppercase)
      if isHead { return true }
      guard lexemes[start - 2].text.count == 4 else { return false }
      start -= 2
    }
    return false
  }

  /// The 3 of *Käenkuja 3 A*: a street stands before it.
  var isHouse: Bool {
    guard kind(-1) == .space, text(-2).first?.isUppercase == true else { return false }
    let streets = [
      "katu", "tie", "kuja", "polku", "ranta", "silta", "kaari", "aukio", "tori", "gatan", "gata",
      "vägen", "gränden", "kajen", "torget", "street", "road", "avenue", "lane",
    ]
    return streets.contains { text(-2).lowercased().hasSuffix($0) }
  }

  /// The number of a house and the code of a town: *Opastinsilta 12 A, 00520 Helsinki*.
  var isPostal: Bool {
    if isPostcode { return true }
    var next = index + 1
    while next < min(lexemes.count, index + 8) {
      let place = at(next)
      if place.lexeme.kind == .digits, place.isPostcode { return true }
      let isPart =
        place.lexeme.kind != .word || place.lexeme.text.count == 1
        || place.lexeme.text.first?.isUppercase == true
      guard isPart else { return false }
      next += 1
    }
    return false
  }

  private var isPostcode: Bool {
    guard text(0).count == 5, kind(1) == .space, kind(2) == .word else { return false }
    return text(2).first?.isUppercase == true
  }
}

extension Exemptions {
  /// +358 295 463 177, 029 546 3177, 112, 116 006.
  func telephone(from place: LexemePlace) -> Set<Int> {
    if let service = serviceNumber(from: place) { return service }
    let hasPlus = place.text(-1) == "+"
    guard hasPlus || place.text(0).hasPrefix("0") else { return [] }
    var group: Set<Int> = [place.index]
    var digits = place.text(0).count
    var next = 1
    while [.space, .sign].contains(place.kind(next)), place.kind(next + 1) == .digits,
      place.kind(next) == .space || place.text(next) == "-"
    {
      group.insert(place.index + next + 1)
      digits += place.text(next + 1).count
      next += 2
    }
    return digits >= 7 || hasPlus ? group : []
  }

  /// The numbers that are the same all over Europe, where a word for calling stands before them.
  ///
  /// Source: Commission Decision 2007/116/EC.
  private func serviceNumber(from place: LexemePlace) -> Set<Int>? {
    let isHarmonised =
      place.text(0) == "116" && place.kind(1) == .space && place.text(2).count == 3
      && ["0", "1"].contains(place.text(2).prefix(1))
    guard place.text(0) == "112" || isHarmonised else { return nil }
    let words = place.lexemes[max(0, place.index - 12)..<place.index]
    let calling = [
      "call", "dial", "phone", "telephone", "number", "soita", "puhelin", "puhelu", "numero",
      "hätänumero", "ring", "telefon", "nummer", "numret", "nödnum",
    ]
    let isCalled = words.contains { word in
      calling.contains(where: word.text.lowercased().hasPrefix)
    }
    guard isCalled else { return nil }
    return isHarmonised ? [place.index, place.index + 2] : [place.index]
  }
}
