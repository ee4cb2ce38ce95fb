import Localization

/// Times of the day.
extension Exemptions {
  /// 12:30, klo 9–16, 9.00–15.30, 9 a.m., 1 h 30 min, Monday to Friday 9–16.
  func isTime(_ place: LexemePlace) -> Bool {
    let (before, after) = place.neighbours
    let units = ["h", "min", "tim", "noon", "midnight", "o", "am", "pm"]
    if let next = after.first, units.contains(next) { return true }
    if ["a", "p"].contains(after.first), after.dropFirst().first == "." { return true }
    let ownStart = clockStart(place)
    if ownStart != place.index || isClock(place) { return true }
    // What stands before the hours, or before a range of them.
    var start = ownStart
    if before.first.map({ ["–", "-"].contains($0) }) == true {
      var first = start - 1
      while first > 0, place.lexemes[first].kind != .digits { first -= 1 }
      start = clockStart(place.at(first))
    }
    let lead = place.at(start).neighbours.before
    let clocks = ["klo", "kl", "kello", "klockan"]
    if clocks.contains(lead.first ?? "") { return true }
    if lead.first == ".", clocks.contains(lead.dropFirst().first ?? "") { return true }
    let isRange = ["–", "-"].contains(after.first ?? "") || start != ownStart
    return isRange && lead.first.map(isDayOfOpening) == true
  }

  /// Hours follow: *Monday to Friday 9–16*, *arkisin 9–16*, *öppet 9–16*.
  private func isDayOfOpening(_ word: String) -> Bool {
    let words = [
      "open", "weekdays", "weekends", "daily", "avoinna", "auki", "arkisin", "viikonloppuisin",
      "päivittäin", "arkipäivisin", "öppet", "öppen", "vardagar", "helger", "dagligen",
    ]
    return words.contains(word) || language.weekday(named: word) != nil
      || language.weekday(abbreviated: word) != nil
  }

  /// The hours and minutes of a time that is written with a point or colon.
  private func isClock(_ place: LexemePlace) -> Bool {
    guard [".", ":"].contains(place.text(1)), let hour = place.lexeme.number, hour <= 24,
      place.kind(2) == .digits, place.text(2).count == 2, let minute = Int(place.text(2)),
      minute < 60
    else { return false }
    // *Visa 4:00* tells no time: a word for what is counted stands before it.
    if minute == 0, place.kind(-1) == .space, nouns.isCounted(place.text(-2)) { return false }
    if place.text(1) == ":" || minute.isMultiple(of: 15) { return true }
    // 23.59 after a word for the clock; 23.59% is a share.
    let before = place.neighbours.before
    let lead = before.first == "." ? before.dropFirst().first : before.first
    return ["klo", "kl", "kello", "klockan", "at"].contains(lead ?? "") && place.text(3) != "%"
  }

  private func clockStart(_ place: LexemePlace) -> Int {
    place.index >= 2 && isClock(place.at(place.index - 2)) ? place.index - 2 : place.index
  }
}
