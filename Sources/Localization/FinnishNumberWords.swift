/// Finnish number words in the cases that sentences need.
///
/// Source: Iso suomen kielioppi (2004), sections 770–777: every part of a number bends, except *toista*.
func finnishWords(for number: Int, in form: NumberCase) -> String {
  let column = NumberCase.allCases.firstIndex(of: form) ?? 0
  func unit(_ number: Int) -> String { units[number][column] }
  if number <= 10 { return unit(number) }
  if number < 20 { return unit(number - 10) + "toista" }
  if number >= 100 {
    return (number == 100 ? "" : unit(number / 100)) + hundred(column, isMany: number > 100)
  }
  // After a plain numeral the ten stands in the partitive: kaksikymmentä.
  let ten = form == .nominative ? units[10][2] : unit(10)
  return unit(number / 10) + ten + (number.isMultiple(of: 10) ? "" : unit(number % 10))
}

private func hundred(_ column: Int, isMany: Bool) -> String {
  let forms = ["sata", "sadan", "sataa", "sadassa", "sadasta", "sadalla"]
  return column == 0 && isMany ? "sataa" : forms[column]
}

/// In the order of `NumberCase`.
private let units: [[String]] = [
  ["nolla", "nollan", "nollaa", "nollassa", "nollasta", "nollalla"],
  ["yksi", "yhden", "yhtä", "yhdessä", "yhdestä", "yhdellä"],
  ["kaksi", "kahden", "kahta", "kahdessa", "kahdesta", "kahdella"],
  ["kolme", "kolmen", "kolmea", "kolmessa", "kolmesta", "kolmella"],
  ["neljä", "neljän", "neljää", "neljässä", "neljästä", "neljällä"],
  ["viisi", "viiden", "viittä", "viidessä", "viidestä", "viidellä"],
  ["kuusi", "kuuden", "kuutta", "kuudessa", "kuudesta", "kuudella"],
  ["seitsemän", "seitsemän", "seitsemää", "seitsemässä", "seitsemästä", "seitsemällä"],
  ["kahdeksan", "kahdeksan", "kahdeksaa", "kahdeksassa", "kahdeksasta", "kahdeksalla"],
  ["yhdeksän", "yhdeksän", "yhdeksää", "yhdeksässä", "yhdeksästä", "yhdeksällä"],
  ["kymmenen", "kymmenen", "kymmentä", "kymmenessä", "kymmenestä", "kymmenellä"],
]
