import Localization

/// Two days of which one range is made, or one range of years or months.
struct WrittenRange {
  let first: WrittenDay
  let second: WrittenDay

  var lexemes: Range<Int> { first.lexemes.lowerBound..<second.lexemes.upperBound }
}

/// The ranges that follow one another among written days: *1.1.–30.6.2021*, *from 1 to 3 May*.
func writtenRanges(
  _ days: [WrittenDay], in lexemes: [Lexeme], language: Language
) -> [WrittenRange] {
  var ranges = zip(days, days.dropFirst()).compactMap { first, second -> WrittenRange? in
    guard first.lexemes.upperBound < second.lexemes.lowerBound else { return nil }
    let between = lexemes[first.lexemes.upperBound..<second.lexemes.lowerBound]
      .filter { $0.kind != .space }.map { $0.text.lowercased() }
    guard isJoin(between, before: first.lexemes.lowerBound, lexemes) else { return nil }
    return WrittenRange(first: first, second: second)
  }
  // The day alone comes first: 16–20 August, 16.–20.8.2021.
  for day in days where !ranges.contains(where: { $0.second.lexemes == day.lexemes }) {
    if let first = dayAlone(before: day, lexemes) {
      ranges.append(WrittenRange(first: first, second: day))
    }
  }
  return ranges.sorted { $0.lexemes.lowerBound < $1.lexemes.lowerBound }
}

/// What stands between the two days of a range; *and* only after *between*.
private func isJoin(_ between: [String], before start: Int, _ lexemes: [Lexeme]) -> Bool {
  let words = between.filter { !["den", "the"].contains($0) }
  guard words.count == 1 else { return false }
  if ["–", "-", "—", "to", "until", "till"].contains(words[0]) { return true }
  let lead = lexemes[..<start].last { $0.kind == .word && $0.text.lowercased() != "den" }
  return ["and", "och", "ja"].contains(words[0])
    && ["between", "mellan"].contains(lead?.text.lowercased() ?? "")
}

private func dayAlone(before day: WrittenDay, _ lexemes: [Lexeme]) -> WrittenDay? {
  var index = day.lexemes.lowerBound - 1
  func skipSpaces() { while index > 0, lexemes[index].kind == .space { index -= 1 } }
  skipSpaces()
  guard index > 0, ["–", "-", "to", "till"].contains(lexemes[index].text.lowercased()) else {
    return nil
  }
  let isWord = lexemes[index].kind == .word
  index -= 1
  skipSpaces()
  let hasStop = index > 0 && lexemes[index].text == "."
  if hasStop { index -= 1 }
  guard index >= 0, let number = lexemes[index].number, lexemes[index].text.count <= 2,
    index == 0 || lexemes[index - 1].kind == .space || lexemes[index - 1].text == "("
  else { return nil }
  // “From 5 to 8 May”, not “we went to 8 May Street”.
  let leads = ["from", "från", "den"]
  if isWord, index < 2 || !leads.contains(lexemes[index - 2].text.lowercased()) { return nil }
  return WrittenDay(
    day: number, month: day.month, year: nil, notation: day.notation,
    lexemes: index..<(index + (hasStop ? 2 : 1)))
}
