import Foundation

/// Whether a name that was read is the one that belongs there, however it is broken into lines, hyphenated
/// or quoted.
///
/// A letter more at its end, such as that of a plural, makes no other name unless one of `names` is
/// written so.
func isName(_ read: String, _ expected: String, among names: Set<String> = []) -> Bool {
  let (one, other) = (letters(of: read), letters(of: expected))
  if one == other { return true }
  guard !names.contains(read), min(one.count, other.count) >= 5 else { return false }
  let (short, long) = one.count < other.count ? (one, other) : (other, one)
  return long.count == short.count + 1 && long.hasPrefix(short) && long.last?.isLetter == true
}

/// In small letters, without spaces, hyphens and apostrophes.
private func letters(of name: String) -> String {
  name.precomposedStringWithCanonicalMapping.lowercased().filter { character in
    !character.isWhitespace && !"\u{AD}-\u{2010}\u{2011}'’".contains(character)
  }
}
