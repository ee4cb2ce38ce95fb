/// A lexeme with what stands around it.
struct LexemePlace {
  let lexemes: [Lexeme]
  let index: Int

  var lexeme: Lexeme { lexemes[index] }

  /// The lexeme so many further on, or nothing.
  func text(_ offset: Int) -> String {
    lexemes.indices.contains(index + offset) ? lexemes[index + offset].text : ""
  }

  func kind(_ offset: Int) -> Lexeme.Kind? {
    lexemes.indices.contains(index + offset) ? lexemes[index + offset].kind : nil
  }

  func at(_ other: Int) -> LexemePlace { LexemePlace(lexemes: lexemes, index: other) }

  /// The three lexemes that are no spaces before and after, the nearest first, in small letters.
  var neighbours: (before: [String], after: [String]) {
    func near(_ some: [Lexeme]) -> [String] {
      some.filter { $0.kind != .space }.prefix(3).map { $0.text.lowercased() }
    }
    return (
      near(lexemes[max(0, index - 6)..<index].reversed()),
      near(Array(lexemes[(index + 1)..<max(index + 1, min(lexemes.count, index + 7))]))
    )
  }

  /// The lexemes around this one that no space divides, without the marks at their ends.
  var chunk: Range<Int> {
    let marks: Set<String> = [",", ".", ";", ":", "!", "?", "(", ")", "”", "“", "\"", "’", "…"]
    var start = index
    while start > 0, lexemes[start - 1].kind != .space, lexemes[start - 1].kind != .citation {
      start -= 1
    }
    var end = index + 1
    while end < lexemes.count, lexemes[end].kind != .space, lexemes[end].kind != .citation {
      end += 1
    }
    while start < index, marks.contains(lexemes[start].text) { start += 1 }
    while end > index + 1, marks.contains(lexemes[end - 1].text) { end -= 1 }
    return start..<end
  }
}
