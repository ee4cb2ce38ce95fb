/// The forms in which Finnish sentences need a number word; other languages have one for all.
package enum NumberCase: String, Sendable, Hashable, CaseIterable {
  case nominative
  case genitive
  case partitive
  case inessive
  case elative
  case adessive
}

/// Numbers as words: 0 to 100, and round hundreds up to 900.
extension Language {
  /// Nil for a number that the language’s readers expect in digits.
  package func words(for number: Int, in form: NumberCase = .nominative) -> String? {
    let isRound = (200...900).contains(number) && number.isMultiple(of: 100)
    guard (0...100).contains(number) || isRound else { return nil }
    return switch self {
    case .en: englishWords(for: number)
    case .sv: swedishWords(for: number)
    case .fi: finnishWords(for: number, in: form)
    }
  }
}

private func englishWords(for number: Int) -> String {
  let small = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
    "nineteen",
  ]
  let tens = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
  if number < 20 { return small[number] }
  if number >= 100 { return "\(small[number / 100]) hundred" }
  let word = tens[number / 10 - 2]
  return number.isMultiple(of: 10) ? word : "\(word)-\(small[number % 10])"
}

private func swedishWords(for number: Int) -> String {
  let small = [
    "noll", "en", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv",
    "tretton", "fjorton", "femton", "sexton", "sjutton", "arton", "nitton",
  ]
  let tens = [
    "tjugo", "trettio", "fyrtio", "femtio", "sextio", "sjuttio", "åttio", "nittio",
  ]
  if number < 20 { return small[number] }
  if number == 100 { return "hundra" }
  if number > 100 { return small[number / 100] + "hundra" }
  return tens[number / 10 - 2] + (number.isMultiple(of: 10) ? "" : small[number % 10])
}
