/// Numbers as words in the basic form, 0 to 100.
extension Language {
  /// Nil for a number that the language’s readers expect in digits.
  package func words(for number: Int) -> String? {
    guard (0...100).contains(number) else { return nil }
    return switch self {
    case .en: englishWords(for: number)
    case .sv: swedishWords(for: number)
    case .fi: finnishWords(for: number)
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
  if number == 100 { return "one hundred" }
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
  return tens[number / 10 - 2] + (number.isMultiple(of: 10) ? "" : small[number % 10])
}

private func finnishWords(for number: Int) -> String {
  let small = [
    "nolla", "yksi", "kaksi", "kolme", "neljä", "viisi", "kuusi", "seitsemän", "kahdeksan",
    "yhdeksän", "kymmenen",
  ]
  if number <= 10 { return small[number] }
  if number < 20 { return small[number - 10] + "toista" }
  if number == 100 { return "sata" }
  return small[number / 10] + "kymmentä" + (number.isMultiple(of: 10) ? "" : small[number % 10])
}
