/// The alphabetical order of each language’s readers.
///
/// Source: SFS-EN 13710 and SFS 4600 (fi), Svenska Akademiens ordlista (sv): å, ä and ö follow z, and
/// other marked letters stand with their plain ones.
extension Language {
  package func isOrdered(_ left: String, before right: String) -> Bool {
    let leftKey = alphabeticalKey(of: left)
    let rightKey = alphabeticalKey(of: right)
    if leftKey != rightKey { return leftKey.lexicographicallyPrecedes(rightKey) }
    return left.utf8.lexicographicallyPrecedes(right.utf8)
  }

  /// The place of each letter and digit; other signs are passed over, spaces come first.
  private func alphabeticalKey(of text: String) -> [UInt32] {
    text.lowercased().unicodeScalars.compactMap { scalar in
      switch scalar {
      case " ", "\u{A0}": return 0
      case "0"..."9", "a"..."z": return scalar.value
      case _ where !scalar.properties.isAlphabetic: return nil
      default: break
      }
      if self != .en {
        switch scalar {
        case "å": return 0x80
        case "ä", "æ": return 0x81
        case "ö", "ø": return 0x82
        case "ü": return 0x79
        default: break
        }
      }
      return plainLetter(of: scalar)
    }
  }

  /// The e of é; other alphabets follow ours.
  private func plainLetter(of scalar: Unicode.Scalar) -> UInt32 {
    let words = scalar.properties.name?.split(separator: " ") ?? []
    guard words.first == "LATIN", let place = words.firstIndex(of: "LETTER"),
      place + 1 < words.count, let letter = words[place + 1].lowercased().unicodeScalars.first
    else { return 0x100 + scalar.value }
    return letter.value
  }
}
